/* SPDX-License-Identifier: MIT */
/*
 * Dyad census: how many pairs of nodes have arrows both ways (mutual), one way (asymmetric) and
 * none (null). Follows the arrows also where the view does not; an edge of a symmetric type is two.
 * Holland, P. W., Leinhardt, S. (1970): A method for detecting structure in sociometric data,
 * American Journal of Sociology 76, 492-513. Cost: n + m.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    double mutual, asymmetric, null;

    (void)options;
    if (!ent_igraph_done(igraph_dyad_census(&graph->graph, &mutual, &asymmetric, &null), error))
        return false;
    ent_figured_add(figured, "mutual", mutual);
    ent_figured_add(figured, "asymmetric", asymmetric);
    ent_figured_add(figured, "null", null);
    return true;
}

const EntFigure ent_figure_dyad_census = {
    .name = "dyad-census",
    .summary = "pairs of nodes with arrows both ways, one way and none",
    .definition = "number of pairs of nodes with arrows both ways (mutual), one way (asymmetric) "
                  "and none (null), a symmetric relation being two arrows",
    .arrows = ENT_ARROWS_FOLLOW,
    .weighs = ENT_WEIGHS_NOTHING,
    .run = run,
};
