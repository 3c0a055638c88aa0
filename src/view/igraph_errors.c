/* SPDX-License-Identifier: MIT */
#include "view/graph.h"

#define PAUSE_MICROSECONDS (G_USEC_PER_SEC / 20) /* between two calls of progress */

/* igraph gives its handlers no data of the caller's, so what they need is here; nothing of it
 * outlives the outermost pair of begin and end. */
static struct {
    guint depth;
    igraph_error_handler_t *error;
    igraph_warning_handler_t *warning;
    igraph_fatal_handler_t *fatal;
    igraph_interruption_handler_t *interruption;
    igraph_progress_handler_t *progress;
    bool (*ask)(double share, gpointer data);
    gpointer data;
    double share, first, last; /* igraph's own shares are of first to last */
    gint64 asked;
    bool stopped;
    char *reason; /* the first one given since the last failure was reported */
} state;

/* Called for every frame on the way out, the outer ones without a reason. */
static void on_error(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    if (!state.reason && reason && *reason)
        state.reason = g_strdup(reason);
    IGRAPH_FINALLY_FREE();
}

static void on_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

/* An assertion inside igraph failed; it cannot go on. */
static void on_fatal(const char *reason, const char *file, int line)
{
    g_error("igraph failed at %s:%d: %s", file, line, reason);
}

static igraph_error_t ask(void)
{
    gint64 now = g_get_monotonic_time();

    if (!state.stopped && (!state.ask || now - state.asked < PAUSE_MICROSECONDS))
        return IGRAPH_SUCCESS;
    state.asked = now;
    state.stopped = state.stopped || !state.ask(state.share, state.data);
    if (!state.stopped)
        return IGRAPH_SUCCESS;
    IGRAPH_FINALLY_FREE(); /* now: igraph's frames return without a word to on_error() */
    return IGRAPH_INTERRUPTED;
}

static igraph_error_t on_interruption(void *data)
{
    (void)data;
    return ask();
}

static igraph_error_t on_progress(const char *message, igraph_real_t percent, void *data)
{
    (void)message;
    (void)data;
    state.share = state.first + CLAMP(percent / 100, 0, 1) * (state.last - state.first);
    return ask();
}

void ent_igraph_begin(bool (*progress)(double share, gpointer data), gpointer data)
{
    if (state.depth++ > 0)
        return;
    state.ask = progress;
    state.data = data;
    state.share = -1;
    state.first = 0;
    state.last = 1;
    state.stopped = false;
    state.asked = 0; /* the first time at once */
    state.error = igraph_set_error_handler(on_error);
    state.warning = igraph_set_warning_handler(on_warning);
    state.fatal = igraph_set_fatal_handler(on_fatal);
    state.interruption = igraph_set_interruption_handler(on_interruption);
    state.progress = igraph_set_progress_handler(on_progress);
}

void ent_igraph_span(double first, double last)
{
    g_assert(state.depth > 0);
    state.share = state.first = first;
    state.last = last;
}

void ent_igraph_end(void)
{
    g_assert(state.depth > 0);
    if (--state.depth > 0)
        return;
    igraph_set_error_handler(state.error);
    igraph_set_warning_handler(state.warning);
    igraph_set_fatal_handler(state.fatal);
    igraph_set_interruption_handler(state.interruption);
    igraph_set_progress_handler(state.progress);
    g_clear_pointer(&state.reason, g_free);
}

bool ent_igraph_stopped(void)
{
    return state.stopped;
}

bool ent_igraph_done(igraph_error_t code, GError **error)
{
    g_autofree char *reason = g_steal_pointer(&state.reason);

    g_assert(state.depth > 0);
    if (code == IGRAPH_SUCCESS)
        return true;
    if (state.stopped)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "stopped before it was done");
    else if (code == IGRAPH_ENOMEM)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "the computation ran out of memory");
    else
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "the computation failed: %s",
                    reason ? reason : igraph_strerror(code));
    return false;
}
