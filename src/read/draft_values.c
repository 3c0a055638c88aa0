/* SPDX-License-Identifier: MIT */
#include "read/draft.h"

#include "base/json.h"
#include "base/lookup.h"
#include "base/text.h"

#include <math.h>
#include <string.h>

#define STEPS(...) ((const char *const[4]){__VA_ARGS__})

static char *nearest_hint(const char *const *names, const char *wanted)
{
    const char *near = ent_nearest(names, wanted);

    return near ? g_strdup_printf("did you mean \"%s\"?", near) : NULL;
}

static EntDate read_date(EntDraft *draft, const cJSON *value)
{
    const char *why = "expected a text";
    EntDate date = ENT_DATE_NONE;

    if (cJSON_IsString(value) && ent_date_parse(value->valuestring, &date, &why))
        return date;
    ent_draft_finding(draft, "bad-date", STEPS(value->string),
                      g_strdup("write YYYY, YYYY-MM or YYYY-MM-DD, with ~ or ? after it if unsure"),
                      "\"%s\" is no date: %s", value->string, why);
    return ENT_DATE_NONE;
}

void ent_draft_date(EntDraft *draft, const cJSON *value)
{
    EntDetails *details = &draft->details;
    EntDate date = read_date(draft, value);

    draft->has_details = true;
    if (g_str_equal(value->string, "date"))
        details->date = date;
    else if (g_str_equal(value->string, "start"))
        details->start = date;
    else if (g_str_equal(value->string, "end"))
        details->end = date;
    else
        details->by = date;
}

void ent_draft_source_date(EntDraft *draft, const cJSON *value)
{
    EntDate date = read_date(draft, value);

    if (g_str_equal(value->string, "published"))
        draft->source->published = date;
    else
        draft->source->retrieved = date;
}

static void amount_value(EntDraft *draft, const cJSON *value)
{
    const char *text = ent_draft_text(draft, value, STEPS("amount", "value"), false);
    const char *why = text ? ent_text_not_decimal(text) : NULL;

    if (why)
        ent_draft_finding(draft, "bad-amount", STEPS("amount", "value"),
                          g_strdup("write digits with at most one point, as in \"300000000.50\""),
                          "\"%s\" is no amount: %s", text, why);
    else
        draft->details.amount.value = text;
}

void ent_draft_amount(EntDraft *draft, const cJSON *value)
{
    static const char *const known[] = {"value", "currency", "text", NULL};
    EntAmount *amount = &draft->details.amount;

    if (!cJSON_IsObject(value)) {
        ent_draft_finding(draft, "wrong-type", STEPS("amount"),
                          g_strdup("write { \"value\": \"300000000\", \"currency\": \"USD\" }"),
                          "\"amount\" must be an object");
        return;
    }
    draft->has_details = true;
    ent_draft_check_keys(draft, value, "amount", NULL);
    for (const cJSON *part = value->child; part; part = part->next) {
        if (g_str_equal(part->string, "value"))
            amount_value(draft, part);
        else if (g_str_equal(part->string, "currency"))
            amount->currency = ent_draft_text(draft, part, STEPS("amount", "currency"), false);
        else if (g_str_equal(part->string, "text"))
            amount->text = ent_draft_text(draft, part, STEPS("amount", "text"), false);
        else if (g_str_has_prefix(part->string, "x-"))
            ent_draft_extra(draft, &amount->extras, part, STEPS("amount", part->string));
        else {
            GString *pointer = g_string_new("/amount");

            ent_json_pointer_add(pointer, part->string);
            ent_fact_finding(draft->from, "unknown-key", pointer->str, true,
                             nearest_hint(known, part->string), "unknown key \"%s\"", part->string);
            g_string_free(pointer, TRUE);
        }
    }
    if (!cJSON_GetObjectItemCaseSensitive(value, "value"))
        ent_draft_finding(draft, "missing-key", STEPS("amount"), NULL,
                          "an amount needs a \"value\"");
}

