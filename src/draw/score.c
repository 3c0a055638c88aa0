/* SPDX-License-Identifier: MIT */
#include "draw/layout.h"

#include <math.h>

typedef struct {
    GArray *points; /* EntPoint */
    EntBox box;
} Line;

static Line flatten(const EntPictureEdge *edge)
{
    Line line = {g_array_new(FALSE, FALSE, sizeof(EntPoint)), {0, 0, 0, 0}};
    for (guint i = 0; i < edge->curves_length; i++)
        ent_curve_flatten(&edge->curves[i], 4, line.points);
    for (guint i = 0; i < line.points->len; i++) {
        EntBox here = ent_box_around(g_array_index(line.points, EntPoint, i), 0, 0);
        line.box = i == 0 ? here : ent_box_union(line.box, here);
    }
    return line;
}

/* On which side of the line from a to b c is. */
static double side(EntPoint a, EntPoint b, EntPoint c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool cross(EntPoint a, EntPoint b, EntPoint c, EntPoint d)
{
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

static guint count_crossings(const Line *one, const Line *other)
{
    guint count = 0;
    if (!ent_boxes_overlap(one->box, other->box))
        return 0;
    for (guint i = 1; i < one->points->len; i++) {
        for (guint k = 1; k < other->points->len; k++)
            count += cross(g_array_index(one->points, EntPoint, i - 1),
                           g_array_index(one->points, EntPoint, i),
                           g_array_index(other->points, EntPoint, k - 1),
                           g_array_index(other->points, EntPoint, k));
    }
    return count;
}

/* How many nodes the line runs behind, its own ends aside. */
static guint count_hidden(const EntPicture *picture, const EntPictureEdge *edge, const Line *line)
{
    guint count = 0;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        const EntPictureNode *node = &picture->nodes[i];
        EntBox box = ent_box_around(node->at, node->size.x - 4, node->size.y - 4);
        if (i == edge->from || i == edge->to || !ent_boxes_overlap(box, line->box))
            continue;
        bool behind = false;
        for (guint k = 1; k < line->points->len && !behind; k++)
            behind = ent_box_crossed(box, g_array_index(line->points, EntPoint, k - 1),
                                     g_array_index(line->points, EntPoint, k));
        count += behind;
    }
    return count;
}

static double length_of(const Line *line)
{
    double length = 0;
    for (guint i = 1; i < line->points->len; i++)
        length += ent_distance_between(g_array_index(line->points, EntPoint, i - 1),
                                       g_array_index(line->points, EntPoint, i));
    return length;
}

double ent_layout_score(EntPicture *picture, double ratio)
{
    ent_picture_trim(picture);
    double misplaced = ent_picture_place_labels(picture, 1) + picture->edges_length;
    g_autofree Line *lines = g_new(Line, picture->edges_length + 1);
    EntBox box = picture->box;
    double side_length = MAX(box.x2 - box.x1, (box.y2 - box.y1) * ratio);
    double crossings = picture->edges_length;
    double length = 1;
    double hidden = 0;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        lines[i] = flatten(&picture->edges[i]);
        length += length_of(&lines[i]);
        hidden += count_hidden(picture, &picture->edges[i], &lines[i]);
        for (guint32 k = 0; k < i; k++)
            crossings += count_crossings(&lines[i], &lines[k]);
    }
    for (guint32 i = 0; i < picture->edges_length; i++)
        g_array_unref(lines[i].points);
    return side_length * sqrt(sqrt((crossings + 1) * (misplaced + 1)) * length) *
           (1 + 0.04 * hidden);
}
