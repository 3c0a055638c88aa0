/* SPDX-License-Identifier: MIT */
/* 'show' for programs: JSON, and CSV with a quote a row. */
#include "cli/tie.h"

#include "cli/evidence_csv.h"
#include "cli/evidence_json.h"

static void put_tie(EntOutput *output, const EntShown *shown, const EntTie *tie)
{
    ent_put(output, "    { \"edge\": ");
    ent_put_json(output, shown->edge_ids[tie->index]);
    ent_put_json_member(output, "way", ent_tie_way_name(tie->way));
    ent_put_json_member(output, "type", tie->type->name);
    ent_put_json_member(output, "label", tie->type->label);
    ent_put_json_member(output, "inverse", tie->type->inverse);
    ent_put(output, ", \"node\": { ");
    ent_put_json_node(output, shown->dossier, tie->other);
    ent_put(output, " }");
    if (tie->edge->weight != 1) {
        ent_put(output, ", \"weight\": ");
        ent_put_number(output, tie->edge->weight);
    }
    ent_put_json_fact(output, shown->dossier, &tie->edge->fact);
    ent_put(output, " }");
}

void ent_show_json(EntOutput *output, const EntShown *shown)
{
    const EntDetails *details = shown->node->fact.details;

    ent_put(output, "{\n  \"node\": { ");
    ent_put_json_node(output, shown->dossier, shown->node);
    ent_put_json_texts(output, "aliases", details->aliases);
    ent_put_json_properties(output, "ids", details->ids);
    ent_put_json_texts(output, "same_as", details->same_as);
    ent_put_json_texts(output, "not_same_as", details->not_same_as);
    ent_put_json_fact(output, shown->dossier, &shown->node->fact);
    ent_put(output, " },\n  \"ties\": [");
    for (guint i = 0; i < shown->ties->len; i++) {
        ent_put(output, i ? ",\n" : "\n");
        put_tie(output, shown, &g_array_index(shown->ties, EntTie, i));
    }
    ent_put(output, shown->ties->len ? "\n  ]\n}\n" : "]\n}\n");
}

static const EntTableColumn columns[] = {
    {"way", NULL, ENT_CELL_WORD, false},
    {"relation", NULL, ENT_CELL_WORD, false},
    {"id", NULL, ENT_CELL_TEXT, false},
    {"name", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_WORD, false},
    {"status", NULL, ENT_CELL_WORD, false},
    ENT_EVIDENCE_COLUMNS,
};

typedef struct {
    const char *way, *relation;
    const EntNode *node;
    const EntFact *fact;
} Row;

static void add_row(EntTable *table, const EntDossier *dossier, const Row *row,
                    const EntEvidence *evidence)
{
    ent_table_row(table);
    ent_table_text(table, row->way);
    ent_table_text(table, row->relation);
    ent_table_text(table, row->node->id);
    ent_table_text(table, row->node->name);
    ent_table_text(table, ent_dossier_node_type(dossier, row->node)->name);
    ent_table_text(table, ent_status_name((EntStatus)row->fact->status));
    ent_table_evidence(table, dossier, evidence);
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
