/* SPDX-License-Identifier: MIT */
/* How a figure of the whole graph is defined. One file each, listed in registry.h. */
#ifndef ENT_FIGURE_DEF_H
#define ENT_FIGURE_DEF_H

#include <entente/figure.h>
#include "measure/measure_def.h"

struct EntFigure {
    const char *name;       /* first, for look-up */
    const char *summary;    /* one line: what a value says */
    const char *definition; /* a sentence or two for people: formula, undefined where */
    EntArrows arrows;
    EntWeighs weighs;
    const char *undefined; /* "undefined ...": the note where it is and run gave no other */
    /* Sets the value, NaN so far, or adds those of a census. The graph has a node, no loops and no
     * parallel edges. Runs between ent_igraph_begin() and ent_igraph_end(). */
    bool (*run)(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error);
};

/* Adds a value to a census. The name is static. */
void ent_figured_add(EntFigured *figured, const char *name, double value);

/* Adds to what a reader must know; the parts are separated by "; ". */
void ent_figured_note(EntFigured *figured, const char *note);

/* How far the values stay below the largest of them, all together, as a share of the `most` that is
 * possible: Freeman's centralization. NaN where nothing is possible. */
double ent_centralization(const double *values, gsize length, double most);

#endif
