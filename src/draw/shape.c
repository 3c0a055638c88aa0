/* SPDX-License-Identifier: MIT */
/*
 * Corners are cut by a length that depends on the height alone, so that wide shapes have room for
 * their text; a shape grows until the text's rectangle is inside its outline.
 */
#include "draw/shape.h"

#include <math.h>

static const struct {
    const char *name, *graphviz, *layout;
} names[] = {
#define X(id, name, graphviz, layout) {name, graphviz, layout},
    ENT_SHAPES(X)
#undef X
};

EntShape ent_shape(const char *name)
{
    for (guint i = 0; i < ENT_SHAPE_COUNT; i++) {
        if (g_strcmp0(names[i].name, name) == 0)
            return (EntShape)i;
    }
    return ENT_SHAPE_BOX;
}

const char *ent_shape_name(EntShape shape)
{
    return names[shape].name;
}

const char *ent_shape_graphviz(EntShape shape)
{
    return names[shape].graphviz;
}

const char *ent_shape_layout(EntShape shape)
{
    return names[shape].layout;
}

double ent_cylinder_cap(EntPoint size)
{
    return MIN(size.y * 0.12, 6);
}

double ent_shape_shift(EntShape shape, EntPoint size)
{
    switch (shape) {
    case ENT_SHAPE_HOUSE:
        return MIN(size.y * 0.28, 14) / 2;
    case ENT_SHAPE_CYLINDER:
        return ent_cylinder_cap(size) / 2;
    case ENT_SHAPE_PENTAGON:
        return size.y * 0.06;
    case ENT_SHAPE_FOLDER:
        return 3;
    default:
        return 0;
    }
}

static guint ellipse(EntPoint size, EntPoint *polygon)
{
    for (guint i = 0; i < ENT_OUTLINE_MAX; i++) {
        double angle = 2 * G_PI * i / ENT_OUTLINE_MAX;
        polygon[i] = (EntPoint){size.x / 2 * cos(angle), size.y / 2 * sin(angle)};
    }
    return ENT_OUTLINE_MAX;
}

/* Half an ellipse above, half below, straight between them. */
static guint cylinder(EntPoint size, EntPoint *polygon)
{
    double cap = ent_cylinder_cap(size);
    guint half = ENT_OUTLINE_MAX / 2;
    for (guint i = 0; i < ENT_OUTLINE_MAX; i++) {
        double angle = G_PI * (i % half) / (half - 1) + (i < half ? 0 : G_PI);
        double end = size.y / 2 - cap;
        polygon[i] =
            (EntPoint){size.x / 2 * cos(angle), cap * sin(angle) + (i < half ? end : -end)};
    }
    return ENT_OUTLINE_MAX;
}

/* Around the origin; x and y are half of the size. */
static guint corners(EntShape shape, double x, double y, EntPoint *p)
{
    double slant = MIN(MIN(y * 0.7, 16), x / 2);
    double cut = MIN(MIN(y, x) * 0.5, 12);
    double roof = MIN(y * 0.56, 14);
    switch (shape) {
    case ENT_SHAPE_DIAMOND:
        memcpy(p, (EntPoint[]){{0, -y}, {x, 0}, {0, y}, {-x, 0}}, 4 * sizeof *p);
        return 4;
    case ENT_SHAPE_HEXAGON:
        memcpy(p,
               (EntPoint[]){{-x + slant, -y},
                            {x - slant, -y},
                            {x, 0},
                            {x - slant, y},
                            {-x + slant, y},
                            {-x, 0}},
               6 * sizeof *p);
        return 6;
    case ENT_SHAPE_OCTAGON:
        memcpy(p,
               (EntPoint[]){{-x + cut, -y},
                            {x - cut, -y},
                            {x, -y + cut},
                            {x, y - cut},
                            {x - cut, y},
                            {-x + cut, y},
                            {-x, y - cut},
                            {-x, -y + cut}},
               8 * sizeof *p);
        return 8;
    case ENT_SHAPE_PARALLELOGRAM:
        memcpy(p, (EntPoint[]){{-x + slant, -y}, {x, -y}, {x - slant, y}, {-x, y}}, 4 * sizeof *p);
        return 4;
    case ENT_SHAPE_TRAPEZIUM:
        memcpy(p, (EntPoint[]){{-x + slant, -y}, {x - slant, -y}, {x, y}, {-x, y}}, 4 * sizeof *p);
        return 4;
    case ENT_SHAPE_HOUSE:
        memcpy(p, (EntPoint[]){{0, -y}, {x, -y + roof}, {x, y}, {-x, y}, {-x, -y + roof}},
               5 * sizeof *p);
        return 5;
    case ENT_SHAPE_PENTAGON:
        memcpy(
            p,
            (EntPoint[]){{0, -y}, {x, -y * 0.24}, {x * 0.72, y}, {-x * 0.72, y}, {-x, -y * 0.24}},
            5 * sizeof *p);
        return 5;
    case ENT_SHAPE_NOTE:
        memcpy(p, (EntPoint[]){{-x, -y}, {x - 9, -y}, {x, -y + 9}, {x, y}, {-x, y}}, 5 * sizeof *p);
        return 5;
    case ENT_SHAPE_FOLDER:
        memcpy(p,
               (EntPoint[]){{-x, -y},
                            {-x + x * 0.7, -y},
                            {-x + x * 0.7 + 4, -y + 5},
                            {x, -y + 5},
                            {x, y},
                            {-x, y}},
               6 * sizeof *p);
        return 6;
    default:
        memcpy(p, (EntPoint[]){{-x, -y}, {x, -y}, {x, y}, {-x, y}}, 4 * sizeof *p);
        return 4;
    }
}

