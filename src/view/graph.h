/* SPDX-License-Identifier: MIT */
/*
 * A view as an igraph graph: vertex i is the view's ith node. Loops are dropped. In a directed
 * graph an edge of a symmetric type is two arcs.
 */
#ifndef ENT_VIEW_GRAPH_H
#define ENT_VIEW_GRAPH_H

#include <igraph/igraph.h>
#include <entente/view.h>

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_t, igraph_vector_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_int_t, igraph_vector_int_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_int_list_t, igraph_vector_int_list_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_matrix_t, igraph_matrix_destroy)

typedef struct {
    const EntView *view;
    igraph_t graph;
    igraph_vector_t weights; /* one for each igraph edge, finite and > 0; all 1 where unweighted */
    bool weighted;           /* false: pass no weights to igraph */
    bool directed;
    guint32 *edges; /* igraph edge -> the dossier's edge (the first of merged ones) */
    guint32 *arcs;  /* view's ith edge -> 2i, 2i + 1: the igraph edges it became, ENT_NONE */
} EntGraph;

/* Which way the edges of a graph point. */
typedef enum {
    ENT_ARROWS_VIEW,   /* as the view says */
    ENT_ARROWS_FOLLOW, /* directed, whatever the view says */
    ENT_ARROWS_IGNORE, /* undirected, but in a directed view opposite edges are not parallel: each
                          edge, symmetric or not, counts once at both its ends */
    ENT_ARROWS_NONE,   /* undirected: edges between the same two nodes are parallel */
} EntArrows;

/* What becomes of parallel edges: those of the same ends and, of a directed graph, direction. */
typedef enum {
    ENT_MERGE_NOT,
    ENT_MERGE_SUM,      /* one edge, the weights add up; unweighted, it counts once */
    ENT_MERGE_EACH,     /* the same, but unweighted it weighs as many as it was merged from */
    ENT_MERGE_SHORTEST, /* one edge, the least weight: weights that are lengths */
} EntMerge;

/* Where the view's weight is the count of parallel edges, they are merged whatever `merge` says,
 * and each edge weighs what it was merged from. */
EntGraph *ent_graph_new(const EntView *view, EntArrows arrows, EntMerge merge, GError **error);
void ent_graph_free(EntGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntGraph, ent_graph_free)

/* The weights as igraph wants them: NULL where unweighted. */
const igraph_vector_t *ent_graph_weights(const EntGraph *graph);

/*
 * igraph's errors as GError: between ent_igraph_begin() and ent_igraph_end() igraph's handlers are
 * ours (they never print, and abort only where igraph finds itself broken), and
 * `if (!ent_igraph_done(igraph_foo(...), error)) ...` says whether a call went well. After a
 * failure its outputs are not to be read. progress (NULL: nobody) is asked at most 20 times a
 * second and stops the call with ENT_ERROR_COMPUTE where it returns false.
 *
 * Pairs may nest; the outermost one's progress counts. igraph's handlers are the process's, and
 * igraph is not thread-safe: one thread at a time.
 */
void ent_igraph_begin(bool (*progress)(double share, gpointer data), gpointer data);
void ent_igraph_end(void);

/* What follows is the part from first to last, of 0 to 1, of the whole computation. */
void ent_igraph_span(double first, double last);
bool ent_igraph_done(igraph_error_t code, GError **error);

/* Whether progress said to stop: a call may have turned that into another error of its own. */
bool ent_igraph_stopped(void);

#endif
