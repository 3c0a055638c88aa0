/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

#define GREY       4 /* fourteenths of paper in the ink of small text */
#define SWATCH_GAP 6.0

static void put_line(EntOutput *output, const EntLegendItem *item, const EntPaint *paint)
{
    EntPoint end = {item->at.x + item->swatch.x, item->at.y};
    ent_svg_put_line(output, item->at, end, paint);
    if (item->crossed)
        ent_svg_put_cross(output, (EntPoint){item->at.x + item->swatch.x / 2, item->at.y},
                          item->stroke.text);
}

static void put_item(EntOutput *output, const EntFrame *frame, const EntLegendItem *item)
{
    EntPoint text = item->at;
    EntPoint middle = {item->at.x + item->swatch.x / 2, item->at.y};
    bool is_line = item->kind == ENT_LEGEND_LINE;
    EntPaint paint = {is_line ? "none" : item->fill.text,
                      item->stroke.text,
                      item->line.width,
                      item->line.dash,
                      item->line.round,
                      item->opacity};
    if (item->kind == ENT_LEGEND_NODE && item->shape == ENT_SHAPE_PLAIN)
        paint.stroke = "none";
    if (item->kind == ENT_LEGEND_NODE)
        ent_shape_put(output, item->shape, middle, item->swatch, &paint);
    if (is_line)
        put_line(output, item, &paint);
    if (item->kind != ENT_LEGEND_WORD)
        text.x += item->swatch.x + SWATCH_GAP * frame->scale;
    text.y -= item->text.height / 2;
    ent_svg_put_lines(output, &item->text, text, "start", ent_theme_ink(frame->theme, 1).text);
    ent_put(output, "\n");
}

static void put_legend(EntOutput *output, const EntFrame *frame)
{
    if (frame->items->len == 0)
        return;
    EntPaint rule = {"none", ent_theme_ink(frame->theme, 10).text, 0.8, NULL, false, 1};
    ent_put(output, "<g class=\"legend\">\n");
    ent_svg_put_line(output, (EntPoint){ENT_MARGIN, frame->rule_y},
                     (EntPoint){frame->width - ENT_MARGIN, frame->rule_y}, &rule);
    ent_put(output, "\n");
    for (guint i = 0; i < frame->items->len; i++)
        put_item(output, frame, &g_array_index(frame->items, EntLegendItem, i));
    ent_put(output, "</g>\n");
}

static void put_source(EntOutput *output, const EntFrame *frame, const EntSourceLine *line)
{
    bool linked = ent_svg_put_link_start(output, line->url);
    ent_svg_put_lines(output, &line->text, line->at, "start",
                      ent_theme_ink(frame->theme, GREY).text);
    ent_svg_put_link_end(output, linked);
}

void ent_svg_put_frame(EntOutput *output, const EntFrame *frame)
{
    ent_put(output, "<g class=\"head\">");
    ent_svg_put_lines(output, &frame->title, frame->title_at, "start", frame->theme->ink.text);
    ent_svg_put_lines(output, &frame->subtitle, frame->subtitle_at, "start",
                      ent_theme_ink(frame->theme, GREY).text);
    ent_put(output, "</g>\n");
    put_legend(output, frame);
    ent_put(output, "<g class=\"sources\">\n");
    for (guint i = 0; i < frame->sources->len; i++)
        put_source(output, frame, &g_array_index(frame->sources, EntSourceLine, i));
    ent_put(output, "</g>\n");
}