guint ent_shape_outline(EntShape shape, EntPoint centre, EntPoint size, EntPoint *polygon)
{
    guint length = 0;
    if (shape == ENT_SHAPE_ELLIPSE || shape == ENT_SHAPE_CIRCLE)
        length = ellipse(size, polygon);
    else if (shape == ENT_SHAPE_CYLINDER)
        length = cylinder(size, polygon);
    else
        length = corners(shape, size.x / 2, size.y / 2, polygon);
    for (guint i = 0; i < length; i++) {
        polygon[i].x += centre.x;
        polygon[i].y += centre.y;
    }
    return length;
}

static bool holds(EntShape shape, EntPoint size, EntPoint text)
{
    EntPoint polygon[ENT_OUTLINE_MAX];
    guint length = ent_shape_outline(shape, (EntPoint){0, 0}, size, polygon);
    double shift = ent_shape_shift(shape, size);
    for (int corner = 0; corner < 4; corner++) {
        EntPoint point = {corner % 2 ? text.x / 2 : -text.x / 2,
                          (corner / 2 ? text.y / 2 : -text.y / 2) + shift};
        if (!ent_polygon_has(polygon, length, point))
            return false;
    }
    return true;
}

/* White space between the text and a shape's widest place: left and right, above and below. */
static EntPoint padding(EntShape shape)
{
    switch (shape) {
    case ENT_SHAPE_PLAIN:
        return (EntPoint){8, 5};
    case ENT_SHAPE_ELLIPSE:
    case ENT_SHAPE_CIRCLE:
    case ENT_SHAPE_DIAMOND:
        return (EntPoint){6, 4};
    case ENT_SHAPE_CYLINDER:
        return (EntPoint){16, 26};
    case ENT_SHAPE_FOLDER:
        return (EntPoint){16, 17};
    case ENT_SHAPE_NOTE:
        return (EntPoint){20, 12};
    default:
        return (EntPoint){16, 12};
    }
}

void ent_shape_fit(EntShape shape, EntPoint text, EntPoint *size, double *shift)
{
    EntPoint room = padding(shape);
    EntPoint wanted = {text.x + MIN(room.x, 8), text.y + MIN(room.y, 4)};
    *size = (EntPoint){MAX(text.x + room.x, 40), MAX(text.y + room.y, 26)};
    if (shape == ENT_SHAPE_CIRCLE)
        size->x = size->y = hypot(wanted.x, wanted.y);
    if (shape == ENT_SHAPE_ELLIPSE || shape == ENT_SHAPE_DIAMOND)
        size->y = text.y * (shape == ENT_SHAPE_DIAMOND ? 1.9 : 1.45) + room.y;
    while (!holds(shape, *size, wanted)) {
        size->x *= 1.03;
        size->y *= shape == ENT_SHAPE_CIRCLE ? 1.03 : 1.006;
    }
    *shift = ent_shape_shift(shape, *size);
}
