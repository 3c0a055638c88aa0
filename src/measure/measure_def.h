/* SPDX-License-Identifier: MIT */
/* How a measure is defined. One file each, listed in registry.h. */
#ifndef ENT_MEASURE_DEF_H
#define ENT_MEASURE_DEF_H

#include <entente/measure.h>
#include "view/graph.h"

/* What parallel edges count as when the user does not say (ENT_PARALLEL_AUTO). */
typedef enum { ENT_COUNTS_ONCE, ENT_COUNTS_EACH } EntCounts;

struct EntMeasure {
    const char *name; /* first, for look-up */
    const char *summary;    /* one line, for lists */
    const char *definition; /* one sentence with the formula, for people */
    EntCounts parallel;
    bool arrows; /* follows the arrows even where the view does not (in-degree, out-degree) */
    /* Fills column->values (length set, all NaN) from the graph; may set column->note. */
    bool (*run)(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error);
};

#endif
