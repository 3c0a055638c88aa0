/* SPDX-License-Identifier: MIT */
/* 'show' for programs: JSON, and CSV with a quote a row. */
#include "cli/tie.h"

#include "cli/table.h"

#include <math.h>

/* Members after the first of an object, each after a comma. */
static void put_text(EntOutput *output, const char *key, const char *text)
{
    if (!text)
        return;
    ent_putf(output, ", \"%s\": ", key);
    ent_put_json(output, text);
}

static void put_date(EntOutput *output, const char *key, EntDate date)
{
    char text[ENT_DATE_TEXT];

    if (date != ENT_DATE_NONE)
        put_text(output, key, ent_date_text(date, text));
}

static void put_texts(EntOutput *output, const char *key, EntTexts texts)
{
    if (texts.length == 0)
        return;
    ent_putf(output, ", \"%s\": [", key);
    for (guint32 i = 0; i < texts.length; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_json(output, texts.items[i]);
    }
    ent_put(output, "]");
}

static void put_properties(EntOutput *output, const char *key, EntProperties properties)
{
    if (properties.length == 0)
        return;
    ent_putf(output, ", \"%s\": {", key);
    for (guint32 i = 0; i < properties.length; i++) {
        ent_put(output, i ? ", " : " ");
        ent_put_json(output, properties.items[i].name);
        ent_putf(output, ": %s", properties.items[i].json);
    }
    ent_put(output, " }");
}

static void put_amount(EntOutput *output, const EntAmount *amount)
{
    if (!amount->value)
        return;
    ent_put(output, ", \"amount\": { \"value\": ");
    ent_put_json(output, amount->value);
    put_text(output, "currency", amount->currency);
    put_text(output, "text", amount->text);
    ent_put(output, " }");
}

static void put_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact)
{
    ent_put(output, ", \"evidence\": [");
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(dossier, fact->evidence + i);

        ent_put(output, i ? ", { \"source\": " : "{ \"source\": ");
        ent_put_json(output, ent_dossier_source(dossier, evidence->source)->id);
        put_text(output, "quote", evidence->quote);
        put_text(output, "page", evidence->details->page);
        put_text(output, "note", evidence->details->note);
        if (evidence->end > 0)
            ent_putf(output, ", \"start\": %u, \"end\": %u", evidence->start, evidence->end);
        ent_put(output, " }");
    }
    ent_put(output, "]");
}

static void put_fact(EntOutput *output, const EntDossier *dossier, const EntFact *fact)
{
    const EntDetails *details = fact->details;

    put_text(output, "status", ent_status_name((EntStatus)fact->status));
    ent_put(output, ", \"confidence\": ");
    ent_put_number(output, fact->confidence);
    put_date(output, "date", details->date);
    put_date(output, "start", details->start);
    put_date(output, "end", details->end);
    put_date(output, "by", details->by);
    put_amount(output, &details->amount);
    if (details->has_count)
        ent_putf(output, ", \"count\": %" G_GINT64_FORMAT, details->count);
    put_text(output, "note", details->note);
    put_properties(output, "properties", details->properties);
    put_evidence(output, dossier, fact);
}

/* The members that name a node, the first without a comma. */
static void put_named(EntOutput *output, const EntDossier *dossier, const EntNode *node)
{
    ent_put(output, "\"id\": ");
    ent_put_json(output, node->id);
    put_text(output, "name", node->name);
    put_text(output, "type", ent_dossier_node_type(dossier, node)->name);
}

static void put_tie(EntOutput *output, const EntShown *shown, const EntTie *tie)
{
    ent_put(output, "    { \"edge\": ");
    ent_put_json(output, shown->edge_ids[tie->index]);
    put_text(output, "way", ent_tie_way_name(tie->way));
    put_text(output, "type", tie->type->name);
    put_text(output, "label", tie->type->label);
    put_text(output, "inverse", tie->type->inverse);
    ent_put(output, ", \"node\": { ");
    put_named(output, shown->dossier, tie->other);
    ent_put(output, " }");
    if (tie->edge->weight != 1) {
        ent_put(output, ", \"weight\": ");
        ent_put_number(output, tie->edge->weight);
    }
    put_fact(output, shown->dossier, &tie->edge->fact);
    ent_put(output, " }");
}

void ent_show_json(EntOutput *output, const EntShown *shown)
{
    const EntDetails *details = shown->node->fact.details;

    ent_put(output, "{\n  \"node\": { ");
    put_named(output, shown->dossier, shown->node);
    put_texts(output, "aliases", details->aliases);
    put_properties(output, "ids", details->ids);
    put_texts(output, "same_as", details->same_as);
    put_texts(output, "not_same_as", details->not_same_as);
    put_fact(output, shown->dossier, &shown->node->fact);
    ent_put(output, " },\n  \"ties\": [");
    for (guint i = 0; i < shown->ties->len; i++) {
        ent_put(output, i ? ",\n" : "\n");
        put_tie(output, shown, &g_array_index(shown->ties, EntTie, i));
    }
    ent_put(output, shown->ties->len ? "\n  ]\n}\n" : "]\n}\n");
}

static const EntTableColumn columns[] = {
    {"way", NULL, ENT_CELL_WORD, false},     {"relation", NULL, ENT_CELL_WORD, false},
    {"id", NULL, ENT_CELL_TEXT, false},      {"name", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_WORD, false},    {"status", NULL, ENT_CELL_WORD, false},
    {"source", NULL, ENT_CELL_TEXT, false},  {"quote", NULL, ENT_CELL_TEXT, false},
    {"start", NULL, ENT_CELL_NUMBER, false}, {"end", NULL, ENT_CELL_NUMBER, false},
};

typedef struct {
    const char *way, *relation;
    const EntNode *node;
    const EntFact *fact;
} Row;

static void add_row(EntTable *table, const EntDossier *dossier, const Row *row,
                    const EntEvidence *evidence)
{
    bool found = evidence && evidence->end > 0;

    ent_table_row(table);
    ent_table_text(table, row->way);
    ent_table_text(table, row->relation);
    ent_table_text(table, row->node->id);
    ent_table_text(table, row->node->name);
    ent_table_text(table, ent_dossier_node_type(dossier, row->node)->name);
    ent_table_text(table, ent_status_name((EntStatus)row->fact->status));
    ent_table_text(table, evidence ? ent_dossier_source(dossier, evidence->source)->id : NULL);
    ent_table_text(table, evidence ? evidence->quote : NULL);
    ent_table_number(table, found ? evidence->start : NAN);
    ent_table_number(table, found ? evidence->end : NAN);
}

static void add_rows(EntTable *table, const EntDossier *dossier, const Row *row)
{
    if (row->fact->evidence_length == 0)
        add_row(table, dossier, row, NULL);
    for (guint32 i = 0; i < row->fact->evidence_length; i++)
        add_row(table, dossier, row, ent_dossier_evidence(dossier, row->fact->evidence + i));
}

void ent_show_csv(EntOutput *output, const EntShown *shown)
{
    g_autoptr(EntTable) table = ent_table_new(columns, G_N_ELEMENTS(columns));
    Row own = {"own", NULL, shown->node, &shown->node->fact};

    add_rows(table, shown->dossier, &own);
    for (guint i = 0; i < shown->ties->len; i++) {
        const EntTie *tie = &g_array_index(shown->ties, EntTie, i);
        Row row = {ent_tie_way_name(tie->way), tie->type->name, tie->other, &tie->edge->fact};

        add_rows(table, shown->dossier, &row);
    }
    ent_table_csv(table, output);
}
