/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include "cli/interrupt.h"

#include <stdio.h>

#define FIRST G_USEC_PER_SEC /* nothing is shown before */
#define EVERY (G_USEC_PER_SEC / 8)

void ent_progress_begin(EntProgress *progress, bool on, const char *what)
{
    *progress = (EntProgress){on, what, g_get_monotonic_time() + FIRST, false};
}

bool ent_progress_tell(double share, gpointer data)
{
    EntProgress *progress = data;
    gint64 now;

    if (!progress->on)
        return !ent_interrupted();
    now = g_get_monotonic_time();
    if (now < progress->next)
        return !ent_interrupted();
    progress->next = now + EVERY;
    progress->shown = true;
    ent_interrupt_line(true);
    if (share > 0)
        fprintf(stderr, "\r\033[K%s … %.0f%%", progress->what, share * 100);
    else
        fprintf(stderr, "\r\033[K%s …", progress->what);
    fflush(stderr);
    return !ent_interrupted();
}

void ent_progress_announce(EntProgress *progress, bool on, const char *what)
{
    ent_progress_begin(progress, on, what);
    if (on)
        ent_interrupt_announce(what);
}

void ent_progress_end(EntProgress *progress)
{
    bool announced = progress->on && ent_interrupt_announce(NULL);

    if (progress->shown || announced)
        fputs("\r\033[K", stderr);
    ent_interrupt_line(false);
    progress->shown = progress->on = false;
}
