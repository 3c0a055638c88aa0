/* SPDX-License-Identifier: MIT */
/* Points, boxes and curves, in points (1/72 inch) with y down. */
#ifndef ENT_DRAW_GEOMETRY_H
#define ENT_DRAW_GEOMETRY_H

#include <stdbool.h>
#include <glib.h>

typedef struct {
    double x, y;
} EntPoint;

typedef struct {
    double x1, y1, x2, y2; /* x1 <= x2, y1 <= y2 */
} EntBox;

/* A chain of cubic Bezier curves: 3k + 1 points, k >= 1. */
typedef struct {
    EntPoint *points;
    guint length;
} EntCurve;

EntBox ent_box_around(EntPoint centre, double width, double height);
EntBox ent_box_grown(EntBox box, double by);
EntBox ent_box_union(EntBox a, EntBox b);
bool ent_boxes_overlap(EntBox a, EntBox b);
/* 0 where they do not overlap. */
double ent_boxes_common_area(EntBox a, EntBox b);
bool ent_box_has(EntBox box, EntPoint point);
/* Whether the line from a to b runs through the box. */
bool ent_box_crossed(EntBox box, EntPoint a, EntPoint b);

double ent_distance_between(EntPoint a, EntPoint b);
EntPoint ent_point_between(EntPoint a, EntPoint b, double t);

/* The point of one Bezier curve (four points) at t, 0 to 1. */
EntPoint ent_bezier_at(const EntPoint *four, double t);
/* Cuts one Bezier curve at t; left and right (four points each) may be NULL or the curve itself. */
void ent_bezier_split(const EntPoint *four, double t, EntPoint *left, EntPoint *right);

/* The curve as short straight lines, `steps` for each Bezier curve, appended to points (EntPoint).
 */
void ent_curve_flatten(const EntCurve *curve, guint steps, GArray *points);
void ent_curve_clear(EntCurve *curve);

/* Whether the polygon (any winding, closed by itself) has the point inside. */
bool ent_polygon_has(const EntPoint *polygon, guint length, EntPoint point);

#endif
