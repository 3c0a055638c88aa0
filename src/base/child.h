/* SPDX-License-Identifier: MIT */
/*
 * A function run in a child process, under limits: for libraries that cannot be stopped, are not
 * safe in threads or may crash. The child is a copy of the process made by fork(): it sees all that
 * the caller has in memory, and nothing it changes there comes back but its answer.
 */
#ifndef ENT_BASE_CHILD_H
#define ENT_BASE_CHILD_H

#include <stdbool.h>
#include <entente/error.h>

/*
 * What the child does: fills `answer` from `data`, or fails with an error of ENT_ERROR, which the
 * caller of ent_child_run() gets as if it were its own. It must not print, nor start threads
 * (OpenMP's do not outlive a fork: one at most).
 */
typedef bool EntChildWork(gpointer data, GByteArray *answer, GError **error);

/* Zero-initialised: none. */
typedef struct {
    guint seconds;      /* of wall clock */
    guint megabytes;    /* of memory beyond what the process has; not under a sanitizer */
    const char *advice; /* what to do where a limit was hit, told after it; NULL: nothing */
    /* Asked some 20 times a second, with a share of -1: the child does not say how far it is.
     * Returns false to stop it. NULL: nobody. */
    bool (*progress)(double share, gpointer data);
    gpointer progress_data;
} EntChildLimits;

/*
 * Appends what the work answered to `answer`. False and an error (ENT_ERROR_COMPUTE) where a limit
 * was hit ("ran out of time (60 s): <advice>"), where progress stopped it, or where it crashed;
 * then nothing is appended. No child is left in any case, nor where this process is killed. limits
 * may be NULL.
 */
bool ent_child_run(EntChildWork *work, gpointer data, GByteArray *answer,
                   const EntChildLimits *limits, GError **error);

#endif
