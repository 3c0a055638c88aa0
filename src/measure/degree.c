/* SPDX-License-Identifier: MIT */
/*
 * Degree: the number of edges at a node. d(v) = |{e : v is an end of e}|
 *
 * Each edge counts once at either end, whatever its direction, also in a directed view; parallel
 * edges count each. Normalized: d(v) / (n - 1), which exceeds 1 where edges are parallel or go both
 * ways. Freeman, L. C. (1978): Centrality in social networks, Social Networks 1, 215-239.
 * Cost: n + m.
 */
#include "measure/degree.h"

bool ent_count_degree(const EntGraph *graph, igraph_neimode_t mode,
                      const EntMeasureOptions *options, EntColumn *column, GError **error)
{
    g_auto(igraph_vector_int_t) degree = {0};

    if (!ent_igraph_done(igraph_vector_int_init(&degree, 0), error) ||
        !ent_igraph_done(
            igraph_degree(&graph->graph, &degree, igraph_vss_all(), mode, IGRAPH_NO_LOOPS), error))
        return false;
    ent_column_take_int(column, &degree);
    if (options->normalized)
        ent_column_divide(column, (double)column->length - 1, 2);
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    return ent_count_degree(graph, IGRAPH_ALL, options, column, error);
}

const EntMeasure ent_measure_degree = {
    .name = "degree",
    .summary = "number of ties",
    .definition = "number of edges at the node, whatever their direction and weight; "
                  "normalized: divided by n - 1, the number of other nodes",
    .arrows = ENT_ARROWS_IGNORE,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_NOTHING,
    .reach = ENT_REACH_NODE,
    .run = run,
};
