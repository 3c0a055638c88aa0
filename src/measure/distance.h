/* SPDX-License-Identifier: MIT */
/* What closeness and harmonic share with their forms that follow the arrows one way. */
#ifndef ENT_MEASURE_DISTANCE_H
#define ENT_MEASURE_DISTANCE_H

#include "measure/measure_def.h"
#include "measure/registry.h"

/* Fills the column with closeness by the distances of that mode: IGRAPH_OUT those from the node,
 * IGRAPH_IN those to it. */
bool ent_fill_closeness(const EntGraph *graph, igraph_neimode_t mode,
                        const EntMeasureOptions *options, EntColumn *column, GError **error);

/* The same with harmonic centrality. */
bool ent_fill_harmonic(const EntGraph *graph, igraph_neimode_t mode,
                       const EntMeasureOptions *options, EntColumn *column, GError **error);

#endif
