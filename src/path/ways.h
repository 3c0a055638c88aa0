/* SPDX-License-Identifier: MIT */
/*
 * A view as rows of ways: what leads from each node to each of its neighbours, parallel edges as
 * one way. Nodes are places of the view in order, so that going through a row is going by ids.
 */
#ifndef ENT_PATH_WAYS_H
#define ENT_PATH_WAYS_H

#include <entente/view.h>

/* Compared by cost, then by tie: what a step adds where costs alone do not tell paths apart. */
typedef struct {
    double cost;
    guint32 tie;
} EntCost;

/* Less than, equal to or greater than 0; costs that agree in 9 significant digits are equal. */
int ent_cost_compare(EntCost a, EntCost b);

typedef struct {
    guint32 from, to;
    EntCost cost;                /* that of its first edge */
    guint32 edges, edges_length; /* which of EntWays.edges: the best first */
} EntWay;

typedef struct {
    EntView *view; /* in order */
    guint32 nodes;
    EntWay *ways;    /* by from, then by to */
    guint32 *starts; /* node -> its first way; the next node's ends its row */
    guint32 *back;   /* ways by to */
    guint32 *back_starts;
    guint32 *edges; /* the dossier's */
} EntWays;

/* NULL and an error where the view's weight is none that a path has. */
EntWays *ent_ways_new(const EntView *view, GError **error);
void ent_ways_free(EntWays *ways);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntWays, ent_ways_free)

#endif
