/* SPDX-License-Identifier: MIT */
/*
 * Density: the share of the pairs of nodes that are tied: m / (n (n - 1) / 2), in a directed view
 * the share of the arrows that could be, m / (n (n - 1)). Wasserman, S., Faust, K. (1994): Social
 * Network Analysis, 101 and 129. Cost: n + m.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    (void)options;
    return ent_igraph_done(igraph_density(&graph->graph, &figured->values[0].value, false), error);
}

const EntFigure ent_figure_density = {
    .name = "density",
    .summary = "share of the pairs of nodes that are tied; directed, of the arrows that could be",
    .definition = "number of pairs of nodes with a tie, divided by n (n - 1) / 2; directed: number "
                  "of pairs with an arrow from the one to the other, divided by n (n - 1); "
                  "undefined below two nodes",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined below two nodes",
    .run = run,
};
