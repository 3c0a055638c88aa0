/* SPDX-License-Identifier: MIT */
/*
 * The keys of nodes and edges. Some names serve other programs: `label` (yEd, Gephi, sigma) and
 * `interaction` (Cytoscape) repeat name and relation. None is called id, type, source, target or
 * key, which igraph, sigma, NetworkX's tables and Cytoscape take for their own.
 */
#include "write/graphml.h"

#include "model/dossier_new.h"
#include "write/fact_json.h"

/* Values for which there is no text: an empty one would not be read back. */
static const char *some(const char *text)
{
    return text && *text ? text : NULL;
}

static const char *as_date(GraphmlItem *item, EntDate date)
{
    char text[ENT_DATE_TEXT];

    if (date == ENT_DATE_NONE)
        return NULL;
    g_string_assign(item->scratch, ent_date_text(date, text));
    return item->scratch->str;
}

static const char *as_number(GraphmlItem *item, double number)
{
    g_string_truncate(item->scratch, 0);
    ent_json_double(item->scratch, number);
    return item->scratch->str;
}

static const char *as_map(GraphmlItem *item, EntProperties properties)
{
    if (properties.length == 0)
        return NULL;
    g_string_truncate(item->scratch, 0);
    graphml_json_map(item->scratch, properties);
    graphml_json_safe(item->scratch);
    return item->scratch->str;
}

static const char *as_texts(GraphmlItem *item, EntTexts texts)
{
    if (texts.length == 0)
        return NULL;
    g_string_truncate(item->scratch, 0);
    graphml_json_texts(item->scratch, texts);
    return item->scratch->str;
}

static const char *node_id(GraphmlItem *item)
{
    return item->node->id;
}

static const char *name(GraphmlItem *item)
{
    return item->node->name;
}

static const char *kind(GraphmlItem *item)
{
    return ent_dossier_facts(item->dossier)->node_types->pdata[item->node->type];
}

static const char *color(GraphmlItem *item)
{
    return ent_dossier_node_type(item->dossier, item->node)->color;
}

static const char *aliases(GraphmlItem *item)
{
    return as_texts(item, item->fact->details->aliases);
}

static const char *ids(GraphmlItem *item)
{
    return as_map(item, item->fact->details->ids);
}

static const char *count(GraphmlItem *item)
{
    if (!item->fact->details->has_count)
        return NULL;
    g_string_printf(item->scratch, "%" G_GINT64_FORMAT, item->fact->details->count);
    return item->scratch->str;
}

/* References to nodes that are not written would not be understood. */
static const char *references(GraphmlItem *item, EntTexts texts)
{
    g_autofree const char **kept = texts.length ? g_new(const char *, texts.length) : NULL;
    guint32 length = 0;

    for (guint32 i = 0; i < texts.length; i++)
        if (ent_choice_refers(item->choice, texts.items[i]))
            kept[length++] = texts.items[i];
    return as_texts(item, (EntTexts){kept, length});
}

static const char *same_as(GraphmlItem *item)
{
    return references(item, item->fact->details->same_as);
}

static const char *not_same_as(GraphmlItem *item)
{
    return references(item, item->fact->details->not_same_as);
}

static const char *edge_id(GraphmlItem *item)
{
    return item->edge->id;
}

static const char *relation(GraphmlItem *item)
{
    return ent_dossier_facts(item->dossier)->edge_types->pdata[item->edge->type];
}

static const char *edge_label(GraphmlItem *item)
{
    return some(ent_dossier_edge_type(item->dossier, item->edge)->label);
}

static const char *symmetric(GraphmlItem *item)
{
    return ent_dossier_edge_type(item->dossier, item->edge)->symmetric ? "true" : NULL;
}

static const char *weight(GraphmlItem *item)
{
    return item->weights ? as_number(item, item->edge->weight) : NULL;
}

static const char *status(GraphmlItem *item)
{
    return ent_status_name((EntStatus)item->fact->status);
}

static const char *confidence(GraphmlItem *item)
{
    return item->confidences ? as_number(item, item->fact->confidence) : NULL;
}

static const char *date(GraphmlItem *item)
{
    return as_date(item, item->fact->details->date);
}

static const char *start(GraphmlItem *item)
{
    return as_date(item, item->fact->details->start);
}

static const char *end(GraphmlItem *item)
{
    return as_date(item, item->fact->details->end);
}

static const char *by(GraphmlItem *item)
{
    return as_date(item, item->fact->details->by);
}

static const char *amount(GraphmlItem *item)
{
    return item->fact->details->amount.value;
}

static const char *amount_currency(GraphmlItem *item)
{
    return amount(item) ? item->fact->details->amount.currency : NULL;
}

