/* SPDX-License-Identifier: MIT */
/* Ranks with sources left out: worked out by hand, and slowly from dossiers without the edges. */
#include "viewed.h"

#include "measure/score.h"
#include "stability/ranking.h"
#include "stability/tails.h"

#include <math.h>

#define OPEN "{\"entente\":1,\"schema\":\"open\"}\n"

static EntStability *study(const EntDossier *dossier, const EntFilter *filter,
                           const EntMeasure *measure, const EntStabilityOptions *options)
{
    GError *error = NULL;
    g_autoptr(EntView) view = ent_view_new(dossier, filter, &error);
    g_autoptr(EntColumn) column = ent_measure_run(measure, view, &options->measure, &error);
    EntStability *stability =
        ent_stability_new(view, (const EntColumn *const[]){column}, 1, options, &error);

    assert_null(error);
    return stability;
}

static EntStability *study_degree(const EntDossier *dossier, const EntStabilityOptions *options)
{
    return study(dossier, NULL, ent_measure_find("degree", NULL), options);
}

/* "rank low-high source" of the node of that number. The caller's. */
static char *told(const EntDossier *dossier, const EntStability *stability, guint32 node)
{
    const EntNodeStability *found = &stability->measures[0].nodes[node];

    return g_strdup_printf(
        "%u %u-%u %s%s", found->rank, found->left_out.low, found->left_out.high,
        found->source == ENT_NONE ? "none" : ent_dossier_source(dossier, found->source)->id,
        found->lost ? " lost" : "");
}

static void assert_told(const EntDossier *dossier, const EntStability *stability,
                        const char *const *expected)
{
    for (guint32 i = 0; expected[i]; i++) {
        g_autofree char *text = told(dossier, stability, i);

        assert_string_equal(text, expected[i]);
    }
}

static EntDossier *by_hand(void)
{
    return dossier_of(
        OPEN
        "{\"source\":\"x\"}\n{\"source\":\"y\"}\n{\"source\":\"z\"}\n"
        "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
        "{\"node\":\"c\",\"type\":\"t\"}\n{\"node\":\"d\",\"type\":\"t\"}\n"
        "{\"edge\":[\"a\",\"r\",\"b\"],\"evidence\":[{\"source\":\"x\",\"quote\":\"1\"}]}\n"
        "{\"edge\":[\"a\",\"r\",\"c\"],\"confidence\":0.5,"
        "\"evidence\":[{\"source\":\"x\",\"quote\":\"2\"},{\"source\":\"x\",\"quote\":\"3\"}]}\n"
        "{\"edge\":[\"b\",\"r\",\"c\"],\"confidence\":0.8,"
        "\"evidence\":[{\"source\":\"x\",\"quote\":\"4\"},{\"source\":\"y\",\"quote\":\"5\"}]}\n"
        "{\"edge\":[\"a\",\"r\",\"d\"],\"evidence\":[{\"source\":\"y\",\"quote\":\"6\"}]}\n"
        "{\"edge\":[\"b\",\"s\",\"c\"]}\n");
}

/*
 * Degrees a b c d: all 3 3 3 1. Without x, whose two edges at a go: 1 2 2 1. Without y, whose edge
 * a-d goes (b-c has x too): 2 3 3 0. z carries nothing.
 * Ranks: 1 1 1 4; without x: 3 1 1 3; without y: 3 1 1 4.
 * a moves by 2 both ways, by x more in value; b and c do not move, but lose an edge with x.
 */
static void two_sources_by_hand(void **state)
{
    g_autoptr(EntDossier) dossier = by_hand();
    EntStabilityOptions options = {.subsets = 1};
    g_autoptr(EntStability) stability = study_degree(dossier, &options);

    (void)state;
    assert_told(dossier, stability,
                (const char *const[]){"1 1-3 x", "1 1-1 x", "1 1-1 x", "4 3-4 x", NULL});
    assert_int_equal(stability->source_count, 2);
    assert_int_equal(stability->source_edges[0], 2);
    assert_int_equal(stability->source_edges[1], 1);
    assert_int_equal(stability->evidence, 6);
    assert_int_equal(stability->bare, 1);
    assert_int_equal(stability->measures[0].sources[0].moved, 2);
    assert_int_equal(stability->measures[0].sources[1].moved, 1);
    /* Mean ranks 2 2 2 4 and 3.5 1.5 1.5 3.5: covariance 2 of squares 3 and 4. */
    assert_true(fabs(stability->measures[0].sources[0].correlation - 2 / sqrt(12)) < 1e-12);
}

