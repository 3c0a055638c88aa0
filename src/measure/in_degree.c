/* SPDX-License-Identifier: MIT */
/*
 * In-degree: the number of edges that lead to a node.
 *
 * Follows the arrows also where the view does not: what an edge is from and to is in the facts. An
 * edge of a symmetric type leads to both its ends. Normalized: divided by n - 1. Cost: n + m.
 */
#include "measure/degree.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_count_degree(graph, IGRAPH_IN, options, column, error);
}

const EntMeasure ent_measure_in_degree = {
    .name = "in-degree",
    .summary = "number of ties that lead to the node",
    .definition = "number of edges that lead to the node, symmetric ones among them, whatever "
                  "their weight; normalized: divided by n - 1, the number of other nodes",
    .arrows = ENT_ARROWS_FOLLOW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_NOTHING,
    .reach = ENT_REACH_NODE,
    .run = run,
};
