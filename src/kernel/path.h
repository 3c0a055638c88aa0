/* SPDX-License-Identifier: MIT */
/* Draws shortest paths by lot. */
#ifndef ENT_KERNEL_PATH_H
#define ENT_KERNEL_PATH_H

#include "kernel/lot.h"
#include "kernel/rows.h"

typedef struct EntPathFinder EntPathFinder;

/* rows must outlive it. */
EntPathFinder *ent_path_finder_new(const EntRows *rows);
void ent_path_finder_free(EntPathFinder *finder);

/*
 * Draws one of the shortest paths between two different nodes, each of them as likely as any other;
 * *inner is what lies between its ends, in no order, good until the next call; how many they are
 * (0 also where there is no path). Cost: about the square root of a whole search in a graph with
 * hubs.
 */
guint32 ent_path_draw(EntPathFinder *finder, guint32 from, guint32 to, EntLot *lot,
                      const guint32 **inner);

#endif
