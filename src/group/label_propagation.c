/* SPDX-License-Identifier: MIT */
/*
 * Label propagation: every node begins with a label of its own and, in random order, takes the one
 * that most of its neighbours have, by the weight of its ties to them, until each has such a label.
 * Groups are the nodes of one label. Quick and rough: another seed can give other groups.
 *
 * In a directed graph labels go along the arrows. Raghavan, U. N., Albert, R., Kumara, S. (2007):
 * Near linear time algorithm to detect community structures in large-scale networks, Physical
 * Review E 76, 036106. Cost: some m, without a bound.
 */
#include "group/group_def.h"
#include "group/registry.h"

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    (void)options;
    return ent_igraph_done(igraph_community_label_propagation(&graph->graph, membership, IGRAPH_OUT,
                                                              ent_graph_weights(graph), NULL, NULL),
                           error);
}

const EntGrouping ent_group_label_propagation = {
    .name = "label-propagation",
    .summary = "groups by taking the label of most neighbours; quick and rough",
    .definition = "each node takes, again and again, the label that its ties to neighbours give "
                  "most weight; nodes of one label are a group; labels go along the arrows of a "
                  "directed graph",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = true,
    .run = run,
};
