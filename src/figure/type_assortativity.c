/* SPDX-License-Identifier: MIT */
/*
 * Type assortativity: whether nodes are tied to nodes of their own type.
 *
 *     r = (sum over types i of e(i, i) - a(i) b(i)) / (1 - sum over types i of a(i) b(i))
 *
 * e(i, j) is the share of the edges from type i to type j, a and b its sums over j and over i; an
 * undirected edge is both ways. 1 where all are, 0 as by chance. Newman, M. E. J. (2003): Mixing
 * patterns in networks, Physical Review E 67, 026126. Cost: n + m.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

/* A number for the type of each vertex, in order of first appearance; the number of types. */
static guint number_types(const EntGraph *graph, igraph_vector_int_t *numbers)
{
    const EntDossier *dossier = ent_view_dossier(graph->view);
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    guint32 length;
    const guint32 *nodes = ent_view_nodes(graph->view, &length);

    for (guint32 i = 0; i < length; i++) {
        gpointer type =
            (gpointer)ent_dossier_node_type(dossier, ent_dossier_node(dossier, nodes[i]));

        if (!g_hash_table_contains(known, type))
            g_hash_table_insert(known, type, GUINT_TO_POINTER(g_hash_table_size(known)));
        VECTOR(*numbers)[i] = GPOINTER_TO_UINT(g_hash_table_lookup(known, type));
    }
    return g_hash_table_size(known);
}

/* Whether edges have ends of several types: else there is nothing to compare. */
static bool has_several(const EntGraph *graph, const igraph_vector_int_t *types)
{
    for (igraph_integer_t i = 0; i < igraph_ecount(&graph->graph); i++) {
        igraph_integer_t first = VECTOR(*types)[IGRAPH_FROM(&graph->graph, 0)];

        if (VECTOR(*types)[IGRAPH_FROM(&graph->graph, i)] != first ||
            VECTOR(*types)[IGRAPH_TO(&graph->graph, i)] != first)
            return true;
    }
    return false;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    g_auto(igraph_vector_int_t) types = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_int_init(&types, igraph_vcount(&graph->graph)), error))
        return false;
    if (number_types(graph, &types) < 2 || !has_several(graph, &types))
        return true;
    return ent_igraph_done(igraph_assortativity_nominal(&graph->graph, &types,
                                                        &figured->values[0].value, graph->directed,
                                                        true),
                           error);
}

const EntFigure ent_figure_type_assortativity = {
    .name = "type-assortativity",
    .summary = "whether nodes are tied to nodes of their own type: 1 always, 0 as by chance",
    .definition = "share of the edges between nodes of one type less the share that chance would "
                  "give, divided by 1 less that share; parallel edges are one; undefined without "
                  "edges and where all their ends are of one type",
    .arrows = ENT_ARROWS_VIEW,
    .weighs = ENT_WEIGHS_NOTHING,
    .undefined = "undefined without edges, and where all their ends are of one type",
    .run = run,
};
