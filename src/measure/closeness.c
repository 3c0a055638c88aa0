/* SPDX-License-Identifier: MIT */
/*
 * Closeness: how near a node is to those it can reach.
 *
 *     c(v) = 1 / (sum over reachable u other than v of d(v, u))
 *
 * d is the length of a shortest path from v, along the arrows in a directed view; weights are
 * lengths. Normalized: times the number of nodes reached, so 1 / (mean distance). Undefined where
 * no other node is reached. Where the graph is not connected, values of nodes that reach different
 * numbers of others do not compare: harmonic does. Freeman, L. C. (1978): Centrality in social
 * networks, Social Networks 1, 215-239. Cost: n m / 512 in a shallow graph, with weights n m log n;
 * it can be stopped.
 */
#include "measure/kernels.h"
#include "measure/measure_def.h"
#include "measure/registry.h"

typedef struct {
    bool normalized;
    bool all_reachable;
} Closeness;

static igraph_error_t run_part(const EntGraph *graph, igraph_vs_t vertices, igraph_vector_t *result,
                               gpointer data)
{
    Closeness *closeness = data;
    igraph_bool_t all_reachable = true;
    igraph_error_t code =
        igraph_closeness(&graph->graph, result, NULL, &all_reachable, vertices, IGRAPH_OUT,
                         ent_graph_weights(graph), closeness->normalized);

    closeness->all_reachable = closeness->all_reachable && all_reachable;
    return code;
}

static bool run_unweighted(const EntGraph *graph, const EntMeasureOptions *options,
                           EntColumn *column, bool *all_reachable, GError **error)
{
    g_auto(EntDistances) distances = {0};

    if (!ent_graph_distances(graph, ENT_DISTANCE_FROM, options, &distances, error))
        return false;
    for (gsize i = 0; i < column->length; i++) {
        guint32 reached = distances.reached[i];

        if (reached)
            column->values[i] = (options->normalized ? reached : 1) / (double)distances.sums[i];
        *all_reachable = *all_reachable && reached == column->length - 1;
    }
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    Closeness closeness = {options->normalized, true};

    if (graph->weighted ? !ent_column_by_parts(column, graph, run_part, &closeness, error)
                        : !run_unweighted(graph, options, column, &closeness.all_reachable, error))
        return false;
    if (!closeness.all_reachable)
        ent_column_note(column, "not every node reaches every other, and distances are to the "
                                "nodes reached: 'harmonic' compares better");
    return true;
}

const EntMeasure ent_measure_closeness = {
    .name = "closeness",
    .summary = "how near the node is to those it reaches",
    .definition = "1 divided by the sum of the distances from the node to the nodes it reaches; "
                  "undefined where it reaches none; normalized: times the number of nodes reached, "
                  "which is 1 divided by the mean distance",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_LENGTHS,
    .reach = ENT_REACH_COMPONENT,
    .undefined = "undefined for nodes that reach no other",
    .run = run,
};