#define LARGEST_INTEGER 9007199254740991.0 /* 2^53 - 1: beyond it a double skips integers */

void ent_draft_count(EntDraft *draft, const cJSON *value)
{
    double number = ent_draft_is_number(value) ? ent_draft_number(value) : NAN;

    if (!(number >= 0 && number <= LARGEST_INTEGER) || number != floor(number)) {
        ent_draft_finding(draft, "wrong-type", STEPS("count"), NULL,
                          "\"count\" must be an integer from 0 to 9007199254740991");
        return;
    }
    draft->has_details = draft->details.has_count = true;
    draft->details.count = (gint64)number;
}

void ent_draft_weight(EntDraft *draft, const cJSON *value)
{
    double number = ent_draft_is_number(value) ? ent_draft_number(value) : NAN;

    if (isfinite(number) && number > 0)
        draft->edge->weight = number;
    else
        ent_draft_finding(draft, "bad-weight", STEPS("weight"), NULL,
                          "\"weight\" must be a finite number above 0");
}

void ent_draft_confidence(EntDraft *draft, const cJSON *value)
{
    double number = ent_draft_is_number(value) ? ent_draft_number(value) : NAN;

    if (number >= 0 && number <= 1)
        draft->fact->confidence = number;
    else
        ent_draft_finding(draft, "bad-confidence", STEPS("confidence"), NULL,
                          "\"confidence\" must be a number from 0 to 1");
}

void ent_draft_status(EntDraft *draft, const cJSON *value)
{
    const char *names[ENT_STATUS_COUNT + 1] = {NULL};
    const char *text = cJSON_IsString(value) ? value->valuestring : "";

    for (guint i = 0; i < ENT_STATUS_COUNT; i++) {
        names[i] = ent_status_name((EntStatus)i);
        if (g_str_equal(names[i], text)) {
            draft->fact->status = (guint8)i;
            return;
        }
    }
    ent_draft_finding(draft, "bad-status", STEPS("status"), nearest_hint(names, text),
                      "\"status\" must be actual, planned, alleged or denied");
}

static EntTexts read_texts(EntDraft *draft, const cJSON *value, const char *const steps[4],
                           bool may_be_empty)
{
    EntTexts texts = {NULL, 0};
    const char **items;
    guint length = 0;

    for (const cJSON *item = value->child; item; item = item->next)
        length++;
    if (!length)
        return texts;
    texts.items = items = ent_facts_alloc(draft->facts, length * sizeof *items);
    length = 0;
    for (const cJSON *item = value->child; item; item = item->next) {
        char number[16];
        const char *text;

        g_snprintf(number, sizeof number, "%u", length);
        text = ent_draft_text(
            draft, item, STEPS(steps[0], steps[1] ? steps[1] : number, steps[1] ? number : NULL),
            may_be_empty);
        if (text)
            items[texts.length++] = text;
        length++;
    }
    return texts;
}

void ent_draft_texts(EntDraft *draft, const cJSON *value)
{
    EntDetails *details = &draft->details;
    EntTexts texts;

    if (!cJSON_IsArray(value)) {
        ent_draft_finding(draft, "wrong-type", STEPS(value->string), NULL,
                          "\"%s\" must be a list of texts", value->string);
        return;
    }
    draft->has_details = true;
    texts = read_texts(draft, value, STEPS(value->string), false);
    if (g_str_equal(value->string, "aliases"))
        details->aliases = texts;
    else if (g_str_equal(value->string, "same_as"))
        details->same_as = texts;
    else
        details->not_same_as = texts;
}

/* Room for every member of object; the caller fills it and sets the length. */
static EntProperty *property_room(EntDraft *draft, const cJSON *object)
{
    gsize length = 0;

    for (const cJSON *member = object->child; member; member = member->next)
        length++;
    return length ? ent_facts_alloc(draft->facts, length * sizeof(EntProperty)) : NULL;
}

