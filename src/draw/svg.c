/* SPDX-License-Identifier: MIT */
#include "draw/layouts.h"

void ent_svg_put_start(EntOutput *output, const EntPicture *picture, const EntFrame *frame)
{
    const char *title = ent_picture_title(picture);
    const char *description = ent_dossier_description(picture->dossier);
    g_autofree char *about = ent_picture_alternative(picture);
    ent_put(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    ent_svg_put_number(output, "width", frame->width);
    ent_svg_put_number(output, "height", frame->height);
    ent_put(output, " viewBox=\"0 0 ");
    ent_svg_put_value(output, frame->width);
    ent_put(output, " ");
    ent_svg_put_value(output, frame->height);
    ent_put(output, "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"" ENT_SVG_FONT
                    "\">\n<title id=\"title\">");
    ent_put_xml(output, title ? title : "Diagram");
    ent_put(output, "</title>\n<desc id=\"desc\">");
    if (description) {
        ent_put_xml(output, description);
        ent_put(output, " ");
    }
    ent_put_xml(output, about);
    ent_put(output, "</desc>\n<rect x=\"0\" y=\"0\"");
    ent_svg_put_number(output, "width", frame->width);
    ent_svg_put_number(output, "height", frame->height);
    ent_putf(output, " fill=\"%s\"/>\n", picture->theme->paper.text);
}

/* All edges, or their labels; what stands out lies over what is faded. */
static void put_edges(const EntDrawing *drawing, void (*put)(const EntDrawing *, guint32))
{
    const EntPicture *picture = drawing->picture;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        if (picture->edges[i].mark == ENT_MARK_FADED)
            put(drawing, i);
    }
    for (guint32 i = 0; i < picture->edges_length; i++) {
        if (picture->edges[i].mark != ENT_MARK_FADED)
            put(drawing, i);
    }
}

static void put_clusters(const EntDrawing *drawing, void (*put)(const EntDrawing *, guint))
{
    if (drawing->picture->clusters_length == 0)
        return;
    ent_put(drawing->output, "<g class=\"clusters\">\n");
    for (guint i = 0; i < drawing->picture->clusters_length; i++)
        put(drawing, i);
    ent_put(drawing->output, "</g>\n");
}

void ent_svg_put_drawing(const EntDrawing *drawing)
{
    EntOutput *output = drawing->output;
    ent_svg_put_guides(drawing);
    if (drawing->picture->layout->put) {
        drawing->picture->layout->put(drawing);
        return;
    }
    put_clusters(drawing, ent_svg_put_cluster);
    ent_put(output, "<g class=\"edges\">\n");
    put_edges(drawing, ent_svg_put_edge);
    ent_put(output, "</g>\n");
    put_clusters(drawing, ent_svg_put_cluster_label);
    ent_put(output, "<g class=\"edge-labels\">\n");
    put_edges(drawing, ent_svg_put_edge_label);
    ent_put(output, "</g>\n<g class=\"nodes\">\n");
    for (guint32 i = 0; i < drawing->picture->nodes_length; i++)
        ent_svg_put_node(drawing, i);
    ent_put(output, "</g>\n");
}

void ent_svg_write(EntOutput *output, const EntPicture *picture, const EntFrame *frame)
{
    EntDrawing drawing = {
        output,
        picture,
        {frame->drawing_at.x - picture->box.x1, frame->drawing_at.y - picture->box.y1},
        ""};
    ent_svg_put_start(output, picture, frame);
    ent_svg_put_drawing(&drawing);
    ent_svg_put_frame(output, frame);
    ent_put(output, "</svg>\n");
}
