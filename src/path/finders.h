/* SPDX-License-Identifier: MIT */
/* The two ways of finding paths. Each adds them to found, cheapest first, as the arrays (GArray of
 * guint32) of the ways they go. */
#ifndef ENT_PATH_FINDERS_H
#define ENT_PATH_FINDERS_H

#include <entente/view.h>
#include "path/reach.h"

/*
 * The first `most` of all that cost least; the number of all, 0 where there is none. The reach
 * must be one that asks for no node to be passed.
 */
double ent_find_least(EntReach *reach, const EntWays *ways, guint32 from, guint32 most,
                      GPtrArray *found);

typedef struct {
    guint32 from;
    guint32 most;
    bool least; /* only those that cost what the first one does */
    bool (*progress)(double share, gpointer data);
    gpointer progress_data;
} EntBestQuery;

/* The `most` cheapest. *all, asked with least: whether there are no others that cost as little.
 * False and an error where it was stopped or gave up. */
bool ent_find_best(EntReach *reach, const EntWays *ways, const EntBestQuery *query,
                   GPtrArray *found, bool *all, GError **error);

#endif