static const char *amount_text(GraphmlItem *item)
{
    return amount(item) ? item->fact->details->amount.text : NULL;
}

static const EntEvidence *first_evidence(const GraphmlItem *item)
{
    return item->fact->evidence_length > 0
               ? ent_dossier_evidence(item->dossier, item->fact->evidence)
               : NULL;
}

static const char *evidence(GraphmlItem *item)
{
    if (item->fact->evidence_length == 0)
        return NULL;
    g_string_truncate(item->scratch, 0);
    ent_json_evidence(item->scratch, ent_dossier_facts(item->dossier), item->fact,
                      &ent_json_compact_style);
    graphml_json_safe(item->scratch);
    return item->scratch->str;
}

static const char *quote(GraphmlItem *item)
{
    const EntEvidence *first = first_evidence(item);

    return first ? some(first->quote) : NULL;
}

static const char *quote_source(GraphmlItem *item)
{
    const EntEvidence *first = first_evidence(item);

    if (!first || first->source == ENT_NONE)
        return NULL;
    return ent_dossier_source(item->dossier, first->source)->id;
}

static const char *quote_place(GraphmlItem *item, bool at_end)
{
    const EntEvidence *first = first_evidence(item);

    if (!first || first->end == 0)
        return NULL;
    g_string_printf(item->scratch, "%u", at_end ? first->end : first->start);
    return item->scratch->str;
}

static const char *quote_start(GraphmlItem *item)
{
    return quote_place(item, false);
}

static const char *quote_end(GraphmlItem *item)
{
    return quote_place(item, true);
}

static const char *note(GraphmlItem *item)
{
    return some(item->fact->details->note);
}

static const char *empty_note(GraphmlItem *item)
{
    const char *text = item->fact->details->note;

    return text && *text == '\0' ? "true" : NULL;
}

static const char *properties(GraphmlItem *item)
{
    return as_map(item, item->fact->details->properties);
}

static const char *extras(GraphmlItem *item)
{
    return as_map(item, item->fact->details->extras);
}

const GraphmlKey graphml_node_keys[] = {
    {"node_id", "node_id", "string", node_id},
    {"name", "name", "string", name},
    {"label", "label", "string", name},
    {"kind", "kind", "string", kind},
    {"color", "color", "string", color},
    {"aliases", "aliases", "string", aliases},
    {"ids", "ids", "string", ids},
    {"date", "date", "string", date},
    {"start", "start", "string", start},
    {"end", "end", "string", end},
    {"by", "by", "string", by},
    {"amount", "amount", "string", amount},
    {"amount_currency", "amount_currency", "string", amount_currency},
    {"amount_text", "amount_text", "string", amount_text},
    {"count", "count", "long", count},
    {"status", "status", "string", status},
    {"confidence", "confidence", "double", confidence},
    {"quote", "quote", "string", quote},
    {"quote_source", "quote_source", "string", quote_source},
    {"quote_start", "quote_start", "long", quote_start},
    {"quote_end", "quote_end", "long", quote_end},
    {"evidence", "evidence", "string", evidence},
    {"same_as", "same_as", "string", same_as},
    {"not_same_as", "not_same_as", "string", not_same_as},
    {"note", "note", "string", note},
    {"empty_note", "empty_note", "boolean", empty_note},
    {"properties", "properties", "string", properties},
    {"extras", "extras", "string", extras},
    {NULL, NULL, NULL, NULL},
};

const GraphmlKey graphml_edge_keys[] = {
    {"edge_id", "edge_id", "string", edge_id},
    {"relation", "relation", "string", relation},
    {"interaction", "interaction", "string", relation},
    {"edgelabel", "label", "string", edge_label},
    {"symmetric", "symmetric", "boolean", symmetric},
    {"e_date", "date", "string", date},
    {"e_start", "start", "string", start},
    {"e_end", "end", "string", end},
    {"e_by", "by", "string", by},
    {"e_amount", "amount", "string", amount},
    {"e_amount_currency", "amount_currency", "string", amount_currency},
    {"e_amount_text", "amount_text", "string", amount_text},
    {"weight", "weight", "double", weight},
    {"e_status", "status", "string", status},
    {"e_confidence", "confidence", "double", confidence},
    {"e_quote", "quote", "string", quote},
    {"e_quote_source", "quote_source", "string", quote_source},
    {"e_quote_start", "quote_start", "long", quote_start},
    {"e_quote_end", "quote_end", "long", quote_end},
    {"e_evidence", "evidence", "string", evidence},
    {"e_note", "note", "string", note},
    {"e_empty_note", "empty_note", "boolean", empty_note},
    {"e_properties", "properties", "string", properties},
    {"e_extras", "extras", "string", extras},
    {NULL, NULL, NULL, NULL},
};