/* Degrees without the edge of 0.5: 2 3 2 1, ranks 2 1 2 4; without that of 0.8 too: 2 2 1 1, ranks
 * 1 1 3 3. */
static void sweep_by_hand(void **state)
{
    static const double given[] = {.9, .6, .6, .55};
    g_autoptr(EntDossier) dossier = by_hand();
    EntStabilityOptions options = {.subsets = 1};
    g_autoptr(EntStability) chosen = study_degree(dossier, &options);
    EntNodeStability *nodes = chosen->measures[0].nodes;

    (void)state;
    assert_int_equal(chosen->threshold_count, 2);
    assert_true(chosen->thresholds[0] == .8 && chosen->thresholds[1] == 1);
    assert_int_equal(chosen->threshold_edges[0], 1);
    assert_int_equal(chosen->threshold_edges[1], 2);
    assert_int_equal(nodes[0].sweep.low, 1);
    assert_int_equal(nodes[0].sweep.high, 2);
    assert_int_equal(nodes[1].sweep.high, 1);
    assert_int_equal(nodes[2].sweep.high, 3);
    assert_int_equal(nodes[3].sweep.low, 3);
    options.thresholds = given;
    options.threshold_count = 4;
    {
        g_autoptr(EntStability) asked = study_degree(dossier, &options);

        assert_int_equal(asked->threshold_count, 3);
        assert_int_equal(asked->threshold_edges[1], 1);
        assert_int_equal(asked->measures[0].sweep[1].moved, asked->measures[0].sweep[0].moved);
    }
}

static void sources_that_do_not_count(void **state)
{
    g_autoptr(EntDossier) dossier = by_hand();
    EntStabilityOptions options = {.sources = (const char *const[]){"y", NULL}, .subsets = 1};
    g_autoptr(EntStability) stability = study_degree(dossier, &options);

    (void)state;
    assert_int_equal(stability->source_count, 1);
    assert_int_equal(stability->source_edges[0], 2);
    assert_int_equal(stability->bare, 3);
}

/* Without the only source nobody has a rank. */
static void one_source(void **state)
{
    g_autoptr(EntDossier) dossier = dossier_of(
        OPEN
        "{\"source\":\"x\"}\n{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
        "{\"node\":\"c\",\"type\":\"t\"}\n"
        "{\"edge\":[\"a\",\"r\",\"b\"],\"evidence\":[{\"source\":\"x\",\"quote\":\"1\"}]}\n");
    EntStabilityOptions options = {.resamples = 20};
    g_autoptr(EntStability) stability = study_degree(dossier, &options);

    (void)state;
    assert_told(dossier, stability,
                (const char *const[]){"1 1-1 x lost", "1 1-1 x lost", "3 3-3 x lost", NULL});
    assert_true(isnan(stability->measures[0].sources[0].correlation));
    assert_true(stability->measures[0].cs == 0);
    assert_false(stability->drops_sources);
    /* The one piece of evidence is always drawn. */
    assert_int_equal(stability->measures[0].nodes[2].interval.low, 3);
    assert_true(stability->measures[0].nodes[0].low == 1);
    assert_true(stability->measures[0].nodes[0].high == 1);
}

static void nothing_to_leave_out(void **state)
{
    static const char *const texts[] = {
        OPEN,
        OPEN "{\"node\":\"a\",\"type\":\"t\"}\n",
        OPEN "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
             "{\"edge\":[\"a\",\"r\",\"b\"]}\n{\"edge\":[\"a\",\"r\",\"a\"]}\n",
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(EntDossier) dossier = dossier_of(texts[i]);
        EntStabilityOptions options = {.resamples = 10};
        g_autoptr(EntStability) stability = study_degree(dossier, &options);

        assert_int_equal(stability->source_count, 0);
        assert_int_equal(stability->resamples, 0);
        assert_int_equal(stability->threshold_count, 0);
        assert_true(isnan(stability->measures[0].cs));
        for (guint32 j = 0; j < stability->nodes; j++)
            assert_int_equal(stability->measures[0].nodes[j].left_out.high, 1);
    }
}

