/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

static void put_guide(const EntDrawing *drawing, const EntGuide *guide)
{
    EntPoint from = {guide->from.x + drawing->offset.x, guide->from.y + drawing->offset.y};
    EntPoint to = {guide->to.x + drawing->offset.x, guide->to.y + drawing->offset.y};
    EntPoint text = {guide->text_at.x + drawing->offset.x, guide->text_at.y + drawing->offset.y};
    EntPaint line = {"none", guide->color.text, guide->width, guide->dash, false, 1};
    EntPaint dot = {guide->color.text, "none", 0, NULL, false, 1};
    if (guide->kind == ENT_GUIDE_LINE)
        ent_svg_put_line(drawing->output, from, to, &line);
    else if (guide->kind == ENT_GUIDE_RING)
        ent_shape_put(drawing->output, ENT_SHAPE_ELLIPSE, ent_point_between(from, to, 0.5),
                      (EntPoint){to.x - from.x, to.y - from.y}, &line);
    else if (guide->kind == ENT_GUIDE_DOT)
        ent_shape_put(drawing->output, ENT_SHAPE_CIRCLE, from,
                      (EntPoint){guide->width, guide->width}, &dot);
    ent_svg_put_lines(drawing->output, &guide->text, text, "middle",
                      ent_theme_ink(drawing->picture->theme, 4).text);
    ent_put(drawing->output, "\n");
}

void ent_svg_put_guides(const EntDrawing *drawing)
{
    const GArray *guides = drawing->picture->guides;
    if (!guides || guides->len == 0)
        return;
    ent_put(drawing->output, "<g class=\"guides\">\n");
    for (guint i = 0; i < guides->len; i++)
        put_guide(drawing, &g_array_index(guides, EntGuide, i));
    ent_put(drawing->output, "</g>\n");
}
