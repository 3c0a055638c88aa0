/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

void ent_svg_put_paint(EntOutput *output, const EntPaint *paint)
{
    ent_putf(output, " fill=\"%s\" stroke=\"%s\"", paint->fill, paint->stroke);
    ent_svg_put_number(output, "stroke-width", paint->width);
    if (paint->dash)
        ent_putf(output, " stroke-dasharray=\"%s\"", paint->dash);
    if (paint->round)
        ent_put(output, " stroke-linecap=\"round\"");
    ent_svg_put_opacity(output, paint->opacity);
    ent_put(output, "/>");
}

void ent_svg_put_opacity(EntOutput *output, double opacity)
{
    if (opacity > 0 && opacity < 1)
        ent_svg_put_number(output, "opacity", opacity);
}

void ent_svg_put_line(EntOutput *output, EntPoint from, EntPoint to, const EntPaint *paint)
{
    ent_put(output, "<path d=\"M");
    ent_svg_put_point(output, from);
    ent_put(output, " L");
    ent_svg_put_point(output, to);
    ent_put(output, "\"");
    ent_svg_put_paint(output, paint);
}

static void put_rectangle(EntOutput *output, EntPoint centre, EntPoint size, double round)
{
    ent_put(output, "<rect");
    ent_svg_put_number(output, "x", centre.x - size.x / 2);
    ent_svg_put_number(output, "y", centre.y - size.y / 2);
    ent_svg_put_number(output, "width", size.x);
    ent_svg_put_number(output, "height", size.y);
    if (round > 0)
        ent_svg_put_number(output, "rx", round);
}

static void put_ellipse(EntOutput *output, EntPoint centre, EntPoint size)
{
    ent_put(output, "<ellipse");
    ent_svg_put_number(output, "cx", centre.x);
    ent_svg_put_number(output, "cy", centre.y);
    ent_svg_put_number(output, "rx", size.x / 2);
    ent_svg_put_number(output, "ry", size.y / 2);
}

static void put_polygon(EntOutput *output, EntShape shape, EntPoint centre, EntPoint size)
{
    EntPoint polygon[ENT_OUTLINE_MAX];
    guint length = ent_shape_outline(shape, centre, size, polygon);
    ent_put(output, "<polygon points=\"");
    for (guint i = 0; i < length; i++) {
        if (i > 0)
            ent_put(output, " ");
        ent_svg_put_point(output, polygon[i]);
    }
    ent_put(output, "\"");
}

/* Lines within an outline. */
static void put_fold(EntOutput *output, const EntPoint *points, guint length, const EntPaint *paint)
{
    EntPaint line = {"none", paint->stroke, paint->width * 0.8, NULL, false, paint->opacity};
    ent_put(output, "<path d=\"");
    for (guint i = 0; i < length; i++) {
        ent_put(output, i == 0 ? "M" : " L");
        ent_svg_put_point(output, points[i]);
    }
    ent_put(output, "\"");
    ent_svg_put_paint(output, &line);
}

static void put_note(EntOutput *output, EntPoint centre, EntPoint size, const EntPaint *paint)
{
    double right = centre.x + size.x / 2;
    double top = centre.y - size.y / 2;
    double fold = MIN(9, size.y / 2);
    EntPoint points[] = {{right - fold, top}, {right - fold, top + fold}, {right, top + fold}};
    put_fold(output, points, G_N_ELEMENTS(points), paint);
}

static void put_step(EntOutput *output, const char *letter, EntPoint point)
{
    ent_putf(output, " %s", letter);
    ent_svg_put_point(output, point);
}

static void put_arc(EntOutput *output, EntPoint radii, EntPoint end)
{
    put_step(output, "A", radii);
    put_step(output, "0 0 1 ", end);
}

static void put_cylinder(EntOutput *output, EntPoint centre, EntPoint size, const EntPaint *paint)
{
    EntPoint radii = {size.x / 2, ent_cylinder_cap(size)};
    double left = centre.x - size.x / 2;
    double right = centre.x + size.x / 2;
    double top = centre.y - size.y / 2 + radii.y;
    double bottom = centre.y + size.y / 2 - radii.y;
    ent_put(output, "<path d=\"M");
    ent_svg_put_point(output, (EntPoint){left, top});
    put_arc(output, radii, (EntPoint){right, top});
    put_step(output, "L", (EntPoint){right, bottom});
    put_arc(output, radii, (EntPoint){left, bottom});
    ent_put(output, " Z");
    put_step(output, "M", (EntPoint){right, top}); /* clockwise as well, else it were a hole */
    put_arc(output, radii, (EntPoint){left, top});
    ent_put(output, "\"");
    ent_svg_put_paint(output, paint);
}

void ent_shape_put(EntOutput *output, EntShape shape, EntPoint centre, EntPoint size,
                   const EntPaint *paint)
{
    if (shape == ENT_SHAPE_CYLINDER) {
        put_cylinder(output, centre, size, paint);
        return;
    }
    if (shape == ENT_SHAPE_BOX || shape == ENT_SHAPE_ROUNDED || shape == ENT_SHAPE_PLAIN)
        put_rectangle(output, centre, size, shape == ENT_SHAPE_BOX ? 0 : MIN(size.y / 2, 10));
    else if (shape == ENT_SHAPE_ELLIPSE || shape == ENT_SHAPE_CIRCLE)
        put_ellipse(output, centre, size);
    else
        put_polygon(output, shape, centre, size);
    ent_svg_put_paint(output, paint);
    if (shape == ENT_SHAPE_NOTE)
        put_note(output, centre, size, paint);
}
