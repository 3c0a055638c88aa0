/* SPDX-License-Identifier: MIT */
#include "draw/timeline.h"

#define MARGIN    26.0   /* before the first edge, between the undated and the axis */
#define AXIS      900.0  /* at least so long, if dates differ */
#define WIDE      2400.0 /* edges have more room up to this width */
#define LEAST_GAP 14.0
#define MOST_GAP  84.0

/* When it came about, as far as it says. */
static EntDate date_of(const EntDetails *details)
{
    const EntDate dates[] = {details->date, details->start, details->end, details->by};
    for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
        if (dates[i] != ENT_DATE_NONE)
            return dates[i];
    return ENT_DATE_NONE;
}

static int by_day(const void *left, const void *right)
{
    const EntEvent *a = left, *b = right;
    bool dated = a->date != ENT_DATE_NONE, other = b->date != ENT_DATE_NONE;
    if (dated != other)
        return dated ? 1 : -1;
    if (a->day != b->day)
        return a->day > b->day ? 1 : -1;
    if (a->low != b->low)
        return a->low > b->low ? 1 : -1;
    return (a->edge > b->edge) - (a->edge < b->edge);
}

static void find_events(EntTimeline *timeline)
{
    const EntPicture *picture = timeline->picture;
    timeline->events = g_array_new(FALSE, FALSE, sizeof(EntEvent));
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        guint a = timeline->row[edge->from], b = timeline->row[edge->to];
        EntDate date = date_of(edge->edge->fact.details);
        EntEvent event = {i,         date,      date != ENT_DATE_NONE ? ent_date_first(date) : 0,
                          MIN(a, b), MAX(a, b), 0};
        g_array_append_val(timeline->events, event);
    }
    g_array_sort(timeline->events, by_day);
}

/* Lanes for the events of a stop: each takes the first that is free where it runs. */
static void find_lanes(EntTimeline *timeline, EntStop *stop)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint)); /* by lane: row below it */
    for (guint i = stop->first; i < stop->end; i++) {
        EntEvent *event = &g_array_index(timeline->events, EntEvent, i);
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

static void find_stops(EntTimeline *timeline)
{
    guint lanes = 0;
    timeline->stops = g_array_new(FALSE, TRUE, sizeof(EntStop));
    for (guint first = 0, end; first < timeline->events->len; first = end) {
        const EntEvent *event = &g_array_index(timeline->events, EntEvent, first);
        for (end = first + 1; end < timeline->events->len; end++) {
            const EntEvent *next = &g_array_index(timeline->events, EntEvent, end);
            if (next->day != event->day || !next->date != !event->date)
                break;
        }
        EntStop stop = {event->day, event->date, first, end, 0, 0};
        find_lanes(timeline, &stop);
        lanes += stop.lanes;
        g_array_append_val(timeline->stops, stop);
    }
    timeline->gap = CLAMP(WIDE / MAX(lanes, 1), LEAST_GAP, MOST_GAP);
}

/* The first stop that has a date. */
guint ent_timeline_first_dated(const EntTimeline *timeline)
{
    return timeline->stops->len > 0 && !g_array_index(timeline->stops, EntStop, 0).date ? 1 : 0;
}

static void place_stops(EntTimeline *timeline)
{
    GArray *stops = timeline->stops;
    guint first = ent_timeline_first_dated(timeline);
    double x = MARGIN;
    gint32 days = stops->len > first ? g_array_index(stops, EntStop, stops->len - 1).day -
                                           g_array_index(stops, EntStop, first).day
                                     : 0;
    for (guint i = 0; i < stops->len; i++) {
        EntStop *stop = &g_array_index(stops, EntStop, i);
        double even = 0;
        stop->x = x;
        if (i >= first && i + 1 < stops->len)
            even = AXIS / days * (g_array_index(stops, EntStop, i + 1).day - stop->day);
        x += stop->lanes * timeline->gap + even + (i < first ? MARGIN : 0);
    }
    timeline->end = x + MARGIN;
}

/* Where the lanes of a stop end. */
double ent_timeline_end_of(const EntTimeline *timeline, const EntStop *stop)
{
    return stop->x + (stop->lanes - 1) * timeline->gap;
}

double ent_timeline_x_of_day(const EntTimeline *timeline, gint32 day)
{
    guint first = ent_timeline_first_dated(timeline);
    const EntStop *before = NULL;
    for (guint i = first; i < timeline->stops->len; i++) {
        const EntStop *stop = &g_array_index(timeline->stops, EntStop, i);
        if (stop->day >= day && before && stop->day > before->day)
            return ent_timeline_end_of(timeline, before) +
                   (stop->x - ent_timeline_end_of(timeline, before)) * (day - before->day) /
                       (double)(stop->day - before->day);
        if (stop->day >= day)
            return stop->x;
        before = stop;
    }
    return timeline->end;
}

void ent_timeline_find(EntTimeline *timeline)
{
    find_events(timeline);
    find_stops(timeline);
    place_stops(timeline);
}

void ent_timeline_clear(EntTimeline *timeline)
{
    g_free(timeline->row);
    g_free(timeline->y);
    g_array_unref(timeline->events);
    g_array_unref(timeline->stops);
}
