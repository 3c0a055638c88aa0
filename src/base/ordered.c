/* SPDX-License-Identifier: MIT */
#include "base/ordered.h"

#define THREADS_MOST 8

typedef struct {
    void (*work)(guint number, gpointer data);
    gpointer data;
    guint jobs, threads;
    GMutex lock;
    GCond moved;
    guint begun, taken; /* jobs */
    bool *done;         /* by job */
    bool stopped;
} Ordered;

/* The next job to be done, once those before it are taken but for a few; `jobs`: there is none. */
static guint next_job(Ordered *ordered)
{
    guint number = ordered->jobs;

    g_mutex_lock(&ordered->lock);
    while (!ordered->stopped && ordered->begun < ordered->jobs &&
           ordered->begun > ordered->taken + ordered->threads)
        g_cond_wait(&ordered->moved, &ordered->lock);
    if (!ordered->stopped && ordered->begun < ordered->jobs)
        number = ordered->begun++;
    g_mutex_unlock(&ordered->lock);
    return number;
}

static gpointer work_on(gpointer data)
{
    Ordered *ordered = data;
    guint number;

    while ((number = next_job(ordered)) < ordered->jobs) {
        ordered->work(number, ordered->data);
        g_mutex_lock(&ordered->lock);
        ordered->done[number] = true;
        g_cond_broadcast(&ordered->moved);
        g_mutex_unlock(&ordered->lock);
    }
    return NULL;
}

static void await(Ordered *ordered, guint number)
{
    g_mutex_lock(&ordered->lock);
    while (!ordered->done[number])
        g_cond_wait(&ordered->moved, &ordered->lock);
    g_mutex_unlock(&ordered->lock);
}

static void tell_taken(Ordered *ordered, bool stopped)
{
    g_mutex_lock(&ordered->lock);
    ordered->taken++;
    ordered->stopped = stopped;
    g_cond_broadcast(&ordered->moved);
    g_mutex_unlock(&ordered->lock);
}

void ent_ordered_run(guint jobs, void (*work)(guint number, gpointer data),
                     bool (*take)(guint number, gpointer data), gpointer data)
{
    g_autofree bool *done = g_new0(bool, (gsize)jobs + 1);
    Ordered ordered = {.work = work,
                       .data = data,
                       .jobs = jobs,
                       .threads = MIN(jobs, MIN(g_get_num_processors(), THREADS_MOST)),
                       .done = done};
    GThread *threads[THREADS_MOST];
    bool goes_on = true;

    g_mutex_init(&ordered.lock);
    g_cond_init(&ordered.moved);
    for (guint i = 0; i < ordered.threads; i++)
        threads[i] = g_thread_new("entente", work_on, &ordered);
    for (guint i = 0; i < jobs && goes_on; i++) {
        await(&ordered, i);
        goes_on = take(i, data);
        tell_taken(&ordered, !goes_on);
    }
    for (guint i = 0; i < ordered.threads; i++)
        g_thread_join(threads[i]);
    g_mutex_clear(&ordered.lock);
    g_cond_clear(&ordered.moved);
}
