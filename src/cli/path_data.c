/* SPDX-License-Identifier: MIT */
/* 'path' for programs: JSON, and CSV with a quote of a step's edge a row. */
#include "cli/path.h"

#include "cli/evidence_csv.h"
#include "cli/evidence_json.h"
#include "cli/tie.h"
#include "draw/label.h"

/* "edge", "type", "forward" and the fact, the first without a comma. */
static void put_edge(EntOutput *output, const EntPathsShown *shown, const EntPathStep *step,
                     guint32 index)
{
    EntTie tie = ent_tie(shown->dossier, step->from, index);

    ent_put(output, "\"edge\": ");
    ent_put_json(output, shown->edge_ids[index]);
    ent_put_json_member(output, "type", tie.type->name);
    ent_putf(output, ", \"forward\": %s", tie.way == ENT_TIE_IN ? "false" : "true");
    ent_put_json_fact(output, shown->dossier, &tie.edge->fact);
}

static void put_step(EntOutput *output, const EntPathsShown *shown, const EntPathStep *step)
{
    ent_put(output, "      { \"from\": ");
    ent_put_json(output, ent_dossier_node(shown->dossier, step->from)->id);
    ent_put_json_member(output, "to", ent_dossier_node(shown->dossier, step->to)->id);
    ent_put(output, ", ");
    put_edge(output, shown, step, step->edges[0]);
    ent_put(output, ", \"also\": [");
    for (guint32 i = 1; i < step->edges_length; i++) {
        ent_put(output, i > 1 ? ", { " : "{ ");
        put_edge(output, shown, step, step->edges[i]);
        ent_put(output, " }");
    }
    ent_put(output, "] }");
}

static void put_end(EntOutput *output, const char *key, const EntDossier *dossier, guint32 node)
{
    ent_putf(output, ",\n  \"%s\": { ", key);
    ent_put_json_node(output, dossier, ent_dossier_node(dossier, node));
    ent_put(output, " }");
}

/* What was asked, and what is known of all paths together. */
static void put_query(EntOutput *output, const EntPathsShown *shown)
{
    const EntPathQuery *query = shown->query;

    put_end(output, "from", shown->dossier, query->from);
    put_end(output, "to", shown->dossier, query->to);
    ent_put(output, ",\n  \"through\": [");
    for (guint i = 0; query->through && query->through[i]; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_json(output, query->through[i]);
    }
    ent_put(output, "],\n  \"avoid\": [");
    for (gsize i = 0; i < query->avoid_length; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_json(output, ent_dossier_node(shown->dossier, query->avoid[i])->id);
    }
    ent_put(output, "],\n  \"count\": ");
    ent_put_number(output, shown->count);
}

/* A number for each path, in the order of the paths. */
static void put_numbers(EntOutput *output, const EntPathsShown *shown, const char *key,
                        bool confidence)
{
    ent_putf(output, ",\n  \"%s\": [", key);
    for (guint32 i = 0; i < shown->length; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_number(output, confidence ? shown->list[i].confidence : shown->list[i].cost);
    }
    ent_put(output, "]");
}

void ent_path_json(EntOutput *output, const EntPathsShown *shown)
{
    ent_put(output, "{\n");
    ent_put_graph(output, shown->view);
    put_query(output, shown);
    put_numbers(output, shown, "costs", false);
    put_numbers(output, shown, "confidences", true);
    ent_put(output, ",\n  \"paths\": [");
    for (guint32 i = 0; i < shown->length; i++) {
        ent_put(output, i ? ",\n    [\n" : "\n    [\n");
        for (guint32 j = 0; j < shown->list[i].length; j++) {
            ent_put(output, j ? ",\n" : "");
            put_step(output, shown, &shown->list[i].steps[j]);
        }
        ent_put(output, "\n    ]");
    }
    ent_put(output, shown->length ? "\n  ]\n}\n" : "]\n}\n");
}

static const EntTableColumn columns[] = {
    {"path", NULL, ENT_CELL_NUMBER, false},
    {"step", NULL, ENT_CELL_NUMBER, false},
    {"from", NULL, ENT_CELL_TEXT, false},
    {"to", NULL, ENT_CELL_TEXT, false},
    {"edge", NULL, ENT_CELL_TEXT, false},
    {"forward", NULL, ENT_CELL_WORD, false},
    {"relation", NULL, ENT_CELL_WORD, false},
    {"status", NULL, ENT_CELL_WORD, false},
    {"confidence", NULL, ENT_CELL_NUMBER, false},
    {"when", NULL, ENT_CELL_TEXT, false},
    ENT_EVIDENCE_COLUMNS,
};

typedef struct {
    guint32 path, step; /* from 1 */
    const EntPathStep *at;
    guint32 edge;
} Row;

static void add_row(EntTable *table, const EntPathsShown *shown, const Row *row,
                    const EntEvidence *evidence)
{
    EntTie tie = ent_tie(shown->dossier, row->at->from, row->edge);
    g_autofree char *when = ent_when(tie.edge->fact.details);

    ent_table_row(table);
    ent_table_number(table, row->path);
    ent_table_number(table, row->step);
    ent_table_text(table, ent_dossier_node(shown->dossier, row->at->from)->id);
    ent_table_text(table, tie.other->id);
    ent_table_text(table, shown->edge_ids[row->edge]);
    ent_table_text(table, tie.way == ENT_TIE_IN ? "false" : "true");
    ent_table_text(table, tie.type->name);
    ent_table_text(table, ent_status_name((EntStatus)tie.edge->fact.status));
    ent_table_number(table, tie.edge->fact.confidence);
    ent_table_text(table, when);
    ent_table_evidence(table, shown->dossier, evidence);
}

static void add_rows(EntTable *table, const EntPathsShown *shown, const Row *row)
{
    const EntFact *fact = &ent_dossier_edge(shown->dossier, row->edge)->fact;

    if (fact->evidence_length == 0)
        add_row(table, shown, row, NULL);
    for (guint32 i = 0; i < fact->evidence_length; i++)
        add_row(table, shown, row, ent_dossier_evidence(shown->dossier, fact->evidence + i));
}

void ent_path_csv(EntOutput *output, const EntPathsShown *shown)
{
    g_autoptr(EntTable) table = ent_table_new(columns, G_N_ELEMENTS(columns));

    for (guint32 i = 0; i < shown->length; i++)
        for (guint32 j = 0; j < shown->list[i].length; j++) {
            const EntPathStep *step = &shown->list[i].steps[j];

            for (guint32 k = 0; k < step->edges_length; k++)
                add_rows(table, shown, &(Row){i + 1, j + 1, step, step->edges[k]});
        }
    ent_table_csv(table, output);
}
