/* SPDX-License-Identifier: MIT */
/* The shape of a view in a few numbers, without igraph: linear in its edges, but for one sort. */
#ifndef ENT_VIEW_SUMMARY_H
#define ENT_VIEW_SUMMARY_H

#include <entente/view.h>

/*
 * The weakly connected component of each node of the view, numbered by size, largest first, equals
 * by their first node. *count (may be NULL) is how many. The caller's array, g_free() it.
 */
guint32 *ent_view_components(const EntView *view, guint32 *count);

typedef struct {
    guint32 components; /* weakly connected */
    guint32 largest;    /* nodes of the largest */
    guint32 isolated;   /* nodes without an edge to another */
    guint32 loops;      /* edges from a node to itself */
    guint32 parallel;   /* edges beyond the first between the same two nodes */
    /*
     * Share of the pairs of nodes that are tied (of the ordered ones, where the view is directed);
     * NaN where there are no two nodes.
     */
    double density;
    /* Share of the arcs, parallel ones once, that have an arc back; a symmetric edge is two arcs.
     * NaN where there is no arc. */
    double reciprocity;
} EntSummary;

void ent_view_summary(const EntView *view, EntSummary *summary);

#endif
