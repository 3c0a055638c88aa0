/* SPDX-License-Identifier: MIT */
/*
 * Records of a CSV text: where one ends, where its cells stand, and, through libcsv, what they say.
 * Cells are as in RFC 4180: spaces count, a cell with a quote, a delimiter or a line break in it is
 * quoted, and nothing stands between its closing quote and the delimiter.
 */
#ifndef ENT_READ_CSV_RECORD_H
#define ENT_READ_CSV_RECORD_H

#include "base/json.h"

/* How far a record was looked at; begins zeroed. */
typedef struct {
    gsize at;
    int state;
    gsize quote; /* where the last quoted cell begins */
} EntCsvScan;

/*
 * The end of the record that text begins with, past its line break; 0 where the text ends inside
 * it: then call again with more of it. last: there is no more, so that the text's end is its end.
 */
gsize ent_csv_scan(EntCsvScan *scan, const char *text, gsize length, bool last, char delimiter);

/* Whether the record ended inside a quoted cell. */
bool ent_csv_is_open(const EntCsvScan *scan);

/* Finds the bytes of a record's INDEXth cell, its quotes included. */
bool ent_csv_find_cell(const char *record, gsize length, char delimiter, guint index,
                       EntSpan *span);

/* What a table is split at: a comma if its first line has one, else a semicolon or a tab. */
char ent_csv_delimiter(const char *text, gsize length);

typedef struct EntCsvSplitter EntCsvSplitter;

EntCsvSplitter *ent_csv_splitter_new(char delimiter);
void ent_csv_splitter_free(EntCsvSplitter *splitter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntCsvSplitter, ent_csv_splitter_free)

/* Splits a record into cells; false where its quotes are wrong, at *fault. */
bool ent_csv_split(EntCsvSplitter *splitter, const char *record, gsize length, gsize *fault);

/* The cells of the last record; each lives until the next, and is NUL-terminated. */
guint ent_csv_cell_count(const EntCsvSplitter *splitter);
const char *ent_csv_cell(const EntCsvSplitter *splitter, guint index, gsize *length);

#endif
