/* SPDX-License-Identifier: MIT */
/* What measures that the kernels compute share. The kernels know no weights. */
#ifndef ENT_MEASURE_KERNELS_H
#define ENT_MEASURE_KERNELS_H

#include "kernel/distances.h"
#include "kernel/rows.h"
#include "measure/measure_def.h"

/* The graph as a kernel takes it, whose weights do not count; its numbers are the vertices. */
EntRows *ent_graph_rows(const EntGraph *graph);

/* Turns a kernel's being stopped into an error. */
bool ent_kernel_done(bool done, GError **error);

/* The sums of what igraph calls distances out of (ENT_DISTANCE_FROM) or into each vertex. */
bool ent_graph_distances(const EntGraph *graph, EntDistance which, const EntMeasureOptions *options,
                         EntDistances *distances, GError **error);

#endif
