/* SPDX-License-Identifier: MIT */
/* Definitions and references: closeness.c, harmonic.c. */
#include "measure/distance.h"

typedef struct {
    igraph_neimode_t mode;
    bool normalized;
    bool all_reachable;
} Distances;

static igraph_error_t run_closeness(const EntGraph *graph, igraph_vs_t vertices,
                                    igraph_vector_t *result, gpointer data)
{
    Distances *distances = data;
    igraph_bool_t all_reachable = true;
    igraph_error_t code =
        igraph_closeness(&graph->graph, result, NULL, &all_reachable, vertices, distances->mode,
                         ent_graph_weights(graph), distances->normalized);

    distances->all_reachable = distances->all_reachable && all_reachable;
    return code;
}

bool ent_fill_closeness(const EntGraph *graph, igraph_neimode_t mode,
                        const EntMeasureOptions *options, EntColumn *column, GError **error)
{
    Distances distances = {mode, options->normalized, true};

    if (!ent_column_by_parts(column, graph, run_closeness, &distances, error))
        return false;
    if (!distances.all_reachable)
        ent_column_note(column,
                        "not every node reaches every other, and distances are %s: "
                        "'harmonic-%s' compares better",
                        mode == IGRAPH_IN ? "from the nodes that reach it" : "to the nodes reached",
                        mode == IGRAPH_IN ? "in" : "out");
    return true;
}

static igraph_error_t run_harmonic(const EntGraph *graph, igraph_vs_t vertices,
                                   igraph_vector_t *result, gpointer data)
{
    const Distances *distances = data;

    return igraph_harmonic_centrality(&graph->graph, result, vertices, distances->mode,
                                      ent_graph_weights(graph), false);
}

bool ent_fill_harmonic(const EntGraph *graph, igraph_neimode_t mode,
                       const EntMeasureOptions *options, EntColumn *column, GError **error)
{
    Distances distances = {.mode = mode};

    if (!ent_column_by_parts(column, graph, run_harmonic, &distances, error))
        return false;
    if (options->normalized)
        ent_column_divide(column, (double)column->length - 1, 2);
    return true;
}
