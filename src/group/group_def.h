/* SPDX-License-Identifier: MIT */
/* How a grouping is defined. One file each, listed in registry.h. */
#ifndef ENT_GROUP_DEF_H
#define ENT_GROUP_DEF_H

#include <entente/group.h>
#include "view/graph.h"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_matrix_int_t, igraph_matrix_int_destroy)

/*
 * The graph that is parted: without loops, parallel edges as one. It has one node at least; its
 * weights are the ties' strengths.
 */
struct EntGrouping {
    const char *name;       /* first, for look-up */
    const char *summary;    /* one line, for lists */
    const char *definition; /* one or two sentences for people */
    EntArrows arrows;       /* ENT_ARROWS_NONE: direction does not count */
    bool weighs;            /* weights count */
    bool resolves;          /* options->resolution counts; else it is 1 */
    const char *level;      /* what its groups have a level of, see `levels`; NULL: nothing */
    const char *note;       /* what a reader must know of every result; NULL: nothing */
    /* Fills membership, of one number a node; any numbers, equal within a group and, where there
     * are levels, the level. Runs in a child process, between ent_igraph_begin() and
     * ent_igraph_end(), with igraph's random numbers seeded. */
    bool (*run)(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error);
};

#endif
