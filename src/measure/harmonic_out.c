/* SPDX-License-Identifier: MIT */
/*
 * Harmonic-out: how near a node is to all others along the arrows, those it does not reach counting
 * 0.
 *
 *     h(v) = sum over u other than v of 1 / d(v, u)
 *
 * Follows the arrows also where the view does not: what harmonic is in a directed view. An edge of
 * a symmetric type leads both ways. Weights are lengths. Normalized: divided by n - 1, the mean.
 * References and cost: harmonic.c.
 */
#include "measure/distance.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_fill_harmonic(graph, ENT_DISTANCE_FROM, options, column, error);
}

const EntMeasure ent_measure_harmonic_out = {
    .name = "harmonic-out",
    .summary = "how near the node is to all others, by arrows",
    .definition = "sum of 1 / distance from the node, along the arrows, to every other node, 0 for "
                  "those it does not reach; normalized: divided by n - 1, the mean",
    .arrows = ENT_ARROWS_FOLLOW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .run = run,
};
