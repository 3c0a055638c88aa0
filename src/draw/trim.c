/* SPDX-License-Identifier: MIT */
/*
 * Edges end at the outlines of their nodes. Graphviz ends them at the shapes it was told, which are
 * simpler than those that are drawn: too long edges are cut, too short ones are drawn on.
 */
#include "draw/picture.h"

#include <math.h>

typedef struct {
    EntPoint polygon[ENT_OUTLINE_MAX];
    guint length;
    EntPoint centre;
    double reach; /* from the centre to beyond the outline */
} Outline;

static Outline outline_of(const EntPictureNode *node)
{
    Outline outline = {.centre = node->at, .reach = node->size.x + node->size.y};
    outline.length = ent_shape_outline(node->shape, node->at, node->size, outline.polygon);
    return outline;
}

static bool has(const Outline *outline, EntPoint point)
{
    return ent_polygon_has(outline->polygon, outline->length, point);
}

/* How far along the line from a to b (as a share) it first meets the outline; more than 1: never.
 */
static double meets(const Outline *outline, EntPoint a, EntPoint b)
{
    double first = 2;
    for (guint i = 0, j = outline->length - 1; i < outline->length; j = i++) {
        EntPoint c = outline->polygon[j];
        EntPoint d = outline->polygon[i];
        EntPoint way = {b.x - a.x, b.y - a.y};
        EntPoint side = {d.x - c.x, d.y - c.y};
        double cross = way.x * side.y - way.y * side.x;
        if (fabs(cross) < 1e-9)
            continue;
        double t = ((c.x - a.x) * side.y - (c.y - a.y) * side.x) / cross;
        double u = ((c.x - a.x) * way.y - (c.y - a.y) * way.x) / cross;
        if (t >= 0 && t <= 1 && u >= -1e-9 && u <= 1 + 1e-9)
            first = MIN(first, t);
    }
    return first;
}

/* The share of one Bezier curve, from its start, at which it enters the outline for good. */
static double entry(const Outline *outline, const EntPoint *four, double outside, double inside)
{
    for (int i = 0; i < 24; i++) {
        double middle = (outside + inside) / 2;
        if (has(outline, ent_bezier_at(four, middle)))
            inside = middle;
        else
            outside = middle;
    }
    return inside;
}

static void cut(const Outline *outline, EntCurve *curve)
{
    for (guint end = curve->length - 1; end >= 3; end -= 3) {
        EntPoint *four = curve->points + end - 3;
        for (int step = 15; step >= 0; step--) {
            if (has(outline, ent_bezier_at(four, step / 16.0)))
                continue;
            double t = entry(outline, four, step / 16.0, (step + 1) / 16.0);
            ent_bezier_split(four, t, four, NULL);
            curve->length = end + 1;
            return;
        }
    }
}

static void draw_on(const Outline *outline, EntCurve *curve)
{
    EntPoint *end = &curve->points[curve->length - 1];
    EntPoint *control = end - 1;
    double length = ent_distance_between(*control, *end);
    EntPoint ahead = length > 0.01 ? ent_point_between(*control, *end, 1 + outline->reach / length)
                                   : outline->centre;
    double t = meets(outline, *end, ahead);
    if (t > 1 || t * ent_distance_between(*end, ahead) > outline->reach / 4) {
        ahead = outline->centre;
        t = meets(outline, *end, ahead);
    }
    if (t > 1)
        return;
    EntPoint target = ent_point_between(*end, ahead, t);
    control->x += target.x - end->x;
    control->y += target.y - end->y;
    *end = target;
}

static void trim_end(const EntPictureNode *node, EntCurve *curve)
{
    Outline outline = outline_of(node);
    if (has(&outline, curve->points[curve->length - 1]))
        cut(&outline, curve);
    else
        draw_on(&outline, curve);
}

static void turn(EntCurve *curve)
{
    for (guint i = 0, j = curve->length - 1; i < j; i++, j--) {
        EntPoint point = curve->points[i];
        curve->points[i] = curve->points[j];
        curve->points[j] = point;
    }
}

void ent_picture_trim(EntPicture *picture)
{
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        if (edge->curves_length == 0)
            continue;
        EntCurve *first = &edge->curves[0];
        trim_end(&picture->nodes[edge->to], &edge->curves[edge->curves_length - 1]);
        turn(first);
        trim_end(&picture->nodes[edge->from], first);
        turn(first);
    }
}
