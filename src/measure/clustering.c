/* SPDX-License-Identifier: MIT */
/*
 * Clustering: the share of a node's pairs of neighbours that are neighbours themselves.
 *
 *     c(v) = 2 t(v) / (k(v) (k(v) - 1))
 *
 * with t(v) the triangles at v and k(v) its neighbours. Direction, weight and number of the edges
 * between two nodes do not count. Undefined for a node with fewer than two neighbours. Watts, D.
 * J., Strogatz, S. H. (1998): Collective dynamics of 'small-world' networks, Nature 393, 440-442.
 * Cost: n d^2, d the mean degree; it can be stopped.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_t) result = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_init(&result, 0), error) ||
        !ent_igraph_done(igraph_transitivity_local_undirected(
                             &graph->graph, &result, igraph_vss_all(), IGRAPH_TRANSITIVITY_NAN),
                         error))
        return false;
    ent_column_take(column, &result);
    return true;
}

const EntMeasure ent_measure_clustering = {
    .name = "clustering",
    .summary = "how often the node's neighbours are neighbours",
    .definition = "share of the pairs of the node's neighbours that are tied to each other, "
                  "whatever the edges' direction and weight; undefined with fewer than two "
                  "neighbours",
    .arrows = ENT_ARROWS_NONE,
    .parallel = ENT_COUNTS_ALWAYS_ONCE,
    .weighs = ENT_WEIGHS_NOTHING,
    .reach = ENT_REACH_NEIGHBOURS,
    .undefined = "undefined for nodes with fewer than two neighbours",
    .run = run,
};
