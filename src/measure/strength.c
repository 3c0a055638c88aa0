/* SPDX-License-Identifier: MIT */
/*
 * Strength: the sum of the weights of the edges at a node. s(v) = sum of w(e) over edges e at v
 *
 * The degree where the view has no weights. Each edge counts once at either end, whatever its
 * direction. Barrat, A. et al. (2004): The architecture of complex weighted networks, PNAS 101,
 * 3747-3752. Cost: n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_t) strength = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_init(&strength, 0), error) ||
        !ent_igraph_done(igraph_strength(&graph->graph, &strength, igraph_vss_all(), IGRAPH_ALL,
                                         IGRAPH_NO_LOOPS, &graph->weights),
                         error))
        return false;
    ent_column_take(column, &strength);
    return true;
}

const EntMeasure ent_measure_strength = {
    .name = "strength",
    .summary = "sum of the ties' weights",
    .definition = "sum of the weights of the edges at the node, whatever their direction; without "
                  "weights it is the degree",
    .arrows = ENT_ARROWS_IGNORE,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .reach = ENT_REACH_NODE,
    .run = run,
};