/* A random graph as facts: nodes n00 ..., edges with 0 to 2 pieces of evidence. */
enum { NODES = 14, EDGES = 40, SOURCES = 12 };

typedef struct {
    int from, to, first, second; /* sources; -1: none */
    double weight;
} Tie;

static void random_ties(GRand *lot, Tie *ties)
{
    for (int i = 0; i < EDGES; i++) {
        int half = g_rand_int_range(lot, 0, 3) ? 0 : NODES / 2; /* two components */

        ties[i] =
            (Tie){half + g_rand_int_range(lot, 0, NODES / 2),
                  half + g_rand_int_range(lot, 0, NODES / 2), g_rand_int_range(lot, -1, SOURCES),
                  g_rand_int_range(lot, -1, 3), g_rand_int_range(lot, 1, 5) / 2.0};
    }
}

/* Whether nothing but the source carries it. */
static bool rests_on(const Tie *tie, int source)
{
    return (tie->first == source || tie->second == source) &&
           (tie->first == source || tie->first < 0) && (tie->second == source || tie->second < 0);
}

static void append_evidence(GString *lines, const Tie *tie, int number)
{
    const int sources[] = {tie->first, tie->second};
    const char *comma = "";

    for (int i = 0; i < 2; i++) {
        if (sources[i] < 0)
            continue;
        g_string_append_printf(lines, "%s{\"source\":\"s%02d\",\"quote\":\"q%d\"}", comma,
                               sources[i], number);
        comma = ",";
    }
}

/* Without the edges that rest on the source (-1: with all); backwards: in the opposite order. */
static EntDossier *random_dossier(const Tie *ties, int without, bool backwards)
{
    g_autoptr(GString) lines = g_string_new(OPEN);

    for (int i = 0; i < SOURCES; i++)
        g_string_append_printf(lines, "{\"source\":\"s%02d\"}\n", backwards ? SOURCES - 1 - i : i);
    for (int i = 0; i < NODES; i++)
        g_string_append_printf(lines, "{\"node\":\"n%02d\",\"type\":\"t\"}\n",
                               backwards ? NODES - 1 - i : i);
    for (int i = 0; i < EDGES; i++) {
        const Tie *tie = &ties[backwards ? EDGES - 1 - i : i];

        if (without >= 0 && rests_on(tie, without))
            continue;
        g_string_append_printf(lines,
                               "{\"edge\":[\"n%02d\",\"r\",\"n%02d\"],\"weight\":%g,"
                               "\"confidence\":%g,\"evidence\":[",
                               tie->from, tie->to, tie->weight, tie->weight / 2);
        append_evidence(lines, tie, (int)(tie - ties));
        g_string_append(lines, "]}\n");
    }
    return dossier_of(lines->str);
}

/* Ranks by counting those that are larger in print; 0: undefined. */
static void rank_slowly(const EntDossier *dossier, const EntFilter *filter,
                        const EntMeasure *measure, bool normalized, guint32 *ranks)
{
    EntMeasureOptions options = {.normalized = normalized};
    g_autoptr(EntView) view = ent_view_new(dossier, filter, NULL);
    g_autoptr(EntColumn) column = ent_measure_run(measure, view, &options, NULL);
    double printed[NODES];

    for (int i = 0; i < NODES; i++) {
        char text[64];

        g_snprintf(text, sizeof text, "%.9g", column->values[i]);
        printed[i] = isnan(column->values[i]) ? NAN : strtod(text, NULL);
    }
    for (int i = 0; i < NODES; i++) {
        ranks[i] = isnan(printed[i]) ? 0 : 1;
        for (int j = 0; j < NODES && ranks[i]; j++)
            ranks[i] += printed[j] > printed[i];
    }
}

