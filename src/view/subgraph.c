/* SPDX-License-Identifier: MIT */
#include "view/subgraph.h"

#include "view/view_data.h"

#include <string.h>

EntView *ent_view_subgraph(const EntView *view, EntPlaces nodes, EntPlaces edges)
{
    EntView *part = g_new0(EntView, 1);
    gsize all = ent_dossier_node_count(view->dossier);

    *part = *view;
    part->description = NULL;
    part->filters = NULL;
    part->node_count = nodes.length;
    part->edge_count = edges.length;
    part->nodes = g_new(guint32, (gsize)nodes.length + 1);
    part->places = g_new(guint32, all + 1);
    memset(part->places, 0xff, sizeof *part->places * (all + 1)); /* ENT_NONE */
    for (guint32 i = 0; i < nodes.length; i++) {
        part->nodes[i] = view->nodes[nodes.items[i]];
        part->places[part->nodes[i]] = i;
    }
    part->edges = g_new(guint32, (gsize)edges.length + 1);
    part->weights = view->weights ? g_new(double, (gsize)edges.length + 1) : NULL;
    for (guint32 i = 0; i < edges.length; i++) {
        part->edges[i] = view->edges[edges.items[i]];
        if (part->weights)
            part->weights[i] = view->weights[edges.items[i]];
    }
    return part;
}
