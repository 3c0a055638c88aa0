/* SPDX-License-Identifier: MIT */
/* Exact betweenness of unweighted graphs. */
#ifndef ENT_KERNEL_BETWEENNESS_H
#define ENT_KERNEL_BETWEENNESS_H

#include "kernel/rows.h"
#include "kernel/watch.h"

/*
 * Fills result, by the caller's numbers of the nodes: igraph's definition, each pair once in an
 * undirected graph, both ways in a directed one; parallel arcs are ways of their own. Where there
 * are more shortest paths than a double can count the result is NaN. False where the watch stopped
 * it. Cost: n m, shared by threads; the same bytes for any number of them.
 */
bool ent_rows_betweenness(const EntRows *rows, double *result, EntWatch *watch);

#endif
