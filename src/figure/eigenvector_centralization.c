/* SPDX-License-Identifier: MIT */
/*
 * Eigenvector centralization: how far few nodes have the ties that count.
 *
 *     C = sum over v of (1 - x(v)) / (n - 2)
 *
 * with the largest x being 1: n - 2 is what a single tie among n nodes would give; in a directed
 * view divided by n - 1. Undefined where the graph falls apart, for eigenvector is then computed
 * for each part. Freeman, L. C. (1978), with the divisor of igraph; Bonacich, P. (1972): Factoring
 * and weighting approaches to status scores, Journal of Mathematical Sociology 2, 113-120. Cost:
 * that of eigenvector; it can be stopped.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"
#include "measure/compute.h"
#include "measure/registry.h"

#include <math.h>

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    EntMeasureOptions raw = {.seed = options->seed,
                             .progress = options->progress,
                             .progress_data = options->progress_data};
    g_autoptr(EntColumn) column = NULL;
    double n = (double)igraph_vcount(&graph->graph);
    igraph_bool_t connected = false;

    if (n < 3) {
        ent_figured_note(figured, "undefined below three nodes");
        return true;
    }
    if (!ent_igraph_done(igraph_is_connected(&graph->graph, &connected, IGRAPH_WEAK), error))
        return false;
    if (!connected)
        return true;
    column = ent_measure_compute(&ent_measure_eigenvector, graph->view, &raw, error);
    if (!column)
        return false;
    for (gsize i = 0; i < column->length; i++) {
        if (!isnan(column->values[i]))
            continue;
        ent_figured_note(figured, "undefined, as 'eigenvector' is: no one cycle of edges feeds it");
        return true;
    }
    figured->values[0].value =
        ent_centralization(column->values, column->length, n - (graph->directed ? 1 : 2));
    return true;
}

const EntFigure ent_figure_eigenvector_centralization = {
    .name = "eigenvector-centralization",
    .summary = "how far few nodes have the ties that count: 0 where all have",
    .definition =
        "sum over all nodes of how far their eigenvector scores are below the largest, 1, "
        "divided by n - 2, directed: by n - 1; undefined below three nodes and where the "
        "graph falls apart",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_TIES,
    .undefined = "undefined where the graph falls apart: 'eigenvector' is computed for each part",
    .run = run,
};
