/* SPDX-License-Identifier: MIT */
/* Values that are known in closed form; NetworkX is asked for many more in tests/oracle. */
#include "viewed.h"

#include <math.h>

#define UNDEFINED NAN

/* Nodes n00, n01, ... and an edge for each pair of numbers; the list ends with -1. */
static EntDossier *numbered(int nodes, const int *ends)
{
    g_autoptr(GString) lines = g_string_new("{\"entente\":1,\"schema\":\"open\"}\n");

    for (int i = 0; i < nodes; i++)
        g_string_append_printf(lines, "{\"node\":\"n%02d\",\"type\":\"t\"}\n", i);
    for (; *ends >= 0; ends += 2)
        g_string_append_printf(lines, "{\"edge\":[\"n%02d\",\"ties\",\"n%02d\"]}\n", ends[0],
                               ends[1]);
    return dossier_of(lines->str);
}

#define EDGES(...) ((const int[]){__VA_ARGS__ __VA_OPT__(, ) - 1})

static EntColumn *run(const EntDossier *dossier, const EntFilter *filter, const char *name,
                      bool normalized)
{
    GError *error = NULL;
    g_autoptr(EntView) view = ent_view_new(dossier, filter, &error);
    const EntMeasure *measure = ent_measure_find(name, &error);
    EntMeasureOptions options = {.normalized = normalized};
    EntColumn *column;

    assert_null(error);
    column = ent_measure_run(measure, view, &options, &error);
    assert_null(error);
    assert_string_equal(column->name, name);
    assert_ptr_equal(column->measure, measure);
    return column;
}

static void assert_near(double value, double expected)
{
    if (isnan(expected))
        assert_true(isnan(value));
    else if (!(fabs(value - expected) <= 1e-12 * MAX(1, fabs(expected))))
        fail_msg("%.17g, expected %.17g", value, expected);
}

/* note: NULL, or the whole of it. */
static void assert_column(EntColumn *taken, const double *expected, const char *note)
{
    g_autoptr(EntColumn) column = taken;

    for (gsize i = 0; i < column->length; i++)
        assert_near(column->values[i], expected[i]);
    if (note)
        assert_string_equal(column->note, note);
    else
        assert_null(column->note);
}

#define VALUES(...) ((const double[]){__VA_ARGS__})
#define PLAIN       (&(EntFilter){0})
#define ARROWS      (&(EntFilter){.directed = true})

/* n00 in the middle of four. */
static void star(void **state)
{
    g_autoptr(EntDossier) star = numbered(5, EDGES(0, 1, 0, 2, 3, 0, 0, 4));

    (void)state;
    assert_column(run(star, PLAIN, "degree", false), VALUES(4, 1, 1, 1, 1), NULL);
    assert_column(run(star, PLAIN, "degree", true), VALUES(1, .25, .25, .25, .25), NULL);
    assert_column(run(star, PLAIN, "in-degree", false), VALUES(1, 1, 1, 0, 1), NULL);
    assert_column(run(star, PLAIN, "out-degree", false), VALUES(3, 0, 0, 1, 0), NULL);
    assert_column(run(star, PLAIN, "strength", false), VALUES(4, 1, 1, 1, 1), NULL);
    assert_column(run(star, PLAIN, "betweenness", false), VALUES(6, 0, 0, 0, 0), NULL);
    assert_column(run(star, PLAIN, "betweenness", true), VALUES(1, 0, 0, 0, 0), NULL);
    assert_column(run(star, ARROWS, "betweenness", false), VALUES(3, 0, 0, 0, 0), NULL);
    assert_column(run(star, ARROWS, "betweenness", true), VALUES(.25, 0, 0, 0, 0), NULL);
    assert_column(run(star, PLAIN, "closeness", false),
                  VALUES(1. / 4, 1. / 7, 1. / 7, 1. / 7, 1. / 7), NULL);
    assert_column(run(star, PLAIN, "closeness", true), VALUES(1, 4. / 7, 4. / 7, 4. / 7, 4. / 7),
                  NULL);
    assert_column(run(star, ARROWS, "closeness", false),
                  VALUES(1. / 3, UNDEFINED, UNDEFINED, 1. / 7, UNDEFINED),
                  "not every node reaches every other, and distances are to the nodes reached: "
                  "'harmonic' compares better; undefined for nodes that reach no other");
    assert_column(run(star, PLAIN, "harmonic", false), VALUES(4, 2.5, 2.5, 2.5, 2.5), NULL);
    assert_column(run(star, PLAIN, "harmonic", true), VALUES(1, .625, .625, .625, .625), NULL);
    assert_column(run(star, PLAIN, "eigenvector", false), VALUES(1, .5, .5, .5, .5), NULL);
    assert_column(run(star, PLAIN, "hub", false), VALUES(1, .5, .5, .5, .5), NULL);
    assert_column(run(star, PLAIN, "authority", false), VALUES(1, .5, .5, .5, .5), NULL);
    assert_column(run(star, PLAIN, "coreness", false), VALUES(1, 1, 1, 1, 1), NULL);
    assert_column(run(star, PLAIN, "constraint", false), VALUES(.25, 1, 1, 1, 1), NULL);
    assert_column(run(star, PLAIN, "clustering", false),
                  VALUES(0, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED),
                  "undefined for nodes with fewer than two neighbours");
}

