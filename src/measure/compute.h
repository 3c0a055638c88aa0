/* SPDX-License-Identifier: MIT */
/* Computing a measure on a view that is in order already. */
#ifndef ENT_MEASURE_COMPUTE_H
#define ENT_MEASURE_COMPUTE_H

#include <entente/measure.h>

/* As ent_measure_run(), for a view made by ent_view_in_order() or a part of one. */
EntColumn *ent_measure_compute(const EntMeasure *measure, const EntView *ordered,
                               const EntMeasureOptions *options, GError **error);

#endif
