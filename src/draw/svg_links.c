/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

bool ent_svg_put_link_start(EntOutput *output, const char *url)
{
    if (!url)
        return false;
    ent_put(output, "<a href=\"");
    ent_put_xml(output, url);
    ent_put(output, "\">");
    return true;
}

bool ent_svg_put_fact_link_start(const EntDrawing *drawing, const EntFact *fact)
{
    g_autofree char *link =
        drawing->picture->edge_labels ? ent_fact_link(drawing->picture, fact) : NULL;
    return ent_svg_put_link_start(drawing->output, link);
}

void ent_svg_put_link_end(EntOutput *output, bool linked)
{
    ent_put(output, linked ? "</a>\n" : "\n");
}
