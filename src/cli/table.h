/* SPDX-License-Identifier: MIT */
/*
 * Rows of answers, printed as a table for people, as CSV or as JSON for programs.
 *
 * Rows are filled cell by cell: ent_table_row(), then one call for each column.
 */
#ifndef ENT_CLI_TABLE_H
#define ENT_CLI_TABLE_H

#include <entente/output.h>

typedef enum {
    ENT_CELL_TEXT,   /* cut where the terminal is too narrow */
    ENT_CELL_WORD,   /* never cut */
    ENT_CELL_JSON,   /* text that is JSON already, for JSON alone */
    ENT_CELL_NUMBER, /* to the right, also where it is given as text; NaN is undefined */
} EntCellKind;

typedef struct {
    const char *name;  /* in CSV and JSON */
    const char *title; /* in tables; NULL: the name */
    EntCellKind kind;
    bool no_json; /* left out of JSON */
} EntTableColumn;

typedef struct EntTable EntTable;

/* columns are borrowed. */
EntTable *ent_table_new(const EntTableColumn *columns, guint length);
void ent_table_free(EntTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntTable, ent_table_free)

void ent_table_row(EntTable *table);
void ent_table_text(EntTable *table, const char *text); /* copied; NULL: nothing there */
void ent_table_number(EntTable *table, double number);

/* For a terminal of so many columns; 0: for a file, as wide as need be. */
void ent_table_print(const EntTable *table, EntOutput *output, guint width);
void ent_table_csv(const EntTable *table, EntOutput *output);
/* An array of objects, one a line; indent: of the line that it ends on. */
void ent_table_json(const EntTable *table, EntOutput *output, guint indent);

#endif
