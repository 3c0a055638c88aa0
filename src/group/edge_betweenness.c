/* SPDX-License-Identifier: MIT */
/*
 * Edge betweenness: the edge that most shortest paths run over is taken away, the paths are counted
 * anew, and so on until no edge is left; the graph falls into more and more parts, and the
 * partition of largest modularity on the way is kept. Not random.
 *
 * Paths follow the arrows of a directed graph. Weights do not count, parallel edges count once.
 * Girvan, M., Newman, M. E. J. (2002): Community structure in social and biological networks,
 * Proceedings of the National Academy of Sciences 99, 7821-7826. Cost: n m^2: for graphs of some
 * hundred nodes.
 */
#include "group/group_def.h"
#include "group/registry.h"

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    g_auto(igraph_vector_t) modularity = {0}; /* without it igraph leaves every node alone */

    (void)options;
    return ent_igraph_done(igraph_vector_init(&modularity, 0), error) &&
           ent_igraph_done(igraph_community_edge_betweenness(&graph->graph, NULL, NULL, NULL, NULL,
                                                             &modularity, membership,
                                                             graph->directed, NULL),
                           error);
}

const EntGrouping ent_group_edge_betweenness = {
    .name = "edge-betweenness",
    .summary = "groups left when the edges between them are cut; slow",
    .definition = "the edge that most shortest paths run over is taken away, again and again; the "
                  "partition into parts of largest modularity on the way is kept; follows the "
                  "arrows of a directed graph; parallel edges count once",
    .arrows = ENT_ARROWS_VIEW,
    .run = run,
};
