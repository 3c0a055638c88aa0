/* SPDX-License-Identifier: MIT */
/*
 * Nodes in rank order. The rank of a node is one more than the number of nodes with a larger score,
 * so equals share the first one's; scores are equal where they agree in 9 significant digits. A
 * node whose score is undefined has no rank, 0.
 */
#ifndef ENT_STABILITY_RANKING_H
#define ENT_STABILITY_RANKING_H

#include <stdbool.h>
#include <glib.h>

typedef struct {
    guint32 length; /* nodes */
    guint32 ranked; /* nodes that have a rank */
    double *scores; /* by node, rounded; NaN where undefined */
    guint32 *order; /* the ranked nodes, largest score first, equals by number */
    guint32 *ranks; /* by node */
    double *means;  /* scratch: by node */
    bool *changed;  /* scratch: by node */
} EntRanking;

void ent_ranking_init(EntRanking *ranking, guint32 length);
void ent_ranking_clear(EntRanking *ranking);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntRanking, ent_ranking_clear)

/* Ranks all nodes by their values. */
void ent_ranking_set(EntRanking *ranking, const double *values);

/* No node has a rank. */
void ent_ranking_empty(EntRanking *ranking);

/* The ranking of base with other values of some nodes, in time linear in the nodes with a small
 * constant: what did not change stays in order. Each node once. */
void ent_ranking_change(EntRanking *ranking, const EntRanking *base, const guint32 *nodes,
                        const double *values, guint32 length);

/* How many nodes have another rank, or one in one of them only. */
guint32 ent_ranking_moved(const EntRanking *a, const EntRanking *b);

/*
 * Spearman's rank correlation over the nodes ranked in both, equals having their mean rank:
 * the correlation of the ranks, -1 to 1; NaN where there are no two different ranks in each.
 * Linear. Spearman, C. (1904): The proof and measurement of association between two things,
 * American Journal of Psychology 15, 72-101. Not const: it uses the scratch of both.
 */
double ent_ranking_correlation(EntRanking *a, EntRanking *b);

#endif
