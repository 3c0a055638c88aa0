/* SPDX-License-Identifier: MIT */
/*
 * Articulation: into how many more pieces a component falls without a node.
 *
 *     a(v) = max(b(v) - 1, 0),  b(v) = number of biconnected components that v belongs to
 *
 * Above 0 the node is an articulation point (cut vertex): it alone ties the pieces together.
 * Direction, weight and number of the edges between two nodes do not count. Hopcroft, J., Tarjan,
 * R. (1973): Efficient algorithms for graph manipulation, Communications of the ACM 16, 372-378.
 * Cost: n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_int_list_t) parts = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_int_list_init(&parts, 0), error) ||
        !ent_igraph_done(
            igraph_biconnected_components(&graph->graph, NULL, NULL, NULL, &parts, NULL), error))
        return false;
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = -1;
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&parts); i++) {
        const igraph_vector_int_t *part = igraph_vector_int_list_get_ptr(&parts, i);

        for (igraph_integer_t j = 0; j < igraph_vector_int_size(part); j++)
            column->values[VECTOR(*part)[j]]++;
    }
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = MAX(column->values[i], 0);
    return true;
}

const EntMeasure ent_measure_articulation = {
    .name = "articulation",
    .summary = "how many pieces the node alone ties together, less one",
    .definition = "into how many more pieces the part of the graph that hangs together falls "
                  "without the node, 0 where it does not, whatever the edges' direction and weight",
    .arrows = ENT_ARROWS_NONE,
    .parallel = ENT_COUNTS_ALWAYS_ONCE,
    .weighs = ENT_WEIGHS_NOTHING,
    .reach = ENT_REACH_COMPONENT,
    .run = run,
};
