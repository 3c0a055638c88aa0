/* SPDX-License-Identifier: MIT */
/* Parts add up to scores, on seeded random graphs and where they are known in closed form; NetworkX
 * is asked in tests/oracle. */
#include "viewed.h"

#include "measure/measure_def.h"

#include <math.h>

#define GRAPHS 60
#define NEAR   1e-9
#define ALL    G_MAXUINT32

/* Edges n00 -> n01 ... in a text of pairs of digits, "01 12": the nodes are those of one digit. */
static EntDossier *tied(int nodes, const char *edges)
{
    g_autoptr(GString) lines = g_string_new("{\"entente\":1,\"schema\":\"open\"}\n");

    for (int i = 0; i < nodes; i++)
        g_string_append_printf(lines, "{\"node\":\"%d\",\"type\":\"t\"}\n", i);
    for (; *edges; edges += edges[2] ? 3 : 2)
        g_string_append_printf(lines, "{\"edge\":[\"%c\",\"ties\",\"%c\"]}\n", edges[0], edges[1]);
    return dossier_of(lines->str);
}

static EntWhy *explain(const EntView *view, const char *measure, const char *node, bool normalized)
{
    EntWhyOptions options = {.measure = {.normalized = normalized}, .pairs = ALL};
    GError *error = NULL;
    EntWhy *why =
        ent_why_run(ent_measure_find(measure, NULL), view,
                    ent_dossier_find_node(ent_view_dossier(view), node), &options, &error);

    assert_null(error);
    return why;
}

/* "1:0.5 2,3:1": the far ends of the parts and their values; near ends other than the node's own
 * stand before a comma. The caller's. */
static char *parts_text(const EntWhy *why, const EntDossier *dossier)
{
    GString *text = g_string_new(NULL);

    for (gsize i = 0; i < why->part_count; i++) {
        const EntWhyPart *part = &why->parts[i];

        g_string_append(text, i ? " " : "");
        if (part->near != why->node)
            g_string_append_printf(text, "%s,", ent_dossier_node(dossier, part->near)->id);
        g_string_append_printf(text, "%s:%.6g", ent_dossier_node(dossier, part->far)->id,
                               part->value);
        for (guint32 j = 1; j < part->length; j++)
            g_string_append_c(text, '+');
    }
    return g_string_free(text, FALSE);
}

static void assert_parts(const EntDossier *dossier, const EntFilter *filter, const char *words,
                         const char *expected)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", 2);
    g_autoptr(EntView) view = ent_view_new(dossier, filter, NULL);
    g_autoptr(EntWhy) why = explain(view, parts[0], parts[1], false);
    g_autofree char *text = parts_text(why, dossier);

    assert_string_equal(text, expected);
}

#define PLAIN  (&(EntFilter){0})
#define ARROWS (&(EntFilter){.directed = true})

/* 0 in the middle of four. */
static void star(void **state)
{
    g_autoptr(EntDossier) star = tied(5, "01 02 30 04");

    (void)state;
    assert_parts(star, PLAIN, "degree 0", "1:1 2:1 3:1 4:1");
    assert_parts(star, PLAIN, "in-degree 0", "3:1");
    assert_parts(star, PLAIN, "out-degree 0", "1:1 2:1 4:1");
    assert_parts(star, PLAIN, "betweenness 0", "1:1.5 2:1.5 3:1.5 4:1.5");
    assert_parts(star, PLAIN, "betweenness 1", "");
    assert_parts(star, ARROWS, "betweenness 0", "3:1.5 1:0.5 2:0.5 4:0.5");
    assert_parts(star, PLAIN, "eigenvector 0", "1:0.25 2:0.25 3:0.25 4:0.25");
    assert_parts(star, PLAIN, "eigenvector 1", "0:0.5");
    assert_parts(star, ARROWS, "hub 0", "1:0.333333 2:0.333333 4:0.333333");
    assert_parts(star, ARROWS, "authority 1", "0:1");
    assert_parts(star, ARROWS, "authority 3", "");
    assert_parts(star, PLAIN, "harmonic 1", "0:2.5");
    assert_parts(star, PLAIN, "closeness 0", "1:1 2:1 3:1 4:1");
    assert_parts(star, ARROWS, "closeness 3", "0:4");
    assert_parts(star, PLAIN, "coreness 0", "1:1 2:1 3:1 4:1");
    assert_parts(star, PLAIN, "constraint 0", "1:0.0625 2:0.0625 3:0.0625 4:0.0625");
    assert_parts(star, PLAIN, "clustering 0", "");
}

