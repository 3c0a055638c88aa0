/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

static EntPaint paint_of(const EntPicture *picture, const EntPictureNode *node,
                         const EntLooks *looks)
{
    EntStatus status = (EntStatus)node->node->fact.status;
    EntStroke stroke = ent_change_stroke(ent_stroke(status, "solid"), node->mark, node->change);
    bool marked = node->mark == ENT_MARK_OUT;
    EntPaint paint = {
        looks->fill.text, looks->stroke.text, node->faint && !marked ? 0.6 : stroke.width,
        stroke.dash,      stroke.round,       node->opacity};
    if (status == ENT_STATUS_DENIED && node->mark != ENT_MARK_FADED && !node->change)
        paint.stroke = picture->theme->denied.text;
    else if (node->shape == ENT_SHAPE_PLAIN && !stroke.dash && !marked)
        paint.stroke = "none"; /* its line appears only where it says something */
    return paint;
}

static void put_texts(const EntDrawing *drawing, const EntPictureNode *node, EntPoint at,
                      EntColor ink)
{
    EntOutput *output = drawing->output;
    EntPoint top = {at.x, at.y + node->shift - (node->name.height + node->details.height) / 2};
    if (node->beside) {
        top.x -= node->size.x / 2 + ENT_BESIDE_GAP;
        EntColor plain = drawing->picture->theme->ink;
        bool faded = node->mark == ENT_MARK_FADED;
        EntColor color = faded ? ent_color_faded(plain, drawing->picture->theme->paper) : plain;
        ent_svg_put_lines(output, &node->name, top, "end", color.text);
        return;
    }
    ent_svg_put_lines(output, &node->name, top, "middle", ink.text);
    top.y += node->name.height;
    ent_svg_put_lines(output, &node->details, top, "middle", ink.text);
}

void ent_svg_put_node(const EntDrawing *drawing, guint32 index)
{
    EntOutput *output = drawing->output;
    const EntPictureNode *node = &drawing->picture->nodes[index];
    EntPoint at = {node->at.x + drawing->offset.x, node->at.y + drawing->offset.y};
    EntLooks looks = ent_node_looks(drawing->picture, node);
    EntPaint paint = paint_of(drawing->picture, node, &looks);
    g_autofree char *tooltip = ent_node_tooltip(drawing->picture, node);
    bool linked = ent_svg_put_fact_link_start(drawing, &node->node->fact);
    ent_putf(output, "<g class=\"node\" id=\"%snode-%u\" data-id=\"", drawing->prefix, index);
    ent_put_xml(output, node->node->id);
    ent_put(output, "\" data-type=\"");
    ent_put_xml(output, node->type->name);
    ent_put(output, "\"><title>");
    ent_put_xml(output, tooltip);
    ent_put(output, "</title>");
    ent_shape_put(output, node->shape, at, node->size, &paint);
    put_texts(drawing, node, at, looks.ink);
    ent_put(output, "</g>");
    ent_svg_put_link_end(drawing->output, linked);
}
