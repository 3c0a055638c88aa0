/* SPDX-License-Identifier: MIT */
/*
 * A graph as compressed rows, for the kernels: the heads of a node's arcs lie side by side. Nodes
 * are numbered anew by their place in a breadth-first walk of each component from its node of
 * highest degree, those of a level by degree, so that neighbours are near one another in memory and
 * a component's places are contiguous. Parallel arcs stay as many as they are; there must be no
 * loops.
 */
#ifndef ENT_KERNEL_ROWS_H
#define ENT_KERNEL_ROWS_H

#include <stdbool.h>
#include <glib.h>

/* What rows are made from: arc i leads from[i] -> to[i], numbers below nodes. */
typedef struct {
    guint32 nodes;
    guint32 length;
    const guint32 *from, *to;
    bool directed; /* else each is both ways */
} EntArcs;

/* Arcs one way: those of node v lead to heads[starts[v]] ... heads[starts[v + 1] - 1], ascending.
 */
typedef struct {
    guint32 *starts, *heads;
} EntWays;

typedef struct {
    guint32 nodes;
    bool directed;
    EntWays out, in;         /* the same arrays where undirected */
    guint32 *names;          /* place -> the caller's number */
    guint32 component_count; /* ignoring direction */
    guint32 *components;     /* component -> its first place; one more closes the last */
    guint32 depth;           /* the longest way that the walks went, ignoring direction */
} EntRows;

/* Linear in the graph; at most 2^31 arcs. */
EntRows *ent_rows_new(const EntArcs *arcs);
void ent_rows_free(EntRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntRows, ent_rows_free)

static inline guint32 ent_ways_count(const EntWays *ways, guint32 node)
{
    return ways->starts[node + 1] - ways->starts[node];
}

/* The component of a place. */
guint32 ent_rows_component(const EntRows *rows, guint32 place);

/* All arcs: those of an undirected graph twice. */
static inline guint32 ent_rows_arcs(const EntRows *rows)
{
    return rows->out.starts[rows->nodes];
}

#endif
