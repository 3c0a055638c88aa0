/* SPDX-License-Identifier: MIT */
/*
 * Graphviz mostly draws parallel edges apart, but not with every engine and kind of spline, and not
 * where nodes stand close. Edges found on one another get a bow each.
 */
#include "placed.h"

#include <math.h>

#define TOO_NEAR 4.0  /* points between the middles of two edges */
#define BOW      16.0 /* points between the middles of two edges bowed apart */

static guint low_end(const EntPlacedEdge *edge)
{
    return MIN(edge->tail, edge->head);
}

static guint high_end(const EntPlacedEdge *edge)
{
    return MAX(edge->tail, edge->head);
}

static int by_ends(gconstpointer a, gconstpointer b, gpointer data)
{
    const EntPlaced *placed = data;
    guint i = *(const guint *)a;
    guint k = *(const guint *)b;
    const EntPlacedEdge *first = ent_placed_edge(placed, i);
    const EntPlacedEdge *second = ent_placed_edge(placed, k);
    if (low_end(first) != low_end(second))
        return low_end(first) < low_end(second) ? -1 : 1;
    if (high_end(first) != high_end(second))
        return high_end(first) < high_end(second) ? -1 : 1;
    return (i > k) - (i < k);
}

static GArray *indices_by_ends(EntPlaced *placed)
{
    GArray *indices = g_array_sized_new(FALSE, FALSE, sizeof(guint), placed->edges->len);
    for (guint i = 0; i < placed->edges->len; i++) {
        const EntPlacedEdge *edge = ent_placed_edge(placed, i);
        if (edge->tail != edge->head)
            g_array_append_val(indices, i);
    }
    g_array_sort_with_data(indices, by_ends, placed);
    return indices;
}

static gboolean any_too_near(const EntPlaced *placed, const guint *group, guint size)
{
    g_autofree EntPoint *middles = g_new(EntPoint, size);
    for (guint i = 0; i < size; i++) {
        middles[i] = ent_placed_along(ent_placed_edge(placed, group[i])->points, 0.5);
        for (guint k = 0; k < i; k++) {
            if (hypot(middles[i].x - middles[k].x, middles[i].y - middles[k].y) < TOO_NEAR)
                return TRUE;
        }
    }
    return FALSE;
}

/* Moves the inner control points across the line from START to END: most in the middle. */
static void bow(GArray *points, EntPoint start, EntPoint end, double by)
{
    double length = hypot(end.x - start.x, end.y - start.y);
    if (length <= 0)
        return;
    for (guint i = 1; i + 1 < points->len; i++) {
        EntPoint *point = &g_array_index(points, EntPoint, i);
        double part = (double)i / (points->len - 1);
        double offset = by * 6 * part * (1 - part); /* 4/3 for both points of a single curve */
        point->x -= offset * (end.y - start.y) / length;
        point->y += offset * (end.x - start.x) / length;
    }
}

/* SPREAD is set for the edges that were moved. */
static void spread_group(EntPlaced *placed, const guint *group, guint size, gboolean *spread)
{
    if (!any_too_near(placed, group, size))
        return;
    for (guint i = 0; i < size; i++) {
        EntPlacedEdge *edge = ent_placed_edge(placed, group[i]);
        /* Sides are counted from one end for all, whichever way the edges point. */
        EntPoint start = ent_placed_node(placed, low_end(edge))->centre;
        EntPoint end = ent_placed_node(placed, high_end(edge))->centre;
        bow(edge->points, start, end, (i - (size - 1) / 2.0) * BOW);
        spread[group[i]] = TRUE;
    }
}

void ent_placed_spread(EntPlaced *placed)
{
    g_autoptr(GArray) indices = indices_by_ends(placed);
    g_autofree gboolean *spread = g_new0(gboolean, placed->edges->len + 1);
    const guint *index = (const guint *)(void *)indices->data;
    for (guint start = 0, end; start < indices->len; start = end) {
        const EntPlacedEdge *first = ent_placed_edge(placed, index[start]);
        for (end = start + 1; end < indices->len; end++) {
            const EntPlacedEdge *edge = ent_placed_edge(placed, index[end]);
            if (low_end(edge) != low_end(first) || high_end(edge) != high_end(first))
                break;
        }
        if (end - start > 1)
            spread_group(placed, index + start, end - start, spread);
    }
    for (guint i = 0; i < placed->labels->len; i++) {
        EntPlacedLabel *label = ent_placed_label(placed, i);
        label->set = label->set && !spread[label->edge];
    }
}
