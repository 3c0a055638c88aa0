/* SPDX-License-Identifier: MIT */
#include "read/merge.h"

#include "base/hash.h"
#include "base/json.h"

#include <string.h>

typedef struct {
    EntFactSource *from;
    EntFacts *facts;
    const char *what, *id;
    const EntOrigin *before;
} Merge;

static void conflict(Merge *merge, const char *key)
{
    const EntFile *file = ent_facts_file(merge->facts, merge->before->file);
    g_autofree char *pointer = g_strconcat("/", key, NULL);

    ent_fact_finding(merge->from, "conflict", pointer, false,
                     g_strdup_printf("the other stands in %s, line %u", ent_input_name(file->input),
                                     merge->before->line),
                     "%s \"%s\" has another \"%s\" in another file", merge->what, merge->id, key);
}

static void merge_text(Merge *merge, const char *key, const char **known, const char *added)
{
    if (!*known)
        *known = added;
    else if (added && !g_str_equal(*known, added))
        conflict(merge, key);
}

static void merge_date(Merge *merge, const char *key, EntDate *known, EntDate added)
{
    if (*known == ENT_DATE_NONE)
        *known = added;
    else if (added != ENT_DATE_NONE && *known != added)
        conflict(merge, key);
}

static EntTexts merge_texts(EntFacts *facts, EntTexts known, EntTexts added)
{
    g_autoptr(GHashTable) seen = NULL;
    const char **items;
    EntTexts all = known;

    if (!known.length || !added.length)
        return known.length ? known : added;
    seen = g_hash_table_new(ent_text_hash, g_str_equal);
    all.items = items = ent_facts_alloc(facts, (known.length + added.length) * sizeof *items);
    memcpy(items, known.items, known.length * sizeof *items);
    for (guint32 i = 0; i < known.length; i++)
        g_hash_table_add(seen, (gpointer)known.items[i]);
    for (guint32 i = 0; i < added.length; i++)
        if (g_hash_table_add(seen, (gpointer)added.items[i]))
            items[all.length++] = added.items[i];
    return all;
}

static EntProperties merge_properties(Merge *merge, const char *key, EntProperties known,
                                      EntProperties added)
{
    g_autoptr(GHashTable) seen = NULL;
    EntProperty *items;
    EntProperties all = known;

    if (!known.length || !added.length)
        return known.length ? known : added;
    seen = g_hash_table_new(ent_text_hash, g_str_equal);
    all.items = items =
        ent_facts_alloc(merge->facts, (known.length + added.length) * sizeof *items);
    memcpy(items, known.items, known.length * sizeof *items);
    for (guint32 i = 0; i < known.length; i++)
        g_hash_table_insert(seen, (gpointer)items[i].name, (gpointer)items[i].json);
    for (guint32 i = 0; i < added.length; i++) {
        const char *json = g_hash_table_lookup(seen, added.items[i].name);

        if (!json)
            items[all.length++] = added.items[i];
        else if (!g_str_equal(json, added.items[i].json))
            conflict(merge, key);
    }
    return all;
}

static void merge_amount(Merge *merge, EntAmount *known, const EntAmount *added)
{
    if (!known->value)
        *known = *added;
    else if (added->value && (g_strcmp0(known->value, added->value) != 0 ||
                              g_strcmp0(known->currency, added->currency) != 0))
        conflict(merge, "amount");
    else if (!known->text)
        known->text = added->text;
}

static void merge_count(Merge *merge, EntDetails *known, const EntDetails *added)
{
    if (known->has_count && added->has_count && known->count != added->count)
        conflict(merge, "count");
    if (!known->has_count && added->has_count) {
        known->has_count = true;
        known->count = added->count;
    }
}

