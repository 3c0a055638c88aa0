/* SPDX-License-Identifier: MIT */
#include "kernel/watch.h"

#define PAUSE_MICROSECONDS (G_USEC_PER_SEC / 20)

void ent_watch_init(EntWatch *watch, bool (*ask)(double share, gpointer data), gpointer data)
{
    *watch = (EntWatch){.ask = ask, .data = data, .thread = g_thread_self(), .parts = 1};
}

bool ent_watch_stopped(EntWatch *watch)
{
    gint64 now;

    if (g_atomic_int_get(&watch->stopped))
        return true;
    if (!watch->ask || g_thread_self() != watch->thread)
        return false;
    now = g_get_monotonic_time();
    if (now - watch->asked < PAUSE_MICROSECONDS)
        return false;
    watch->asked = now;
    if (!watch->ask((double)g_atomic_int_get(&watch->done) / watch->parts, watch->data))
        g_atomic_int_set(&watch->stopped, 1);
    return g_atomic_int_get(&watch->stopped);
}
