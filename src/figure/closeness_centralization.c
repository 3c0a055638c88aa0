/* SPDX-License-Identifier: MIT */
/*
 * Closeness centralization: how far one node is near to all others and the others are not.
 *
 *     C = sum over v of (max c - c(v)) / ((n - 1) (n - 2) / (2 n - 3))
 *
 * with c(v) = (n - 1) / sum of the distances from v, whatever the arrows. 1 for a star, 0 where all
 * are as near. Undefined where the graph is not connected. Freeman, L. C. (1978): Centrality in
 * social networks, Social Networks 1, 215-239. Cost: that of closeness; it can be stopped.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"
#include "measure/kernels.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    g_auto(EntDistances) distances = {0};
    gsize length = (gsize)igraph_vcount(&graph->graph);
    double n = (double)length;
    g_autofree double *values = g_new(double, length + 1);

    if (n < 3) {
        ent_figured_note(figured, "undefined below three nodes");
        return true;
    }
    if (!ent_graph_distances(graph, ENT_DISTANCE_FROM, options, &distances, error))
        return false;
    for (gsize i = 0; i < length; i++) {
        if (distances.reached[i] + 1 < length)
            return true;
        values[i] = (n - 1) / (double)distances.sums[i];
    }
    figured->values[0].value = ent_centralization(values, length, (n - 1) * (n - 2) / (2 * n - 3));
    return true;
}

const EntFigure ent_figure_closeness_centralization = {
    .name = "closeness-centralization",
    .summary = "how far one node is near to all and the others are not: 1 in a star",
    .definition =
        "sum over all nodes of how far their normalized closenesses, whatever the arrows, "
        "are below the largest, divided by (n - 1) (n - 2) / (2 n - 3); undefined below "
        "three nodes and where the graph falls apart",
    .arrows = ENT_ARROWS_NONE,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined where the graph falls apart",
    .run = run,
};
