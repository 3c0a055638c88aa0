/* SPDX-License-Identifier: MIT */
/*
 * Harmonic centrality: how near a node is to all others, those it cannot reach counting 0.
 *
 *     h(v) = sum over u other than v of 1 / d(v, u)
 *
 * d is the length of a shortest path from v, along the arrows in a directed view; weights are
 * lengths. Normalized: divided by n - 1, the mean. Rochat, Y. (2009): Closeness centrality extended
 * to unconnected graphs: the harmonic centrality index, ASNA; Boldi, P., Vigna, S. (2014): Axioms
 * for centrality, Internet Mathematics 10, 222-262. Cost: n m / 512 in a shallow graph, with
 * weights n m log n; it can be stopped.
 */
#include "measure/distance.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_fill_harmonic(graph, ENT_DISTANCE_FROM, options, column, error);
}

const EntMeasure ent_measure_harmonic = {
    .name = "harmonic",
    .summary = "how near the node is to all others",
    .definition = "sum of 1 / distance from the node to every other node, 0 for those it does not "
                  "reach; normalized: divided by n - 1, the mean",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .run = run,
};