/* 0 - 1 - 2 - 3: a path through 1 leads from 0 to 2 or 3. */
static void path(void **state)
{
    g_autoptr(EntDossier) path = tied(4, "01 12 23");

    (void)state;
    assert_parts(path, PLAIN, "betweenness 1", "0:1 2:1");
    assert_parts(path, PLAIN, "harmonic 1", "2:1.5 0:1");
    assert_parts(path, PLAIN, "closeness 0", "1:3");
    assert_parts(path, PLAIN, "strength 1", "0:1 2:1");
}

/* Of a square's two ways between opposite corners each corner lies on one. */
static void cycle(void **state)
{
    g_autoptr(EntDossier) cycle = tied(4, "01 12 23 30");
    g_autoptr(EntView) view = ent_view_new(cycle, PLAIN, NULL);
    g_autoptr(EntWhy) why = explain(view, "betweenness", "0", false);

    (void)state;
    assert_parts(cycle, PLAIN, "betweenness 0", "1:0.25 3:0.25");
    assert_parts(cycle, PLAIN, "closeness 0", "1:1.5 3:1.5");
    assert_parts(cycle, PLAIN, "eigenvector 0", "1:0.5 3:0.5");
    assert_int_equal(why->pairs_all, 1);
    assert_int_equal(why->pair_count, 1);
    assert_true(fabs(why->pairs[0].share - .5) < NEAR);
    assert_int_equal(why->pairs[0].from, 1);
    assert_int_equal(why->pairs[0].to, 3);
    assert_int_equal(why->pairs[0].length, 2);
    assert_int_equal(why->pairs[0].steps[0].to, 0);
    assert_int_equal(why->pairs[0].steps[0].edge, 0);
    assert_int_equal(why->pairs[0].steps[1].edge, 3);
    assert_int_equal(why->rank, 1);
    assert_int_equal(why->of, 4);
}

/* Two triangles that share 2; 5 is alone. */
static void triangles(void **state)
{
    g_autoptr(EntDossier) bow = tied(6, "01 12 20 23 34 42");
    g_autoptr(EntView) view = ent_view_new(bow, PLAIN, NULL);
    g_autoptr(EntWhy) clustering = explain(view, "clustering", "2", false);
    g_autoptr(EntWhy) closeness = explain(view, "closeness", "5", false);
    g_autoptr(EntWhy) harmonic = explain(view, "harmonic", "5", false);

    (void)state;
    assert_parts(bow, PLAIN, "clustering 2", "0,1:0.166667 3,4:0.166667");
    assert_string_equal(clustering->remark, "2 of the 6 pairs of its 4 neighbours are tied");
    assert_parts(bow, PLAIN, "coreness 0", "1:2 2:2");
    /* Each contact has half of the ties of 0, and a quarter more or less through the other. */
    assert_parts(bow, PLAIN, "constraint 0", "2:0.5625 1:0.390625");
    assert_true(isnan(closeness->value) && closeness->rank == 0 && closeness->part_count == 0);
    assert_true(harmonic->part_count == 0 && harmonic->rank == 6);
}

/* Parallel edges: each for degree, together where they count once. */
static void parallel(void **state)
{
    g_autoptr(EntDossier) twice = tied(3, "01 10 12 22");
    EntFilter keep = {.parallel = ENT_PARALLEL_KEEP}, count = {.weight = ENT_WEIGHT_COUNT};
    EntFilter merge = {.parallel = ENT_PARALLEL_MERGE};
    EntFilter merged_arrows = {.parallel = ENT_PARALLEL_MERGE, .directed = true};

    (void)state;
    assert_parts(twice, PLAIN, "degree 1", "0:1 0:1 2:1");
    assert_parts(twice, &merge, "degree 1", "0:1+ 2:1");
    assert_parts(twice, &merged_arrows, "degree 1", "0:1 0:1 2:1");
    assert_parts(twice, PLAIN, "betweenness 1", "0:0.5+ 2:0.5");
    assert_parts(twice, &keep, "betweenness 1", "2:0.5 0:0.25 0:0.25");
    assert_parts(twice, ARROWS, "betweenness 1", "0:0.5 2:0.5");
    assert_parts(twice, &count, "strength 1", "0:2+ 2:1");
    assert_parts(twice, ARROWS, "constraint 1", "0:0.444444+ 2:0.111111");
}

/* Paths come and go by the same symmetric edges, which are two arcs. */
static void symmetric(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of("{\"entente\":1,\"schema\":\"diplomacy\"}\n"
                   "{\"node\":\"a\",\"type\":\"nation\"}\n{\"node\":\"b\",\"type\":\"nation\"}\n"
                   "{\"node\":\"c\",\"type\":\"nation\"}\n"
                   "{\"edge\":[\"a\",\"cooperates-with\",\"b\"]}\n"
                   "{\"edge\":[\"b\",\"cooperates-with\",\"c\"]}\n"
                   "{\"edge\":[\"c\",\"supports\",\"b\"]}\n");

    (void)state;
    assert_parts(dossier, ARROWS, "betweenness b", "a:1 c:0.5 c:0.5+");
    assert_parts(dossier, ARROWS, "in-degree b", "a:1 c:1 c:1");
    assert_parts(dossier, ARROWS, "degree b", "a:1 c:1 c:1");
}

