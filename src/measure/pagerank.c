/* SPDX-License-Identifier: MIT */
/*
 * PageRank: the share of time that a random walk spends at a node. The walk follows an edge from
 * where it is with probability 0.85, chosen in proportion to the edges' weights, and jumps to any
 * node otherwise; from a node without a way out it always jumps. The values add up to 1.
 *
 * Undirected edges are walked both ways. Brin, S., Page, L. (1998): The anatomy of a large-scale
 * hypertextual web search engine, Computer Networks 30, 107-117. Computed by PRPACK.
 * Cost: some tens of n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include <omp.h>

#define DAMPING 0.85

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_t) result = {0};
    int threads = omp_get_max_threads();
    bool done;

    (void)options;
    if (!ent_igraph_done(igraph_vector_init(&result, 0), error))
        return false;
    omp_set_num_threads(1); /* more change the last digits from run to run, and are slower */
    done = ent_igraph_done(igraph_pagerank(&graph->graph, IGRAPH_PAGERANK_ALGO_PRPACK, &result,
                                           NULL, igraph_vss_all(), graph->directed, DAMPING,
                                           ent_graph_weights(graph), NULL),
                           error);
    omp_set_num_threads(threads);
    if (done)
        ent_column_take(column, &result);
    return done;
}

const EntMeasure ent_measure_pagerank = {
    .name = "pagerank",
    .summary = "how often a random walk comes by",
    .definition = "share of time a random walk spends at the node that follows an edge, chosen by "
                  "weight, with probability 0.85 and jumps to any node otherwise; adds up to 1",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .run = run,
};
