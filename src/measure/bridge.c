/* SPDX-License-Identifier: MIT */
/*
 * Bridge: how many nodes an edge alone ties to the rest.
 *
 *     b(e) = min(|A|, |B|), where the component of e falls into A and B without e; 0 where it does
 *            not fall apart
 *
 * Direction and weight do not count. Edges that count as one tie all have its value: they are a
 * bridge together, each where '--parallel keep' tells them apart is none. Tarjan, R. E. (1974): A
 * note on finding the bridges of a graph, Information Processing Letters 2, 160-161. A bridge is in
 * every spanning tree, so one of its sides is what hangs below it in a breadth-first tree.
 * Cost: n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

/* A breadth-first tree of each component. */
typedef struct {
    igraph_vector_int_t order, parents; /* parents: negative for a root */
    guint32 *sizes;                     /* nodes below each, itself included */
    guint32 *roots;                     /* of each node's tree */
} Forest;

static void clear_forest(Forest *forest)
{
    igraph_vector_int_destroy(&forest->order);
    igraph_vector_int_destroy(&forest->parents);
    g_free(forest->sizes);
    g_free(forest->roots);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Forest, clear_forest)

static bool grow(Forest *forest, const igraph_t *graph, GError **error)
{
    igraph_integer_t nodes = igraph_vcount(graph);

    if (!ent_igraph_done(igraph_vector_int_init(&forest->order, 0), error) ||
        !ent_igraph_done(igraph_vector_int_init(&forest->parents, 0), error) ||
        !ent_igraph_done(igraph_bfs(graph, 0, NULL, IGRAPH_ALL, true, NULL, &forest->order, NULL,
                                    &forest->parents, NULL, NULL, NULL, NULL, NULL),
                         error))
        return false;
    forest->sizes = g_new(guint32, (gsize)nodes + 1);
    forest->roots = g_new(guint32, (gsize)nodes + 1);
    for (igraph_integer_t i = 0; i < nodes; i++) {
        igraph_integer_t node = VECTOR(forest->order)[i], parent = VECTOR(forest->parents)[node];

        forest->sizes[node] = 1;
        forest->roots[node] = parent < 0 ? (guint32)node : forest->roots[parent];
    }
    for (igraph_integer_t i = nodes; i-- > 0;) {
        igraph_integer_t node = VECTOR(forest->order)[i], parent = VECTOR(forest->parents)[node];

        if (parent >= 0)
            forest->sizes[parent] += forest->sizes[node];
    }
    return true;
}

static double smaller_side(const Forest *forest, const igraph_t *graph, igraph_integer_t bridge)
{
    igraph_integer_t from = IGRAPH_FROM(graph, bridge), to = IGRAPH_TO(graph, bridge);
    igraph_integer_t lower = VECTOR(forest->parents)[to] == from ? to : from;
    guint32 below = forest->sizes[lower], all = forest->sizes[forest->roots[lower]];

    return MIN(below, all - below);
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_int_t) bridges = {0};
    g_auto(igraph_vector_t) sides = {0};
    g_auto(Forest) forest = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_int_init(&bridges, 0), error) ||
        !ent_igraph_done(igraph_vector_init(&sides, igraph_ecount(&graph->graph)), error) ||
        !ent_igraph_done(igraph_bridges(&graph->graph, &bridges), error) ||
        !grow(&forest, &graph->graph, error))
        return false;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&bridges); i++) {
        igraph_integer_t bridge = VECTOR(bridges)[i];

        VECTOR(sides)[bridge] = smaller_side(&forest, &graph->graph, bridge);
    }
    ent_column_take_edges(column, graph, &sides);
    return true;
}

const EntMeasure ent_measure_bridge = {
    .name = "bridge",
    .summary = "how many nodes the edge alone ties to the rest",
    .definition = "number of nodes on the smaller side when the edge is taken away and what hung "
                  "together falls apart, 0 where it does not, whatever the edges' direction and "
                  "weight",
    .of = ENT_OF_EDGES,
    .arrows = ENT_ARROWS_NONE,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_NOTHING,
    .run = run,
};
