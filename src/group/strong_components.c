/* SPDX-License-Identifier: MIT */
/*
 * Strong components: two nodes are in the same one if, following the arrows, a way leads from each
 * to the other; an edge of a symmetric type is an arrow both ways. Tarjan, R. E. (1972):
 * Depth-first search and linear graph algorithms, SIAM Journal on Computing 1, 146-160.
 * Cost: n + m.
 */
#include "group/group_def.h"
#include "group/registry.h"

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    (void)options;
    return ent_igraph_done(
        igraph_connected_components(&graph->graph, membership, NULL, NULL, IGRAPH_STRONG), error);
}

const EntGrouping ent_group_strong_components = {
    .name = "strong-components",
    .summary = "parts in which the arrows lead from each node to each other",
    .definition = "nodes that reach each other along the arrows are in one group; it follows the "
                  "arrows also where the graph is measured as undirected",
    .arrows = ENT_ARROWS_FOLLOW,
    .run = run,
};
