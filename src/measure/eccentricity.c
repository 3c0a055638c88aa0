/* SPDX-License-Identifier: MIT */
/*
 * Eccentricity: how far away the farthest node is. Low for the centre of a graph.
 *
 *     e(v) = max over reachable u of d(v, u)
 *
 * d is the length of a shortest path from v, along the arrows in a directed view; weights are
 * lengths. Undefined where no other node is reached. Where the graph is not connected, the farthest
 * is that of the nodes reached, and values of different components do not compare. Hage, P.,
 * Harary, F. (1995): Eccentricity and centrality in networks, Social Networks 17, 57-63. Cost: as
 * closeness.c; it can be stopped.
 */
#include "measure/kernels.h"
#include "measure/measure_def.h"
#include "measure/registry.h"

#include <math.h>

static igraph_error_t run_part(const EntGraph *graph, igraph_vs_t vertices, igraph_vector_t *result,
                               gpointer data)
{
    (void)data;
    return igraph_eccentricity_dijkstra(&graph->graph, ent_graph_weights(graph), result, vertices,
                                        IGRAPH_OUT);
}

static bool run_unweighted(const EntGraph *graph, const EntMeasureOptions *options,
                           EntColumn *column, GError **error)
{
    g_auto(EntDistances) distances = {0};

    if (!ent_graph_distances(graph, ENT_DISTANCE_FROM, options, &distances, error))
        return false;
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = distances.farthest[i];
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    igraph_bool_t connected;

    if (graph->weighted ? !ent_column_by_parts(column, graph, run_part, NULL, error)
                        : !run_unweighted(graph, options, column, error))
        return false;
    if (!ent_igraph_done(igraph_is_connected(&graph->graph, &connected, IGRAPH_STRONG), error))
        return false;
    for (gsize i = 0; i < column->length; i++) /* 0: no other is reached */
        if (!(column->values[i] > 0))
            column->values[i] = NAN;
    if (!connected)
        ent_column_note(column, "not every node reaches every other: the farthest is that of the "
                                "nodes reached");
    return true;
}

const EntMeasure ent_measure_eccentricity = {
    .name = "eccentricity",
    .summary = "how far the farthest node is: low in the centre",
    .definition = "largest distance from the node to a node it reaches; undefined where it reaches "
                  "none",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .undefined = "undefined for nodes that reach no other",
    .run = run,
};