/* By symmetry: a leaf's share x of the walk, the middle's 1 - 4x, with 4x = .15 * 4/5 + .85 (1-4x)
 */
static void star_pagerank(void **state)
{
    g_autoptr(EntDossier) star = numbered(5, EDGES(0, 1, 0, 2, 3, 0, 0, 4));
    double leaves = (.15 * 4 / 5 + .85) / 1.85, leaf = leaves / 4;
    g_autoptr(EntColumn) column = run(star, PLAIN, "pagerank", false);

    (void)state;
    for (gsize i = 0; i < 5; i++)
        assert_true(fabs(column->values[i] - (i ? leaf : 1 - leaves)) < 1e-10);
}

/* A hub leads to two, one of them to the third. */
static void hubs_and_authorities(void **state)
{
    g_autoptr(EntDossier) fork = numbered(4, EDGES(0, 1, 0, 2, 3, 2));
    /* A A' of the hubs 0 and 3 is [2 1; 1 1]: eigenvector (1, 1/phi); A' A likewise. */
    double phi = (1 + sqrt(5)) / 2;

    (void)state;
    assert_column(run(fork, ARROWS, "hub", false), VALUES(1, 0, 0, 1 / phi), NULL);
    assert_column(run(fork, ARROWS, "authority", false), VALUES(0, 1 / phi, 1, 0), NULL);
}

static void hubs_that_are_not_unique(void **state)
{
    g_autoptr(EntDossier) chain = numbered(3, EDGES(0, 1, 1, 2));
    /* One leads to four, four lead to one: A A' has the eigenvalue 4 in both parts. */
    g_autoptr(EntDossier) stars =
        numbered(9, EDGES(0, 1, 0, 2, 0, 3, 0, 4, 1, 8, 5, 8, 6, 8, 7, 8));
    g_autoptr(EntDossier) fan = numbered(6, EDGES(0, 1, 0, 2, 1, 3, 4, 5));
    const char *tie = "equally strong parts of a component have the values of Kleinberg's "
                      "iteration from equal scores";

    (void)state;
    assert_column(run(chain, ARROWS, "hub", false), VALUES(1, 1, 0), tie);
    assert_column(run(chain, ARROWS, "authority", false), VALUES(0, 1, 1), tie);
    assert_column(run(stars, ARROWS, "hub", false), VALUES(1, 1, 0, 0, 0, 1, 1, 1, 0), tie);
    assert_column(run(stars, ARROWS, "authority", false), VALUES(0, .25, .25, .25, .25, 0, 0, 0, 1),
                  tie);
    assert_column(run(fan, ARROWS, "hub", false), VALUES(1, 0, 0, 0, 1, 0),
                  "computed in each of 2 components with ties, largest value 1 in each: values of "
                  "different components do not compare; 0 for nodes outside the strongest part of "
                  "their component");
}

