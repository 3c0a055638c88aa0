/* SPDX-License-Identifier: MIT */
#include "view/part.h"

#include "view/view_data.h"

/* Keeps the edges that are marked, with their weights. */
static void keep_edges(EntView *part, const EntView *view, const bool *marked)
{
    part->edges = g_new(guint32, (gsize)view->edge_count + 1);
    part->weights = view->weights ? g_new(double, (gsize)view->edge_count + 1) : NULL;
    part->edge_count = 0;
    for (guint32 i = 0; i < view->edge_count; i++) {
        if (!marked[view->edges[i]])
            continue;
        if (part->weights)
            part->weights[part->edge_count] = view->weights[i];
        part->edges[part->edge_count++] = view->edges[i];
    }
}

static void keep_nodes(EntView *part, const EntView *view)
{
    guint32 length = ent_dossier_node_count(view->dossier);
    g_autofree bool *ends = g_new0(bool, (gsize)length + 1);

    for (guint32 i = 0; i < part->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, part->edges[i]);

        ends[edge->from] = ends[edge->to] = true;
    }
    part->nodes = g_new(guint32, (gsize)view->node_count + 1);
    part->places = g_new(guint32, (gsize)length + 1);
    part->node_count = 0;
    for (guint32 i = 0; i < length; i++)
        part->places[i] = ENT_NONE;
    for (guint32 i = 0; i < view->node_count; i++) {
        if (!ends[view->nodes[i]])
            continue;
        part->places[view->nodes[i]] = part->node_count;
        part->nodes[part->node_count++] = view->nodes[i];
    }
}

EntView *ent_view_part(const EntView *view, const guint32 *edges, gsize length)
{
    EntView *part = g_new0(EntView, 1);
    g_autofree bool *marked = g_new0(bool, (gsize)ent_dossier_edge_count(view->dossier) + 1);

    for (gsize i = 0; i < length; i++)
        marked[edges[i]] = true;
    *part = *view;
    part->description = g_strdup(view->description);
    part->filters = g_strdupv(view->filters);
    keep_edges(part, view, marked);
    keep_nodes(part, view);
    return part;
}
