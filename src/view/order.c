/* SPDX-License-Identifier: MIT */
#include "view/order.h"

#include "view/view_data.h"

#include <string.h>

static gint compare_nodes(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntDossier *dossier = data;

    return strcmp(ent_dossier_node(dossier, *(const guint32 *)left)->id,
                  ent_dossier_node(dossier, *(const guint32 *)right)->id);
}

/* An edge in the making; what is equal here is alike to every computation. */
typedef struct {
    guint32 from, to; /* places in the new order */
    double weight;
    const char *type;
    guint32 edge; /* the dossier's */
} Tie;

static int compare_ties(const void *left, const void *right)
{
    const Tie *a = left, *b = right;
    int types;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->weight < b->weight || a->weight > b->weight)
        return a->weight < b->weight ? -1 : 1;
    types = strcmp(a->type, b->type);
    if (types)
        return types;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

static void order_edges(EntView *ordered, const EntView *view)
{
    g_autofree Tie *ties = g_new(Tie, (gsize)view->edge_count + 1);

    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);

        ties[i] = (Tie){ordered->places[edge->from], ordered->places[edge->to],
                        view->weights ? view->weights[i] : 1,
                        ent_dossier_edge_type(view->dossier, edge)->name, view->edges[i]};
    }
    qsort(ties, view->edge_count, sizeof *ties, compare_ties);
    ordered->edges = g_new(guint32, (gsize)view->edge_count + 1);
    ordered->weights = view->weights ? g_new(double, (gsize)view->edge_count + 1) : NULL;
    for (guint32 i = 0; i < view->edge_count; i++) {
        ordered->edges[i] = ties[i].edge;
        if (ordered->weights)
            ordered->weights[i] = ties[i].weight;
    }
}

EntView *ent_view_in_order(const EntView *view)
{
    EntView *ordered = g_new0(EntView, 1);
    gsize nodes = ent_dossier_node_count(view->dossier);

    *ordered = *view;
    ordered->description = NULL;
    ordered->filters = NULL;
    ordered->nodes = g_memdup2(view->nodes, sizeof *view->nodes * ((gsize)view->node_count + 1));
    ordered->places = g_memdup2(view->places, sizeof *view->places * (nodes + 1));
    g_qsort_with_data(ordered->nodes, (gint)view->node_count, sizeof *ordered->nodes, compare_nodes,
                      (gpointer)view->dossier);
    for (guint32 i = 0; i < view->node_count; i++)
        ordered->places[ordered->nodes[i]] = i;
    order_edges(ordered, view);
    return ordered;
}
