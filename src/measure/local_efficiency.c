/* SPDX-License-Identifier: MIT */
/*
 * Local efficiency: how near a node's neighbours stay to one another without it.
 *
 *     e(v) = 1 / (k (k - 1)) * sum over ordered pairs a, b of the k neighbours of v of
 *            1 / d(a, b) in the graph without v
 *
 * Low: the node is missed. Neighbours are those an edge of either direction ties to the node;
 * distances are along the arrows in a directed view; weights are lengths. igraph's definition, in
 * which ways between neighbours may lead over any other node; that of Latora, V., Marchiori, M.
 * (2001), Efficient behavior of small-world networks, Physical Review Letters 87, 198701, lets them
 * lead over neighbours only. Undefined with fewer than two neighbours. Vragovic, I., Louis, E.,
 * Diaz-Guilera, A. (2005): Efficiency of informational transfer in regular and complex networks,
 * Physical Review E 71, 036122. Cost: up to m (n + m), with weights times log n; it can be stopped.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include <math.h>

static igraph_error_t run_part(const EntGraph *graph, igraph_vs_t vertices, igraph_vector_t *result,
                               gpointer data)
{
    (void)data;
    return igraph_local_efficiency(&graph->graph, result, vertices, ent_graph_weights(graph),
                                   graph->directed, IGRAPH_ALL);
}

/* igraph's 0 for those is no value. */
static bool leave_out_lonely(const EntGraph *graph, EntColumn *column, GError **error)
{
    g_auto(igraph_vector_int_t) neighbours = {0};

    if (!ent_igraph_done(igraph_vector_int_init(&neighbours, 0), error))
        return false;
    for (gsize i = 0; i < column->length; i++) {
        igraph_integer_t distinct = 0;

        if (!ent_igraph_done(
                igraph_neighbors(&graph->graph, &neighbours, (igraph_integer_t)i, IGRAPH_ALL),
                error))
            return false;
        for (igraph_integer_t j = 0; j < igraph_vector_int_size(&neighbours); j++)
            distinct += j == 0 || VECTOR(neighbours)[j] != VECTOR(neighbours)[j - 1];
        if (distinct < 2)
            column->values[i] = NAN;
    }
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    (void)options;
    return ent_column_by_parts(column, graph, run_part, NULL, error) &&
           leave_out_lonely(graph, column, error);
}

const EntMeasure ent_measure_local_efficiency = {
    .name = "local-efficiency",
    .summary = "how near the node's neighbours are without it",
    .definition = "mean of 1 / distance between the node's neighbours, pair by pair, in the graph "
                  "without the node, 0 for those that do not reach one another; undefined with "
                  "fewer than two neighbours",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .undefined = "undefined for nodes with fewer than two neighbours",
    .run = run,
};