static void merge_details(Merge *merge, EntDetails *known, const EntDetails *added)
{
    merge_date(merge, "date", &known->date, added->date);
    merge_date(merge, "start", &known->start, added->start);
    merge_date(merge, "end", &known->end, added->end);
    merge_date(merge, "by", &known->by, added->by);
    merge_amount(merge, &known->amount, &added->amount);
    merge_count(merge, known, added);
    merge_text(merge, "note", &known->note, added->note);
    known->aliases = merge_texts(merge->facts, known->aliases, added->aliases);
    known->same_as = merge_texts(merge->facts, known->same_as, added->same_as);
    known->not_same_as = merge_texts(merge->facts, known->not_same_as, added->not_same_as);
    known->ids = merge_properties(merge, "ids", known->ids, added->ids);
    known->properties = merge_properties(merge, "properties", known->properties, added->properties);
    known->extras = merge_properties(merge, "x-", known->extras, added->extras);
}

/* Evidence of one fact lies in a row: both parts are put behind each other at the end. */
static void add_again(EntFacts *facts, const EntFact *fact)
{
    for (guint32 i = fact->evidence; i < fact->evidence + fact->evidence_length; i++) {
        EntEvidence evidence = *ent_facts_get_evidence(facts, i);

        ent_facts_evidence_at(facts, facts->evidence->len,
                              ent_facts_evidence_place(facts, fact, i));
        g_array_append_val(facts->evidence, evidence);
    }
}

static void merge_evidence(EntFacts *facts, EntFact *known, const EntFact *added)
{
    guint32 start = facts->evidence->len;

    if (!added->evidence_length)
        return;
    add_again(facts, known);
    add_again(facts, added);
    known->evidence = start;
    known->evidence_length += added->evidence_length;
}

/* A name not given is the id; of two names given the second is an alias. */
static void merge_name(EntFacts *facts, EntNode *known, const EntNode *added, EntDetails *details)
{
    const char **alias;

    if (added->name == added->id || g_str_equal(known->name, added->name))
        return;
    if (known->name == known->id) {
        known->name = added->name;
        return;
    }
    alias = ent_facts_alloc(facts, sizeof *alias);
    *alias = added->name;
    details->aliases = merge_texts(facts, details->aliases, (EntTexts){alias, 1});
}

void ent_merge_node(EntFactSource *from, EntNode *known, const EntNode *added)
{
    EntFacts *facts = from->reading->facts;
    Merge merge = {from, facts, "node", known->id, &known->fact.origin};
    EntDetails *details = ent_facts_alloc(facts, sizeof *details);

    *details = *known->fact.details;
    if (known->type != added->type)
        conflict(&merge, "type");
    if (known->fact.status != added->fact.status)
        conflict(&merge, "status");
    if (known->fact.confidence != added->fact.confidence)
        conflict(&merge, "confidence");
    merge_details(&merge, details, added->fact.details);
    merge_name(facts, known, added, details);
    merge_evidence(facts, &known->fact, &added->fact);
    known->fact.details = details;
}

void ent_merge_source(EntFactSource *from, EntSource *known, const EntSource *added)
{
    Merge merge = {from, from->reading->facts, "source", known->id, &known->origin};

    merge_text(&merge, "title", &known->title, added->title);
    merge_text(&merge, "publisher", &known->publisher, added->publisher);
    merge_text(&merge, "author", &known->author, added->author);
    merge_text(&merge, "url", &known->url, added->url);
    merge_text(&merge, "sha256", &known->sha256, added->sha256);
    merge_text(&merge, "language", &known->language, added->language);
    merge_text(&merge, "licence", &known->licence, added->licence);
    merge_date(&merge, "published", &known->published, added->published);
    merge_date(&merge, "retrieved", &known->retrieved, added->retrieved);
    if (known->file && added->file && !g_str_equal(known->file, added->file))
        conflict(&merge, "file");
    if (!known->file && added->file) { /* a path is relative to the file that gives it */
        known->file = added->file;
        known->origin = added->origin;
    }
    if (known->reliability && added->reliability && known->reliability != added->reliability)
        conflict(&merge, "reliability");
    if (!known->reliability)
        known->reliability = added->reliability;
    known->extras = merge_properties(&merge, "x-", known->extras, added->extras);
}
