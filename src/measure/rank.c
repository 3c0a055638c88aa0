/* SPDX-License-Identifier: MIT */
#include <entente/measure.h>

#include "measure/score.h"

#include <math.h>
#include <string.h>

typedef struct {
    const EntDossier *dossier;
    const guint32 *items; /* nodes or edges */
    char **edge_ids;      /* NULL: of nodes */
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

static int compare_nodes(const Ranking *ranking, guint32 a, guint32 b)
{
    return strcmp(ent_dossier_node(ranking->dossier, a)->id,
                  ent_dossier_node(ranking->dossier, b)->id);
}

static int compare_edges(const Ranking *ranking, guint32 a, guint32 b)
{
    const EntEdge *one = ent_dossier_edge(ranking->dossier, a);
    const EntEdge *other = ent_dossier_edge(ranking->dossier, b);
    int order = compare_nodes(ranking, one->from, other->from);

    if (!order)
        order = compare_nodes(ranking, one->to, other->to);
    if (!order)
        order = strcmp(ent_dossier_edge_type(ranking->dossier, one)->name,
                       ent_dossier_edge_type(ranking->dossier, other)->name);
    return order ? order : strcmp(ranking->edge_ids[a], ranking->edge_ids[b]);
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
    a = ranking->items[a];
    b = ranking->items[b];
    return ranking->edge_ids ? compare_edges(ranking, a, b) : compare_nodes(ranking, a, b);
}

guint32 *ent_rank_order(const EntView *view, const EntColumn *const *columns, gsize length)
{
    const EntDossier *dossier = ent_view_dossier(view);
    bool edges = length && columns[0]->of == ENT_OF_EDGES;
    guint32 count;
    const guint32 *items = edges ? ent_view_edges(view, &count) : ent_view_nodes(view, &count);
    guint32 *order = g_new(guint32, (gsize)count + 1);
    double **scores = g_new(double *, length + 1);
    Ranking ranking = {dossier, items, edges ? ent_dossier_edge_ids(dossier) : NULL, scores,
                       length};

    for (gsize i = 0; i < length; i++) {
        g_assert(columns[i]->length == count && columns[i]->of == columns[0]->of);
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
    ent_edge_ids_free(ranking.edge_ids);
    return order;
}