static guint32 distance(guint32 before, guint32 after)
{
    if (!before || !after)
        return before || after ? G_MAXUINT32 : 0;
    return before > after ? before - after : after - before;
}

/* What the study tells, against dossiers from which each source's edges were left out. */
static void compare(const Tie *ties, const EntFilter *filter, const EntMeasure *measure,
                    bool normalized)
{
    g_autoptr(EntDossier) whole = random_dossier(ties, -1, false);
    EntStabilityOptions options = {.measure.normalized = normalized, .subsets = 1};
    g_autoptr(EntStability) stability = study(whole, filter, measure, &options);
    const EntNodeStability *nodes = stability->measures[0].nodes;
    guint32 full[NODES], low[NODES], high[NODES], most[NODES] = {0}, moves[NODES][SOURCES] = {{0}};

    rank_slowly(whole, filter, measure, normalized, full);
    memcpy(low, full, sizeof low);
    memcpy(high, full, sizeof high);
    for (int i = 0; i < SOURCES; i++) {
        g_autoptr(EntDossier) part = random_dossier(ties, i, false);
        guint32 ranks[NODES];

        rank_slowly(part, filter, measure, normalized, ranks);
        for (int j = 0; j < NODES; j++) {
            low[j] = ranks[j] && (!low[j] || ranks[j] < low[j]) ? ranks[j] : low[j];
            high[j] = MAX(high[j], ranks[j]);
            moves[j][i] = distance(full[j], ranks[j]);
            most[j] = MAX(most[j], moves[j][i]);
        }
    }
    for (int j = 0; j < NODES; j++) {
        assert_int_equal(nodes[j].rank, full[j]);
        assert_int_equal(nodes[j].left_out.low, low[j]);
        assert_int_equal(nodes[j].left_out.high, high[j]);
        assert_true(nodes[j].source != ENT_NONE || most[j] == 0);
        if (nodes[j].source != ENT_NONE)
            assert_int_equal(moves[j][nodes[j].source], most[j]);
    }
}

static void quick_is_as_slow(void **state)
{
    GRand *lot = g_rand_new_with_seed(5);
    Tie ties[EDGES];

    (void)state;
    for (int round = 0; round < 3; round++) {
        random_ties(lot, ties);
        for (const EntMeasure *const *measure = ent_measures(); *measure; measure++)
            for (int way = 0; way < 8; way++) {
                EntFilter filter = {.directed = way & 1,
                                    .weight = way & 2 ? ENT_WEIGHT_WEIGHT : ENT_WEIGHT_NONE};

                if (ent_measure_of(*measure) == ENT_OF_NODES)
                    compare(ties, &filter, *measure, way & 4);
            }
    }
    g_rand_free(lot);
}

/* The same answers for the same facts in another order, and the same again. */
static void order_does_not_count(void **state)
{
    GRand *lot = g_rand_new_with_seed(6);
    Tie ties[EDGES];
    const EntMeasure *measure = ent_measure_find("pagerank", NULL);
    EntStabilityOptions options = {.measure.seed = 7, .resamples = 60};
    EntStability *answers[3];

    (void)state;
    random_ties(lot, ties);
    ties[3] = ties[2]; /* edges that differ in evidence alone */
    ties[3].first = 1;
    ties[2].first = 2;
    for (int i = 0; i < 3; i++) {
        g_autoptr(EntDossier) dossier = random_dossier(ties, -1, i == 2);

        answers[i] = study(dossier, NULL, measure, &options);
    }
    for (int i = 1; i < 3; i++) {
        for (int j = 0; j < NODES; j++) {
            const EntNodeStability *a = &answers[0]->measures[0].nodes[j];
            const EntNodeStability *b = &answers[i]->measures[0].nodes[i == 2 ? NODES - 1 - j : j];

            assert_int_equal(a->rank, b->rank);
            assert_int_equal(a->interval.low, b->interval.low);
            assert_int_equal(a->interval.high, b->interval.high);
            assert_true(a->low == b->low && a->high == b->high);
        }
        assert_true(answers[0]->measures[0].cs == answers[i]->measures[0].cs);
        ent_stability_free(answers[i]);
    }
    ent_stability_free(answers[0]);
    g_rand_free(lot);
}

