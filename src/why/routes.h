/* SPDX-License-Identifier: MIT */
/*
 * Shortest paths from one node to all others: how long they are, how many, and how many of them
 * run through a node of interest. Lengths count as equal as they do to igraph, up to
 * IGRAPH_SHORTEST_PATH_EPSILON of their size.
 */
#ifndef ENT_WHY_ROUTES_H
#define ENT_WHY_ROUTES_H

#include "why/links.h"

typedef struct {
    const EntLinks *links;
    guint32 *order; /* vertices reached, the nearest first: order[0] is the root */
    guint32 length;
    guint32 *places;   /* vertex -> place in order, ENT_NONE: not reached */
    double *distances; /* vertex -> length of the shortest paths from the root; infinite */
    double *ways;      /* vertex -> their number */
    double *through;   /* vertex -> number of those through the node of interest, itself included */
    EntLink *before;   /* vertex -> the step that leads to it on one of them: whence, along what */
    GArray *heap;
} EntRoutes;

/* Nothing is searched yet. The links must outlive it. */
EntRoutes *ent_routes_new(const EntLinks *links);
void ent_routes_free(EntRoutes *routes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntRoutes, ent_routes_free)

/* Searches from the root. Breadth-first, n + m; Dijkstra's search where the graph is weighted, (n +
 * m) log n. */
void ent_routes_search(EntRoutes *routes, guint32 root, guint32 interest);

/*
 * Sends every vertex's amount home to the root along its shortest paths, an even share by each, and
 * says how much comes in by each of the root's links. amounts, by vertex, are changed.
 */
void ent_routes_send_home(const EntRoutes *routes, double *amounts, double *by_link);

/* Whether two lengths count as equal; else which is the less: -1 the first, 1 the second. */
static inline int ent_lengths_compare(double a, double b)
{
    return igraph_cmp_epsilon(a, b, IGRAPH_SHORTEST_PATH_EPSILON);
}

#endif
