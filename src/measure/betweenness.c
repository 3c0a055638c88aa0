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
 * Cost: n m on all processors, with weights n m log n on one; it can be stopped. From a sample
 * (kernel/sample.h): of some log(depth) / error^2 shortest paths.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include "kernel/betweenness.h"
#include "kernel/sample.h"
#include "measure/kernels.h"

#include <math.h>

#define RISK 0.1 /* that a sample's error is larger */

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

static double count_pairs(const EntGraph *graph)
{
    double n = (double)igraph_vcount(&graph->graph);

    return (n - 1) * (n - 2) / (graph->directed ? 1 : 2);
}

static void note_sample(const EntGraph *graph, const EntMeasureOptions *options,
                        const EntSample *sample, EntColumn *column)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double error = options->sample * (options->normalized ? 1 : MAX(count_pairs(graph), 0));

    ent_column_note(column,
                    "estimated from %" G_GUINT64_FORMAT " shortest paths drawn by lot: with a "
                    "probability of %g no value is off by more than %s, and nearer ones are not "
                    "told apart",
                    sample->paths, 1 - RISK,
                    g_ascii_formatd(text, sizeof text, error < 100 ? "%.3g" : "%.0f", error));
}

static bool run_unweighted(const EntGraph *graph, const EntMeasureOptions *options,
                           EntColumn *column, GError **error)
{
    g_autoptr(EntRows) rows = ent_graph_rows(graph);
    EntSample sample = {.error = options->sample, .risk = RISK, .seed = options->seed};
    EntWatch watch;

    ent_watch_init(&watch, options->progress, options->progress_data);
    if (!(options->sample > 0))
        return ent_kernel_done(ent_rows_betweenness(rows, column->values, &watch), error);
    if (!ent_kernel_done(ent_rows_sample(rows, &sample, column->values, &watch), error))
        return false;
    note_sample(graph, options, &sample, column);
    return true;
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
    if (graph->weighted ? !run_weighted(graph, column, error)
                        : !run_unweighted(graph, options, column, error))
        return false;
    note_overflow(column);
    if (graph->weighted && options->sample > 0)
        ent_column_note(column, "exact: only paths without weights are sampled");
    if (options->normalized)
        ent_column_divide(column, count_pairs(graph), 3);
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
    .pace = 1e-8,
    .run = run,
};
