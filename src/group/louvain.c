/* SPDX-License-Identifier: MIT */
/*
 * Louvain: groups with more ties inside than chance would give them. Nodes move to the neighbouring
 * group that raises modularity (see leiden.c) most, then groups become nodes and the same begins
 * anew, until nothing rises. A group may fall into parts: 'leiden' keeps them together.
 *
 * Direction does not count. Blondel, V. D., Guillaume, J.-L., Lambiotte, R., Lefebvre, E. (2008):
 * Fast unfolding of communities in large networks, Journal of Statistical Mechanics, P10008.
 * Cost: near linear in m, but on some graphs it never ends.
 */
#include "group/group_def.h"
#include "group/registry.h"

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    return ent_igraph_done(igraph_community_multilevel(&graph->graph, ent_graph_weights(graph),
                                                       options->resolution, membership, NULL, NULL),
                           error);
}

const EntGrouping ent_group_louvain = {
    .name = "louvain",
    .summary = "communities by moving nodes while modularity rises",
    .definition = "groups with more ties inside than chance would give them, found by moving "
                  "nodes, then whole groups, while modularity rises, at the resolution asked for",
    .arrows = ENT_ARROWS_NONE,
    .weighs = true,
    .resolves = true,
    .run = run,
};
