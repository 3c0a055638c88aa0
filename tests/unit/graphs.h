/* SPDX-License-Identifier: MIT */
/* Graphs for the kernels' tests, and igraph's graphs of the same arcs to ask for what is right. */
#ifndef ENT_TESTS_GRAPHS_H
#define ENT_TESTS_GRAPHS_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <omp.h>

#include "kernel/rows.h"
#include "kernel/watch.h"
#include "view/graph.h"

typedef struct {
    guint32 nodes;
    GArray *ends; /* guint32, in pairs */
} Graph;

static inline Graph graph_new(guint32 nodes)
{
    return (Graph){nodes, g_array_new(FALSE, FALSE, sizeof(guint32))};
}

static inline void graph_clear(Graph *graph)
{
    g_array_free(graph->ends, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Graph, graph_clear)

static inline void graph_tie(Graph *graph, guint32 from, guint32 to)
{
    g_array_append_val(graph->ends, from);
    g_array_append_val(graph->ends, to);
}

/* Arcs by lot, no loops; parallel ones as they come. */
static inline Graph graph_random(guint32 nodes, guint32 arcs, guint32 seed)
{
    Graph graph = graph_new(nodes);
    g_autoptr(GRand) lot = g_rand_new_with_seed(seed);

    while (nodes > 1 && graph.ends->len < 2 * arcs) {
        guint32 from = (guint32)g_rand_int_range(lot, 0, (gint32)nodes);
        guint32 to = (guint32)g_rand_int_range(lot, 0, (gint32)nodes);

        if (from != to)
            graph_tie(&graph, from, to);
    }
    return graph;
}

static inline Graph graph_path(guint32 nodes)
{
    Graph graph = graph_new(nodes);

    for (guint32 i = 0; i + 1 < nodes; i++)
        graph_tie(&graph, i, i + 1);
    return graph;
}

static inline Graph graph_cycle(guint32 nodes)
{
    Graph graph = graph_path(nodes);

    graph_tie(&graph, nodes - 1, 0);
    return graph;
}

static inline Graph graph_star(guint32 nodes)
{
    Graph graph = graph_new(nodes);

    for (guint32 i = 1; i < nodes; i++)
        graph_tie(&graph, i % 2 ? 0 : i, i % 2 ? i : 0);
    return graph;
}

/* Trees by lot that hang on the graph: so many nodes more. */
static inline void graph_hang(Graph *graph, guint32 nodes, guint32 seed)
{
    g_autoptr(GRand) lot = g_rand_new_with_seed(seed);

    for (; nodes > 0; nodes--, graph->nodes++)
        graph_tie(graph, (guint32)g_rand_int_range(lot, 0, (gint32)graph->nodes), graph->nodes);
}

static inline EntRows *graph_rows(const Graph *graph, bool directed)
{
    guint32 length = graph->ends->len / 2;
    g_autofree guint32 *from = g_new(guint32, length + 1), *to = g_new(guint32, length + 1);
    EntArcs arcs = {graph->nodes, length, from, to, directed};

    for (guint32 i = 0; i < length; i++) {
        from[i] = g_array_index(graph->ends, guint32, 2 * i);
        to[i] = g_array_index(graph->ends, guint32, 2 * i + 1);
    }
    return ent_rows_new(&arcs);
}

static inline igraph_t graph_igraph(const Graph *graph, bool directed)
{
    igraph_vector_int_t ends;
    igraph_t made;

    igraph_vector_int_init(&ends, graph->ends->len);
    for (guint i = 0; i < graph->ends->len; i++)
        VECTOR(ends)[i] = g_array_index(graph->ends, guint32, i);
    igraph_create(&made, &ends, graph->nodes, directed);
    igraph_vector_int_destroy(&ends);
    return made;
}

/* Shows a graph and what igraph's has to say to a test, directed and not. */
typedef void GraphTest(const Graph *graph, bool directed);

static inline void graph_show(Graph graph, GraphTest *test)
{
    test(&graph, false);
    test(&graph, true);
    graph_clear(&graph);
}

/* All that may be special. */
static inline void graph_show_all(GraphTest *test)
{
    Graph graph;

    for (guint32 nodes = 0; nodes <= 3; nodes++) {
        graph_show(graph_new(nodes), test);
        graph_show(graph_path(nodes), test);
    }
    graph_show(graph_cycle(3), test);
    graph_show(graph_star(20), test);
    graph_show(graph_path(17), test);
    graph_show(graph_cycle(18), test);
    graph_show(graph_path(1000), test); /* more levels than a search has states for */
    graph_show(graph_cycle(1001), test);
    graph = graph_cycle(900); /* likewise, with ways back to levels long past */
    for (guint32 i = 0; i < 300; i++)
        graph_tie(&graph, 600 + i % 290, i);
    graph_show(graph, test);
    graph = graph_new(1); /* a tree */
    graph_hang(&graph, 60, 1);
    graph_show(graph, test);
    graph = graph_cycle(7);
    graph_hang(&graph, 40, 2);
    graph_show(graph, test);
    graph = graph_random(30, 70, 3); /* two components, and a node alone */
    graph.nodes += 12;
    for (guint32 i = 30; i < 40; i++)
        graph_tie(&graph, i, i + 1);
    graph_hang(&graph, 9, 4);
    graph_show(graph, test);
    graph = graph_path(9); /* parallel: each tie twice, and back */
    for (guint32 i = 0; i < 8; i++) {
        graph_tie(&graph, i, i + 1);
        graph_tie(&graph, i + 1, i);
    }
    graph_show(graph, test);
    for (guint32 seed = 0; seed < 60; seed++) {
        guint32 nodes = 2 + seed * 7 % 50;

        graph = graph_random(nodes, nodes * (seed % 5 + 1) / 2, seed);
        graph_hang(&graph, seed % 3 * 5, seed);
        graph_show(graph, test);
    }
    graph_show(graph_random(1500, 4000, 5), test); /* some parts for threads */
}

static inline void assert_close(double value, double expected)
{
    if (isnan(expected) ? !isnan(value)
                        : !(fabs(value - expected) <= 1e-11 * MAX(1, fabs(expected))))
        fail_msg("%.17g, expected %.17g", value, expected);
}

/* Progress that counts its calls, all from one thread, and stops at a number of them. */
typedef struct {
    GThread *thread;
    int calls, last;
    double share;
} Asked;

static inline bool ask(double share, gpointer data)
{
    Asked *asked = data;

    assert_ptr_equal(g_thread_self(), asked->thread);
    assert_true(share >= asked->share && share <= 1);
    asked->share = share;
    return ++asked->calls != asked->last;
}

#endif
