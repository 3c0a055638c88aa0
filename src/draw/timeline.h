/* SPDX-License-Identifier: MIT */
/* The axis of a timeline: which day each edge is at, and where that is. */
#ifndef ENT_DRAW_TIMELINE_H
#define ENT_DRAW_TIMELINE_H

#include "draw/picture.h"

typedef struct {
    guint32 edge;
    EntDate date; /* ENT_DATE_NONE: it has none */
    gint32 day;
    guint low, high; /* rows */
    guint lane;      /* among those of its day */
} EntEvent;

/* A day of the axis, and what it has room for. */
typedef struct {
    gint32 day;
    EntDate date;
    guint first, end; /* events */
    guint lanes;
    double x;
} EntStop;

typedef struct {
    EntPicture *picture;
    guint *row;     /* by node */
    double *y;      /* by row */
    GArray *events; /* EntEvent, by day */
    GArray *stops;  /* EntStop */
    double gap;     /* between lanes */
    double end;     /* of the axis */
} EntTimeline;

/* Finds events, stops and the axis, where the picture and the rows of its nodes are set. */
void ent_timeline_find(EntTimeline *timeline);
void ent_timeline_clear(EntTimeline *timeline);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntTimeline, ent_timeline_clear)

/* The first stop that has a date: 1 where there are edges without one, which are the first stop. */
guint ent_timeline_first_dated(const EntTimeline *timeline);

/* Where a day is, and where the last lane of a stop is. */
double ent_timeline_x_of_day(const EntTimeline *timeline, gint32 day);
double ent_timeline_end_of(const EntTimeline *timeline, const EntStop *stop);

/* Adds the guides that say which day is where (timeline_ticks.c). */
void ent_timeline_add_ticks(EntTimeline *timeline);

#endif
