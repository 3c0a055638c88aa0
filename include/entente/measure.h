/* SPDX-License-Identifier: MIT */
/*
 * Measures: a number for each node, or each edge, of a view. Definitions are igraph's; each
 * measure's own file states definition, formula, reference and cost.
 */
#ifndef ENTENTE_MEASURE_H
#define ENTENTE_MEASURE_H

#include <entente/view.h>

G_BEGIN_DECLS

typedef struct EntMeasure EntMeasure;

/* What a measure has numbers of. */
typedef enum { ENT_OF_NODES, ENT_OF_EDGES } EntOf;

/* A measure's numbers, one for each node or each edge of the view, in the view's order. */
typedef struct {
    const EntMeasure *measure; /* NULL: another result (the groups of a grouping, by number) */
    const char *name;          /* the measure's, or the grouping's, name */
    EntOf of;
    gsize length;
    double *values; /* NaN: undefined there, see note */
    char *note;     /* what a reader must know ("computed per component: ..."); NULL if nothing */
} EntColumn;

typedef struct {
    bool normalized; /* as FACTS says; measures without a normal form ignore it */
    guint64 seed;
    /* Nodes (the dossier's indices) that a random walk restarts at; of length 0: at any node. That
     * one is not in the view is an error of the measure that asks for them. */
    const guint32 *restart;
    gsize restart_length;
    /* Betweenness of unweighted views from a sample of shortest paths: the error, more than 0, that
     * is hardly passed, as a share of the largest possible value. 0: exact. */
    double sample;
    double alpha; /* what a step of a walk is worth (katz); 0: chosen to suit the graph */
    /* Called now and then with the share done, 0 to 1, or less than 0 where it is not known;
     * returns false to stop the computation. NULL: nobody. */
    bool (*progress)(double share, gpointer data);
    gpointer progress_data;
} EntMeasureOptions;

/* The measure of that name or unique beginning; NULL and an error with a suggestion. */
ENT_API const EntMeasure *ent_measure_find(const char *name, GError **error);

/* All measures, sorted by name, NULL-terminated. */
ENT_API const EntMeasure *const *ent_measures(void);
ENT_API const char *ent_measure_name(const EntMeasure *measure);
ENT_API const char *ent_measure_summary(const EntMeasure *measure);
ENT_API const char *ent_measure_definition(const EntMeasure *measure);
ENT_API EntOf ent_measure_of(const EntMeasure *measure);

/* About how many seconds its exact computation takes on the processors there are, where a sample
 * can take its place; 0: it cannot. */
ENT_API double ent_measure_seconds(const EntMeasure *measure, const EntView *view);

/* Computes it; NULL and an error where it fails or is stopped. options may be NULL. */
ENT_API EntColumn *ent_measure_run(const EntMeasure *measure, const EntView *view,
                                   const EntMeasureOptions *options, GError **error);
ENT_API void ent_column_free(EntColumn *column);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntColumn, ent_column_free)

/* The order of two scores in a ranking: less than 0 where a stands first, 0 where they are equal in
 * the 9 significant digits that are printed. Undefined ones are last, and equal. */
ENT_API int ent_scores_compare(double a, double b);

/*
 * The places (of the view's order) in rank order: by the first column, largest first, undefined
 * last; ties by the next columns, then by id (edges: by those of their ends, type, id). Scores
 * count as equal when they agree in 9 significant digits. The columns, `length` of them, are all of
 * nodes or all of edges. The caller's array, g_free() it.
 */
ENT_API guint32 *ent_rank_order(const EntView *view, const EntColumn *const *columns, gsize length);

G_END_DECLS

#endif
