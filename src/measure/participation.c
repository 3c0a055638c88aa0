/* SPDX-License-Identifier: MIT */
/*
 * Participation: how evenly a node's ties are spread over types of nodes.
 *
 *     p(v) = 1 - sum over types t of (k_t(v) / k(v))^2
 *
 * with k(v) the sum of the weights of the edges at v (their number without weights) and k_t(v) that
 * of those to nodes of type t: the participation coefficient with the types as modules. 0: all to
 * one type; with ties spread evenly over t types, 1 - 1 / t. A type counts as written, apart from
 * those it extends. Direction does not count. Undefined without ties. Guimera, R., Nunes Amaral, L.
 * A. (2005): Functional cartography of complex metabolic networks, Nature 433, 895-900.
 * Cost: n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include <math.h>

static guint32 type_of(const EntGraph *graph, igraph_integer_t vertex)
{
    const guint32 *nodes = ent_view_nodes(graph->view, &(guint32){0});

    return ent_dossier_node(ent_view_dossier(graph->view), nodes[vertex])->type;
}

static guint32 count_types(const EntGraph *graph)
{
    guint32 count = 0;

    for (igraph_integer_t i = 0; i < igraph_vcount(&graph->graph); i++)
        count = MAX(count, type_of(graph, i) + 1);
    return count;
}

/* sums: scratch by type, all 0, also afterwards. */
static double spread(const EntGraph *graph, igraph_integer_t node, const igraph_vector_int_t *edges,
                     double *sums)
{
    double all = 0, same = 0;

    for (igraph_integer_t i = 0; i < igraph_vector_int_size(edges); i++) {
        igraph_integer_t edge = VECTOR(*edges)[i];
        double weight = VECTOR(graph->weights)[edge];

        all += weight;
        sums[type_of(graph, IGRAPH_OTHER(&graph->graph, edge, node))] += weight;
    }
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(edges); i++) {
        double *sum = &sums[type_of(graph, IGRAPH_OTHER(&graph->graph, VECTOR(*edges)[i], node))];

        same += (*sum / all) * (*sum / all);
        *sum = 0; /* once for each type */
    }
    return all > 0 ? 1 - same : NAN;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_int_t) edges = {0};
    g_autofree double *sums = g_new0(double, (gsize)count_types(graph) + 1);

    (void)options;
    if (!ent_igraph_done(igraph_vector_int_init(&edges, 0), error))
        return false;
    for (gsize i = 0; i < column->length; i++) {
        if (!ent_igraph_done(
                igraph_incident(&graph->graph, &edges, (igraph_integer_t)i, IGRAPH_ALL), error))
            return false;
        column->values[i] = spread(graph, (igraph_integer_t)i, &edges, sums);
    }
    return true;
}

const EntMeasure ent_measure_participation = {
    .name = "participation",
    .summary = "how evenly ties are spread over types of nodes",
    .definition = "1 minus the sum of the squared shares of the node's ties by the type of the "
                  "node at the other end, whatever the edges' direction; 0 where all are of one "
                  "type; undefined without ties",
    .arrows = ENT_ARROWS_IGNORE,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .reach = ENT_REACH_NODE,
    .undefined = "undefined for nodes without ties",
    .run = run,
};
