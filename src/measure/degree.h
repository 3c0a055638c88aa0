/* SPDX-License-Identifier: MIT */
/* What degree, in-degree and out-degree share. */
#ifndef ENT_MEASURE_DEGREE_H
#define ENT_MEASURE_DEGREE_H

#include "measure/measure_def.h"
#include "measure/registry.h"

/* Fills the column with the number of edges of that mode at each node. */
bool ent_count_degree(const EntGraph *graph, igraph_neimode_t mode,
                      const EntMeasureOptions *options, EntColumn *column, GError **error);

#endif
