/* SPDX-License-Identifier: MIT */
/*
 * Betweenness centralization: how far one node lies between all others.
 *
 *     C = sum over v of (max b - b(v)) / ((n - 1)^2 (n - 2) / 2)
 *
 * 1 for a star, 0 where all betweennesses are the same; in a directed view divided by
 * (n - 1)^2 (n - 2). Freeman, L. C. (1978): Centrality in social networks, Social Networks 1,
 * 215-239. Cost: that of betweenness; it can be stopped.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"
#include "measure/compute.h"
#include "measure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    EntMeasureOptions raw = {.progress = options->progress,
                             .progress_data = options->progress_data};
    g_autoptr(EntColumn) column = NULL;
    double n = (double)igraph_vcount(&graph->graph);

    if (graph->weighted || n < 3) {
        ent_figured_note(figured, n < 3 ? "undefined below three nodes"
                                        : "undefined with weights: its largest value is not known");
        return true;
    }
    column = ent_measure_compute(&ent_measure_betweenness, graph->view, &raw, error);
    if (!column)
        return false;
    figured->values[0].value = ent_centralization(
        column->values, column->length, (n - 1) * (n - 1) * (n - 2) / (graph->directed ? 1 : 2));
    return true;
}

const EntFigure ent_figure_betweenness_centralization = {
    .name = "betweenness-centralization",
    .summary = "how far one node lies between all others: 1 in a star, 0 where all do alike",
    .definition =
        "sum over all nodes of how far their betweennesses are below the largest, divided "
        "by (n - 1)^2 (n - 2) / 2, directed: by twice that; undefined below three nodes "
        "and with weights",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_TIES,
    .undefined = "undefined where the shortest paths are too many to count",
    .run = run,
};
