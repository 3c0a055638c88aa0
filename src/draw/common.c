/* SPDX-License-Identifier: MIT */
/*
 * What the legend says once for many edges, so that no label repeats it: the type of edge that
 * nearly all edges between nodes of the same two types have.
 */
#include "draw/picture.h"

#include <entente/project.h>

#define MANY 9 /* edges */

static int compare_types(const void *left, const void *right)
{
    const EntPictureEdge *a = *(EntPictureEdge *const *)left;
    const EntPictureEdge *b = *(EntPictureEdge *const *)right;
    int order = strcmp(a->type->name, b->type->name);

    return order ? order : (a > b) - (a < b);
}

/* By the types of both ends, then by the edges' own. */
static gint compare_edges(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntPictureNode *nodes = data;
    const EntPictureEdge *a = *(EntPictureEdge *const *)left;
    const EntPictureEdge *b = *(EntPictureEdge *const *)right;
    int order = strcmp(nodes[a->from].type->name, nodes[b->from].type->name);

    if (!order)
        order = strcmp(nodes[a->to].type->name, nodes[b->to].type->name);
    return order ? order : compare_types(left, right);
}

static bool has_same_ends(const EntPicture *picture, const EntPictureEdge *a,
                          const EntPictureEdge *b)
{
    return picture->nodes[a->from].type == picture->nodes[b->from].type &&
           picture->nodes[a->to].type == picture->nodes[b->to].type;
}

/* Edges of the same ends: those of the type that three quarters of them have are common. */
static void mark_ends(EntPictureEdge **edges, guint length)
{
    for (guint first = 0, end; first < length; first = end) {
        for (end = first + 1; end < length && edges[end]->type == edges[first]->type; end++)
            ;
        for (guint i = first; i < end; i++)
            edges[i]->common = end - first >= MANY && 4 * (end - first) >= 3 * length;
    }
}

static bool is_of_one_type(const EntPicture *picture)
{
    for (guint32 i = 1; i < picture->edges_length; i++)
        if (picture->edges[i].type != picture->edges[0].type)
            return false;
    return true;
}

void ent_picture_find_common(EntPicture *picture)
{
    bool alike = is_of_one_type(picture); /* whatever the ends */
    g_autoptr(GPtrArray) edges = g_ptr_array_sized_new(picture->edges_length);

    for (guint32 i = 0; i < picture->edges_length; i++)
        g_ptr_array_add(edges, &picture->edges[i]);
    g_ptr_array_sort_with_data(edges, compare_edges, picture->nodes);
    for (guint first = 0, end; first < edges->len; first = end) {
        for (end = first + 1; end < edges->len; end++)
            if (!alike && !has_same_ends(picture, edges->pdata[first], edges->pdata[end]))
                break;
        mark_ends((EntPictureEdge **)edges->pdata + first, end - first);
    }
}

GPtrArray *ent_picture_common(const EntPicture *picture)
{
    GPtrArray *types = g_ptr_array_new();

    for (guint32 i = 0; i < picture->edges_length; i++) {
        bool known = !picture->edges[i].common;

        for (guint j = 0; j < types->len && !known; j++)
            known = ((EntPictureEdge *)types->pdata[j])->type == picture->edges[i].type;
        if (!known)
            g_ptr_array_add(types, &picture->edges[i]);
    }
    g_ptr_array_sort(types, compare_types);
    return types;
}

char *ent_picture_describe_common(const EntPicture *picture, const EntPictureEdge *edge)
{
    g_auto(GStrv) through = ent_edge_through(picture->dossier, edge->edge);

    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *other = &picture->edges[i];

        if (through)
            return g_strdup(edge->type->label);
        if (other->common && other->type == edge->type && !has_same_ends(picture, other, edge))
            return g_strdup(edge->type->label);
    }
    return g_strdup_printf("%s %s %s", picture->nodes[edge->from].type->label, edge->type->label,
                           picture->nodes[edge->to].type->label);
}
