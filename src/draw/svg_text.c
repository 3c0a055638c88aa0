/* SPDX-License-Identifier: MIT */
#include "draw/svg.h"

#include <math.h>

#define ASCENT 0.94 /* of the letters' size: from the top of a line to its base line */

void ent_svg_put_value(EntOutput *output, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double rounded = round(number * 100) / 100;
    g_ascii_formatd(text, sizeof text, "%.2f", rounded == 0 ? 0 : rounded);
    char *end = text + strlen(text);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        *--end = '\0';
    ent_put(output, text);
}

void ent_svg_put_number(EntOutput *output, const char *name, double number)
{
    ent_putf(output, " %s=\"", name);
    ent_svg_put_value(output, number);
    ent_put(output, "\"");
}

void ent_svg_put_point(EntOutput *output, EntPoint point)
{
    ent_svg_put_value(output, point.x);
    ent_put(output, ",");
    ent_svg_put_value(output, point.y);
}

/* Each line is a text element of its own: marks that turn the direction of writing cannot reach
 * beyond it. */
void ent_svg_put_lines(EntOutput *output, const EntLabel *label, EntPoint at, const char *anchor,
                       const char *color)
{
    for (guint i = 0; i < label->length; i++) {
        double top = at.y + i * label->size * ENT_LINE_HEIGHT;
        ent_put(output, "<text");
        ent_svg_put_number(output, "x", at.x);
        ent_svg_put_number(output, "y", top + label->size * ASCENT);
        ent_svg_put_number(output, "font-size", label->size);
        if (label->bold)
            ent_put(output, " font-weight=\"bold\"");
        if (strcmp(anchor, "start") != 0)
            ent_putf(output, " text-anchor=\"%s\"", anchor);
        ent_putf(output, " fill=\"%s\" unicode-bidi=\"plaintext\">", color);
        ent_put_xml(output, label->lines[i]);
        ent_put(output, "</text>");
    }
}
