/* SPDX-License-Identifier: MIT */
/* Places taken from the picture of all that a part is of: pictures of several dates can be laid on
 * one another, nothing moves. */
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

void ent_picture_take_places(EntPicture *picture, const EntPicture *whole)
{
    guint32 edges = ent_dossier_edge_count(picture->dossier);
    g_autofree const EntPictureEdge **by_index = g_new0(const EntPictureEdge *, (gsize)edges + 1);
    for (guint32 i = 0; i < whole->edges_length; i++)
        by_index[whole->edges[i].index] = &whole->edges[i];
    for (guint32 i = 0; i < picture->nodes_length; i++)
        copy_node(&picture->nodes[i], whole);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *from = by_index[picture->edges[i].index];
        if (from)
            copy_edge(&picture->edges[i], from);
    }
}

bool ent_layout_as_whole(EntPicture *picture, GError **error)
{
    EntDrawOptions options = {
        .layout = picture->options->layout,
        .direction = picture->options->direction,
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
