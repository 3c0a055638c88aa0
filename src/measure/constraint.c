/* SPDX-License-Identifier: MIT */
/*
 * Constraint: how much a node's contacts are tied to one another, so how little it can broker.
 *
 *     c(v) = sum over u tied to v of (p(v, u) + sum over q other than u, v of p(v, q) p(q, u))^2
 *     p(v, u) = (a(v, u) + a(u, v)) / (sum over k other than v of a(v, k) + a(k, v))
 *
 * a is the weight of the edges from the one to the other (their number without weights; parallel
 * edges once). Low: structural holes. Undefined for a node without ties. Burt, R. S. (2004):
 * Structural holes and good ideas, American Journal of Sociology 110, 349-399.
 * Cost: the sum of the squares of all degrees, so slow where a few nodes have most of the ties; it
 * can be stopped.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

static igraph_error_t run_part(const EntGraph *graph, igraph_vs_t vertices, igraph_vector_t *result,
                               gpointer data)
{
    (void)data;
    return igraph_constraint(&graph->graph, result, vertices, ent_graph_weights(graph));
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    (void)options;
    return ent_column_by_parts(column, graph, run_part, NULL, error);
}

const EntMeasure ent_measure_constraint = {
    .name = "constraint",
    .summary = "how much the node's contacts hang together (Burt)",
    .definition = "Burt's constraint: share of the node's ties that lead, directly or through "
                  "another contact, to the same contact, squared and summed over contacts; low "
                  "where the node bridges structural holes; undefined without ties",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_TIES,
    .reach = ENT_REACH_NEIGHBOURS,
    .undefined = "undefined for nodes without ties",
    .run = run,
};
