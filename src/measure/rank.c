/* SPDX-License-Identifier: MIT */
#include <entente/measure.h>

#include "measure/score.h"

#include <math.h>
#include <string.h>

typedef struct {
    const EntDossier *dossier;
    const guint32 *nodes;
    double *const *scores;
    gsize length;
} Ranking;

static int compare_scores(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return a > b ? -1 : a < b;
}

int ent_scores_compare(double a, double b)
{
    return compare_scores(ent_score_round(a), ent_score_round(b));
}

static gint compare_places(gconstpointer left, gconstpointer right, gpointer data)
{
    const Ranking *ranking = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;

    for (gsize i = 0; i < ranking->length; i++) {
        int order = compare_scores(ranking->scores[i][a], ranking->scores[i][b]);

        if (order)
            return order;
    }
    return strcmp(ent_dossier_node(ranking->dossier, ranking->nodes[a])->id,
                  ent_dossier_node(ranking->dossier, ranking->nodes[b])->id);
}

guint32 *ent_rank_order(const EntView *view, const EntColumn *const *columns, gsize length)
{
    guint32 count;
    const guint32 *nodes = ent_view_nodes(view, &count);
    guint32 *order = g_new(guint32, (gsize)count + 1);
    double **scores = g_new(double *, length + 1);
    Ranking ranking = {ent_view_dossier(view), nodes, scores, length};

    for (gsize i = 0; i < length; i++) {
        g_assert(columns[i]->length == count);
        scores[i] = g_new(double, (gsize)count + 1);
        for (guint32 j = 0; j < count; j++)
            scores[i][j] = ent_score_round(columns[i]->values[j]);
    }
    for (guint32 i = 0; i < count; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_places, &ranking);
    for (gsize i = 0; i < length; i++)
        g_free(scores[i]);
    g_free(scores);
    return order;
}
