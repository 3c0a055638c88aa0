/* SPDX-License-Identifier: MIT */
/* Places, and looks, taken from the picture of all that a part is of: pictures of several dates can
 * be laid on one another, nothing moves. */
#include "draw/layout.h"

static void copy_node(EntPictureNode *node, const EntPicture *whole)
{
    guint32 place = ent_view_place(whole->view, node->index);
    if (place != ENT_NONE)
        node->at = whole->nodes[place].at;
}

static void copy_edge(EntPictureEdge *edge, const EntPictureEdge *from)
{
    ent_picture_clear_curves(edge);
    edge->curves = g_new0(EntCurve, from->curves_length);
    edge->curves_length = from->curves_length;
    for (guint i = 0; i < from->curves_length; i++) {
        const EntCurve *curve = &from->curves[i];
        edge->curves[i] = (EntCurve){
            g_memdup2(curve->points, curve->length * sizeof *curve->points), curve->length};
    }
}

/* By the dossier's edges; the caller's (g_free). */
static const EntPictureEdge **index_edges(const EntPicture *whole)
{
    guint32 edges = ent_dossier_edge_count(whole->dossier);
    const EntPictureEdge **by_index = g_new0(const EntPictureEdge *, (gsize)edges + 1);
    for (guint32 i = 0; i < whole->edges_length; i++)
        by_index[whole->edges[i].index] = &whole->edges[i];
    return by_index;
}

void ent_picture_take_places(EntPicture *picture, const EntPicture *whole)
{
    g_autofree const EntPictureEdge **by_index = index_edges(whole);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        copy_node(&picture->nodes[i], whole);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *from = by_index[picture->edges[i].index];
        if (from)
            copy_edge(&picture->edges[i], from);
    }
}

static void copy_label(EntLabel *to, const EntLabel *from)
{
    ent_label_clear(to);
    *to = *from;
    to->lines = g_strdupv(from->lines);
}

void ent_picture_take_looks(EntPicture *picture, const EntPicture *whole)
{
    g_autofree const EntPictureEdge **by_index = index_edges(whole);
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPictureNode *node = &picture->nodes[i];
        guint32 place = ent_view_place(whole->view, node->index);
        const EntPictureNode *from = place != ENT_NONE ? &whole->nodes[place] : NULL;
        if (!from)
            continue;
        copy_label(&node->name, &from->name);
        copy_label(&node->details, &from->details);
        node->fill = from->fill;
        node->stroke = from->stroke;
        node->ink = from->ink;
        node->size = from->size;
        node->shift = from->shift;
        node->faint = from->faint;
        node->mark = from->mark;
    }
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *from = by_index[picture->edges[i].index];
        if (!from)
            continue;
        picture->edges[i].color = from->color;
        picture->edges[i].width = from->width;
        picture->edges[i].mark = from->mark;
    }
    picture->thin = whole->thin;
}

bool ent_layout_as_whole(EntPicture *picture, GError **error)
{
    EntDrawOptions options = {
        .layout = picture->options->layout,
        .direction = picture->options->direction,
        .ranks = picture->options->ranks,
        .seconds = picture->options->seconds,
        .megabytes = picture->options->megabytes,
    };
    g_autoptr(EntPicture) whole =
        ent_picture_new(picture->options->whole, &options, picture->theme);
    if (!ent_layout(whole, error))
        return false;
    ent_picture_take_places(picture, whole);
    return true;
}
