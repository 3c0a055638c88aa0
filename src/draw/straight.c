/* SPDX-License-Identifier: MIT */
#include "draw/straight.h"

#define BOW 14.0 /* between parallel edges */

int ent_ends_compare(const void *left, const void *right)
{
    const EntEnds *a = left, *b = right;

    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

EntEnds ent_edge_ends(const EntPictureEdge *edge)
{
    return (EntEnds){MIN(edge->from, edge->to), MAX(edge->from, edge->to)};
}

void ent_edge_set_way(EntPictureEdge *edge, const EntPoint *four)
{
    ent_picture_clear_curves(edge);
    edge->curves = g_new0(EntCurve, 1);
    edge->curves_length = 1;
    edge->curves[0] = (EntCurve){g_memdup2(four, 4 * sizeof *four), 4};
}

/* number: of a node's loops, each is around those before it. */
static void draw_loop(const EntPicture *picture, EntPictureEdge *edge, guint32 number)
{
    const EntPictureNode *node = &picture->nodes[edge->from];
    double x = node->at.x, y = node->at.y - node->size.y / 2, reach = 16 + 8.0 * number;

    ent_edge_set_way(edge, (EntPoint[]){{x - 5, node->at.y},
                                        {x - 3 * reach, y - reach},
                                        {x + 3 * reach, y - reach},
                                        {x + 5, node->at.y}});
}

/* bow: to which side of the line, and how far. */
static void draw_line(const EntPicture *picture, EntPictureEdge *edge, double bow)
{
    EntPoint a = picture->nodes[edge->from].at, b = picture->nodes[edge->to].at;
    double length = MAX(ent_distance_between(a, b), 0.01), side = edge->from < edge->to ? 1 : -1;
    EntPoint aside = {-(b.y - a.y) / length * bow * side * 4 / 3,
                      (b.x - a.x) / length * bow * side * 4 / 3};

    ent_edge_set_way(
        edge, (EntPoint[]){a,
                           {a.x + (b.x - a.x) / 3 + aside.x, a.y + (b.y - a.y) / 3 + aside.y},
                           {b.x - (b.x - a.x) / 3 + aside.x, b.y - (b.y - a.y) / 3 + aside.y},
                           b});
}

static gint by_ends(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntPictureEdge *edges = data;
    guint32 i = *(const guint32 *)left, k = *(const guint32 *)right;
    EntEnds a = ent_edge_ends(&edges[i]), b = ent_edge_ends(&edges[k]);
    int order = ent_ends_compare(&a, &b);

    return order ? order : (i > k) - (i < k);
}

void ent_draw_straight(EntPicture *picture)
{
    g_autofree guint32 *order = g_new(guint32, (gsize)picture->edges_length + 1);
    EntPictureEdge *edges = picture->edges;

    for (guint32 i = 0; i < picture->edges_length; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)picture->edges_length, sizeof *order, by_ends, edges);
    for (guint32 first = 0, end; first < picture->edges_length; first = end) {
        EntEnds ends = ent_edge_ends(&edges[order[first]]);

        for (end = first + 1; end < picture->edges_length; end++) {
            EntEnds next = ent_edge_ends(&edges[order[end]]);

            if (ent_ends_compare(&next, &ends) != 0)
                break;
        }
        for (guint32 i = first; i < end; i++) {
            if (ends.low == ends.high)
                draw_loop(picture, &edges[order[i]], i - first);
            else
                draw_line(picture, &edges[order[i]], ((i - first) - (end - first - 1) / 2.0) * BOW);
        }
    }
}
