/* SPDX-License-Identifier: MIT */
/* What is in a view, counted. */
#ifndef ENT_CLI_COUNTS_H
#define ENT_CLI_COUNTS_H

#include <entente/view.h>

typedef struct {
    const char *name;
    guint32 count;
} EntCount;

/* What rests on one source. */
typedef struct {
    const EntSource *source;
    guint32 nodes, edges, quotes;
    bool has_text;
} EntSourceCount;

/* What became of the quotes. */
typedef struct {
    guint32 found;   /* once, in the text of their source */
    guint32 several; /* found several times */
    guint32 unseen;  /* not looked for: their source has no text */
} EntQuoteCount;

typedef struct {
    GArray *node_types, *edge_types; /* EntCount, those that occur, the most frequent first */
    guint32 node_statuses[ENT_STATUS_COUNT], edge_statuses[ENT_STATUS_COUNT];
    GArray *sources; /* EntSourceCount, in the dossier's order */
    EntQuoteCount quotes;
    EntDate first, last; /* the earliest and the latest date written; ENT_DATE_NONE */
    guint32 dated_nodes, dated_edges;
    guint32 bare_nodes, bare_edges; /* without any evidence */
} EntCounts;

void ent_counts_init(EntCounts *counts, const EntView *view);
void ent_counts_clear(EntCounts *counts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntCounts, ent_counts_clear)

/* The same of all evidence of a dossier. */
EntQuoteCount ent_count_quotes(const EntDossier *dossier);

#endif