/* Two triangles that share n02, and an isolated node. */
static void bow_tie(void **state)
{
    g_autoptr(EntDossier) bow = numbered(6, EDGES(0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 2));
    double lambda = (1 + sqrt(17)) / 2,
           other = 1 / (lambda - 1); /* lambda x = x + 1, lambda = 4x */

    (void)state;
    assert_column(run(bow, PLAIN, "coreness", false), VALUES(2, 2, 2, 2, 2, 0), NULL);
    assert_column(run(bow, PLAIN, "clustering", false), VALUES(1, 1, 1. / 3, 1, 1, UNDEFINED),
                  "undefined for nodes with fewer than two neighbours");
    assert_column(run(bow, PLAIN, "betweenness", false), VALUES(0, 0, 4, 0, 0, 0), NULL);
    assert_column(run(bow, PLAIN, "eigenvector", false), VALUES(other, other, 1, other, other, 0),
                  NULL);
    assert_column(run(bow, PLAIN, "closeness", false),
                  VALUES(1. / 6, 1. / 6, 1. / 4, 1. / 6, 1. / 6, UNDEFINED),
                  "not every node reaches every other, and distances are to the nodes reached: "
                  "'harmonic' compares better; undefined for nodes that reach no other");
    assert_column(run(bow, PLAIN, "harmonic", false), VALUES(3, 3, 4, 3, 3, 0), NULL);
    /* p = 1/2 from the outer nodes, 1/4 from the middle: (1/2 + 1/8)^2 + (1/2 + 1/4)^2 for those,
     * 4 (1/4 + 1/8)^2 for it. */
    assert_column(run(bow, PLAIN, "constraint", false),
                  VALUES(.953125, .953125, .5625, .953125, .953125, UNDEFINED),
                  "undefined for nodes without ties");
}

static void eigenvectors_of_arrows(void **state)
{
    g_autoptr(EntDossier) acyclic = numbered(3, EDGES(0, 1, 1, 2));
    /* A circle of three that leads to n03, led to by n04; a circle of two apart; n07 alone. */
    g_autoptr(EntDossier) circles = numbered(8, EDGES(0, 1, 1, 2, 2, 0, 2, 3, 4, 0, 5, 6, 6, 5));
    /* Two circles, equally strong, one leading to the other. */
    g_autoptr(EntDossier) twins = numbered(4, EDGES(0, 1, 1, 0, 1, 2, 2, 3, 3, 2));

    (void)state;
    assert_column(run(acyclic, ARROWS, "eigenvector", false),
                  VALUES(UNDEFINED, UNDEFINED, UNDEFINED),
                  "undefined: no cycle of edges feeds it; 'katz' and 'pagerank' are defined");
    assert_column(run(circles, ARROWS, "eigenvector", false), VALUES(1, 1, 1, 1, 0, 1, 1, 0),
                  "computed in each of 2 components with ties, largest value 1 in each: values of "
                  "different components do not compare; 0 for nodes outside the strongest part of "
                  "their component");
    assert_column(
        run(twins, ARROWS, "eigenvector", false),
        VALUES(UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED),
        "undefined: no cycle of edges is the strongest; 'katz' and 'pagerank' are defined");
}

static EntDossier *path_of(int length)
{
    g_autofree int *ends = g_new(int, 2 * length);

    for (int i = 0; i + 1 < length; i++) {
        ends[2 * i] = i;
        ends[2 * i + 1] = i + 1;
    }
    ends[2 * length - 2] = -1;
    return numbered(length, ends);
}

/* x(i) = sin(pi i / (n + 1)) of a path of n: also a graph large enough for work in parts. */
static void long_path(void **state)
{
    enum { LENGTH = 600 };
    g_autoptr(EntDossier) path = path_of(LENGTH);
    g_autoptr(EntColumn) eigenvector = run(path, PLAIN, "eigenvector", false);
    g_autoptr(EntColumn) closeness = run(path, PLAIN, "closeness", false);
    g_autoptr(EntColumn) harmonic = run(path, PLAIN, "harmonic", false);
    g_autoptr(EntColumn) constraint = run(path, PLAIN, "constraint", false);

    (void)state;
    for (int i = 0; i < LENGTH; i++) {
        double left = i, right = LENGTH - 1 - i, sum = 0;

        for (int j = 1; j <= MAX(left, right); j++)
            sum += (j <= left) / (double)j + (j <= right) / (double)j;
        assert_near(closeness->values[i], 1 / (left * (left + 1) / 2 + right * (right + 1) / 2));
        assert_near(harmonic->values[i], sum);
        assert_near(constraint->values[i], i == 0 || i == LENGTH - 1 ? 1 : .5);
        assert_true(fabs(eigenvector->values[i] - sin(G_PI * (i + 1) / (LENGTH + 1)) /
                                                      sin(G_PI * (LENGTH / 2) / (LENGTH + 1))) <
                    1e-9);
    }
    assert_null(closeness->note);
}

static void loops_do_not_count(void **state)
{
    g_autoptr(EntDossier) loops = numbered(3, EDGES(0, 0, 0, 1, 1, 1, 1, 2, 2, 2));
    g_autoptr(EntDossier) without = numbered(3, EDGES(0, 1, 1, 2));

    (void)state;
    for (const EntMeasure *const *measure = ent_measures(); *measure; measure++) {
        for (int directed = 0; directed < 2; directed++) {
            EntFilter filter = {.directed = directed};
            const char *name = ent_measure_name(*measure);
            g_autoptr(EntColumn) expected = run(without, &filter, name, false);

            if (expected->of == ENT_OF_EDGES)
                continue; /* loops_have_no_value */
            assert_column(run(loops, &filter, name, false), expected->values, expected->note);
        }
    }
}

