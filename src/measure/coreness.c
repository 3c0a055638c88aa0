/* SPDX-License-Identifier: MIT */
/*
 * Coreness: the greatest k such that a node is in the k-core, the largest part of the graph in
 * which every node has at least k ties to others of it.
 *
 * Direction does not count, but opposite edges of a directed view are two ties. Weights do not
 * count. Seidman, S. B. (1983): Network structure and minimum degree, Social Networks 5, 269-287;
 * Batagelj, V., Zaversnik, M. (2003): An O(m) algorithm for cores decomposition of networks.
 * Cost: n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_int_t) cores = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_int_init(&cores, 0), error) ||
        !ent_igraph_done(igraph_coreness(&graph->graph, &cores, IGRAPH_ALL), error))
        return false;
    ent_column_take_int(column, &cores);
    return true;
}

const EntMeasure ent_measure_coreness = {
    .name = "coreness",
    .summary = "the highest k-core that the node is in",
    .definition = "greatest k such that the node belongs to a part of the graph in which each node "
                  "has at least k ties to others of that part, whatever their direction and weight",
    .arrows = ENT_ARROWS_IGNORE,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_NOTHING,
    .reach = ENT_REACH_COMPONENT,
    .run = run,
};
