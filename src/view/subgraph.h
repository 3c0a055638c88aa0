/* SPDX-License-Identifier: MIT */
/* A part of a view: some of its nodes and edges, for computing what may have changed. */
#ifndef ENT_VIEW_SUBGRAPH_H
#define ENT_VIEW_SUBGRAPH_H

#include <entente/view.h>

/* Places in a view, ascending. */
typedef struct {
    const guint32 *items;
    guint32 length;
} EntPlaces;

/*
 * Those nodes and edges of the view, in its order, weighed and measured as it is; the ends of the
 * edges must be among the nodes. It is for computing only: it describes nothing. The caller's.
 */
EntView *ent_view_subgraph(const EntView *view, EntPlaces nodes, EntPlaces edges);

#endif
