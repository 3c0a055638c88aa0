/* SPDX-License-Identifier: MIT */
/*
 * Cores: the shells of the graph, from the thin outside to the dense middle. A group has the nodes
 * of one coreness, the greatest k such that the node belongs to a part of the graph in which every
 * node has at least k ties to others of that part; the k-core itself is the groups of coreness k
 * and more together.
 *
 * Neither direction nor weights count, parallel edges count once; opposite edges of a directed view
 * are two ties. Seidman, S. B. (1983): Network structure and minimum degree, Social Networks 5,
 * 269-287; Batagelj, V., Zaversnik, M. (2003): An O(m) algorithm for cores decomposition of
 * networks. Cost: n + m.
 */
#include "group/group_def.h"
#include "group/registry.h"

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    (void)options;
    return ent_igraph_done(igraph_coreness(&graph->graph, membership, IGRAPH_ALL), error);
}

const EntGrouping ent_group_cores = {
    .name = "cores",
    .summary = "shells from the outside to the dense core",
    .definition = "nodes of the same coreness are in one group: the greatest k such that each "
                  "belongs to a part of the graph in which every node has at least k ties to "
                  "others of that part; parallel edges count once",
    .arrows = ENT_ARROWS_IGNORE,
    .level = "coreness",
    .note = "groups are shells, not communities: 'coreness' says how deep they lie",
    .run = run,
};
