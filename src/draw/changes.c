/* SPDX-License-Identifier: MIT */
/* How a difference is shown: what came, went and changed in colours of its own, the rest faded. */
#include "draw/picture.h"

static const struct {
    const char *color, *name;
} looks[] = {
    [ENT_CHANGE_NONE] = {"#444444", "the rest"},
    [ENT_CHANGE_ADDED] = {"#1a7f37", "added"},
    [ENT_CHANGE_REMOVED] = {"#cf222e", "removed"},
    [ENT_CHANGE_CHANGED] = {"#b35900", "changed"},
};

EntColor ent_change_color(EntChange change)
{
    return ent_color(looks[change].color);
}

const char *ent_change_name(EntChange change)
{
    return looks[change].name;
}

static EntMark mark_of(EntChange change)
{
    if (change == ENT_CHANGE_NONE)
        return ENT_MARK_FADED;
    return change == ENT_CHANGE_REMOVED ? ENT_MARK_NONE : ENT_MARK_OUT;
}

void ent_picture_mark_changes(EntPicture *picture)
{
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPictureNode *node = &picture->nodes[i];

        node->change = picture->options->node_changes[i];
        node->mark = mark_of(node->change);
        if (node->change != ENT_CHANGE_NONE)
            node->stroke = ent_change_color(node->change);
        if (node->change == ENT_CHANGE_REMOVED)
            node->fill = ent_color_faded(node->fill);
    }
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];

        edge->change = picture->options->edge_changes[i];
        edge->mark = mark_of(edge->change);
        edge->color = edge->change == ENT_CHANGE_NONE ? ent_color_faded(edge->color)
                                                      : ent_change_color(edge->change);
    }
}

EntStroke ent_change_stroke(EntStroke stroke, EntMark mark, EntChange change)
{
    if (mark == ENT_MARK_OUT)
        stroke.width *= ENT_MARKED_WIDTH;
    if (change == ENT_CHANGE_REMOVED) {
        stroke.dash = "5 3.5";
        stroke.round = false;
        stroke.width *= 1.5;
    } else if (change == ENT_CHANGE_ADDED) {
        stroke.dash = NULL;
        stroke.round = false;
    }
    return stroke;
}
