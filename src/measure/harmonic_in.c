/* SPDX-License-Identifier: MIT */
/*
 * Harmonic-in: how near all other nodes are to a node along the arrows, those that do not reach it
 * counting 0.
 *
 *     h(v) = sum over u other than v of 1 / d(u, v)
 *
 * Follows the arrows also where the view does not; an edge of a symmetric type leads both ways.
 * Weights are lengths. Normalized: divided by n - 1, the mean. References and cost: harmonic.c.
 */
#include "measure/distance.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_fill_harmonic(graph, ENT_DISTANCE_TO, options, column, error);
}

const EntMeasure ent_measure_harmonic_in = {
    .name = "harmonic-in",
    .summary = "how near all others are to the node, by arrows",
    .definition = "sum of 1 / distance to the node, along the arrows, from every other node, 0 for "
                  "those that do not reach it; normalized: divided by n - 1, the mean",
    .arrows = ENT_ARROWS_FOLLOW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .run = run,
};
