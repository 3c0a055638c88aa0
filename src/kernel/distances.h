/* SPDX-License-Identifier: MIT */
/* Sums over the distances of each node, exact, in unweighted graphs: for closeness, harmonic
 * and eccentricity. */
#ifndef ENT_KERNEL_DISTANCES_H
#define ENT_KERNEL_DISTANCES_H

#include "kernel/rows.h"
#include "kernel/watch.h"

typedef enum {
    ENT_DISTANCE_FROM, /* from the node to the others */
    ENT_DISTANCE_TO,   /* from the others to the node */
} EntDistance;

/* By the caller's numbers of the nodes; over the other nodes that are reached. */
typedef struct {
    double *inverses;  /* sum of 1 / distance */
    guint64 *sums;     /* of the distances */
    guint32 *reached;  /* how many they are */
    guint32 *farthest; /* the largest distance; 0 where none is reached */
} EntDistances;

/* Zeroed, for rows of so many nodes. */
void ent_distances_init(EntDistances *distances, guint32 nodes);
void ent_distances_clear(EntDistances *distances);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntDistances, ent_distances_clear)

/*
 * Adds to distances, which are zeroed. False where the watch stopped it. Cost: n m / 512 steps of
 * 512 bits where the graph is shallow; up to some n m where it is one long thread. Shared by
 * threads; the same bytes for any number of them.
 */
bool ent_rows_distances(const EntRows *rows, EntDistance which, EntDistances *distances,
                        EntWatch *watch);

#endif
