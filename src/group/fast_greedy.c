/* SPDX-License-Identifier: MIT */
/*
 * Fast greedy: beginning with every node alone, the two groups whose joining raises modularity (see
 * leiden.c) most are joined, again and again; the partition of largest modularity on the way is
 * kept. Not random. It tends to a few large groups.
 *
 * Direction does not count. Clauset, A., Newman, M. E. J., Moore, C. (2004): Finding community
 * structure in very large networks, Physical Review E 70, 066111. Cost: m d log n, d the depth of
 * the joining; n log^2 n for many graphs.
 */
#include "group/group_def.h"
#include "group/registry.h"

/* The partition of largest modularity: igraph's own choice never is the one of all joins. */
static bool cut(igraph_integer_t nodes, const igraph_matrix_int_t *merges,
                const igraph_vector_t *modularity, igraph_vector_int_t *membership, GError **error)
{
    return ent_igraph_done(igraph_community_to_membership(merges, nodes,
                                                          igraph_vector_which_max(modularity),
                                                          membership, NULL),
                           error);
}

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    g_auto(igraph_matrix_int_t) merges = {0};
    g_auto(igraph_vector_t) modularity = {0};

    (void)options;
    return ent_igraph_done(igraph_matrix_int_init(&merges, 0, 0), error) &&
           ent_igraph_done(igraph_vector_init(&modularity, 0), error) &&
           ent_igraph_done(igraph_community_fastgreedy(&graph->graph, ent_graph_weights(graph),
                                                       &merges, &modularity, NULL),
                           error) &&
           cut(igraph_vcount(&graph->graph), &merges, &modularity, membership, error);
}

const EntGrouping ent_group_fast_greedy = {
    .name = "fast-greedy",
    .summary = "communities by joining what raises modularity most",
    .definition = "beginning with every node alone, the two groups whose joining raises "
                  "modularity most are joined; the partition of largest modularity on the way is "
                  "kept",
    .arrows = ENT_ARROWS_NONE,
    .weighs = true,
    .run = run,
};
