/* SPDX-License-Identifier: MIT */
/*
 * A timeline: a row for each node, edges as upright lines between rows where their date is on the
 * axis, those without a date before it. The axis stretches where many edges share a day, for each
 * has a place of its own; in between it is even.
 */
#include "draw/layouts.h"

#include <math.h>
#include <stdio.h>

#define ROW        9.0    /* between names of rows */
#define MARGIN     26.0   /* before the first edge, between the undated and the axis */
#define AXIS       900.0  /* at least so long, if dates differ */
#define WIDE       2400.0 /* edges have more room up to this width */
#define LEAST_GAP  14.0
#define MOST_GAP   84.0
#define TICK_SPACE 46.0
#define TICK_FONT  10.0
#define DOT        4.5
#define ROUNDS     24
#define FEW_DAYS   62
#define FEW_MONTHS 800 /* days */

typedef struct {
    guint32 edge;
    EntDate date; /* ENT_DATE_NONE: it has none */
    gint32 day;
    guint low, high; /* rows */
    guint lane;      /* among those of its day */
} Event;

/* A day of the axis, and what it has room for. */
typedef struct {
    gint32 day;
    EntDate date;
    guint first, end; /* events */
    guint lanes;
    double x;
} Stop;

typedef struct {
    EntPicture *picture;
    guint *row;     /* by node */
    double *y;      /* by row */
    GArray *events; /* Event, by day */
    GArray *stops;  /* Stop */
    double gap;     /* between lanes */
    double end;     /* of the axis */
} Timeline;

static void timeline_clear(Timeline *timeline)
{
    g_free(timeline->row);
    g_free(timeline->y);
    g_array_unref(timeline->events);
    g_array_unref(timeline->stops);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Timeline, timeline_clear)

/* When it came about, as far as it says. */
static EntDate date_of(const EntDetails *details)
{
    const EntDate dates[] = {details->date, details->start, details->end, details->by};
    for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
        if (dates[i] != ENT_DATE_NONE)
            return dates[i];
    return ENT_DATE_NONE;
}

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
static void order_rows(Timeline *timeline)
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

static void place_nodes(Timeline *timeline)
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

static int by_day(const void *left, const void *right)
{
    const Event *a = left, *b = right;
    bool dated = a->date != ENT_DATE_NONE, other = b->date != ENT_DATE_NONE;
    if (dated != other)
        return dated ? 1 : -1;
    if (a->day != b->day)
        return a->day > b->day ? 1 : -1;
    if (a->low != b->low)
        return a->low > b->low ? 1 : -1;
    return (a->edge > b->edge) - (a->edge < b->edge);
}

static void find_events(Timeline *timeline)
{
    const EntPicture *picture = timeline->picture;
    timeline->events = g_array_new(FALSE, FALSE, sizeof(Event));
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        guint a = timeline->row[edge->from], b = timeline->row[edge->to];
        EntDate date = date_of(edge->edge->fact.details);
        Event event = {i,         date,      date != ENT_DATE_NONE ? ent_date_first(date) : 0,
                       MIN(a, b), MAX(a, b), 0};
        g_array_append_val(timeline->events, event);
    }
    g_array_sort(timeline->events, by_day);
}

/* Lanes for the events of a stop: each takes the first that is free where it runs. */
static void find_lanes(Timeline *timeline, Stop *stop)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint)); /* by lane: row below it */
    for (guint i = stop->first; i < stop->end; i++) {
        Event *event = &g_array_index(timeline->events, Event, i);
        guint lane = 0, free_from = event->high + 1;
        while (lane < ends->len && g_array_index(ends, guint, lane) > event->low)
            lane++;
        if (lane == ends->len)
            g_array_append_val(ends, free_from);
        g_array_index(ends, guint, lane) = free_from;
        event->lane = lane;
    }
    stop->lanes = ends->len;
}

static void find_stops(Timeline *timeline)
{
    guint lanes = 0;
    timeline->stops = g_array_new(FALSE, TRUE, sizeof(Stop));
    for (guint first = 0, end; first < timeline->events->len; first = end) {
        const Event *event = &g_array_index(timeline->events, Event, first);
        for (end = first + 1; end < timeline->events->len; end++) {
            const Event *next = &g_array_index(timeline->events, Event, end);
            if (next->day != event->day || !next->date != !event->date)
                break;
        }
        Stop stop = {event->day, event->date, first, end, 0, 0};
        find_lanes(timeline, &stop);
        lanes += stop.lanes;
        g_array_append_val(timeline->stops, stop);
    }
    timeline->gap = CLAMP(WIDE / MAX(lanes, 1), LEAST_GAP, MOST_GAP);
}

