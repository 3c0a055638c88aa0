/* SPDX-License-Identifier: MIT */
/*
 * A view as an igraph graph: vertex i is the view's ith node. Loops are dropped. In a directed
 * graph an edge of a symmetric type is two arcs.
 */
#ifndef ENT_VIEW_GRAPH_H
#define ENT_VIEW_GRAPH_H

#include <igraph/igraph.h>
#include <entente/view.h>

typedef struct {
    const EntView *view;
    igraph_t graph;
    igraph_vector_t weights;     /* one for each igraph edge; all 1 where unweighted */
    bool weighted;               /* false: pass no weights to igraph */
    bool directed;
    guint32 *edges;              /* igraph edge -> the dossier's edge (the first of merged ones) */
} EntGraph;

/* merge: parallel edges become one (of a directed graph, those of the same direction); the weights
 * of merged edges add up, and where all weights are 1 the graph stays unweighted. */
EntGraph *ent_graph_new(const EntView *view, bool directed, bool merge, GError **error);
void ent_graph_free(EntGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntGraph, ent_graph_free)

/* The weights as igraph wants them: NULL where unweighted. */
const igraph_vector_t *ent_graph_weights(const EntGraph *graph);

/*
 * igraph's errors as GError: install once per call chain with ent_igraph_begin(), then
 * `if (!ent_igraph_done(igraph_foo(...), error)) ...`. Handlers never abort.
 */
void ent_igraph_begin(bool (*progress)(double share, gpointer data), gpointer data);
bool ent_igraph_done(igraph_error_t code, GError **error);

#endif
