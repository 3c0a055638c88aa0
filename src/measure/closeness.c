/* SPDX-License-Identifier: MIT */
/*
 * Closeness: how near a node is to those it can reach.
 *
 *     c(v) = 1 / (sum over reachable u other than v of d(v, u))
 *
 * d is the length of a shortest path from v, along the arrows in a directed view; weights are
 * lengths. Normalized: times the number of nodes reached, so 1 / (mean distance). Undefined where
 * no other node is reached. Where the graph is not connected, values of nodes that reach different
 * numbers of others do not compare: harmonic does. Freeman, L. C. (1978): Centrality in social
 * networks, Social Networks 1, 215-239. Cost: n m / 512 in a shallow graph, with weights n m log n;
 * it can be stopped.
 */
#include "measure/distance.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_fill_closeness(graph, ENT_DISTANCE_FROM, options, column, error);
}

const EntMeasure ent_measure_closeness = {
    .name = "closeness",
    .summary = "how near the node is to those it reaches",
    .definition = "1 divided by the sum of the distances from the node to the nodes it reaches; "
                  "undefined where it reaches none; normalized: times the number of nodes reached, "
                  "which is 1 divided by the mean distance",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .undefined = "undefined for nodes that reach no other",
    .run = run,
};
