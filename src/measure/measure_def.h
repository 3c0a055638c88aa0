/* SPDX-License-Identifier: MIT */
/* How a measure is defined. One file each, listed in registry.h. */
#ifndef ENT_MEASURE_DEF_H
#define ENT_MEASURE_DEF_H

#include <entente/measure.h>
#include "measure/reach.h"
#include "view/graph.h"

/* What parallel edges count as when the user does not say (ENT_PARALLEL_AUTO). */
typedef enum {
    ENT_COUNTS_EACH,
    ENT_COUNTS_ONCE,
    ENT_COUNTS_ALWAYS_ONCE, /* whatever the user says: the definition knows no others */
} EntCounts;

/* What weights are to a measure. */
typedef enum { ENT_WEIGHS_NOTHING, ENT_WEIGHS_TIES, ENT_WEIGHS_LENGTHS } EntWeighs;

struct EntMeasure {
    const char *name;       /* first, for look-up */
    const char *summary;    /* one line, for lists */
    const char *definition; /* one or two sentences for people: what it says, formula, undefined
                               where, normalized how */
    EntOf of;
    EntArrows arrows;
    EntCounts parallel;
    EntWeighs weighs;
    EntReach reach;
    double pace; /* seconds of a processor for each node and each tie of a shallow unweighted graph,
                    where options->sample saves them; 0: it has no such form */
    const char *undefined; /* "undefined ...": for the note where some values are; NULL: run says */
    /* Fills column->values (length set, at least 1; all NaN) from the graph; may add notes. Runs
     * between ent_igraph_begin() and ent_igraph_end(). A measure of edges fills in igraph's edges
     * by ent_column_take_edges(). */
    bool (*run)(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error);
};

/* What becomes of parallel edges in the graph that the measure is computed on. */
EntMerge ent_measure_merge(const EntMeasure *measure, const EntView *view);

/* One for each node or edge of the view, as the measure is of; undefined so far. */
EntColumn *ent_column_new(const EntMeasure *measure, const EntView *view);

/* Carries the values over from the one view's order to that of another of the same dossier; what
 * the one does not have is undefined. */
void ent_column_carry(EntColumn *column, const EntView *from, const EntView *to);

/* Adds to what a reader must know; the parts are separated by "; ". */
void ent_column_note(EntColumn *column, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Copies igraph's result, of the column's length, into its values. */
void ent_column_take(EntColumn *column, const igraph_vector_t *result);
void ent_column_take_int(EntColumn *column, const igraph_vector_int_t *result);

/* Copies a result by igraph's edges into a column by the view's: merged ones all get the value of
 * what they became, one that leads both ways (symmetric, in a directed graph) the sum of its two
 * arcs; loops get none. */
void ent_column_take_edges(EntColumn *column, const EntGraph *graph, const igraph_vector_t *result);

/*
 * Fills the column by an igraph function that can do some vertices at a time, in parts between
 * which it can be stopped and says how far it is: many say nothing themselves. Each part costs
 * `part` about n + m beside its share of the work.
 */
typedef igraph_error_t EntPart(const EntGraph *graph, igraph_vs_t vertices, igraph_vector_t *result,
                               gpointer data);
bool ent_column_by_parts(EntColumn *column, const EntGraph *graph, EntPart *part, gpointer data,
                         GError **error);

/* Divides every value; by 0: all are undefined, and a note says that they need `least` nodes. */
void ent_column_divide(EntColumn *column, double by, guint least);

#endif
