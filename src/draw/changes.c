/* SPDX-License-Identifier: MIT */
/* How a difference is shown: what came, went and changed in colours of its own, the rest faded. */
#include "draw/picture.h"

EntColor ent_change_color(const EntTheme *theme, EntChange change)
{
    switch (change) {
    case ENT_CHANGE_ADDED:
        return theme->added;
    case ENT_CHANGE_REMOVED:
        return theme->removed;
    case ENT_CHANGE_CHANGED:
        return theme->changed;
    default:
        return ent_theme_ink(theme, 3);
    }
}

const char *ent_change_name(EntChange change)
{
    static const char *const names[] = {"the rest", "added", "removed", "changed"};
    return names[change];
}

void ent_picture_count_changes(const EntPicture *picture, guint counts[ENT_CHANGE_COUNT])
{
    memset(counts, 0, ENT_CHANGE_COUNT * sizeof *counts);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        counts[picture->nodes[i].change]++;
    for (guint32 i = 0; i < picture->edges_length; i++)
        counts[picture->edges[i].change]++;
}

EntMark ent_change_mark(EntChange change)
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
        node->mark = ent_change_mark(node->change);
        if (node->change != ENT_CHANGE_NONE)
            node->stroke = ent_change_color(picture->theme, node->change);
        if (node->change == ENT_CHANGE_REMOVED)
            node->fill = ent_color_faded(node->fill, picture->theme->paper);
    }
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];

        edge->change = picture->options->edge_changes[i];
        edge->mark = ent_change_mark(edge->change);
        edge->color = edge->change == ENT_CHANGE_NONE
                          ? ent_color_faded(edge->color, picture->theme->paper)
                          : ent_change_color(picture->theme, edge->change);
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
