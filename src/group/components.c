/* SPDX-License-Identifier: MIT */
/*
 * Components: the parts of the graph that do not hang together with one another. Two nodes are in
 * the same component if a way of edges leads from one to the other, whatever the edges' direction
 * (weakly connected components). Cost: n + m.
 */
#include "group/group_def.h"
#include "group/registry.h"

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    (void)options;
    return ent_igraph_done(
        igraph_connected_components(&graph->graph, membership, NULL, NULL, IGRAPH_WEAK), error);
}

const EntGrouping ent_group_components = {
    .name = "components",
    .summary = "parts that do not hang together",
    .definition = "nodes that a way of edges leads between, whatever their direction, are in one "
                  "group",
    .arrows = ENT_ARROWS_NONE,
    .run = run,
};