static void loops_have_no_value(void **state)
{
    g_autoptr(EntDossier) loops = numbered(3, EDGES(0, 0, 0, 1, 1, 1, 1, 2));

    (void)state;
    assert_column(run(loops, PLAIN, "edge-betweenness", false), VALUES(NAN, 2, NAN, 2),
                  "undefined for loops");
}

static void parallel_edges(void **state)
{
    g_autoptr(EntDossier) twice = numbered(3, EDGES(0, 1, 1, 0, 1, 2));
    EntFilter keep = {.parallel = ENT_PARALLEL_KEEP}, merge = {.parallel = ENT_PARALLEL_MERGE};
    EntFilter count = {.weight = ENT_WEIGHT_COUNT};

    (void)state;
    assert_column(run(twice, PLAIN, "degree", false), VALUES(2, 3, 1), NULL);
    assert_column(run(twice, &merge, "degree", false), VALUES(1, 2, 1), NULL);
    assert_column(run(twice, ARROWS, "degree", false), VALUES(2, 3, 1), NULL);
    assert_column(run(twice, PLAIN, "coreness", false), VALUES(1, 1, 1), NULL);
    assert_column(run(twice, &keep, "coreness", false), VALUES(2, 2, 1), NULL);
    assert_column(run(twice, ARROWS, "coreness", false), VALUES(2, 2, 1), NULL);
    assert_column(run(twice, PLAIN, "eigenvector", false), VALUES(2 / sqrt(5), 1, 1 / sqrt(5)),
                  NULL);
    assert_column(run(twice, &merge, "eigenvector", false), VALUES(sqrt(.5), 1, sqrt(.5)), NULL);
    assert_column(run(twice, &count, "eigenvector", false), VALUES(2 / sqrt(5), 1, 1 / sqrt(5)),
                  NULL);
    assert_column(run(twice, &count, "strength", false), VALUES(2, 3, 1), NULL);
    assert_column(run(twice, &count, "degree", false), VALUES(1, 2, 1), "weights do not count");
    assert_column(run(twice, &count, "closeness", false), VALUES(1. / 5, 1. / 3, 1. / 4),
                  "weights are lengths: the greater the weight, the longer the way");
}

/* The shorter of two ways counts, the sum of two ties. */
static void weighted_parallel_edges(void **state)
{
    g_autoptr(EntDossier) dossier =
        dossier_of("{\"entente\":1,\"schema\":\"open\"}\n"
                   "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
                   "{\"edge\":[\"a\",\"x\",\"b\"],\"weight\":4}\n"
                   "{\"edge\":[\"a\",\"y\",\"b\"],\"weight\":0.5}\n");
    EntFilter weight = {.weight = ENT_WEIGHT_WEIGHT};

    (void)state;
    assert_column(run(dossier, &weight, "strength", false), VALUES(4.5, 4.5), NULL);
    assert_column(run(dossier, &weight, "harmonic", false), VALUES(2, 2),
                  "weights are lengths: the greater the weight, the longer the way");
}

static void values_no_number_can_hold(void **state)
{
    g_autoptr(EntDossier) tiny =
        dossier_of("{\"entente\":1,\"schema\":\"open\"}\n"
                   "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n"
                   "{\"edge\":[\"a\",\"x\",\"b\"],\"weight\":1e-310}\n");
    EntFilter weight = {.weight = ENT_WEIGHT_WEIGHT};

    (void)state;
    assert_column(run(tiny, &weight, "harmonic", false), VALUES(UNDEFINED, UNDEFINED),
                  "weights are lengths: the greater the weight, the longer the way; undefined "
                  "where it is more than a number can hold");
}

