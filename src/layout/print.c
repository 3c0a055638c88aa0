/* SPDX-License-Identifier: MIT */
#include "placed.h"

#include <math.h>
#include <string.h>

static void widen(EntBox *box, EntPoint centre, double width, double height)
{
    box->low.x = MIN(box->low.x, centre.x - width / 2);
    box->low.y = MIN(box->low.y, centre.y - height / 2);
    box->high.x = MAX(box->high.x, centre.x + width / 2);
    box->high.y = MAX(box->high.y, centre.y + height / 2);
}

/* From what is there rather than from Graphviz, which does not know what was moved since. */
static EntBox measure(const EntPlaced *placed)
{
    EntBox box = {{HUGE_VAL, HUGE_VAL}, {-HUGE_VAL, -HUGE_VAL}};
    for (guint i = 0; i < placed->nodes->len; i++) {
        const EntPlacedNode *node = ent_placed_node(placed, i);
        widen(&box, node->centre, node->width, node->height);
    }
    for (guint i = 0; i < placed->edges->len; i++) {
        const GArray *points = ent_placed_edge(placed, i)->points;
        for (guint k = 0; k < points->len; k++)
            widen(&box, g_array_index(points, EntPoint, k), 0, 0);
    }
    for (guint i = 0; i < placed->labels->len; i++) {
        const EntPlacedLabel *label = ent_placed_label(placed, i);
        widen(&box, label->centre, label->width, label->height);
    }
    return placed->nodes->len > 0 ? box : (EntBox){{0, 0}, {0, 0}};
}

/* Every point, and so every number printed, is in the box: NaN does not widen it, so look. */
static gboolean is_finite(const EntPlaced *placed)
{
    for (guint i = 0; i < placed->nodes->len; i++) {
        EntPoint p = ent_placed_node(placed, i)->centre;
        if (!isfinite(p.x) || !isfinite(p.y))
            return FALSE;
    }
    for (guint i = 0; i < placed->edges->len; i++) {
        const GArray *points = ent_placed_edge(placed, i)->points;
        for (guint k = 0; k < points->len; k++) {
            EntPoint p = g_array_index(points, EntPoint, k);
            if (!isfinite(p.x) || !isfinite(p.y))
                return FALSE;
        }
    }
    for (guint i = 0; i < placed->labels->len; i++) {
        EntPoint p = ent_placed_label(placed, i)->centre;
        if (!isfinite(p.x) || !isfinite(p.y))
            return FALSE;
    }
    return TRUE;
}

/* At most two decimals, no closing zeros, never "-0". */
static void print_number(FILE *stream, double value)
{
    char text[64];
    g_ascii_formatd(text, sizeof text, "%.2f", round(value * 100) / 100 + 0.0);
    char *end = text + strlen(text);
    while (end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        *--end = '\0';
    fprintf(stream, " %s", text[0] == '-' && text[1] == '0' && text[2] == '\0' ? "0" : text);
}

static void print_point(const EntPlaced *placed, FILE *stream, EntPoint p)
{
    print_number(stream, p.x - placed->box.low.x);
    print_number(stream, placed->box.high.y - p.y);
}

static void print_edge(const EntPlaced *placed, FILE *stream, const EntPlacedEdge *edge)
{
    fprintf(stream, "edge %u %u", edge->number, edge->points->len);
    for (guint i = 0; i < edge->points->len; i++)
        print_point(placed, stream, g_array_index(edge->points, EntPoint, i));
    fputc('\n', stream);
}

gboolean ent_placed_print(EntPlaced *placed, FILE *stream)
{
    if (!is_finite(placed))
        return FALSE;
    placed->box = measure(placed);
    fputs("graph", stream);
    print_number(stream, placed->box.high.x - placed->box.low.x);
    print_number(stream, placed->box.high.y - placed->box.low.y);
    fputc('\n', stream);
    for (guint i = 0; i < placed->nodes->len; i++) {
        const EntPlacedNode *node = ent_placed_node(placed, i);
        fprintf(stream, "node %u", node->number);
        print_point(placed, stream, node->centre);
        fputc('\n', stream);
    }
    for (guint i = 0; i < placed->edges->len; i++)
        print_edge(placed, stream, ent_placed_edge(placed, i));
    for (guint i = 0; i < placed->labels->len; i++) {
        const EntPlacedLabel *label = ent_placed_label(placed, i);
        fprintf(stream, "label %u", ent_placed_edge(placed, label->edge)->number);
        print_point(placed, stream, label->centre);
        fputc('\n', stream);
    }
    fputs("end\n", stream);
    return fflush(stream) == 0 && !ferror(stream);
}
