/* SPDX-License-Identifier: MIT */
/*
 * Mean distance: over the ordered pairs of nodes of which the first reaches the second, along the
 * arrows in a directed view; weights are lengths. The characteristic path length of Watts, D.,
 * Strogatz, S. (1998): Collective dynamics of small-world networks, Nature 393, 440-442. Cost: as
 * the diameter; it can be stopped.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"
#include "measure/kernels.h"

#include <math.h>

static bool run_weighted(const EntGraph *graph, double *mean, double *apart, GError **error)
{
    return ent_igraph_done(igraph_average_path_length_dijkstra(
                               &graph->graph, mean, apart, ent_graph_weights(graph), true, true),
                           error);
}

static bool run_unweighted(const EntGraph *graph, const EntMeasureOptions *options, double *mean,
                           double *apart, GError **error)
{
    g_auto(EntDistances) distances = {0};
    double nodes = (double)igraph_vcount(&graph->graph), sum = 0, pairs = 0;

    if (!ent_graph_distances(graph, ENT_DISTANCE_FROM, options, &distances, error))
        return false;
    for (gsize i = 0; i < (gsize)nodes; i++) {
        sum += (double)distances.sums[i];
        pairs += distances.reached[i];
    }
    *mean = pairs > 0 ? sum / pairs : NAN;
    *apart = nodes * (nodes - 1) - pairs;
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    double *mean = &figured->values[0].value, apart = 0;

    if (graph->weighted ? !run_weighted(graph, mean, &apart, error)
                        : !run_unweighted(graph, options, mean, &apart, error))
        return false;
    if (apart > 0 && !isnan(*mean))
        ent_figured_note(figured, "of the pairs of nodes of which one reaches the other");
    return true;
}

const EntFigure ent_figure_mean_distance = {
    .name = "mean-distance",
    .summary = "steps between two nodes, on average",
    .definition = "mean of the distances between two nodes, directed: along the arrows, of those "
                  "pairs of which one reaches the other; undefined without edges",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_LENGTHS,
    .undefined = "undefined without edges",
    .run = run,
};