/* A symmetric edge is one edge, and leads both ways. */
static void symmetric_edges(void **state)
{
    g_autoptr(EntDossier) dossier = dossier_of(
        "{\"entente\":1,\"schema\":\"diplomacy\"}\n"
        "{\"node\":\"a\",\"type\":\"nation\"}\n{\"node\":\"b\",\"type\":\"nation\"}\n"
        "{\"node\":\"c\",\"type\":\"nation\"}\n"
        "{\"edge\":[\"a\",\"allied-with\",\"b\"]}\n{\"edge\":[\"c\",\"supports\",\"b\"]}\n");

    (void)state;
    assert_column(run(dossier, ARROWS, "degree", false), VALUES(1, 2, 1), NULL);
    assert_column(run(dossier, ARROWS, "strength", false), VALUES(1, 2, 1), NULL);
    assert_column(run(dossier, ARROWS, "coreness", false), VALUES(1, 1, 1), NULL);
    assert_column(run(dossier, PLAIN, "in-degree", false), VALUES(1, 2, 0), NULL);
    assert_column(run(dossier, PLAIN, "out-degree", false), VALUES(1, 1, 1), NULL);
    assert_column(run(dossier, ARROWS, "harmonic", false), VALUES(1, 1, 1.5), NULL);
    assert_column(run(dossier, ARROWS, "betweenness", false), VALUES(0, 1, 0), NULL);
}

/* 0, 1, 2 nodes: what each measure says; raw undirected, normalized directed. */
static void smallest_graphs(void **state)
{
    static const struct {
        const char *name;
        double one, two, one_normalized, two_normalized;
    } rows[] = {
        {"authority", 1, 1, 1, 1},
        {"betweenness", 0, 0, UNDEFINED, UNDEFINED},
        {"closeness", UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED},
        {"clustering", UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED},
        {"constraint", UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED},
        {"coreness", 0, 0, 0, 0},
        {"degree", 0, 0, UNDEFINED, 0},
        {"eigenvector", 1, 1, 1, 1},
        {"harmonic", 0, 0, UNDEFINED, 0},
        {"hub", 1, 1, 1, 1},
        {"in-degree", 0, 0, UNDEFINED, 0},
        {"out-degree", 0, 0, UNDEFINED, 0},
        {"pagerank", 1, .5, 1, .5},
        {"strength", 0, 0, 0, 0},
    };
    g_autoptr(EntDossier) none = numbered(0, EDGES()), one = numbered(1, EDGES(0, 0));
    g_autoptr(EntDossier) two = numbered(2, EDGES());

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(EntColumn) nothing = run(none, PLAIN, rows[i].name, true);
        g_autoptr(EntColumn) a = run(one, PLAIN, rows[i].name, false);
        g_autoptr(EntColumn) b = run(two, PLAIN, rows[i].name, false);
        g_autoptr(EntColumn) c = run(one, ARROWS, rows[i].name, true);
        g_autoptr(EntColumn) d = run(two, ARROWS, rows[i].name, true);

        assert_int_equal(nothing->length, 0);
        assert_null(nothing->note);
        assert_near(a->values[0], rows[i].one);
        assert_near(b->values[0], rows[i].two);
        assert_near(b->values[1], rows[i].two);
        assert_near(c->values[0], rows[i].one_normalized);
        assert_near(d->values[1], rows[i].two_normalized);
        /* What is undefined is explained. */
        assert_true(a->note || !isnan(a->values[0]));
        assert_true(c->note || !isnan(c->values[0]));
    }
    assert_int_equal(G_N_ELEMENTS(rows), 14);
}

static void the_same_again(void **state)
{
    g_autoptr(EntDossier) graph =
        numbered(9, EDGES(0, 1, 1, 2, 2, 3, 3, 0, 4, 5, 5, 6, 6, 4, 6, 3, 7, 8, 8, 7, 2, 6, 1, 5));

    (void)state;
    for (const EntMeasure *const *measure = ent_measures(); *measure; measure++) {
        for (int directed = 0; directed < 2; directed++) {
            EntFilter filter = {.directed = directed};
            const char *name = ent_measure_name(*measure);
            g_autoptr(EntColumn) first = run(graph, &filter, name, false);
            g_autoptr(EntColumn) second = run(graph, &filter, name, false);

            assert_memory_equal(first->values, second->values, 9 * sizeof(double));
        }
    }
}

static bool stop(double share, gpointer data)
{
    (void)share;
    ++*(int *)data;
    return false;
}

static void a_measure_can_be_stopped(void **state)
{
    static const char *const names[] = {"betweenness", "closeness", "harmonic", "constraint",
                                        "eigenvector"};
    g_autoptr(EntDossier) ring = numbered(5, EDGES(0, 1, 1, 2, 2, 3, 3, 4, 4, 0));
    g_autoptr(EntView) view = ent_view_new(ring, NULL, NULL);

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        int calls = 0;
        EntMeasureOptions options = {.progress = stop, .progress_data = &calls};
        g_autoptr(GError) error = NULL;
        g_autofree char *message =
            g_strdup_printf("cannot compute '%s': stopped before it was done", names[i]);

        assert_null(ent_measure_run(ent_measure_find(names[i], NULL), view, &options, &error));
        assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_COMPUTE));
        assert_string_equal(error->message, message);
        assert_int_equal(calls, 1);
    }
}

