/* SPDX-License-Identifier: MIT */
/*
 * Transitivity: how often two neighbours of a node are neighbours: 3 triangles / pairs of ties that
 * meet in a node, whatever the arrows. Watts, D., Strogatz, S. (1998) take a mean over nodes
 * instead; this is that of Barrat, A., Weigt, M. (2000): On the properties of small-world network
 * models, European Physical Journal B 13, 547-560. Cost: the sum of the squared degrees at most.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    (void)options;
    return ent_igraph_done(igraph_transitivity_undirected(&graph->graph, &figured->values[0].value,
                                                          IGRAPH_TRANSITIVITY_NAN),
                           error);
}

const EntFigure ent_figure_transitivity = {
    .name = "transitivity",
    .summary = "how often two neighbours of a node are neighbours",
    .definition = "3 times the number of triangles, divided by the number of pairs of ties that "
                  "meet in a node, whatever the arrows; undefined where no node has two neighbours",
    .arrows = ENT_ARROWS_NONE,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined where no node has two neighbours",
    .run = run,
};
