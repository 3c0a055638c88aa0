/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

#include <math.h>

#define TIP_LENGTH 9.0
#define TIP_WIDTH  7.0
#define THIN       0.5

/* Arrows of lines that stand out are larger, of thin lines smaller. */
static double tip_scale(const EntDrawing *drawing, const EntPictureEdge *edge)
{
    if (edge->width > 0)
        return 0.7 + edge->width / 5;
    if (edge->mark == ENT_MARK_OUT)
        return 1.4;
    return drawing->picture->thin ? 0.55 : 1;
}

static EntPoint moved(const EntDrawing *drawing, EntPoint point)
{
    return (EntPoint){point.x + drawing->offset.x, point.y + drawing->offset.y};
}

/* Shortens the curve's end by the tip's length; returns where the tip's base is. */
static EntPoint cut_tip(EntCurve *curve, double length)
{
    EntPoint tip = curve->points[curve->length - 1];
    while (curve->length > 4 &&
           ent_distance_between(curve->points[curve->length - 4], tip) < length)
        curve->length -= 3;
    EntPoint *four = curve->points + curve->length - 4;
    double low = 0;
    double high = 1;
    for (int i = 0; i < 20; i++) {
        double middle = (low + high) / 2;
        if (ent_distance_between(ent_bezier_at(four, middle), tip) > length)
            low = middle;
        else
            high = middle;
    }
    ent_bezier_split(four, low, four, NULL);
    return four[3];
}

static void put_curve(const EntDrawing *drawing, const EntCurve *curve)
{
    ent_put(drawing->output, "M");
    ent_svg_put_point(drawing->output, moved(drawing, curve->points[0]));
    for (guint i = 1; i < curve->length; i++) {
        ent_put(drawing->output, i % 3 == 1 ? " C" : " ");
        ent_svg_put_point(drawing->output, moved(drawing, curve->points[i]));
    }
}

static void put_tip(const EntDrawing *drawing, const EntPictureEdge *edge, EntPoint base,
                    EntPoint tip)
{
    double length = MAX(ent_distance_between(base, tip), 0.01);
    double half = TIP_WIDTH * tip_scale(drawing, edge) / 2;
    EntPoint across = {(tip.y - base.y) / length * half, -(tip.x - base.x) / length * half};
    EntPoint corners[] = {
        tip, {base.x + across.x, base.y + across.y}, {base.x - across.x, base.y - across.y}};
    ent_put(drawing->output, "<polygon points=\"");
    for (guint i = 0; i < G_N_ELEMENTS(corners); i++) {
        if (i > 0)
            ent_put(drawing->output, " ");
        ent_svg_put_point(drawing->output, moved(drawing, corners[i]));
    }
    ent_putf(drawing->output, "\" fill=\"%s\"/>", edge->color.text);
}

static double whole_length(const EntPictureEdge *edge)
{
    double length = 0;
    for (guint i = 0; i < edge->curves_length; i++) {
        const EntCurve *curve = &edge->curves[i];
        for (guint k = 0; k + 1 < curve->length; k++)
            length += ent_distance_between(curve->points[k], curve->points[k + 1]);
    }
    return length;
}

/* The line, without the tip of its arrow; the tip's base and end. */
static void put_line(const EntDrawing *drawing, const EntPictureEdge *edge, EntPoint *base,
                     EntPoint *tip)
{
    for (guint i = 0; i < edge->curves_length; i++) {
        g_autofree EntPoint *points =
            g_memdup2(edge->curves[i].points, edge->curves[i].length * sizeof(EntPoint));
        EntCurve curve = {points, edge->curves[i].length};
        *tip = *base = points[curve.length - 1];
        if (i + 1 == edge->curves_length && !edge->type->symmetric)
            *base =
                cut_tip(&curve, MIN(TIP_LENGTH * tip_scale(drawing, edge), whole_length(edge) / 2));
        ent_put(drawing->output, i > 0 ? " " : "");
        put_curve(drawing, &curve);
    }
}

void ent_svg_put_cross(EntOutput *output, EntPoint at, const char *color)
{
    const double arm = 4;
    ent_put(output, "<path d=\"M");
    ent_svg_put_point(output, (EntPoint){at.x - arm, at.y - arm});
    ent_put(output, " L");
    ent_svg_put_point(output, (EntPoint){at.x + arm, at.y + arm});
    ent_put(output, " M");
    ent_svg_put_point(output, (EntPoint){at.x - arm, at.y + arm});
    ent_put(output, " L");
    ent_svg_put_point(output, (EntPoint){at.x + arm, at.y - arm});
    ent_putf(output, "\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", color);
}

