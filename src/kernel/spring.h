/* SPDX-License-Identifier: MIT */
/*
 * Places for the nodes of a connected graph by springs and repulsion, on levels of coarser and
 * coarser graphs: Hu, Y. (2005): Efficient, high-quality force-directed graph drawing, The
 * Mathematica Journal 10, 37-71. Repulsion of far groups is taken as one: Barnes, J., Hut, P.
 * (1986): A hierarchical O(N log N) force-calculation algorithm, Nature 324, 446-449.
 *
 * Cost: some hundred times (n log n + m), on all processors; memory linear. The same places for any
 * number of threads.
 */
#ifndef ENT_KERNEL_SPRING_H
#define ENT_KERNEL_SPRING_H

#include <glib.h>
#include "kernel/watch.h"

typedef struct {
    double x, y;
} EntSpot;

/* An undirected graph without loops and parallel edges, each edge stored at both its ends. */
typedef struct {
    guint32 nodes;
    guint32 *starts;  /* nodes + 1 */
    guint32 *targets; /* of node i from starts[i] on */
    float *weights;   /* of the edges, likewise: how many they stand for */
    float *masses;    /* of the nodes */
} EntSprings;

void ent_springs_clear(EntSprings *springs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntSprings, ent_springs_clear)

/* Sets spots, one a node; the natural length of an edge is about 1. False: the watch stopped it. */
bool ent_springs_place(const EntSprings *springs, guint64 seed, EntSpot *spots, EntWatch *watch);

/* A graph of about half as many nodes, each made of some that are tied; of[i] is set to the coarse
 * node of i. */
void ent_springs_coarsen(const EntSprings *springs, guint64 seed, EntSprings *coarse, guint32 *of);

/* Groups of nodes by their places, for repulsion. */
typedef struct EntSpringTree EntSpringTree;

EntSpringTree *ent_spring_tree_new(guint32 nodes);
void ent_spring_tree_free(EntSpringTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntSpringTree, ent_spring_tree_free)

void ent_spring_tree_fill(EntSpringTree *tree, const EntSpot *spots, const float *masses,
                          guint32 nodes);

/* The sum over all other nodes of mass * (a - b) / distance^2; several threads may ask at once. */
EntSpot ent_spring_tree_push(const EntSpringTree *tree, EntSpot at);

#endif
