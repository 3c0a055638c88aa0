/* SPDX-License-Identifier: MIT */
/*
 * Reciprocity: the share of the arrows that have one back. Follows the arrows also where the view
 * does not; an edge of a symmetric type is two. Wasserman, S., Faust, K. (1994): Social Network
 * Analysis, 515. Cost: n + m.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    (void)options;
    return ent_igraph_done(igraph_reciprocity(&graph->graph, &figured->values[0].value, true,
                                              IGRAPH_RECIPROCITY_DEFAULT),
                           error);
}

const EntFigure ent_figure_reciprocity = {
    .name = "reciprocity",
    .summary = "share of the arrows that have one back",
    .definition = "number of arrows from one node to another that have one back, divided by the "
                  "number of arrows, a symmetric relation being two; undefined without edges",
    .arrows = ENT_ARROWS_FOLLOW,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined without edges",
    .run = run,
};
