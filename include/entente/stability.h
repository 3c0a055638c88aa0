/* SPDX-License-Identifier: MIT */
/*
 * Stability: how firm the ranks of a view's nodes are, given what the facts rest on.
 *
 *   jackknife   each source left out in turn. An edge goes when all of its evidence is from that
 *               source; one with evidence from another source, or without any, stays. Nodes stay
 *               as they are, so that ranks are always among the same nodes: one that loses all its
 *               ties ranks by what it has then.
 *   sweep       the edges of confidence below a threshold left out, for each of some thresholds
 *   bootstrap   as many pieces of the edges' evidence drawn, with replacement, as there are; an
 *               edge stays when one of its own was drawn, or when it has none. Intervals are from
 *               the 2.5th to the 97.5th percentile by the nearest rank: of D values in order, those
 *               numbered ceil(0.025 D) and ceil(0.975 D). Nearly all resamples lack edges, so
 *               values come out smaller than with all; ranks compare. Efron, B. (1979): Bootstrap
 *               methods: another look at the jackknife, Annals of Statistics 7, 1-26.
 *   CS          the correlation-stability coefficient: the largest share of the sources that can
 *               be left out so that in 95 % of the draws the rank correlation (Spearman's, over the
 *               nodes ranked in both) with the full ranking is at least 0.7; of 10 %, 20 %, ...
 *               90 %. Fewer than 10 sources: of the pieces of
 *               evidence instead. Not to be trusted below 0.25, better above 0.5. Epskamp, S.,
 *               Borsboom, D., Fried, E. I. (2018): Estimating psychological networks and their
 *               accuracy, Behavior Research Methods 50, 195-212.
 *
 * Ranks are as in 'rank': the first is the largest, equals share the first one's, scores are equal
 * where 9 significant digits are. What is undefined has no rank; where no tie is left, nobody has.
 * Draws are seeded one by one, from what the facts say and not from the order of their files.
 */
#ifndef ENTENTE_STABILITY_H
#define ENTENTE_STABILITY_H

#include <entente/measure.h>

G_BEGIN_DECLS

typedef struct {
    EntMeasureOptions measure;  /* as the columns were computed; its progress is not used */
    const char *const *sources; /* ids of those that count, as in the view's filter; NULL: all */
    const double *thresholds;   /* of the sweep; NULL: chosen from the confidences there are */
    gsize threshold_count;
    guint32 resamples; /* of the bootstrap; 0: none */
    guint32 subsets;   /* draws for each share of CS; 0: as many as resamples, or else 200 */
    /* Called before each run ("source", 12, 340) and now and then within; returns false to stop. */
    bool (*progress)(const char *what, guint32 number, guint32 all, gpointer data);
    gpointer progress_data;
} EntStabilityOptions;

/* Ranks from 1; 0: none. */
typedef struct {
    guint32 low, high;
} EntRanks;

/* Of one node by one measure. */
typedef struct {
    guint32 rank;
    EntRanks left_out; /* the range of its ranks over the jackknife, the full ranking included */
    guint32 source;    /* the dossier's source that it rests on most: without it its rank changes
                        * most (losing it is the most), then its score, then by id; ENT_NONE: no
                        * source alone changes either */
    bool lost;         /* without some source it has no rank */
    EntRanks sweep;    /* likewise over the thresholds */
    EntRanks interval; /* 95 % of the bootstrap's ranks */
    double low, high;  /* ... and of its values; NaN: none */
} EntNodeStability;

/* What one run without some edges does to a ranking. */
typedef struct {
    guint32 moved;      /* nodes whose rank is another */
    double correlation; /* with the full ranking; 1 where no edge goes; NaN: undefined */
} EntEffect;

typedef struct {
    const char *name;        /* the measure's */
    EntNodeStability *nodes; /* by the view's nodes */
    EntEffect *sources;      /* by EntStability.sources */
    EntEffect *sweep;        /* by EntStability.thresholds */
    double cs;               /* 0, 0.1 ... 0.9; NaN: no evidence, or no ranks to compare */
} EntMeasureStability;

typedef struct {
    guint32 nodes, edges, evidence;
    guint32 bare;          /* edges without evidence */
    guint32 *sources;      /* those with evidence for an edge, as the dossier's, by id */
    guint32 *source_edges; /* how many edges go with each */
    guint32 source_count;
    double *thresholds;       /* ascending, each once */
    guint32 *threshold_edges; /* how many edges go at each */
    guint32 threshold_count;
    guint32 resamples, subsets;
    bool drops_sources; /* CS is of sources, else of evidence */
    EntMeasureStability *measures;
    gsize length;
} EntStability;

/* Of the measures whose columns these are, computed of the view with options->measure. NULL and an
 * error where a computation fails or is stopped. */
ENT_API EntStability *ent_stability_new(const EntView *view, const EntColumn *const *columns,
                                        gsize length, const EntStabilityOptions *options,
                                        GError **error);
ENT_API void ent_stability_free(EntStability *stability);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntStability, ent_stability_free)

G_END_DECLS

#endif