static const char *member_name(EntDraft *draft, const cJSON *member, const char *parent)
{
    gunichar bad = ent_text_bad_character(member->string);

    if (*member->string && !bad)
        return ent_facts_text(draft->facts, member->string);
    if (bad)
        ent_draft_finding(draft, "bad-character", STEPS(parent), NULL,
                          "a name has the character U+%04X, which no text may have", bad);
    else
        ent_draft_finding(draft, "empty-text", STEPS(parent), NULL, "a name is empty");
    return NULL;
}

void ent_draft_ids(EntDraft *draft, const cJSON *value)
{
    EntProperty *items;
    guint32 length = 0;

    if (!cJSON_IsObject(value)) {
        ent_draft_finding(draft, "wrong-type", STEPS("ids"),
                          g_strdup("write { \"wikidata\": \"Q884\" }"),
                          "\"ids\" must map registries to ids there");
        return;
    }
    ent_draft_check_keys(draft, value, "ids", NULL);
    items = property_room(draft, value);
    for (const cJSON *member = value->child; member; member = member->next) {
        const char *name = member_name(draft, member, "ids");

        if (name && ent_draft_text(draft, member, STEPS("ids", name), false))
            items[length++] =
                (EntProperty){name, ent_draft_json(draft, member, STEPS("ids", name))};
    }
    draft->details.ids = (EntProperties){items, length};
    draft->has_details = true;
}

/* Text, number, boolean or array of texts. */
static bool is_property(EntDraft *draft, const cJSON *value, const char *name)
{
    const char *const *steps = STEPS("properties", name);

    if (cJSON_IsString(value))
        return ent_draft_text(draft, value, steps, true) != NULL;
    if (cJSON_IsBool(value) || ent_draft_is_number(value))
        return true;
    if (cJSON_IsArray(value)) {
        guint before = draft->from->findings;

        read_texts(draft, value, steps, true);
        return draft->from->findings == before;
    }
    ent_draft_finding(draft, "wrong-type", steps, NULL,
                      "a property must be a text, a number, true, false or a list of texts");
    return false;
}

void ent_draft_properties(EntDraft *draft, const cJSON *value)
{
    EntProperty *items;
    guint32 length = 0;

    if (!cJSON_IsObject(value)) {
        ent_draft_finding(draft, "wrong-type", STEPS("properties"), NULL,
                          "\"properties\" must be an object");
        return;
    }
    ent_draft_check_keys(draft, value, "properties", NULL);
    items = property_room(draft, value);
    for (const cJSON *member = value->child; member; member = member->next) {
        const char *name = member_name(draft, member, "properties");

        if (name && is_property(draft, member, name))
            items[length++] =
                (EntProperty){name, ent_draft_json(draft, member, STEPS("properties", name))};
    }
    draft->details.properties = (EntProperties){items, length};
    draft->has_details = true;
}

void ent_draft_note(EntDraft *draft, const cJSON *value)
{
    draft->details.note = ent_draft_text(draft, value, STEPS("note"), true);
    draft->has_details = true;
}

void ent_draft_type(EntDraft *draft, const cJSON *value)
{
    if (!ent_draft_is_text(draft, value, STEPS("type"), false))
        return;
    if (draft->edge)
        draft->ends[1] = value->valuestring;
    else
        draft->type = value->valuestring;
}

void ent_draft_name(EntDraft *draft, const cJSON *value)
{
    const char *text = ent_draft_text(draft, value, STEPS("name"), false);

    if (text)
        draft->node->name = text;
}

void ent_draft_end(EntDraft *draft, const cJSON *value)
{
    if (ent_draft_is_id(draft, value, STEPS(value->string)))
        draft->ends[value->string[0] == 'f' ? 0 : 2] = value->valuestring;
}

void ent_draft_edge_id(EntDraft *draft, const cJSON *value)
{
    if (ent_draft_is_id(draft, value, STEPS(value->string)))
        draft->edge->id = ent_facts_text(draft->facts, value->valuestring);
}
