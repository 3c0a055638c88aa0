/* SPDX-License-Identifier: MIT */
/*
 * Closeness-out: how near a node is to those it reaches along the arrows.
 *
 *     c(v) = 1 / (sum over u other than v that v reaches of d(v, u))
 *
 * Follows the arrows also where the view does not: what closeness is in a directed view. An edge of
 * a symmetric type leads both ways. Weights are lengths. Normalized: times the number of nodes
 * reached. Undefined where there is none. Reference and cost: closeness.c.
 */
#include "measure/distance.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_fill_closeness(graph, ENT_DISTANCE_FROM, options, column, error);
}

const EntMeasure ent_measure_closeness_out = {
    .name = "closeness-out",
    .summary = "how near the node is to those it reaches by arrows",
    .definition = "1 divided by the sum of the distances from the node, along the arrows, to the "
                  "nodes it reaches; undefined where it reaches none; normalized: times their "
                  "number, which is 1 divided by the mean distance",
    .arrows = ENT_ARROWS_FOLLOW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .undefined = "undefined for nodes that reach no other",
    .run = run,
};
