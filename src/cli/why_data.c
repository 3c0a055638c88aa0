/* SPDX-License-Identifier: MIT */
/* 'show --why' for programs: JSON, and CSV with a quote a row. */
#include "cli/why.h"

#include "cli/evidence_csv.h"
#include "cli/evidence_json.h"
#include "cli/run.h"

#include <math.h>

static void put_number(EntOutput *output, const char *key, double number)
{
    ent_putf(output, ", \"%s\": ", key);
    ent_put_number(output, number);
}

static void put_id(EntOutput *output, const EntExplained *explained, const char *key, guint32 node)
{
    ent_put_json_member(output, key, ent_dossier_node(explained->dossier, node)->id);
}

/* An edge as an object, from and to as in the facts. */
static void put_edge(EntOutput *output, const EntExplained *explained, guint32 index)
{
    const EntEdge *edge = ent_dossier_edge(explained->dossier, index);

    ent_put(output, "{ \"edge\": ");
    ent_put_json(output, explained->edge_ids[index]);
    ent_put_json_member(output, "type", ent_dossier_edge_type(explained->dossier, edge)->name);
    put_id(output, explained, "from", edge->from);
    put_id(output, explained, "to", edge->to);
    ent_put_json_fact(output, explained->dossier, &edge->fact);
    ent_put(output, " }");
}

static void put_part(EntOutput *output, const EntExplained *explained, const EntWhyPart *part)
{
    ent_put(output, "    { \"value\": ");
    ent_put_number(output, part->value);
    put_number(output, "share", part->share);
    put_id(output, explained, "near", part->near);
    put_id(output, explained, "far", part->far);
    ent_put(output, ", \"ties\": [");
    for (guint32 i = 0; i < part->length; i++) {
        ent_put(output, i ? ",\n      " : "\n      ");
        put_edge(output, explained, part->edges[i]);
    }
    ent_put(output, "] }");
}

static void put_parts(EntOutput *output, const EntExplained *explained)
{
    ent_put(output, ",\n  \"contributions\": [");
    for (gsize i = 0; i < explained->parts; i++) {
        ent_put(output, i ? ",\n" : "\n");
        put_part(output, explained, &explained->why->parts[i]);
    }
    ent_put(output, explained->parts ? "\n  ]" : "]");
}

static void put_reaches(EntOutput *output, const EntWhy *why)
{
    ent_put(output, ",\n  \"distances\": [");
    for (gsize i = 0; i < why->reach_count; i++) {
        ent_put(output, i ? ", { \"distance\": " : "{ \"distance\": ");
        ent_put_number(output, why->reaches[i].distance);
        ent_putf(output, ", \"nodes\": %u }", why->reaches[i].nodes);
    }
    ent_put(output, "]");
}

/* Its steps are as those of 'path'. */
static void put_pair(EntOutput *output, const EntExplained *explained, const EntWhyPair *pair)
{
    ent_put(output, "    { \"from\": ");
    ent_put_json(output, ent_dossier_node(explained->dossier, pair->from)->id);
    put_id(output, explained, "to", pair->to);
    put_number(output, "share", pair->share);
    ent_put(output, ", \"path\": [");
    for (guint32 i = 0; i < pair->length; i++) {
        const EntWhyStep *step = &pair->steps[i];
        const EntEdge *edge = ent_dossier_edge(explained->dossier, step->edge);

        ent_put(output, i ? ",\n      { \"from\": " : "\n      { \"from\": ");
        ent_put_json(output, ent_dossier_node(explained->dossier, step->from)->id);
        ent_put_json_member(output, "edge", explained->edge_ids[step->edge]);
        put_id(output, explained, "to", step->to);
        ent_put_json_member(output, "type", ent_dossier_edge_type(explained->dossier, edge)->name);
        ent_put_json_evidence(output, explained->dossier, &edge->fact);
        ent_put(output, " }");
    }
    ent_put(output, "] }");
}

static void put_pairs(EntOutput *output, const EntExplained *explained)
{
    const EntWhy *why = explained->why;

    ent_putf(output, ",\n  \"pair_count\": %" G_GUINT64_FORMAT ",\n  \"pairs\": [", why->pairs_all);
    for (gsize i = 0; i < why->pair_count; i++) {
        ent_put(output, i ? ",\n" : "\n");
        put_pair(output, explained, &why->pairs[i]);
    }
    ent_put(output, why->pair_count ? "\n  ]" : "]");
}

