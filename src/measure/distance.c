/* SPDX-License-Identifier: MIT */
/* Definitions and references: closeness.c, harmonic.c. Without weights the kernel computes them,
 * with weights igraph. */
#include "measure/distance.h"

#include "measure/kernels.h"

#include <string.h>

typedef struct {
    igraph_neimode_t mode;
    bool normalized;
    bool all_reachable;
} Weighted;

static Weighted weighted_of(EntDistance which, bool normalized)
{
    return (Weighted){which == ENT_DISTANCE_TO ? IGRAPH_IN : IGRAPH_OUT, normalized, true};
}

static igraph_error_t weighted_closeness(const EntGraph *graph, igraph_vs_t vertices,
                                         igraph_vector_t *result, gpointer data)
{
    Weighted *weighted = data;
    igraph_bool_t all_reachable = true;
    igraph_error_t code =
        igraph_closeness(&graph->graph, result, NULL, &all_reachable, vertices, weighted->mode,
                         ent_graph_weights(graph), weighted->normalized);

    weighted->all_reachable = weighted->all_reachable && all_reachable;
    return code;
}

/* True if each node reaches (is reached by) all others. */
static bool divide(const EntDistances *distances, bool normalized, EntColumn *column)
{
    bool all = true;

    for (gsize i = 0; i < column->length; i++) {
        guint32 reached = distances->reached[i];

        if (reached)
            column->values[i] = (normalized ? reached : 1) / (double)distances->sums[i];
        all = all && reached == column->length - 1;
    }
    return all;
}

bool ent_fill_closeness(const EntGraph *graph, EntDistance which, const EntMeasureOptions *options,
                        EntColumn *column, GError **error)
{
    Weighted weighted = weighted_of(which, options->normalized);
    g_auto(EntDistances) distances = {0};
    bool all;

    if (graph->weighted ? !ent_column_by_parts(column, graph, weighted_closeness, &weighted, error)
                        : !ent_graph_distances(graph, which, options, &distances, error))
        return false;
    all =
        graph->weighted ? weighted.all_reachable : divide(&distances, options->normalized, column);
    if (!all)
        ent_column_note(column,
                        "not every node reaches every other, and distances are %s: 'harmonic%s' "
                        "compares better",
                        which == ENT_DISTANCE_TO ? "from the nodes that reach it"
                                                 : "to the nodes reached",
                        column->name + strlen("closeness"));
    return true;
}

static igraph_error_t weighted_harmonic(const EntGraph *graph, igraph_vs_t vertices,
                                        igraph_vector_t *result, gpointer data)
{
    const Weighted *weighted = data;

    return igraph_harmonic_centrality(&graph->graph, result, vertices, weighted->mode,
                                      ent_graph_weights(graph), false);
}

bool ent_fill_harmonic(const EntGraph *graph, EntDistance which, const EntMeasureOptions *options,
                       EntColumn *column, GError **error)
{
    Weighted weighted = weighted_of(which, false);
    g_auto(EntDistances) distances = {0};

    if (graph->weighted ? !ent_column_by_parts(column, graph, weighted_harmonic, &weighted, error)
                        : !ent_graph_distances(graph, which, options, &distances, error))
        return false;
    if (!graph->weighted)
        memcpy(column->values, distances.inverses, column->length * sizeof *column->values);
    if (options->normalized)
        ent_column_divide(column, (double)column->length - 1, 2);
    return true;
}