static bool stop_later(double share, gpointer data)
{
    (void)share;
    return ++*(int *)data < 3;
}

/* Inside ARPACK, which makes an error of its own of it; the whole takes seconds. */
static void a_long_measure_can_be_stopped_later(void **state)
{
    g_autoptr(EntDossier) path = path_of(20000);
    g_autoptr(EntView) view = ent_view_new(path, NULL, NULL);
    g_autoptr(GError) error = NULL;
    int calls = 0;
    EntMeasureOptions options = {.progress = stop_later, .progress_data = &calls};

    (void)state;
    assert_null(ent_measure_run(ent_measure_find("eigenvector", NULL), view, &options, &error));
    assert_string_equal(error->message, "cannot compute 'eigenvector': stopped before it was done");
    assert_int_equal(calls, 3);
}

/* Order of ids by the columns; the view is of n00 to n05. */
static void assert_order(const EntView *view, const double *first, const double *second,
                         const char *expected)
{
    EntColumn columns[2] = {{.length = 6, .values = (double *)first},
                            {.length = 6, .values = (double *)second}};
    const EntColumn *list[2] = {&columns[0], &columns[1]};
    g_autofree guint32 *order = ent_rank_order(view, list, second ? 2 : first ? 1 : 0);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < 6; i++)
        g_string_append_printf(text, "%u", order[i]);
    assert_string_equal(text->str, expected);
}

static void ranks_are_by_what_is_printed(void **state)
{
    g_autoptr(EntDossier) nodes = numbered(6, EDGES());
    g_autoptr(EntView) view = ent_view_new(nodes, NULL, NULL);

    (void)state;
    assert_order(view, NULL, NULL, "012345");
    assert_order(view, VALUES(1, 3, 2, UNDEFINED, 0, -1), NULL, "120453");
    /* Alike in 9 digits: then by the next column, then by id. */
    assert_order(view, VALUES(1, 1.0000000001, .5, 1.00000001, .5, .5), NULL, "301245");
    assert_order(view, VALUES(1, 1, 1, 2, UNDEFINED, UNDEFINED), VALUES(5, UNDEFINED, 6, 0, 1, 2),
                 "320154");
    assert_order(view, VALUES(1e-300, 1.0000000001e-300, 2e-300, 0, -0., 1e300), NULL, "520134");
}

static void measures_are_found_by_name(void **state)
{
    g_autoptr(GError) error = NULL;
    const char *before = "";

    (void)state;
    for (const EntMeasure *const *measure = ent_measures(); *measure; measure++) {
        const char *name = ent_measure_name(*measure);

        assert_true(strcmp(before, name) < 0);
        assert_ptr_equal(ent_measure_find(name, NULL), *measure);
        assert_true(strlen(ent_measure_summary(*measure)) > 10);
        assert_true(strlen(ent_measure_definition(*measure)) > 30);
        before = name;
    }
    assert_string_equal(ent_measure_name(ent_measure_find("page", NULL)), "pagerank");
    assert_null(ent_measure_find("betwenness", &error));
    assert_string_equal(error->message,
                        "unknown measure 'betwenness': did you mean 'betweenness'?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(star),
        cmocka_unit_test(star_pagerank),
        cmocka_unit_test(hubs_and_authorities),
        cmocka_unit_test(hubs_that_are_not_unique),
        cmocka_unit_test(bow_tie),
        cmocka_unit_test(eigenvectors_of_arrows),
        cmocka_unit_test(long_path),
        cmocka_unit_test(loops_do_not_count),
        cmocka_unit_test(loops_have_no_value),
        cmocka_unit_test(parallel_edges),
        cmocka_unit_test(weighted_parallel_edges),
        cmocka_unit_test(values_no_number_can_hold),
        cmocka_unit_test(symmetric_edges),
        cmocka_unit_test(smallest_graphs),
        cmocka_unit_test(the_same_again),
        cmocka_unit_test(a_measure_can_be_stopped),
        cmocka_unit_test(a_long_measure_can_be_stopped_later),
        cmocka_unit_test(ranks_are_by_what_is_printed),
        cmocka_unit_test(measures_are_found_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
