/* SPDX-License-Identifier: MIT */
/*
 * Betweenness: how many shortest paths between other nodes pass through a node.
 *
 *     b(v) = sum over pairs s, t other than v of (shortest paths from s to t through v) /
 *            (shortest paths from s to t)
 *
 * Each pair counts once in an undirected graph, both ways in a directed one. Weights are lengths.
 * Normalized: divided by the number of such pairs, (n - 1)(n - 2) / 2 undirected, (n - 1)(n - 2)
 * directed; undefined below three nodes. Freeman, L. C. (1977): A set of measures of centrality
 * based on betweenness, Sociometry 40, 35-41; Brandes, U. (2001): A faster algorithm for
 * betweenness centrality, Journal of Mathematical Sociology 25, 163-177.
 * Cost: n m on all processors, with weights n m log n on one; it can be stopped.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include "kernel/betweenness.h"
#include "measure/kernels.h"

#include <math.h>

static bool run_weighted(const EntGraph *graph, EntColumn *column, GError **error)
{
    g_auto(igraph_vector_t) result = {0};

    if (!ent_igraph_done(igraph_vector_init(&result, 0), error) ||
        !ent_igraph_done(igraph_betweenness(&graph->graph, &result, igraph_vss_all(),
                                            graph->directed, ent_graph_weights(graph)),
                         error))
        return false;
    ent_column_take(column, &result);
    return true;
}

static bool run_unweighted(const EntGraph *graph, const EntMeasureOptions *options,
                           EntColumn *column, GError **error)
{
    g_autoptr(EntRows) rows = ent_graph_rows(graph);
    EntWatch watch;

    ent_watch_init(&watch, options->progress, options->progress_data);
    return ent_kernel_done(ent_rows_betweenness(rows, column->values, &watch), error);
}

static void note_overflow(EntColumn *column)
{
    for (gsize i = 0; i < column->length; i++) {
        if (!isnan(column->values[i]))
            continue;
        ent_column_note(column, "undefined where the shortest paths are too many to count");
        return;
    }
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    double n = (double)column->length;

    if (graph->weighted ? !run_weighted(graph, column, error)
                        : !run_unweighted(graph, options, column, error))
        return false;
    note_overflow(column);
    if (options->normalized)
        ent_column_divide(column, (n - 1) * (n - 2) / (graph->directed ? 1 : 2), 3);
    return true;
}

const EntMeasure ent_measure_betweenness = {
    .name = "betweenness",
    .summary = "how much the node lies between others",
    .definition = "number of pairs of other nodes whose shortest path passes through the node, a "
                  "pair with several shortest paths counting by its share of them; normalized: "
                  "divided by the number of pairs of other nodes",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .run = run,
};
