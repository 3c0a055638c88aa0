/* SPDX-License-Identifier: MIT */
/*
 * Closeness-in: how near a node is to those that reach it along the arrows.
 *
 *     c(v) = 1 / (sum over u other than v that reach v of d(u, v))
 *
 * Follows the arrows also where the view does not; an edge of a symmetric type leads both ways.
 * Weights are lengths. Normalized: times the number of nodes that reach it. Undefined where none
 * does. Reference and cost: closeness.c.
 */
#include "measure/distance.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_fill_closeness(graph, ENT_DISTANCE_TO, options, column, error);
}

const EntMeasure ent_measure_closeness_in = {
    .name = "closeness-in",
    .summary = "how near the node is to those that reach it",
    .definition = "1 divided by the sum of the distances to the node, along the arrows, from the "
                  "nodes that reach it; undefined where none does; normalized: times their number, "
                  "which is 1 divided by the mean distance",
    .arrows = ENT_ARROWS_FOLLOW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .undefined = "undefined for nodes that no other reaches",
    .run = run,
};
