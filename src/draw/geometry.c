/* SPDX-License-Identifier: MIT */
#include "draw/geometry.h"

#include <math.h>

EntBox ent_box_around(EntPoint centre, double width, double height)
{
    return (EntBox){centre.x - width / 2, centre.y - height / 2, centre.x + width / 2,
                    centre.y + height / 2};
}

EntBox ent_box_grown(EntBox box, double by)
{
    return (EntBox){box.x1 - by, box.y1 - by, box.x2 + by, box.y2 + by};
}

EntBox ent_box_union(EntBox a, EntBox b)
{
    return (EntBox){MIN(a.x1, b.x1), MIN(a.y1, b.y1), MAX(a.x2, b.x2), MAX(a.y2, b.y2)};
}

bool ent_boxes_overlap(EntBox a, EntBox b)
{
    return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

double ent_boxes_common_area(EntBox a, EntBox b)
{
    double width = MIN(a.x2, b.x2) - MAX(a.x1, b.x1);
    double height = MIN(a.y2, b.y2) - MAX(a.y1, b.y1);
    return width > 0 && height > 0 ? width * height : 0;
}

bool ent_box_has(EntBox box, EntPoint point)
{
    return point.x >= box.x1 && point.x <= box.x2 && point.y >= box.y1 && point.y <= box.y2;
}

/* Narrows the stretch from *in to *out of a line to where start + t * way lies between low and
 * high (Liang and Barsky). */
static bool narrow(double start, double way, double low, double high, double stretch[2])
{
    if (fabs(way) < 1e-12)
        return start > low && start < high;
    double in = (low - start) / way;
    double out = (high - start) / way;
    stretch[0] = MAX(stretch[0], MIN(in, out));
    stretch[1] = MIN(stretch[1], MAX(in, out));
    return stretch[0] < stretch[1];
}

bool ent_box_crossed(EntBox box, EntPoint a, EntPoint b)
{
    double stretch[2] = {0, 1};
    return narrow(a.x, b.x - a.x, box.x1, box.x2, stretch) &&
           narrow(a.y, b.y - a.y, box.y1, box.y2, stretch);
}

double ent_distance_between(EntPoint a, EntPoint b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

EntPoint ent_point_between(EntPoint a, EntPoint b, double t)
{
    return (EntPoint){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

void ent_bezier_split(const EntPoint *four, double t, EntPoint *left, EntPoint *right)
{
    EntPoint a = ent_point_between(four[0], four[1], t);
    EntPoint b = ent_point_between(four[1], four[2], t);
    EntPoint c = ent_point_between(four[2], four[3], t);
    EntPoint ab = ent_point_between(a, b, t);
    EntPoint bc = ent_point_between(b, c, t);
    EntPoint middle = ent_point_between(ab, bc, t);
    EntPoint first = four[0];
    EntPoint last = four[3];
    if (left) {
        left[0] = first;
        left[1] = a;
        left[2] = ab;
        left[3] = middle;
    }
    if (right) {
        right[0] = middle;
        right[1] = bc;
        right[2] = c;
        right[3] = last;
    }
}

EntPoint ent_bezier_at(const EntPoint *four, double t)
{
    EntPoint right[4];
    ent_bezier_split(four, t, NULL, right);
    return right[0];
}

void ent_curve_flatten(const EntCurve *curve, guint steps, GArray *points)
{
    if (curve->length == 0)
        return;
    g_array_append_val(points, curve->points[0]);
    for (guint i = 0; i + 3 < curve->length; i += 3) {
        for (guint step = 1; step <= steps; step++) {
            EntPoint point = ent_bezier_at(curve->points + i, (double)step / steps);
            g_array_append_val(points, point);
        }
    }
}

void ent_curve_clear(EntCurve *curve)
{
    g_clear_pointer(&curve->points, g_free);
    curve->length = 0;
}

bool ent_polygon_has(const EntPoint *polygon, guint length, EntPoint point)
{
    bool inside = false;
    for (guint i = 0, j = length - 1; i < length; j = i++) {
        EntPoint a = polygon[i];
        EntPoint b = polygon[j];
        if ((a.y > point.y) != (b.y > point.y) &&
            point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}
