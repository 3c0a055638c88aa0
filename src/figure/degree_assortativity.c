/* SPDX-License-Identifier: MIT */
/*
 * Degree assortativity: whether nodes of many ties are tied to nodes of many: the correlation of
 * the degrees at the two ends of an edge; in a directed view of the arrows out of its first and
 * into its second. From -1 to 1. Newman, M. E. J. (2002): Assortative mixing in networks, Physical
 * Review Letters 89, 208701; (2003): Mixing patterns in networks, Physical Review E 67, 026126.
 * Cost: n + m.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

/* Whether all edges have the same degrees at both ends; igraph subtracts large numbers: of these
 * only noise would be left. */
static bool is_regular(const EntGraph *graph, const igraph_vector_int_t *out,
                       const igraph_vector_int_t *in)
{
    bool one_from = true, one_to = true, alike = true;

    for (igraph_integer_t i = 0; i < igraph_ecount(&graph->graph); i++) {
        igraph_integer_t from = VECTOR(*out)[IGRAPH_FROM(&graph->graph, i)];
        igraph_integer_t to = VECTOR(*in)[IGRAPH_TO(&graph->graph, i)];

        one_from = one_from && from == VECTOR(*out)[IGRAPH_FROM(&graph->graph, 0)];
        one_to = one_to && to == VECTOR(*in)[IGRAPH_TO(&graph->graph, 0)];
        alike = alike && from == to;
    }
    return graph->directed ? one_from || one_to : one_from && one_to && alike;
}

static bool degrees_of(const EntGraph *graph, igraph_neimode_t mode, igraph_vector_int_t *degrees,
                       GError **error)
{
    return ent_igraph_done(igraph_vector_int_init(degrees, 0), error) &&
           ent_igraph_done(
               igraph_degree(&graph->graph, degrees, igraph_vss_all(), mode, IGRAPH_NO_LOOPS),
               error);
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    g_auto(igraph_vector_int_t) out = {0}, in = {0};

    (void)options;
    if (!degrees_of(graph, IGRAPH_OUT, &out, error) || !degrees_of(graph, IGRAPH_IN, &in, error))
        return false;
    if (is_regular(graph, &out, &in))
        return true;
    return ent_igraph_done(
        igraph_assortativity_degree(&graph->graph, &figured->values[0].value, graph->directed),
        error);
}

const EntFigure ent_figure_degree_assortativity = {
    .name = "degree-assortativity",
    .summary = "whether nodes of many ties are tied to nodes of many: 1 always, -1 never",
    .definition = "correlation of the degrees at both ends of an edge, parallel edges being one; "
                  "directed: of the arrows out of its first end and into its second; undefined "
                  "without edges and where all these degrees are the same",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined without edges, and where all degrees at their ends are the same",
    .run = run,
};
