/* SPDX-License-Identifier: MIT */
#include "write/csv_cell.h"

#include "base/json.h"
#include "read/csv_rules.h"
#include "write/fact_json.h"

#define CELL(name) static const char *name(const EntCsvRow *row)

static const char *date_cell(const EntCsvRow *row, EntDate date)
{
    char text[ENT_DATE_TEXT];

    if (date == ENT_DATE_NONE)
        return NULL;
    return g_string_assign(row->scratch, ent_date_text(date, text))->str;
}

static const char *number_cell(const EntCsvRow *row, double number)
{
    g_string_truncate(row->scratch, 0);
    ent_json_double(row->scratch, number);
    return row->scratch->str;
}

static bool is_plain_list(EntTexts texts)
{
    for (guint32 i = 0; i < texts.length; i++)
        if (!ent_csv_is_plain_item(texts.items[i]))
            return false;
    return true;
}

static const char *texts_cell(const EntCsvRow *row, EntTexts texts)
{
    bool plain = is_plain_list(texts);

    if (texts.length == 0)
        return NULL;
    g_string_assign(row->scratch, plain ? "" : "[");
    for (guint32 i = 0; i < texts.length; i++) {
        if (i)
            g_string_append_c(row->scratch, plain ? '|' : ',');
        if (plain)
            g_string_append(row->scratch, texts.items[i]);
        else
            ent_json_quote(row->scratch, texts.items[i]);
    }
    if (!plain)
        g_string_append_c(row->scratch, ']');
    return row->scratch->str;
}

/* A list of other nodes' ids, without those that were filtered away. */
static const char *references_cell(const EntCsvRow *row, EntTexts ids)
{
    g_autofree const char **kept = g_new(const char *, (gsize)ids.length + 1);
    EntTexts left = {kept, 0};

    for (guint32 i = 0; i < ids.length; i++)
        if (ent_choice_refers(row->choice, ids.items[i]))
            kept[left.length++] = ids.items[i];
    return texts_cell(row, left);
}

static const char *text_as_free_cell(const char *text, GString *scratch)
{
    if (*text && !ent_csv_is_json(text, strlen(text)))
        return text;
    g_string_truncate(scratch, 0);
    ent_json_quote(scratch, text);
    return scratch->str;
}

const char *ent_csv_text_cell(const char *json, GString *scratch)
{
    g_autofree char *text = ent_json_unquote(json, strlen(json));

    return g_string_assign(scratch, text)->str;
}

const char *ent_csv_free_cell(const char *json, GString *scratch)
{
    g_autofree char *text = NULL;

    g_string_truncate(scratch, 0);
    ent_json_value(scratch, json, &ent_json_compact_style);
    if (*json != '"' || strstr(scratch->str, "\\u")) /* a control character is no plain cell */
        return scratch->str;
    text = ent_json_unquote(scratch->str, scratch->len);
    if (*text && !ent_csv_is_json(text, strlen(text)))
        g_string_assign(scratch, text);
    return scratch->str;
}

CELL(node_id)
{
    return row->node->id;
}

CELL(node_type)
{
    return row->facts->node_types->pdata[row->node->type];
}

CELL(node_name)
{
    return row->node->name;
}

CELL(aliases)
{
    return texts_cell(row, row->details->aliases);
}

CELL(edge_from)
{
    return ent_facts_get_node(row->facts, row->edge->from)->id;
}

CELL(edge_type)
{
    return row->facts->edge_types->pdata[row->edge->type];
}

CELL(edge_to)
{
    return ent_facts_get_node(row->facts, row->edge->to)->id;
}

CELL(edge_id)
{
    return row->edge->id;
}

CELL(date)
{
    return date_cell(row, row->details->date);
}

CELL(start)
{
    return date_cell(row, row->details->start);
}

CELL(end)
{
    return date_cell(row, row->details->end);
}

CELL(by)
{
    return date_cell(row, row->details->by);
}

CELL(amount)
{
    return row->details->amount.value;
}

CELL(currency)
{
    return row->details->amount.currency;
}

CELL(amount_text)
{
    return row->details->amount.text;
}

CELL(count)
{
    if (!row->details->has_count)
        return NULL;
    g_string_printf(row->scratch, "%" G_GINT64_FORMAT, row->details->count);
    return row->scratch->str;
}

CELL(weight)
{
    return number_cell(row, row->edge->weight);
}

CELL(status)
{
    return ent_status_name(row->fact->status);
}

CELL(confidence)
{
    return number_cell(row, row->fact->confidence);
}

CELL(evidence_source)
{
    return row->single ? ent_facts_get_source(row->facts, row->single->source)->id : NULL;
}

CELL(quote)
{
    return row->single ? row->single->quote : NULL;
}

CELL(prefix)
{
    return row->single ? row->single->details->prefix : NULL;
}

CELL(suffix)
{
    return row->single ? row->single->details->suffix : NULL;
}

CELL(page)
{
    const EntEvidenceDetails *details = row->single ? row->single->details : NULL;

    if (!details || !details->page || details->page_is_number)
        return details ? details->page : NULL;
    return text_as_free_cell(details->page, row->scratch);
}

CELL(evidence_note)
{
    return row->single ? row->single->details->note : NULL;
}

