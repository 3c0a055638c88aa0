/* SPDX-License-Identifier: MIT */
/* What closeness and harmonic share with their forms that follow the arrows one way. */
#ifndef ENT_MEASURE_DISTANCE_H
#define ENT_MEASURE_DISTANCE_H

#include "kernel/distances.h"
#include "measure/measure_def.h"
#include "measure/registry.h"

/* Fills the column, of the measure closeness or one named after it ("closeness-in"), by the
 * distances from each node, or those to it, along the arrows of a directed graph. Adds a note where
 * not every node is reached. */
bool ent_fill_closeness(const EntGraph *graph, EntDistance which, const EntMeasureOptions *options,
                        EntColumn *column, GError **error);

/* The same with harmonic centrality. */
bool ent_fill_harmonic(const EntGraph *graph, EntDistance which, const EntMeasureOptions *options,
                       EntColumn *column, GError **error);

#endif