/* A quarter from the end: the middle is where labels are. */
static EntPoint cross_at(const EntPictureEdge *edge)
{
    const EntCurve *last = &edge->curves[edge->curves_length - 1];
    guint beziers = (last->length - 1) / 3;
    guint chosen = beziers > 1 ? (beziers * 3) / 4 : 0;
    return ent_bezier_at(last->points + chosen * 3, beziers > 1 ? 0.5 : 0.78);
}

void ent_svg_put_edge_start(const EntDrawing *drawing, guint32 index)
{
    EntOutput *output = drawing->output;
    const EntPictureEdge *edge = &drawing->picture->edges[index];
    g_autofree char *tooltip = ent_edge_tooltip(drawing->picture, edge);
    ent_putf(output, "<g class=\"edge\" id=\"%sedge-%u\" data-type=\"", drawing->prefix, index);
    ent_put_xml(output, edge->type->name);
    ent_putf(output, "\" data-from=\"%snode-%u\" data-to=\"%snode-%u\"", drawing->prefix,
             edge->from, drawing->prefix, edge->to);
    ent_svg_put_opacity(output, edge->opacity);
    ent_put(output, "><title>");
    ent_put_xml(output, tooltip);
    ent_put(output, "</title>");
}

void ent_svg_put_edge(const EntDrawing *drawing, guint32 index)
{
    EntOutput *output = drawing->output;
    const EntPictureEdge *edge = &drawing->picture->edges[index];
    EntStatus status = (EntStatus)edge->edge->fact.status;
    EntStroke stroke =
        ent_change_stroke(ent_stroke(status, edge->type->style), edge->mark, edge->change);
    if (drawing->picture->thin && edge->mark != ENT_MARK_OUT)
        stroke.width *= THIN;
    if (edge->width > 0)
        stroke.width = edge->width;
    EntPaint paint = {"none", edge->color.text, stroke.width, stroke.dash, stroke.round, 1};
    EntPoint base = {0, 0};
    EntPoint tip = {0, 0};
    if (edge->curves_length == 0)
        return;
    bool linked = ent_svg_put_fact_link_start(drawing, &edge->edge->fact);
    ent_svg_put_edge_start(drawing, index);
    ent_put(output, "<path d=\"");
    put_line(drawing, edge, &base, &tip);
    ent_put(output, "\"");
    ent_svg_put_paint(output, &paint);
    if (!edge->type->symmetric)
        put_tip(drawing, edge, base, tip);
    if (status == ENT_STATUS_DENIED)
        ent_svg_put_cross(output, moved(drawing, cross_at(edge)), edge->color.text);
    ent_put(output, "</g>");
    ent_svg_put_link_end(drawing->output, linked);
}

static void put_leader(const EntDrawing *drawing, const EntPictureEdge *edge)
{
    EntPoint from = moved(drawing, edge->leader_to);
    EntPoint to = moved(drawing, edge->label_at);
    EntPaint paint = {"none", edge->color.text, 0.6, NULL, false, 1};
    ent_svg_put_line(drawing->output, from, to, &paint);
}

void ent_svg_put_edge_label(const EntDrawing *drawing, guint32 index)
{
    EntOutput *output = drawing->output;
    const EntPictureEdge *edge = &drawing->picture->edges[index];
    if (!edge->labelled)
        return;
    EntPoint at = moved(drawing, edge->label_at);
    EntPoint top = {at.x, at.y - edge->label_size.y / 2 + 1};
    g_autofree char *tooltip = ent_edge_tooltip(drawing->picture, edge);
    bool linked = ent_svg_put_fact_link_start(drawing, &edge->edge->fact);
    ent_putf(output, "<g class=\"edge-label\" data-edge=\"%sedge-%u\"><title>", drawing->prefix,
             index);
    ent_put_xml(output, tooltip);
    ent_put(output, "</title>");
    if (edge->led)
        put_leader(drawing, edge);
    ent_put(output, "<rect");
    ent_svg_put_number(output, "x", at.x - edge->label_size.x / 2);
    ent_svg_put_number(output, "y", at.y - edge->label_size.y / 2);
    ent_svg_put_number(output, "width", edge->label_size.x);
    ent_svg_put_number(output, "height", edge->label_size.y);
    ent_putf(output, " rx=\"2\" fill=\"%s\" fill-opacity=\"0.88\"/>",
             drawing->picture->theme->paper.text);
    ent_svg_put_lines(output, &edge->label, top, "middle", edge->color.text);
    top.y += edge->label.height;
    ent_svg_put_lines(output, &edge->details, top, "middle", edge->color.text);
    ent_put(output, "</g>");
    ent_svg_put_link_end(drawing->output, linked);
}
