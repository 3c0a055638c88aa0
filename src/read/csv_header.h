/* SPDX-License-Identifier: MIT */
/* The first record of a table: what its columns mean. */
#ifndef ENT_READ_CSV_HEADER_H
#define ENT_READ_CSV_HEADER_H

#include "read/csv_record.h"
#include "read/fact.h"

/* Where a column's cells go in the JSON object of a fact. */
typedef enum {
    ENT_CSV_NOWHERE, /* what is not understood, and measures */
    ENT_CSV_TO_ID,   /* a node's or source's id, which stands outside the object */
    ENT_CSV_TO_FACT,
    ENT_CSV_TO_AMOUNT,
    ENT_CSV_TO_IDS,
    ENT_CSV_TO_PROPERTIES,
    ENT_CSV_TO_EVIDENCE,      /* the one piece of evidence with columns of its own */
    ENT_CSV_TO_EVIDENCE_LIST, /* pieces of evidence as a JSON array */
    ENT_CSV_GROUPS,
} EntCsvGroup;

typedef struct {
    EntCsvGroup group;
    EntKeyKind kind;  /* how its cells are read; UNKNOWN: the column is not understood */
    const char *name; /* as in the header */
    const char *key;  /* in the group's object */
    bool repeated;    /* says the same as a column before it, and is not read */
} EntCsvColumnHead;

typedef struct {
    guint place;                    /* EntKeyPlace: what a row is; 0: the columns do not tell */
    GArray *columns;                /* EntCsvColumnHead */
    GArray *groups[ENT_CSV_GROUPS]; /* guint: each group's columns */
    GStringChunk *names;
} EntCsvHeader;

/* Of the record that was split last. */
EntCsvHeader *ent_csv_header_new(const EntCsvSplitter *record);
void ent_csv_header_free(EntCsvHeader *header);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntCsvHeader, ent_csv_header_free)

#define ent_csv_column(header, i) (&g_array_index((header)->columns, EntCsvColumnHead, i))

/* What a column that is not understood may have meant, for a hint; the caller's. */
char *ent_csv_column_hint(const EntCsvHeader *header, const char *name);

#define ENT_CSV_NO_COLUMN G_MAXUINT

/* The column with that key in that group; with key NULL the group's first. ENT_CSV_NO_COLUMN where
 * there is none. */
guint ent_csv_find_column(const EntCsvHeader *header, EntCsvGroup group, const char *key);

#endif
