/* SPDX-License-Identifier: MIT */
#include "kernel/job.h"

#include <omp.h>

#define PAUSE_MICROSECONDS (G_USEC_PER_SEC / 20) /* at which the watch is kept while waiting */

typedef struct {
    const EntJob *job;
    gpointer data;
    EntWatch *watch;
    GMutex mutex; /* of what follows */
    GCond turned; /* taken changed, or it is over */
    guint given;  /* parts handed out */
    guint taken;
    bool over; /* no more parts are wanted */
} Run;

/* Waits until all parts before this one are taken. False where it need not be taken. Locked. */
static bool wait_for_turn(Run *run, guint part)
{
    while (run->taken < part && !run->over) {
        gint64 until = g_get_monotonic_time() + PAUSE_MICROSECONDS;

        g_cond_wait_until(&run->turned, &run->mutex, until);
        run->over = run->over || ent_watch_stopped(run->watch);
    }
    return !run->over;
}

/* Locked but for the work itself. */
static void do_part(Run *run, gpointer own)
{
    guint part = run->given++;
    bool more;

    g_mutex_unlock(&run->mutex);
    run->job->work(own, part, run->watch);
    g_mutex_lock(&run->mutex);
    if (ent_watch_stopped(run->watch))
        run->over = true;
    if (wait_for_turn(run, part)) {
        g_mutex_unlock(&run->mutex);
        more = run->job->take(own, part); /* nobody else's turn */
        g_mutex_lock(&run->mutex);
        run->taken++;
        run->over = run->over || !more;
        g_atomic_int_set(&run->watch->done, (gint)run->taken);
    }
    g_cond_broadcast(&run->turned);
}

static gpointer do_parts(gpointer data)
{
    Run *run = data;
    gpointer own = run->job->begin(run->data);

    g_mutex_lock(&run->mutex);
    while (!run->over && run->given < run->job->parts)
        do_part(run, own);
    g_mutex_unlock(&run->mutex);
    run->job->end(own);
    return NULL;
}

bool ent_job_run(const EntJob *job, gpointer data, EntWatch *watch)
{
    Run run = {.job = job, .data = data, .watch = watch};
    guint helpers = MIN((guint)MAX(omp_get_max_threads(), 1), MAX(job->parts, 1)) - 1;
    g_autofree GThread **threads = g_new0(GThread *, (gsize)helpers + 1);

    watch->parts = MAX(job->parts, 1);
    if (ent_watch_stopped(watch))
        return false;
    g_mutex_init(&run.mutex);
    g_cond_init(&run.turned);
    for (guint i = 0; i < helpers; i++)
        threads[i] = g_thread_try_new("kernel", do_parts, &run, NULL); /* NULL: one fewer */
    do_parts(&run);
    for (guint i = 0; i < helpers; i++)
        if (threads[i])
            g_thread_join(threads[i]);
    g_mutex_clear(&run.mutex);
    g_cond_clear(&run.turned);
    return !g_atomic_int_get(&watch->stopped);
}
