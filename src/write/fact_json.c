/* SPDX-License-Identifier: MIT */
#include "write/fact_json.h"

#include <math.h>

#include "base/json.h"

#define MEASURES_KEY "x-measures"

static void begin_texts(EntJsonObject *object, const char *key)
{
    ent_json_key(object, key);
    g_string_append_c(object->line, '[');
}

static void put_texts(EntJsonObject *object, const char *key, EntTexts texts)
{
    if (texts.length == 0)
        return;
    begin_texts(object, key);
    for (guint32 i = 0; i < texts.length; i++) {
        if (i)
            g_string_append(object->line, object->style->comma);
        ent_json_quote(object->line, texts.items[i]);
    }
    g_string_append_c(object->line, ']');
}

/* Other nodes' ids, without those that were filtered away. */
static void put_references(EntJsonObject *object, const char *key, EntTexts ids,
                           const EntChoice *choice)
{
    bool any = false;

    for (guint32 i = 0; i < ids.length; i++) {
        if (!ent_choice_refers(choice, ids.items[i]))
            continue;
        if (any)
            g_string_append(object->line, object->style->comma);
        else
            begin_texts(object, key);
        any = true;
        ent_json_quote(object->line, ids.items[i]);
    }
    if (any)
        g_string_append_c(object->line, ']');
}

static void put_free(EntJsonObject *object, EntProperties properties, const char *without)
{
    for (guint32 i = 0; i < properties.length; i++) {
        const EntProperty *property = &properties.items[i];

        if (without && strcmp(property->name, without) == 0)
            continue;
        ent_json_key(object, property->name);
        ent_json_value(object->line, property->json, object->style);
    }
}

/* A map of its own under a key. */
static void put_map(EntJsonObject *object, const char *key, EntProperties properties)
{
    EntJsonObject map = {object->line, object->style, false};

    if (properties.length == 0)
        return;
    ent_json_key(object, key);
    put_free(&map, properties, NULL);
    ent_json_end(&map);
}

static void put_date(EntJsonObject *object, const char *key, EntDate date)
{
    char text[ENT_DATE_TEXT];

    if (date != ENT_DATE_NONE)
        ent_json_text(object, key, ent_date_text(date, text));
}

static void put_amount(EntJsonObject *object, const EntAmount *amount)
{
    EntJsonObject map = {object->line, object->style, false};

    if (!amount->value)
        return;
    ent_json_key(object, "amount");
    ent_json_text(&map, "value", amount->value);
    ent_json_text(&map, "currency", amount->currency);
    ent_json_text(&map, "text", amount->text);
    ent_json_end(&map);
}

static void put_page(EntJsonObject *object, const EntEvidenceDetails *details)
{
    if (!details->page)
        return;
    ent_json_key(object, "page");
    if (details->page_is_number)
        g_string_append(object->line, details->page);
    else
        ent_json_quote(object->line, details->page);
}

static void put_evidence(GString *line, const EntFacts *facts, const EntEvidence *evidence,
                         const EntJsonStyle *style)
{
    EntJsonObject object = {line, style, false};
    const EntEvidenceDetails *details = evidence->details;

    ent_json_text(&object, "source", ent_facts_get_source(facts, evidence->source)->id);
    ent_json_text(&object, "quote", evidence->quote);
    ent_json_text(&object, "prefix", details->prefix);
    ent_json_text(&object, "suffix", details->suffix);
    put_page(&object, details);
    ent_json_text(&object, "note", details->note);
    put_free(&object, details->extras, NULL);
    ent_json_end(&object);
}

void ent_json_evidence(GString *line, const EntFacts *facts, const EntFact *fact,
                       const EntJsonStyle *style)
{
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        g_string_append(line, i ? style->comma : style->open_list);
        put_evidence(line, facts, ent_facts_get_evidence(facts, fact->evidence + i), style);
    }
    g_string_append(line, fact->evidence_length ? style->close_list : "[]");
}

/* The keys from date to evidence; count and weight stand between. */
static void put_dates_and_amount(EntJsonObject *object, const EntDetails *details)
{
    put_date(object, "date", details->date);
    put_date(object, "start", details->start);
    put_date(object, "end", details->end);
    put_date(object, "by", details->by);
    put_amount(object, &details->amount);
}

