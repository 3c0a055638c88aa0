/* SPDX-License-Identifier: MIT */
/* Which edges a node's value depends on. */
#ifndef ENT_MEASURE_REACH_H
#define ENT_MEASURE_REACH_H

#include <entente/measure.h>

/* Where other edges change, a node's raw value stays. Edges at a node are those of which it is an
 * end. Not to be claimed of values that the size of the graph goes into. */
typedef enum {
    ENT_REACH_GRAPH,      /* all */
    ENT_REACH_COMPONENT,  /* those of its weakly connected component */
    ENT_REACH_NEIGHBOURS, /* those at it and at its neighbours */
    ENT_REACH_NODE,       /* those at it */
} EntReach;

/* The reach of the values that a run with those options gives. */
EntReach ent_measure_reach(const EntMeasure *measure, const EntMeasureOptions *options);

#endif