/* Of parallel edges whose weights are lengths only the shortest carry paths. */
static void lengths(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of("{\"entente\":1,\"schema\":\"open\"}\n"
                   "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
                   "{\"node\":\"c\",\"type\":\"t\"}\n"
                   "{\"edge\":[\"a\",\"ties\",\"b\"],\"weight\":2}\n"
                   "{\"edge\":[\"a\",\"ties\",\"b\"],\"weight\":1.5}\n"
                   "{\"edge\":[\"b\",\"ties\",\"c\"],\"weight\":0.5}\n"
                   "{\"edge\":[\"a\",\"ties\",\"c\"],\"weight\":2}\n");
    EntFilter weighted = {.weight = ENT_WEIGHT_WEIGHT};
    g_autoptr(EntView) view = ent_view_new(dossier, &weighted, NULL);
    g_autoptr(EntWhy) why = explain(view, "betweenness", "b", false);

    (void)state;
    assert_parts(dossier, &weighted, "betweenness b", "a:0.25 c:0.25");
    assert_parts(dossier, &weighted, "strength a", "b:2 c:2 b:1.5");
    /* By power iteration to 1e-15, in Python. */
    assert_parts(dossier, &weighted, "pagerank a", "c:0.151784 b:0.140145 b:0.105108");
    assert_int_equal(why->parts[0].edges[0], 1);
    assert_int_equal(why->pairs[0].steps[0].edge, 1);
}

static double sum_parts(const EntWhy *why)
{
    double sum = 0;

    for (gsize i = 0; i < why->part_count; i++)
        sum += why->parts[i].value;
    return sum;
}

static double sum_pairs(const EntWhy *why)
{
    double sum = 0;

    for (gsize i = 0; i < why->pair_count; i++)
        sum += why->pairs[i].share;
    return sum;
}

static guint32 count_reached(const EntWhy *why)
{
    guint32 nodes = 0;

    for (gsize i = 0; i < why->reach_count; i++)
        nodes += why->reaches[i].nodes;
    return nodes;
}

static void assert_near(double value, double expected, const char *what)
{
    if (!(fabs(value - expected) <= NEAR * MAX(1, fabs(expected))))
        fail_msg("%s: %.17g, expected %.17g", what, value, expected);
}

/* That a score is what its parts, and what they tell, make of it. */
static void assert_adds_up(const EntView *view, const char *measure, const char *node,
                           bool normalized)
{
    g_autoptr(EntWhy) why = explain(view, measure, node, normalized);
    double shares = 0;

    if (isnan(why->value)) {
        assert_int_equal(why->part_count, 0);
        assert_true(why->rank == 0 && why->note);
        return;
    }
    for (gsize i = 0; i < why->part_count; i++) {
        assert_true(why->parts[i].length >= 1);
        shares += why->parts[i].share;
    }
    if (why->unit == ENT_WHY_SCORE) {
        assert_near(sum_parts(why) + why->rest, why->value, measure);
        if (why->value > 0)
            assert_near(shares, 1 - why->rest / why->value, measure);
    }
    if (why->unit == ENT_WHY_NODES)
        assert_near(sum_parts(why), count_reached(why), measure);
    if (why->unit == ENT_WHY_CORENESS)
        assert_true(why->part_count >= why->value);
    assert_int_equal(why->pair_count, why->pairs_all);
    if (g_str_equal(measure, "betweenness") && !normalized)
        assert_near(sum_pairs(why), why->value, "pairs");
}

static void assert_all_add_up(const EntView *view)
{
    g_autofree const EntMeasure **measures = ent_why_measures();
    guint32 length;
    const guint32 *nodes = ent_view_nodes(view, &length);

    for (const EntMeasure **measure = measures; *measure; measure++)
        for (guint32 i = 0; i < 2 * length; i++)
            assert_adds_up(view, ent_measure_name(*measure),
                           ent_dossier_node(ent_view_dossier(view), nodes[i / 2])->id, i % 2);
}

/* Up to 9 nodes, sparse ones of several components; symmetric edges, loops, parallel edges. */
static EntDossier *random_graph(GRand *random)
{
    g_autoptr(GString) lines = g_string_new("{\"entente\":1,\"schema\":\"diplomacy\"}\n");
    int nodes = g_rand_int_range(random, 1, 10), edges = g_rand_int_range(random, 0, 3 * nodes);

    for (int i = 0; i < nodes; i++)
        g_string_append_printf(lines, "{\"node\":\"%d\",\"type\":\"nation\"}\n", i);
    for (int i = 0; i < edges; i++)
        g_string_append_printf(lines, "{\"edge\":[\"%d\",\"%s\",\"%d\"],\"weight\":%d.5}\n",
                               g_rand_int_range(random, 0, nodes),
                               g_rand_boolean(random) ? "cooperates-with" : "supports",
                               g_rand_int_range(random, 0, nodes), g_rand_int_range(random, 0, 3));
    return dossier_of(lines->str);
}