static void put_standing(EntJsonObject *object, const EntFacts *facts, const EntFact *fact)
{
    if (fact->status != ENT_STATUS_ACTUAL)
        ent_json_text(object, "status", ent_status_name(fact->status));
    if (fact->confidence != 1) {
        ent_json_key(object, "confidence");
        ent_json_double(object->line, fact->confidence);
    }
    if (fact->evidence_length) {
        ent_json_key(object, "evidence");
        ent_json_evidence(object->line, facts, fact, object->style);
    }
}

/* A result, which has nine digits everywhere. */
static void put_result(GString *line, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];

    if (!isfinite(value)) {
        g_string_append(line, "null");
        return;
    }
    g_ascii_formatd(digits, sizeof digits, "%.9g", value);
    ent_json_double(line, g_ascii_strtod(digits, NULL));
}

/* In place of those that were read. */
static void put_measures(EntJsonObject *object, const EntColumn *const *columns, gsize length,
                         guint32 place)
{
    EntJsonObject map = {object->line, object->style, false};

    if (length == 0)
        return;
    ent_json_key(object, MEASURES_KEY);
    for (gsize i = 0; i < length; i++) {
        ent_json_key(&map, columns[i]->name);
        put_result(object->line, columns[i]->values[place]);
    }
    ent_json_end(&map);
}

void ent_json_node(EntJsonObject *object, const EntChoice *choice, guint32 place)
{
    const EntFacts *facts = choice->facts;
    const EntNode *node = ent_facts_get_node(facts, choice->nodes.items[place]);
    const EntDetails *details = node->fact.details;

    ent_json_text(object, "type", facts->node_types->pdata[node->type]);
    if (strcmp(node->name, node->id) != 0)
        ent_json_text(object, "name", node->name);
    put_texts(object, "aliases", details->aliases);
    put_map(object, "ids", details->ids);
    put_dates_and_amount(object, details);
    if (details->has_count) {
        ent_json_key(object, "count");
        g_string_append_printf(object->line, "%" G_GINT64_FORMAT, details->count);
    }
    put_standing(object, facts, &node->fact);
    put_references(object, "same_as", details->same_as, choice);
    put_references(object, "not_same_as", details->not_same_as, choice);
    ent_json_text(object, "note", details->note);
    put_map(object, "properties", details->properties);
    put_free(object, details->extras, choice->columns_length ? MEASURES_KEY : NULL);
    put_measures(object, choice->columns, choice->columns_length, place);
    ent_json_end(object);
}

void ent_json_edge(EntJsonObject *object, const EntChoice *choice, guint32 place)
{
    const EntFacts *facts = choice->facts;
    const EntEdge *edge = ent_facts_get_edge(facts, choice->edges.items[place]);
    const EntDetails *details = edge->fact.details;

    ent_json_text(object, "id", edge->id);
    put_dates_and_amount(object, details);
    if (edge->weight != 1) {
        ent_json_key(object, "weight");
        ent_json_double(object->line, edge->weight);
    }
    put_standing(object, facts, &edge->fact);
    ent_json_text(object, "note", details->note);
    put_map(object, "properties", details->properties);
    put_free(object, details->extras, choice->edge_columns_length ? MEASURES_KEY : NULL);
    put_measures(object, choice->edge_columns, choice->edge_columns_length, place);
    ent_json_end(object);
}

void ent_json_source(EntJsonObject *object, const EntSource *source)
{
    char reliability[] = {source->reliability, '\0'};

    ent_json_text(object, "title", source->title);
    ent_json_text(object, "publisher", source->publisher);
    ent_json_text(object, "author", source->author);
    ent_json_text(object, "url", source->url);
    put_date(object, "published", source->published);
    put_date(object, "retrieved", source->retrieved);
    ent_json_text(object, "file", source->file);
    ent_json_text(object, "sha256", source->sha256);
    ent_json_text(object, "language", source->language);
    ent_json_text(object, "licence", source->licence);
    ent_json_text(object, "reliability", source->reliability ? reliability : NULL);
    put_free(object, source->extras, NULL);
    ent_json_end(object);
}
