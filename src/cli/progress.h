/* SPDX-License-Identifier: MIT */
/* A line on the terminal that says how far work is, once it lasts over a second. */
#ifndef ENT_CLI_PROGRESS_H
#define ENT_CLI_PROGRESS_H

#include <stdbool.h>
#include <glib.h>

typedef struct {
    bool on;          /* else nothing is ever shown */
    const char *what; /* "reading"; borrowed */
    gint64 next;      /* when to show it, g_get_monotonic_time() */
    bool shown;
} EntProgress;

void ent_progress_begin(EntProgress *progress, bool on, const char *what);

/* The same for work that cannot be asked how far it is: the line appears by itself. what is at most
 * 60 bytes. Ended by ent_progress_end() too. */
void ent_progress_announce(EntProgress *progress, bool on, const char *what);

/* The callback of long work: share from 0 to 1, or less than 0 where it is not known. True, unless
 * the program was told to stop. */
bool ent_progress_tell(double share, gpointer progress);

/* Erases the line. */
void ent_progress_end(EntProgress *progress);

#endif
