/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

#define ROUND 9.0

void ent_svg_put_cluster(const EntDrawing *drawing, guint index)
{
    EntOutput *output = drawing->output;
    const EntCluster *cluster = &drawing->picture->clusters[index];
    EntPaint paint = {cluster->fill.text, cluster->stroke.text, 0.8, NULL, false, 1};
    ent_putf(output, "<rect class=\"cluster\" id=\"group-%u\"", cluster->group);
    ent_svg_put_number(output, "x", cluster->box.x1 + drawing->offset.x);
    ent_svg_put_number(output, "y", cluster->box.y1 + drawing->offset.y);
    ent_svg_put_number(output, "width", cluster->box.x2 - cluster->box.x1);
    ent_svg_put_number(output, "height", cluster->box.y2 - cluster->box.y1);
    ent_svg_put_number(output, "rx", ROUND);
    ent_svg_put_paint(output, &paint);
    ent_put(output, "\n");
}

/* On a ground of its own, as a line may run there. */
void ent_svg_put_cluster_label(const EntDrawing *drawing, guint index)
{
    EntOutput *output = drawing->output;
    const EntCluster *cluster = &drawing->picture->clusters[index];
    EntBox box = ent_cluster_label_box(cluster);
    EntPoint at = {box.x1 + drawing->offset.x, box.y1 + drawing->offset.y};
    ent_put(output, "<g class=\"cluster-label\"><rect");
    ent_svg_put_number(output, "x", at.x);
    ent_svg_put_number(output, "y", at.y);
    ent_svg_put_number(output, "width", box.x2 - box.x1);
    ent_svg_put_number(output, "height", box.y2 - box.y1);
    ent_putf(output, " fill=\"%s\"/>", cluster->fill.text);
    ent_svg_put_lines(output, &cluster->label, at, "start", cluster->ink.text);
    ent_put(output, "</g>\n");
}
