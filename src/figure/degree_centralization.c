/* SPDX-License-Identifier: MIT */
/*
 * Degree centralization: how far one node has all the ties.
 *
 *     C = sum over v of (max d - d(v)) / ((n - 1) (n - 2))
 *
 * 1 for a star, 0 where all degrees are the same. In a directed view one value for the arrows that
 * lead to a node and one for those from it, each divided by (n - 1)^2. Freeman, L. C. (1978):
 * Centrality in social networks, Social Networks 1, 215-239. Cost: n + m.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

#include <math.h>

static bool centralize(const EntGraph *graph, igraph_neimode_t mode, double *value, GError **error)
{
    g_auto(igraph_vector_t) degrees = {0};
    gsize length = (gsize)igraph_vcount(&graph->graph);
    double n = (double)length;

    if (!ent_igraph_done(igraph_vector_init(&degrees, 0), error) ||
        !ent_igraph_done(
            igraph_strength(&graph->graph, &degrees, igraph_vss_all(), mode, IGRAPH_NO_LOOPS, NULL),
            error))
        return false;
    *value = n < 3 ? NAN
                   : ent_centralization(VECTOR(degrees), length,
                                        (n - 1) * (graph->directed ? n - 1 : n - 2));
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    double in, out;

    (void)options;
    if (!graph->directed)
        return centralize(graph, IGRAPH_ALL, &figured->values[0].value, error);
    if (!centralize(graph, IGRAPH_IN, &in, error) || !centralize(graph, IGRAPH_OUT, &out, error))
        return false;
    ent_figured_add(figured, "in", in);
    ent_figured_add(figured, "out", out);
    return true;
}

const EntFigure ent_figure_degree_centralization = {
    .name = "degree-centralization",
    .summary = "how far one node has all the ties: 1 in a star, 0 where all have as many",
    .definition =
        "sum over all nodes of how far their degrees, parallel edges being one, are below "
        "the largest, divided by (n - 1) (n - 2); directed: of arrows to the node, and "
        "from it, divided by (n - 1)^2; undefined below three nodes",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined below three nodes",
    .run = run,
};
