/* SPDX-License-Identifier: MIT */
/* Betweenness from a sample of shortest paths, for unweighted graphs that are too large for more.
 */
#ifndef ENT_KERNEL_SAMPLE_H
#define ENT_KERNEL_SAMPLE_H

#include "kernel/rows.h"
#include "kernel/watch.h"

typedef struct {
    double error; /* of the largest value that is possible, at every node; more than 0 */
    double risk;  /* that some node's is larger; between 0 and 1 */
    guint64 seed;
    guint64 paths; /* result: how many were drawn */
} EntSample;

/*
 * Fills result with estimates of what ent_rows_betweenness() gives. False where the watch stopped
 * it. Shared by threads; the same bytes for the same seed with any number of them. Cost: some
 * log(depth) / error^2 paths at most, fewer the smaller the largest value is.
 */
bool ent_rows_sample(const EntRows *rows, EntSample *sample, double *result, EntWatch *watch);

#endif
