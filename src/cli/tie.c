/* SPDX-License-Identifier: MIT */
#include "cli/tie.h"

const char *ent_tie_way_name(EntTieWay way)
{
    static const char *const names[] = {"out", "in", "both"};

    return names[way];
}

static bool is_in_view(const EntView *view, guint32 edge)
{
    guint32 length;
    const guint32 *edges = ent_view_edges(view, &length);
    guint32 low = 0, high = length;

    while (low < high) {
        guint32 middle = low + (high - low) / 2;

        if (edges[middle] < edge)
            low = middle + 1;
        else
            high = middle;
    }
    return low < length && edges[low] == edge;
}

EntTie ent_tie(const EntDossier *dossier, guint32 node, guint32 index)
{
    const EntEdge *edge = ent_dossier_edge(dossier, index);
    const EntEdgeType *type = ent_dossier_edge_type(dossier, edge);
    guint32 other = edge->from == node ? edge->to : edge->from;
    EntTieWay way = type->symmetric ? ENT_TIE_BOTH : edge->from == node ? ENT_TIE_OUT : ENT_TIE_IN;

    return (EntTie){index, edge, type, ent_dossier_node(dossier, other), way};
}

/* For each relation and way the edge that speaks of it first, by which they are sorted. */
static gint compare_ties(gconstpointer a, gconstpointer b, gpointer data)
{
    const EntTie *first = a, *second = b;
    const guint32 *starts = data;
    guint32 x = starts[3 * (gsize)first->edge->type + first->way];
    guint32 y = starts[3 * (gsize)second->edge->type + second->way];

    if (x != y)
        return x < y ? -1 : 1;
    return first->index < second->index ? -1 : first->index > second->index;
}

GArray *ent_ties(const EntView *view, guint32 node)
{
    const EntDossier *dossier = ent_view_dossier(view);
    GArray *ties = g_array_new(FALSE, FALSE, sizeof(EntTie));
    g_autofree guint32 *starts = NULL;
    guint32 length, types = 0;
    const guint32 *edges = ent_dossier_node_edges(dossier, node, &length);

    for (guint32 i = 0; i < length; i++) {
        EntTie tie = ent_tie(dossier, node, edges[i]);

        if (!is_in_view(view, edges[i]))
            continue;
        types = MAX(types, tie.edge->type + 1);
        g_array_append_val(ties, tie);
    }
    starts = g_new(guint32, 3 * (gsize)types + 1);
    for (guint32 i = ties->len; i > 0; i--) {
        const EntTie *tie = &g_array_index(ties, EntTie, i - 1);

        starts[3 * (gsize)tie->edge->type + tie->way] = tie->index;
    }
    g_array_sort_with_data(ties, compare_ties, starts);
    return ties;
}

char *ent_tie_words(const EntTie *tie)
{
    if (tie->way == ENT_TIE_BOTH)
        return g_strdup_printf("%s —", tie->type->label);
    if (tie->way == ENT_TIE_OUT)
        return g_strdup_printf("%s →", tie->type->label);
    if (tie->type->inverse)
        return g_strdup_printf("%s →", tie->type->inverse);
    return g_strdup_printf("← %s", tie->type->label);
}
