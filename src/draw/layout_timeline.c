/* SPDX-License-Identifier: MIT */
/*
 * A timeline: a row for each node, edges as upright lines between rows where their date is on the
 * axis, those without a date before it. The axis stretches where many edges share a day, for each
 * has a place of its own; in between it is even.
 */
#include "draw/layouts.h"
#include "draw/straight.h"
#include "draw/timeline.h"

#include <math.h>

#define ROW        9.0 /* between names of rows */
#define DOT        4.5
#define MOST_ROWS  2000u
#define MOST_EDGES 4000u
#define ROUNDS     24

typedef struct {
    double wish;
    guint32 node;
} Wish;

static int by_wish(const void *left, const void *right)
{
    const Wish *a = left, *b = right;
    if (a->wish != b->wish)
        return a->wish > b->wish ? 1 : -1;
    return (a->node > b->node) - (a->node < b->node);
}

static double rows_apart(const EntPicture *picture, const guint *row)
{
    double sum = 0;
    for (guint32 i = 0; i < picture->edges_length; i++)
        sum += fabs((double)row[picture->edges[i].from] - row[picture->edges[i].to]);
    return sum;
}

/* Each node goes to the middle of those it is tied to, again and again; the best order is kept. */
static void order_rows(EntTimeline *timeline)
{
    const EntPicture *picture = timeline->picture;
    guint32 nodes = picture->nodes_length;
    g_autofree guint *row = g_new(guint, (gsize)nodes + 1);
    g_autofree Wish *wishes = g_new(Wish, (gsize)nodes + 1);
    g_autofree guint32 *ties = ent_picture_count_ties(picture);
    timeline->row = g_new(guint, (gsize)nodes + 1);
    for (guint32 i = 0; i < nodes; i++)
        row[i] = timeline->row[i] = i;
    double least = rows_apart(picture, row);
    for (guint round = 0; round < ROUNDS; round++) {
        for (guint32 i = 0; i < nodes; i++)
            wishes[i] = (Wish){ties[i] > 0 ? 0 : row[i], i};
        for (guint32 i = 0; i < picture->edges_length; i++) {
            const EntPictureEdge *edge = &picture->edges[i];
            wishes[edge->from].wish += (double)row[edge->to] / ties[edge->from];
            wishes[edge->to].wish += (double)row[edge->from] / ties[edge->to];
        }
        for (guint32 i = 0; i < nodes; i++)
            wishes[i].wish += 0.5 * row[i]; /* else rows would only change sides */
        qsort(wishes, nodes, sizeof *wishes, by_wish);
        for (guint32 i = 0; i < nodes; i++)
            row[wishes[i].node] = i;
        double length = rows_apart(picture, row);
        if (length >= least)
            continue;
        least = length;
        memcpy(timeline->row, row, nodes * sizeof *row);
    }
}

static void place_nodes(EntTimeline *timeline)
{
    EntPicture *picture = timeline->picture;
    g_autofree guint32 *at = g_new(guint32, (gsize)picture->nodes_length + 1);
    double y = 0;
    timeline->y = g_new0(double, (gsize)picture->nodes_length + 1);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        at[timeline->row[i]] = i;
    for (guint32 row = 0; row < picture->nodes_length; row++) {
        EntPictureNode *node = &picture->nodes[at[row]];
        double height = MAX(node->name.height, node->size.y);
        node->at = (EntPoint){0, y + height / 2};
        timeline->y[row] = node->at.y;
        y += height + ROW;
    }
}

static void set_way(EntPictureEdge *edge, double x, double from, double to)
{
    double bump = from == to ? 20 : 0;
    EntPoint way[] = {{x, from},
                      {x - bump / 2, from + (to - from) / 3 - bump},
                      {x + bump / 2, to - (to - from) / 3 - bump},
                      {x, to}};
    ent_edge_set_way(edge, way);
}

static void add_dot(EntTimeline *timeline, EntColor color, double x, double y)
{
    ent_picture_guide(
        timeline->picture,
        (EntGuide){.kind = ENT_GUIDE_DOT, .from = {x, y}, .color = color, .width = DOT});
}

static void place_edges(EntTimeline *timeline)
{
    EntPicture *picture = timeline->picture;
    for (guint i = 0; i < timeline->stops->len; i++) {
        const EntStop *stop = &g_array_index(timeline->stops, EntStop, i);
        for (guint k = stop->first; k < stop->end; k++) {
            const EntEvent *event = &g_array_index(timeline->events, EntEvent, k);
            EntPictureEdge *edge = &picture->edges[event->edge];
            double x = stop->x + event->lane * timeline->gap;
            double from = timeline->y[timeline->row[edge->from]];
            double to = timeline->y[timeline->row[edge->to]];
            set_way(edge, x, from, to);
            add_dot(timeline, edge->color, x, from);
            if (edge->type->symmetric)
                add_dot(timeline, edge->color, x, to);
        }
    }
}

/* The line of a node's row, stronger from its start to its end. */
static void add_lines(EntTimeline *timeline)
{
    EntPicture *picture = timeline->picture;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        const EntPictureNode *node = &picture->nodes[i];
        const EntDetails *details = node->node->fact.details;
        EntGuide line = {.kind = ENT_GUIDE_LINE,
                         .from = node->at,
                         .to = {timeline->end, node->at.y},
                         .color = ent_theme_ink(picture->theme, 12),
                         .width = 1};
        ent_picture_guide(picture, line);
        if (timeline->stops->len <= ent_timeline_first_dated(timeline) ||
            (!details->start && !details->end))
            continue;
        guint first = ent_timeline_first_dated(timeline);
        line.from.x = details->start
                          ? ent_timeline_x_of_day(timeline, ent_date_first(details->start))
                          : g_array_index(timeline->stops, EntStop, first).x;
        line.to.x = details->end ? ent_timeline_x_of_day(timeline, ent_date_last(details->end))
                                 : timeline->end;
        line.color = ent_color_mix(node->own, picture->theme->paper, 0.35);
        line.width = 4;
        if (line.to.x > line.from.x)
            ent_picture_guide(picture, line);
    }
}

static bool place_timeline(EntPicture *picture, GError **error)
{
    if (picture->edges_length > MOST_EDGES || picture->nodes_length > MOST_ROWS) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                    "a timeline has room for %u nodes and %u edges, not for %u and %u: choose "
                    "some, for example by '--relation', '--since' or '--around'",
                    MOST_ROWS, MOST_EDGES, picture->nodes_length, picture->edges_length);
        return false;
    }
    g_auto(EntTimeline) timeline = {.picture = picture};
    order_rows(&timeline);
    place_nodes(&timeline);
    ent_timeline_find(&timeline);
    ent_timeline_add_ticks(&timeline);
    add_lines(&timeline);
    place_edges(&timeline);
    ent_picture_room_for_names(picture);
    return true;
}

const EntLayout ent_layout_timeline = {
    .name = "timeline",
    .summary = "a row for each node, edges between rows where their date is on the axis",
    .place = place_timeline,
    .still = true,
};