static void put_score(EntOutput *output, const EntExplained *explained)
{
    const EntWhy *why = explained->why;

    ent_put(output, "{\n");
    ent_put_graph(output, explained->view);
    ent_put(output, ",\n  \"node\": { ");
    ent_put_json_node(output, explained->dossier, ent_dossier_node(explained->dossier, why->node));
    ent_putf(output, " },\n  \"measure\": \"%s\",\n  \"value\": ", ent_measure_name(why->measure));
    ent_put_number(output, why->value);
    ent_put(output, ",\n  \"rank\": ");
    ent_put_number(output, why->rank ? why->rank : NAN);
    ent_putf(output, ",\n  \"of\": %u,\n  \"note\": ", why->of);
    ent_put_json(output, why->note);
}

void ent_why_json(EntOutput *output, const EntExplained *explained)
{
    const EntWhy *why = explained->why;

    put_score(output, explained);
    ent_putf(output, ",\n  \"unit\": \"%s\"", ent_why_unit_name(why->unit));
    put_parts(output, explained);
    if (why->rest_name) {
        ent_putf(output, ",\n  \"rest\": { \"name\": \"%s\", \"value\": ", why->rest_name);
        ent_put_number(output, why->rest);
        ent_put(output, " }");
    }
    if (why->reaches)
        put_reaches(output, why);
    if (why->pairs)
        put_pairs(output, explained);
    ent_put(output, "\n}\n");
}

static const EntTableColumn columns[] = {
    {"part", NULL, ENT_CELL_NUMBER, false},
    {"kind", NULL, ENT_CELL_WORD, false},
    {"value", NULL, ENT_CELL_NUMBER, false},
    {"share", NULL, ENT_CELL_NUMBER, false},
    {"from", NULL, ENT_CELL_TEXT, false},
    {"relation", NULL, ENT_CELL_WORD, false},
    {"to", NULL, ENT_CELL_TEXT, false},
    {"status", NULL, ENT_CELL_WORD, false},
    ENT_EVIDENCE_COLUMNS,
};

/* What begins a row; the parts and pairs are numbered, each from 1. */
typedef struct {
    gsize part;
    const char *kind;
    double value, share;
} Row;

static void begin_row(EntTable *table, const Row *row)
{
    ent_table_row(table);
    ent_table_number(table, (double)row->part);
    ent_table_text(table, row->kind);
    ent_table_number(table, row->value);
    ent_table_number(table, row->share);
}

static void add_edge(EntTable *table, const EntDossier *dossier, const Row *row, guint32 index)
{
    const EntEdge *edge = ent_dossier_edge(dossier, index);
    guint32 rows = MAX(edge->fact.evidence_length, 1);

    for (guint32 i = 0; i < rows; i++) {
        begin_row(table, row);
        ent_table_text(table, ent_dossier_node(dossier, edge->from)->id);
        ent_table_text(table, ent_dossier_edge_type(dossier, edge)->name);
        ent_table_text(table, ent_dossier_node(dossier, edge->to)->id);
        ent_table_text(table, ent_status_name((EntStatus)edge->fact.status));
        ent_table_evidence(table, dossier,
                           edge->fact.evidence_length
                               ? ent_dossier_evidence(dossier, edge->fact.evidence + i)
                               : NULL);
    }
}

/* A row without an edge. */
static void add_plain(EntTable *table, const Row *row, const char *from, const char *to)
{
    begin_row(table, row);
    ent_table_text(table, from);
    ent_table_text(table, NULL);
    ent_table_text(table, to);
    ent_table_text(table, NULL);
    ent_table_evidence(table, NULL, NULL);
}

void ent_why_csv(EntOutput *output, const EntExplained *explained)
{
    g_autoptr(EntTable) table = ent_table_new(columns, G_N_ELEMENTS(columns));
    const EntWhy *why = explained->why;
    const EntDossier *dossier = explained->dossier;

    for (gsize i = 0; i < explained->parts; i++) {
        Row row = {i + 1, "tie", why->parts[i].value, why->parts[i].share};

        for (guint32 j = 0; j < why->parts[i].length; j++)
            add_edge(table, dossier, &row, why->parts[i].edges[j]);
    }
    if (why->rest_name)
        add_plain(table, &(Row){1, why->rest_name, why->rest, why->rest / why->value}, NULL, NULL);
    for (gsize i = 0; i < why->pair_count; i++) {
        const EntWhyPair *pair = &why->pairs[i];

        add_plain(table, &(Row){i + 1, "pair", pair->share, pair->share / why->value},
                  ent_dossier_node(dossier, pair->from)->id,
                  ent_dossier_node(dossier, pair->to)->id);
    }
    ent_table_csv(table, output);
}