/* The first stop that has a date. */
static guint first_dated(const Timeline *timeline)
{
    return timeline->stops->len > 0 && !g_array_index(timeline->stops, Stop, 0).date ? 1 : 0;
}

static void place_stops(Timeline *timeline)
{
    GArray *stops = timeline->stops;
    guint first = first_dated(timeline);
    double x = MARGIN;
    gint32 days = stops->len > first ? g_array_index(stops, Stop, stops->len - 1).day -
                                           g_array_index(stops, Stop, first).day
                                     : 0;
    for (guint i = 0; i < stops->len; i++) {
        Stop *stop = &g_array_index(stops, Stop, i);
        double even = 0;
        stop->x = x;
        if (i >= first && i + 1 < stops->len)
            even = AXIS / days * (g_array_index(stops, Stop, i + 1).day - stop->day);
        x += stop->lanes * timeline->gap + even + (i < first ? MARGIN : 0);
    }
    timeline->end = x + MARGIN;
}

/* Where the lanes of a stop end. */
static double end_of(const Timeline *timeline, const Stop *stop)
{
    return stop->x + (stop->lanes - 1) * timeline->gap;
}

static double x_of_day(const Timeline *timeline, gint32 day)
{
    guint first = first_dated(timeline);
    const Stop *before = NULL;
    for (guint i = first; i < timeline->stops->len; i++) {
        const Stop *stop = &g_array_index(timeline->stops, Stop, i);
        if (stop->day >= day && before && stop->day > before->day)
            return end_of(timeline, before) + (stop->x - end_of(timeline, before)) *
                                                  (day - before->day) /
                                                  (double)(stop->day - before->day);
        if (stop->day >= day)
            return stop->x;
        before = stop;
    }
    return timeline->end;
}

static void set_way(EntPictureEdge *edge, double x, double from, double to)
{
    double bump = from == to ? 20 : 0;
    EntPoint way[] = {{x, from},
                      {x - bump / 2, from + (to - from) / 3 - bump},
                      {x + bump / 2, to - (to - from) / 3 - bump},
                      {x, to}};
    ent_picture_clear_curves(edge);
    edge->curves = g_new0(EntCurve, 1);
    edge->curves_length = 1;
    edge->curves[0] = (EntCurve){g_memdup2(way, sizeof way), G_N_ELEMENTS(way)};
}

static void add_dot(Timeline *timeline, EntColor color, double x, double y)
{
    ent_picture_guide(
        timeline->picture,
        (EntGuide){.kind = ENT_GUIDE_DOT, .from = {x, y}, .color = color, .width = DOT});
}

