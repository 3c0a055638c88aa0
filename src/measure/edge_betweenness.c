/* SPDX-License-Identifier: MIT */
/*
 * Edge betweenness: how many shortest paths lead over an edge.
 *
 *     b(e) = sum over pairs s, t of (shortest paths from s to t over e) /
 *            (shortest paths from s to t)
 *
 * Each pair counts once in an undirected graph, both ways in a directed one, where an edge of a
 * symmetric type has the paths both ways over it. Weights are lengths. Edges that count as one tie
 * all have its value. Normalized: divided by the number of pairs, n (n - 1) / 2 undirected,
 * n (n - 1) directed. Girvan, M., Newman, M. E. J. (2002): Community structure in social and
 * biological networks, PNAS 99, 7821-7826. Cost: n m, with weights n m log n; it can be stopped.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_t) result = {0};
    double n = (double)igraph_vcount(&graph->graph);

    if (!ent_igraph_done(igraph_vector_init(&result, 0), error) ||
        !ent_igraph_done(igraph_edge_betweenness(&graph->graph, &result, graph->directed,
                                                 ent_graph_weights(graph)),
                         error))
        return false;
    ent_column_take_edges(column, graph, &result);
    if (options->normalized)
        ent_column_divide(column, n * (n - 1) / (graph->directed ? 1 : 2), 2);
    return true;
}

const EntMeasure ent_measure_edge_betweenness = {
    .name = "edge-betweenness",
    .summary = "how much the edge lies between nodes",
    .definition = "number of pairs of nodes whose shortest path leads over the edge, a pair with "
                  "several shortest paths counting by its share of them; normalized: divided by "
                  "the number of pairs of nodes",
    .of = ENT_OF_EDGES,
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .run = run,
};
