/* SPDX-License-Identifier: MIT */
/*
 * Infomap: groups that a random walk stays in. The walk, which follows an edge by weight or jumps
 * anywhere with probability 0.15, is written down with a name for each node that is unique within
 * its group, and a name for each change of group; the groups are those that make this shortest.
 * The best of ten tries is kept.
 *
 * Direction counts. Rosvall, M., Bergstrom, C. T. (2008): Maps of random walks on complex networks
 * reveal community structure, Proceedings of the National Academy of Sciences 105, 1118-1123.
 * Cost: ten times some n + m; it can take long.
 */
#include "group/group_def.h"
#include "group/registry.h"

#define TRIES 10

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    double length;

    (void)options;
    return ent_igraph_done(igraph_community_infomap(&graph->graph, ent_graph_weights(graph), NULL,
                                                    TRIES, membership, &length),
                           error);
}

const EntGrouping ent_group_infomap = {
    .name = "infomap",
    .summary = "groups that a random walk stays in",
    .definition = "groups that make the shortest description of a random walk along the edges, "
                  "chosen by weight, that names nodes within groups and changes of group; follows "
                  "the arrows of a directed graph",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = true,
    .run = run,
};
