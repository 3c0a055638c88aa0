/* SPDX-License-Identifier: MIT */
/*
 * Diameter: the largest distance between two nodes of which one reaches the other, along the arrows
 * in a directed view; weights are lengths. Wasserman, S., Faust, K. (1994): Social Network
 * Analysis, 111. Cost: n m / 512 in a shallow graph, with weights n m log n; it can be stopped.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"
#include "measure/kernels.h"

static bool run_weighted(const EntGraph *graph, double *diameter, GError **error)
{
    return ent_igraph_done(igraph_diameter_dijkstra(&graph->graph, ent_graph_weights(graph),
                                                    diameter, NULL, NULL, NULL, NULL, true, true),
                           error);
}

static bool run_unweighted(const EntGraph *graph, const EntMeasureOptions *options,
                           double *diameter, GError **error)
{
    g_auto(EntDistances) distances = {0};
    igraph_integer_t nodes = igraph_vcount(&graph->graph);

    if (!ent_graph_distances(graph, ENT_DISTANCE_FROM, options, &distances, error))
        return false;
    *diameter = 0;
    for (igraph_integer_t i = 0; i < nodes; i++)
        *diameter = MAX(*diameter, distances.farthest[i]);
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    double *diameter = &figured->values[0].value;
    igraph_bool_t connected = true;

    if (!igraph_ecount(&graph->graph))
        return true;
    if (graph->weighted ? !run_weighted(graph, diameter, error)
                        : !run_unweighted(graph, options, diameter, error))
        return false;
    if (!ent_igraph_done(igraph_is_connected(&graph->graph, &connected, IGRAPH_STRONG), error))
        return false;
    if (!connected)
        ent_figured_note(figured, "of the pairs of nodes of which one reaches the other");
    return true;
}

const EntFigure ent_figure_diameter = {
    .name = "diameter",
    .summary = "steps between the two nodes farthest from each other",
    .definition = "largest distance between two nodes, directed: along the arrows, of those pairs "
                  "of which one reaches the other; undefined without edges",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_LENGTHS,
    .undefined = "undefined without edges",
    .run = run,
};
