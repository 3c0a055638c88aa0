/* SPDX-License-Identifier: MIT */
/*
 * Work in numbered parts, done by several threads. What the parts give is taken one at a time in
 * the order of their numbers, so that the result has the same bytes for any number of threads, as
 * long as the parts do not depend on it.
 *
 * There are as many threads as OpenMP would use (OMP_NUM_THREADS, omp_set_num_threads()), but they
 * are begun and ended here: those of libgomp do not survive a fork(), and a child process that
 * computed on them would wait for ever.
 */
#ifndef ENT_KERNEL_JOB_H
#define ENT_KERNEL_JOB_H

#include "kernel/watch.h"

typedef struct {
    guint parts;
    /* What a thread has for itself, and its end. */
    gpointer (*begin)(gpointer data);
    void (*end)(gpointer own);
    /* Does a part; may leave it when the watch says to stop. */
    void (*work)(gpointer own, guint part, EntWatch *watch);
    /* Takes what the part gave from the thread that did it. False: the job is done, later parts
     * are not wanted. */
    bool (*take)(gpointer own, guint part);
} EntJob;

/* False where the watch stopped it: then not all was taken. */
bool ent_job_run(const EntJob *job, gpointer data, EntWatch *watch);

#endif
