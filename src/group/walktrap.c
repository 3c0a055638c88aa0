/* SPDX-License-Identifier: MIT */
/*
 * Walktrap: groups that short random walks do not leave. Nodes from which walks of four steps come
 * to the same places are near each other; the nearest are joined, again and again, and of the
 * partitions on the way the one of largest modularity is kept.
 *
 * Direction does not count. Pons, P., Latapy, M. (2005): Computing communities in large networks
 * using random walks, ISCIS 2005, 284-293. Cost: n^2 log n as a rule, n^2 m at most.
 */
#include "group/group_def.h"
#include "group/registry.h"

#define STEPS 4

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    g_auto(igraph_matrix_int_t) merges = {0}; /* without these two igraph finds no best partition */
    g_auto(igraph_vector_t) modularity = {0};

    (void)options;
    return ent_igraph_done(igraph_matrix_int_init(&merges, 0, 0), error) &&
           ent_igraph_done(igraph_vector_init(&modularity, 0), error) &&
           ent_igraph_done(igraph_community_walktrap(&graph->graph, ent_graph_weights(graph), STEPS,
                                                     &merges, &modularity, membership),
                           error);
}

const EntGrouping ent_group_walktrap = {
    .name = "walktrap",
    .summary = "groups that short random walks do not leave",
    .definition = "nodes from which random walks of four steps come to the same places are joined, "
                  "the nearest first; the partition of largest modularity on the way is kept",
    .arrows = ENT_ARROWS_NONE,
    .weighs = true,
    .run = run,
};