CELL(evidence)
{
    if (row->single || row->fact->evidence_length == 0)
        return NULL;
    g_string_truncate(row->scratch, 0);
    ent_json_evidence(row->scratch, row->facts, row->fact, &ent_json_compact_style);
    return row->scratch->str;
}

CELL(same_as)
{
    return references_cell(row, row->details->same_as);
}

CELL(not_same_as)
{
    return references_cell(row, row->details->not_same_as);
}

CELL(note)
{
    return row->details->note;
}

CELL(source_id)
{
    return row->source->id;
}

CELL(title)
{
    return row->source->title;
}

CELL(publisher)
{
    return row->source->publisher;
}

CELL(author)
{
    return row->source->author;
}

CELL(url)
{
    return row->source->url;
}

CELL(published)
{
    return date_cell(row, row->source->published);
}

CELL(retrieved)
{
    return date_cell(row, row->source->retrieved);
}

CELL(file)
{
    return row->source->file;
}

CELL(sha256)
{
    return row->source->sha256;
}

CELL(language)
{
    return row->source->language;
}

CELL(licence)
{
    return row->source->licence;
}

CELL(reliability)
{
    if (!row->source->reliability)
        return NULL;
    g_string_truncate(row->scratch, 0);
    return g_string_append_c(row->scratch, row->source->reliability)->str;
}

static bool is_single(const EntFacts *facts, const EntFact *fact)
{
    return fact->evidence_length == 1 &&
           ent_facts_get_evidence(facts, fact->evidence)->details->extras.length == 0;
}

void ent_csv_row_init(EntCsvRow *row, const EntChoice *choice, GString *scratch)
{
    *row = (EntCsvRow){.choice = choice, .facts = choice->facts, .scratch = scratch};
}

static void set_fact(EntCsvRow *row, const EntFact *fact)
{
    row->fact = fact;
    row->details = fact->details;
    row->single =
        is_single(row->facts, fact) ? ent_facts_get_evidence(row->facts, fact->evidence) : NULL;
}

void ent_csv_row_node(EntCsvRow *row, const EntNode *node)
{
    row->node = node;
    set_fact(row, &node->fact);
}

void ent_csv_row_edge(EntCsvRow *row, const EntEdge *edge)
{
    row->edge = edge;
    set_fact(row, &edge->fact);
}

void ent_csv_row_source(EntCsvRow *row, const EntSource *source)
{
    row->source = source;
}

const EntCsvColumn ent_csv_node_columns[] = {
    {"id", true, NULL, node_id},
    {"type", true, NULL, node_type},
    {"name", true, NULL, node_name},
    {"aliases", false, NULL, aliases},
    {"date", false, NULL, date},
    {"start", false, NULL, start},
    {"end", false, NULL, end},
    {"by", false, NULL, by},
    {"amount", false, NULL, amount},
    {ENT_CSV_CURRENCY, false, NULL, currency},
    {ENT_CSV_AMOUNT_TEXT, false, NULL, amount_text},
    {"count", false, NULL, count},
    {"status", false, "actual", status},
    {"confidence", false, "1", confidence},
    {"source", false, NULL, evidence_source},
    {"quote", false, NULL, quote},
    {"prefix", false, NULL, prefix},
    {"suffix", false, NULL, suffix},
    {"page", false, NULL, page},
    {ENT_CSV_EVIDENCE_NOTE, false, NULL, evidence_note},
    {"evidence", false, NULL, evidence},
    {"same_as", false, NULL, same_as},
    {"not_same_as", false, NULL, not_same_as},
    {"note", false, NULL, note},
    {NULL, false, NULL, NULL},
};

const EntCsvColumn ent_csv_edge_columns[] = {
    {"from", true, NULL, edge_from},
    {"type", true, NULL, edge_type},
    {"to", true, NULL, edge_to},
    {"id", false, NULL, edge_id},
    {"date", false, NULL, date},
    {"start", false, NULL, start},
    {"end", false, NULL, end},
    {"by", false, NULL, by},
    {"amount", false, NULL, amount},
    {ENT_CSV_CURRENCY, false, NULL, currency},
    {ENT_CSV_AMOUNT_TEXT, false, NULL, amount_text},
    {"weight", false, "1", weight},
    {"status", false, "actual", status},
    {"confidence", false, "1", confidence},
    {"source", false, NULL, evidence_source},
    {"quote", false, NULL, quote},
    {"prefix", false, NULL, prefix},
    {"suffix", false, NULL, suffix},
    {"page", false, NULL, page},
    {ENT_CSV_EVIDENCE_NOTE, false, NULL, evidence_note},
    {"evidence", false, NULL, evidence},
    {"note", false, NULL, note},
    {NULL, false, NULL, NULL},
};

const EntCsvColumn ent_csv_source_columns[] = {
    {"id", true, NULL, source_id},
    {"title", true, NULL, title},
    {"publisher", false, NULL, publisher},
    {"author", false, NULL, author},
    {"url", false, NULL, url},
    {"published", false, NULL, published},
    {"retrieved", false, NULL, retrieved},
    {"file", false, NULL, file},
    {"sha256", false, NULL, sha256},
    {"language", false, NULL, language},
    {"licence", false, NULL, licence},
    {"reliability", false, NULL, reliability},
    {NULL, false, NULL, NULL},
};