static bool stop_later(const char *what, guint32 number, guint32 all, gpointer data)
{
    (void)what;
    assert_true(number >= 1 && number <= all);
    return ++*(int *)data < 5;
}

static void it_can_be_stopped(void **state)
{
    g_autoptr(EntDossier) dossier = by_hand();
    g_autoptr(EntView) view = ent_view_new(dossier, NULL, NULL);
    g_autoptr(EntColumn) column =
        ent_measure_run(ent_measure_find("degree", NULL), view, NULL, NULL);
    int calls = 0;
    EntStabilityOptions options = {.progress = stop_later, .progress_data = &calls};
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_null(ent_stability_new(view, (const EntColumn *const[]){column}, 1, &options, &error));
    assert_non_null(strstr(error->message, "stopped before it was done"));
    assert_int_equal(calls, 5);
}

static void percentiles(void **state)
{
    (void)state;
    for (guint32 most = 1; most <= 1000; most += most < 100 ? 1 : 100) {
        g_auto(EntTails) tails = {0};

        ent_tails_init(&tails, 2, most);
        for (guint32 i = 0; i < most; i++) /* 1 to most, shuffled: 7919 is prime */
            ent_tails_add(&tails, 1, (double)(((guint64)i * 7919) % most) + 1);
        assert_true(isnan(ent_tails_low(&tails, 0)) && isnan(ent_tails_high(&tails, 0)));
        assert_int_equal((int)ent_tails_low(&tails, 1), (int)ceil(most * 25 / 1000.0));
        assert_int_equal((int)ent_tails_high(&tails, 1), (int)ceil(most * 975 / 1000.0));
    }
}

static void scores_are_rounded_as_printed(void **state)
{
    GRand *lot = g_rand_new_with_seed(8);

    (void)state;
    for (int i = 0; i < 200000; i++) {
        double score = (g_rand_double(lot) - 0.5) * pow(10, g_rand_int_range(lot, -30, 30));
        char text[64];

        if (i % 3 == 0) /* halves of the last digit, and near them */
            score = (g_rand_int_range(lot, 100000000, 999999999) + 0.5 + (i % 2) * 1e-7) /
                    pow(10, g_rand_int_range(lot, 1, 20));
        g_snprintf(text, sizeof text, "%.8e", score);
        assert_true(ent_score_round(score) == strtod(text, NULL));
    }
    assert_true(isnan(ent_score_round(NAN)) && ent_score_round(0) == 0);
    g_rand_free(lot);
}

/* Undefined here or there: the ranks of what is left are compared. */
static void correlation_of_what_both_rank(void **state)
{
    g_auto(EntRanking) a = {0}, b = {0};

    (void)state;
    ent_ranking_init(&a, 5);
    ent_ranking_init(&b, 5);
    ent_ranking_set(&a, (const double[]){5, 4, NAN, 2, 1});
    ent_ranking_set(&b, (const double[]){1, 2, 3, NAN, 3});
    assert_true(fabs(ent_ranking_correlation(&a, &b) + 1) < 1e-12);
    assert_int_equal(ent_ranking_moved(&a, &b), 5);
    ent_ranking_set(&b, (const double[]){1, 1, 1, 1, 1});
    assert_true(isnan(ent_ranking_correlation(&a, &b)));
    ent_ranking_empty(&b);
    assert_true(isnan(ent_ranking_correlation(&a, &b)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_sources_by_hand),
        cmocka_unit_test(sweep_by_hand),
        cmocka_unit_test(sources_that_do_not_count),
        cmocka_unit_test(one_source),
        cmocka_unit_test(nothing_to_leave_out),
        cmocka_unit_test(quick_is_as_slow),
        cmocka_unit_test(order_does_not_count),
        cmocka_unit_test(it_can_be_stopped),
        cmocka_unit_test(percentiles),
        cmocka_unit_test(scores_are_rounded_as_printed),
        cmocka_unit_test(correlation_of_what_both_rank),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
