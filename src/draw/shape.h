/* SPDX-License-Identifier: MIT */
/* The shapes of nodes: how large they must be for their text, and where their outline runs. */
#ifndef ENT_DRAW_SHAPE_H
#define ENT_DRAW_SHAPE_H

#include <entente/output.h>
#include "draw/geometry.h"

/* name, what Graphviz calls it, what it is laid out as */
#define ENT_SHAPES(X)                                                                              \
    X(BOX, "box", "box", "box")                                                                    \
    X(ROUNDED, "rounded", "box", "box")                                                            \
    X(ELLIPSE, "ellipse", "ellipse", "ellipse")                                                    \
    X(CIRCLE, "circle", "circle", "ellipse")                                                       \
    X(DIAMOND, "diamond", "diamond", "diamond")                                                    \
    X(HEXAGON, "hexagon", "hexagon", "box")                                                        \
    X(OCTAGON, "octagon", "octagon", "box")                                                        \
    X(PARALLELOGRAM, "parallelogram", "parallelogram", "box")                                      \
    X(TRAPEZIUM, "trapezium", "trapezium", "box")                                                  \
    X(HOUSE, "house", "house", "box")                                                              \
    X(PENTAGON, "pentagon", "pentagon", "box")                                                     \
    X(NOTE, "note", "note", "box")                                                                 \
    X(FOLDER, "folder", "folder", "box")                                                           \
    X(CYLINDER, "cylinder", "cylinder", "box")                                                     \
    X(PLAIN, "plain", "box", "box")

typedef enum {
#define X(id, name, graphviz, layout) ENT_SHAPE_##id,
    ENT_SHAPES(X)
#undef X
        ENT_SHAPE_COUNT
} EntShape;

/* The shape of that name, a box where there is none. */
EntShape ent_shape(const char *name);
const char *ent_shape_name(EntShape shape);
const char *ent_shape_graphviz(EntShape shape);
const char *ent_shape_layout(EntShape shape);

/* The smallest good size for a text of that width and height. *shift says how far below the
 * shape's centre the text's centre is. */
void ent_shape_fit(EntShape shape, EntPoint text, EntPoint *size, double *shift);

/* Where the text's centre is below the centre of a shape that was made larger. */
double ent_shape_shift(EntShape shape, EntPoint size);

/* How high the half ellipses at a cylinder's ends are. */
double ent_cylinder_cap(EntPoint size);

#define ENT_OUTLINE_MAX 48

/* The outline as a polygon of at most ENT_OUTLINE_MAX points; returns how many. */
guint ent_shape_outline(EntShape shape, EntPoint centre, EntPoint size, EntPoint *polygon);

/* The attributes of a drawn shape, as text to be put into its elements. */
typedef struct {
    const char *fill, *stroke; /* "#rrggbb" */
    double width;              /* of the line */
    const char *dash;          /* a dash array, NULL: solid */
    bool round;                /* ends of dashes are round */
    double opacity;            /* 0: as 1 */
} EntPaint;

/* Writes the shape as SVG elements. */
void ent_shape_put(EntOutput *output, EntShape shape, EntPoint centre, EntPoint size,
                   const EntPaint *paint);

#endif