static void place_edges(Timeline *timeline)
{
    EntPicture *picture = timeline->picture;
    for (guint i = 0; i < timeline->stops->len; i++) {
        const Stop *stop = &g_array_index(timeline->stops, Stop, i);
        for (guint k = stop->first; k < stop->end; k++) {
            const Event *event = &g_array_index(timeline->events, Event, k);
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
static void add_lines(Timeline *timeline)
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
        if (timeline->stops->len <= first_dated(timeline) || (!details->start && !details->end))
            continue;
        guint first = first_dated(timeline);
        line.from.x = details->start ? x_of_day(timeline, ent_date_first(details->start))
                                     : g_array_index(timeline->stops, Stop, first).x;
        line.to.x = details->end ? x_of_day(timeline, ent_date_last(details->end)) : timeline->end;
        line.color = ent_color_mix(node->own, picture->theme->paper, 0.35);
        line.width = 4;
        if (line.to.x > line.from.x)
            ent_picture_guide(picture, line);
    }
}

static void add_words(Timeline *timeline, const char *words, double x, double y)
{
    static const EntSetting setting = {TICK_FONT, false, 200, 1};
    ent_picture_guide(timeline->picture, (EntGuide){.kind = ENT_GUIDE_ROOM,
                                                    .from = {x, y},
                                                    .to = {x, y},
                                                    .text = ent_label(words, &setting),
                                                    .text_at = {x, y}});
}

static void add_tick(Timeline *timeline, const char *words, double x)
{
    EntPicture *picture = timeline->picture;
    double bottom = timeline->y[picture->nodes_length - 1] + 16;
    ent_picture_guide(picture, (EntGuide){.kind = ENT_GUIDE_LINE,
                                          .from = {x, -6},
                                          .to = {x, bottom},
                                          .color = ent_theme_ink(picture->theme, 10),
                                          .width = 0.8,
                                          .dash = "2 3"});
    add_words(timeline, words, x, -6 - TICK_FONT * ENT_LINE_HEIGHT);
    add_words(timeline, words, x, bottom + 2);
}

/* The day of "2015-04" or "2015", in words. */
static gint32 day_of(guint year, guint month, char words[ENT_DATE_TEXT])
{
    const char *why = NULL;
    EntDate date = ENT_DATE_NONE;
    if (month > 0)
        g_snprintf(words, ENT_DATE_TEXT, "%04u-%02u", MIN(year, 9999), month);
    else
        g_snprintf(words, ENT_DATE_TEXT, "%04u", MIN(year, 9999));
    return ent_date_parse(words, &date, &why) ? ent_date_first(date) : G_MAXINT32;
}

/* Ticks where the dates themselves are, as far as there is room. */
static void tick_stops(Timeline *timeline, guint first)
{
    double last = -HUGE_VAL;
    for (guint i = first; i < timeline->stops->len; i++) {
        const Stop *stop = &g_array_index(timeline->stops, Stop, i);
        char words[ENT_DATE_TEXT];
        if (stop->x - last < TICK_SPACE * 1.4)
            continue;
        add_tick(timeline, ent_date_text(stop->date, words), stop->x);
        last = stop->x;
    }
}

static void tick_calendar(Timeline *timeline, guint first, gint32 days)
{
    const Stop *start = &g_array_index(timeline->stops, Stop, first);
    const Stop *end = &g_array_index(timeline->stops, Stop, timeline->stops->len - 1);
    guint months = days < FEW_MONTHS ? 1 : 12, year = 0;
    double last = -HUGE_VAL;
    char words[ENT_DATE_TEXT];
    sscanf(ent_date_text(start->date, words), "%4u", &year);
    for (guint i = 0;; i += months) {
        gint32 day = day_of(year + i / 12, months == 1 ? i % 12 + 1 : 0, words);
        if (day > end->day)
            break;
        double x = x_of_day(timeline, day);
        if (day < start->day || x - last < TICK_SPACE)
            continue;
        add_tick(timeline, words, x);
        last = x;
    }
}

/* Above the ticks: what belongs to one day, where that is wide. */
static void add_span(Timeline *timeline, const Stop *stop, const char *words)
{
    double left = stop->x - timeline->gap / 4, right = end_of(timeline, stop) + timeline->gap / 4;
    double y = -10 - TICK_FONT * ENT_LINE_HEIGHT;
    ent_picture_guide(timeline->picture,
                      (EntGuide){.kind = ENT_GUIDE_LINE,
                                 .from = {left, y},
                                 .to = {right, y},
                                 .color = ent_theme_ink(timeline->picture->theme, 8),
                                 .width = 2});
    if (right - left > TICK_SPACE)
        add_words(timeline, words, (left + right) / 2, y - 4 - TICK_FONT * ENT_LINE_HEIGHT);
}

static void add_ticks(Timeline *timeline)
{
    for (guint i = 0; i < timeline->stops->len; i++) {
        const Stop *stop = &g_array_index(timeline->stops, Stop, i);
        char words[ENT_DATE_TEXT];
        if (stop->lanes > 1)
            add_span(timeline, stop, stop->date ? ent_date_text(stop->date, words) : "no date");
    }
    guint first = first_dated(timeline);
    if (first >= timeline->stops->len)
        return;
    gint32 days = g_array_index(timeline->stops, Stop, timeline->stops->len - 1).day -
                  g_array_index(timeline->stops, Stop, first).day;
    if (days < FEW_DAYS)
        tick_stops(timeline, first);
    else
        tick_calendar(timeline, first, days);
}

static bool place_timeline(EntPicture *picture, GError **error)
{
    g_auto(Timeline) timeline = {.picture = picture};
    (void)error;
    order_rows(&timeline);
    place_nodes(&timeline);
    find_events(&timeline);
    find_stops(&timeline);
    place_stops(&timeline);
    add_ticks(&timeline);
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
