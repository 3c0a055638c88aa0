/* SPDX-License-Identifier: MIT */
#include "stability/ranking.h"

#include "measure/score.h"

#include <math.h>
#include <string.h>

void ent_ranking_init(EntRanking *ranking, guint32 length)
{
    *ranking = (EntRanking){
        .length = length,
        .scores = g_new(double, (gsize)length + 1),
        .order = g_new(guint32, (gsize)length + 1),
        .ranks = g_new0(guint32, (gsize)length + 1),
        .means = g_new(double, (gsize)length + 1),
        .changed = g_new0(bool, (gsize)length + 1),
    };
}

void ent_ranking_clear(EntRanking *ranking)
{
    g_free(ranking->scores);
    g_free(ranking->order);
    g_free(ranking->ranks);
    g_free(ranking->means);
    g_free(ranking->changed);
    *ranking = (EntRanking){0};
}

static bool comes_before(const double *scores, guint32 a, guint32 b)
{
    if (scores[a] > scores[b] || scores[a] < scores[b])
        return scores[a] > scores[b];
    return a < b;
}

static gint compare_nodes(gconstpointer left, gconstpointer right, gpointer scores)
{
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;

    return a == b ? 0 : comes_before(scores, a, b) ? -1 : 1;
}

/* Fills in the ranks from order and scores. */
static void number(EntRanking *ranking)
{
    memset(ranking->ranks, 0, sizeof *ranking->ranks * ranking->length);
    for (guint32 i = 0, rank = 0; i < ranking->ranked; i++) {
        guint32 node = ranking->order[i];

        if (i == 0 || ranking->scores[node] < ranking->scores[ranking->order[i - 1]])
            rank = i + 1;
        ranking->ranks[node] = rank;
    }
}

void ent_ranking_set(EntRanking *ranking, const double *values)
{
    ranking->ranked = 0;
    for (guint32 i = 0; i < ranking->length; i++) {
        ranking->scores[i] = ent_score_round(values[i]);
        if (!isnan(values[i]))
            ranking->order[ranking->ranked++] = i;
    }
    g_qsort_with_data(ranking->order, (gint)ranking->ranked, sizeof *ranking->order, compare_nodes,
                      ranking->scores);
    number(ranking);
}

void ent_ranking_empty(EntRanking *ranking)
{
    for (guint32 i = 0; i < ranking->length; i++)
        ranking->scores[i] = NAN;
    ranking->ranked = 0;
    number(ranking);
}

/* Merges the nodes of base that did not change with those that did, both in order. */
static void merge(EntRanking *ranking, const EntRanking *base, const guint32 *changed,
                  guint32 length)
{
    guint32 next = 0, kept = 0;

    for (guint32 i = 0; i < base->ranked; i++) {
        guint32 node = base->order[i];

        if (ranking->changed[node])
            continue;
        while (next < length && comes_before(ranking->scores, changed[next], node))
            ranking->order[kept++] = changed[next++];
        ranking->order[kept++] = node;
    }
    while (next < length)
        ranking->order[kept++] = changed[next++];
    ranking->ranked = kept;
}

void ent_ranking_change(EntRanking *ranking, const EntRanking *base, const guint32 *nodes,
                        const double *values, guint32 length)
{
    g_autofree guint32 *defined = g_new(guint32, (gsize)length + 1);
    guint32 count = 0;

    memcpy(ranking->scores, base->scores, sizeof *base->scores * base->length);
    for (guint32 i = 0; i < length; i++) {
        ranking->scores[nodes[i]] = ent_score_round(values[i]);
        ranking->changed[nodes[i]] = true;
        if (!isnan(values[i]))
            defined[count++] = nodes[i];
    }
    g_qsort_with_data(defined, (gint)count, sizeof *defined, compare_nodes, ranking->scores);
    merge(ranking, base, defined, count);
    number(ranking);
    for (guint32 i = 0; i < length; i++)
        ranking->changed[nodes[i]] = false;
}

guint32 ent_ranking_moved(const EntRanking *a, const EntRanking *b)
{
    guint32 moved = 0;

    for (guint32 i = 0; i < a->length; i++)
        moved += a->ranks[i] != b->ranks[i];
    return moved;
}

/* Fills in the mean ranks among the nodes that the other ranking ranks too; how many they are. */
static guint32 find_means(EntRanking *ranking, const EntRanking *other)
{
    guint32 before = 0;

    for (guint32 first = 0, end; first < ranking->ranked; first = end) {
        guint32 rank = ranking->ranks[ranking->order[first]], equals = 0;

        for (end = first; end < ranking->ranked && ranking->ranks[ranking->order[end]] == rank;
             end++)
            equals += other->ranks[ranking->order[end]] > 0;
        for (guint32 i = first; i < end; i++)
            ranking->means[ranking->order[i]] = before + (equals + 1) / 2.0;
        before += equals;
    }
    return before;
}

double ent_ranking_correlation(EntRanking *a, EntRanking *b)
{
    guint32 common = find_means(a, b);
    double middle = (common + 1) / 2.0, product = 0, first = 0, second = 0;

    find_means(b, a);
    for (guint32 i = 0; i < a->length; i++) {
        double x, y;

        if (!a->ranks[i] || !b->ranks[i])
            continue;
        x = a->means[i] - middle;
        y = b->means[i] - middle;
        product += x * y;
        first += x * x;
        second += y * y;
    }
    return first > 0 && second > 0 ? product / sqrt(first * second) : NAN;
}
