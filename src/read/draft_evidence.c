/* SPDX-License-Identifier: MIT */
#include "read/draft.h"

#include "base/json.h"
#include "base/lookup.h"
#include "base/text.h"

#include <string.h>

#define STEPS(...) ((const char *const[4]){__VA_ARGS__})

static const char *const known[] = {"source", "quote", "prefix", "suffix", "page", "note", NULL};

/* One item of "evidence" while it is read; index is its number as text. */
typedef struct {
    EntDraft *draft;
    guint32 number;
    const char *index;
    EntEvidence evidence;
    EntEvidenceDetails details;
    bool has_details, has_source;
} Item;

static void unknown_key(Item *item, const cJSON *member)
{
    const char *near = ent_nearest(known, member->string);
    GString *pointer = g_string_new("/evidence/");

    g_string_append(pointer, item->index);
    ent_json_pointer_add(pointer, member->string);
    ent_fact_finding(item->draft->from, "unknown-key", pointer->str, true,
                     near ? g_strdup_printf("did you mean \"%s\"?", near) : NULL,
                     "unknown key \"%s\"", member->string);
    g_string_free(pointer, TRUE);
}

static void read_source(Item *item, const cJSON *value)
{
    const char *const *steps = STEPS("evidence", item->index, "source");

    item->has_source = true;
    if (ent_draft_is_id(item->draft, value, steps))
        item->evidence.source = ent_facts_source(item->draft->facts, value->valuestring);
}

/* A page is a number or a text ("iv"); kept as text, with a note of how it was written. */
static void read_page(Item *item, const cJSON *value)
{
    const char *const *steps = STEPS("evidence", item->index, "page");

    item->details.page_is_number = ent_draft_is_number(value);
    item->details.page = item->details.page_is_number
                             ? ent_draft_json(item->draft, value, steps)
                             : ent_draft_text(item->draft, value, steps, false);
}

static void read_member(Item *item, const cJSON *member)
{
    const char *name = member->string;
    const char *const *steps = STEPS("evidence", item->index, name);

    if (g_str_equal(name, "source")) {
        read_source(item, member);
        return;
    }
    if (g_str_equal(name, "quote")) {
        item->evidence.quote = ent_draft_text(item->draft, member, steps, false);
        return;
    }
    item->has_details = true;
    if (g_str_equal(name, "prefix"))
        item->details.prefix = ent_draft_text(item->draft, member, steps, false);
    else if (g_str_equal(name, "suffix"))
        item->details.suffix = ent_draft_text(item->draft, member, steps, false);
    else if (g_str_equal(name, "note"))
        item->details.note = ent_draft_text(item->draft, member, steps, true);
    else if (g_str_equal(name, "page"))
        read_page(item, member);
    else if (g_str_has_prefix(name, "x-"))
        ent_draft_extra(item->draft, &item->details.extras, member, steps);
    else
        unknown_key(item, member);
}

static void keep(Item *item)
{
    EntFacts *facts = item->draft->facts;

    item->evidence.details = &ent_no_evidence_details;
    if (item->has_details) {
        EntEvidenceDetails *details = ent_facts_alloc(facts, sizeof *details);

        *details = item->details;
        item->evidence.details = details;
    }
    if (item->number != item->draft->fact->evidence_length) /* one before it was refused */
        ent_facts_evidence_at(facts, facts->evidence->len,
                              (EntEvidencePlace){item->draft->from->origin, item->number});
    g_array_append_val(facts->evidence, item->evidence);
    item->draft->fact->evidence_length++;
}

static void read_item(EntDraft *draft, const cJSON *value, guint32 number, const char *index)
{
    Item item = {.draft = draft, .number = number, .index = index};
    guint before = draft->from->findings;

    if (!cJSON_IsObject(value)) {
        ent_draft_finding(draft, "wrong-type", STEPS("evidence", index),
                          g_strdup("write { \"source\": \"id\", \"quote\": \"verbatim text\" }"),
                          "evidence must be an object");
        return;
    }
    ent_draft_check_keys(draft, value, "evidence", index);
    for (const cJSON *member = value->child; member; member = member->next)
        read_member(&item, member);
    if (!item.has_source)
        ent_draft_finding(draft, "missing-key", STEPS("evidence", index), NULL,
                          "evidence needs a \"source\"");
    if (!cJSON_GetObjectItemCaseSensitive(value, "quote"))
        ent_draft_finding(draft, "missing-key", STEPS("evidence", index), NULL,
                          "evidence needs a \"quote\"");
    if (draft->from->findings == before)
        keep(&item);
}

void ent_draft_evidence(EntDraft *draft, const cJSON *value)
{
    static const char *const few[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    guint index = 0;

    if (!cJSON_IsArray(value)) {
        ent_draft_finding(draft, "wrong-type", STEPS("evidence"), NULL,
                          "\"evidence\" must be a list");
        return;
    }
    draft->fact->evidence = draft->facts->evidence->len;
    draft->fact->evidence_length = 0;
    for (const cJSON *item = value->child; item; item = item->next) {
        char number[16];

        if (index >= G_N_ELEMENTS(few))
            g_snprintf(number, sizeof number, "%u", index);
        read_item(draft, item, index, index < G_N_ELEMENTS(few) ? few[index] : number);
        index++;
    }
}
