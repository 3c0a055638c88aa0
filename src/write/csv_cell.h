/* SPDX-License-Identifier: MIT */
/*
 * How values become the cells of a table, so that reading them again gives the same values: see
 * read/csv_rules.h for the rules that writer and reader share.
 */
#ifndef ENT_WRITE_CSV_CELL_H
#define ENT_WRITE_CSV_CELL_H

#include "write/choice.h"

/* The row whose cells are asked for. Of node, edge and source one is set. */
typedef struct {
    const EntChoice *choice;
    const EntFacts *facts;
    const EntNode *node;
    const EntEdge *edge;
    const EntSource *source;
    const EntFact *fact;       /* the node's or edge's; NULL for a source */
    const EntDetails *details; /* likewise */
    const EntEvidence *single; /* its evidence, where that fits columns of its own */
    GString *scratch;          /* holds a cell that had to be made */
} EntCsvRow;

/* A column: its name, and a row's cell in it, NULL where it is empty. The cell is borrowed, from
 * the facts or the row's scratch, until the next one is asked for. */
typedef struct {
    const char *name;
    bool always;         /* written even where no row has it */
    const char *usually; /* the cell where nothing is said: the column is written for others only */
    const char *(*cell)(const EntCsvRow *row);
} EntCsvColumn;

/* By table, ended by a name of NULL. */
extern const EntCsvColumn ent_csv_node_columns[];
extern const EntCsvColumn ent_csv_edge_columns[];
extern const EntCsvColumn ent_csv_source_columns[];

void ent_csv_row_init(EntCsvRow *row, const EntChoice *choice, GString *scratch);
void ent_csv_row_node(EntCsvRow *row, const EntNode *node);
void ent_csv_row_edge(EntCsvRow *row, const EntEdge *edge);
void ent_csv_row_source(EntCsvRow *row, const EntSource *source);

/* A free value's cell, and that of a value which is always a text; in scratch. json is compact. */
const char *ent_csv_free_cell(const char *json, GString *scratch);
const char *ent_csv_text_cell(const char *json, GString *scratch);

#endif
