/* SPDX-License-Identifier: MIT */
/*
 * How long work is watched and stopped: threads ask now and then whether they shall stop, and the
 * thread that began the watch asks the user's progress callback, at most 20 times a second. No
 * other thread ever calls it.
 */
#ifndef ENT_KERNEL_WATCH_H
#define ENT_KERNEL_WATCH_H

#include <stdbool.h>
#include <glib.h>

typedef struct {
    bool (*ask)(double share, gpointer data); /* NULL: nobody; false: stop */
    gpointer data;
    GThread *thread; /* the one that asks */
    gint64 asked;
    guint parts;
    gint done;    /* parts; atomic */
    gint stopped; /* atomic */
} EntWatch;

void ent_watch_init(EntWatch *watch, bool (*ask)(double share, gpointer data), gpointer data);

/* Whether to stop. From any thread, as often as once in some microseconds. */
bool ent_watch_stopped(EntWatch *watch);

#endif