static void random_graphs(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    const EntWeight weights[] = {ENT_WEIGHT_NONE, ENT_WEIGHT_WEIGHT, ENT_WEIGHT_COUNT};
    const EntParallel parallels[] = {ENT_PARALLEL_AUTO, ENT_PARALLEL_MERGE, ENT_PARALLEL_KEEP};

    (void)state;
    for (int i = 0; i < GRAPHS; i++) {
        g_autoptr(EntDossier) dossier = random_graph(random);

        for (int j = 0; j < 18; j++) {
            EntFilter filter = {
                .weight = weights[j % 3], .parallel = parallels[j / 3 % 3], .directed = j >= 9};
            g_autoptr(EntView) view = NULL;

            if (filter.weight == ENT_WEIGHT_COUNT && filter.parallel == ENT_PARALLEL_KEEP)
                continue;
            view = ent_view_new(dossier, &filter, NULL);
            assert_all_add_up(view);
        }
    }
}

/* 1 leads nowhere, so all of the walk there jumps. */
static void jump(void **state)
{
    g_autoptr(EntDossier) dossier = tied(3, "01 21 02");
    g_autoptr(EntView) view = ent_view_new(dossier, ARROWS, NULL);
    g_autoptr(EntWhy) end = explain(view, "pagerank", "1", false);
    g_autoptr(EntWhy) start = explain(view, "pagerank", "0", false);

    (void)state;
    assert_string_equal(end->rest_name, "jump");
    assert_near(end->rest, (.15 + .85 * end->value) / 3, "jump");
    assert_near(start->rest, start->value, "jump alone");
    assert_near(start->rest, (.15 + .85 * end->value) / 3, "jump alone");
}

static void without_ties(void **state)
{
    g_autoptr(EntDossier) dossier = tied(2, "");
    g_autoptr(EntView) view = ent_view_new(dossier, PLAIN, NULL);
    g_autoptr(EntWhy) why = explain(view, "eigenvector", "0", false);

    (void)state;
    assert_string_equal(why->rest_name, "no ties");
    assert_near(why->rest, 1, "rest");
}

static void best_pairs(void **state)
{
    g_autoptr(EntDossier) dossier = tied(9, "01 02 03 04 05 06 07 08 12 18");
    g_autoptr(EntView) view = ent_view_new(dossier, PLAIN, NULL);
    EntWhyOptions options = {.pairs = 2};
    g_autoptr(EntWhy) why =
        ent_why_run(ent_measure_find("betweenness", NULL), view, 0, &options, NULL);

    (void)state;
    assert_int_equal(why->pairs_all, 26); /* of 28; 2 - 8 is half of it */
    assert_int_equal(why->pair_count, 2);
    assert_int_equal(why->pairs[0].from * 10 + why->pairs[0].to, 13);
    assert_int_equal(why->pairs[1].from * 10 + why->pairs[1].to, 14);
    assert_near(why->value, 25.5, "betweenness");
}

static bool stop(double share, gpointer data)
{
    (void)share;
    (void)data;
    return false;
}

static void failures(void **state)
{
    g_autoptr(EntDossier) dossier = tied(3, "01 12");
    g_autoptr(EntView) view = ent_view_new(dossier, PLAIN, NULL);
    EntMeasure unknown = {.name = "luck"};
    EntWhyOptions options = {.measure = {.progress = stop}};
    g_autoptr(GError) error = NULL, stopped = NULL;

    (void)state;
    assert_null(ent_why_run(&unknown, view, 0, NULL, &error));
    assert_int_equal(error->code, ENT_ERROR_USAGE);
    assert_true(g_str_has_prefix(error->message,
                                 "'luck' cannot be explained; these can: 'authority', 'betw"));
    assert_null(ent_why_run(ent_measure_find("betweenness", NULL), view, 1, &options, &stopped));
    assert_int_equal(stopped->code, ENT_ERROR_COMPUTE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(star),       cmocka_unit_test(path),
        cmocka_unit_test(cycle),      cmocka_unit_test(triangles),
        cmocka_unit_test(parallel),   cmocka_unit_test(symmetric),
        cmocka_unit_test(lengths),    cmocka_unit_test(random_graphs),
        cmocka_unit_test(jump),       cmocka_unit_test(without_ties),
        cmocka_unit_test(best_pairs), cmocka_unit_test(failures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
