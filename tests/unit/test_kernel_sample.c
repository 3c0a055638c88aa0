/* SPDX-License-Identifier: MIT */
/* Estimates beside igraph's betweenness, and the lots they are drawn by. */
#include "graphs.h"

#include "kernel/lot.h"
#include "kernel/path.h"
#include "kernel/sample.h"

#define RISK 0.1

static double *run(const Graph *graph, bool directed, EntSample *sample, int threads)
{
    g_autoptr(EntRows) rows = graph_rows(graph, directed);
    double *result = g_new(double, (gsize)graph->nodes + 1);
    EntWatch watch;

    ent_watch_init(&watch, NULL, NULL);
    omp_set_num_threads(threads);
    assert_true(ent_rows_sample(rows, sample, result, &watch));
    return result;
}

/* The largest error, as a share of the largest value that is possible. */
static double worst_error(const Graph *graph, bool directed, const double *values)
{
    igraph_t oracle = graph_igraph(graph, directed);
    g_auto(igraph_vector_t) exact = {0};
    double n = graph->nodes, worst = 0;

    igraph_vector_init(&exact, 0);
    igraph_betweenness(&oracle, &exact, igraph_vss_all(), directed, NULL);
    for (guint32 i = 0; i < graph->nodes; i++)
        worst = MAX(worst, fabs(values[i] - VECTOR(exact)[i]));
    igraph_destroy(&oracle);
    return n > 2 ? worst / ((n - 1) * (n - 2) / (directed ? 1 : 2)) : worst;
}

static int runs, missed; /* of errors_are_within_bounds() */

static void compare(const Graph *graph, bool directed)
{
    for (guint64 seed = 1; seed <= 3; seed++, runs++) {
        EntSample sample = {.error = 0.03, .risk = RISK, .seed = seed};
        g_autofree double *values = run(graph, directed, &sample, 2);
        double worst = worst_error(graph, directed, values);

        assert_true(worst <= 2 * sample.error);
        missed += worst > sample.error;
    }
}

/* With the confidence that was asked for. */
static void errors_are_within_bounds(void **state)
{
    (void)state;
    graph_show_all(compare);
    assert_true(runs > 400);
    assert_true(missed <= RISK * runs);
}

/* A path is drawn as often as it should be, also where others have more, or parallel, arcs. */
static void each_shortest_path_is_as_likely(void **state)
{
    static const guint32 ends[][2] = {{0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4},
                                      {0, 4}, {3, 5}, {5, 6}, {3, 6}, {6, 7}, {5, 7}};
    g_auto(Graph) graph = graph_new(8);

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        graph_tie(&graph, ends[i][0], ends[i][1]);
    for (int directed = 0; directed < 2; directed++) {
        for (guint64 seed = 1; seed <= 5; seed++) {
            EntSample sample = {.error = 0.005, .risk = RISK, .seed = seed};
            g_autofree double *values = run(&graph, directed, &sample, 2);

            assert_true(sample.paths > 10000);
            assert_true(worst_error(&graph, directed, values) <= 0.005);
        }
    }
}

static void the_same_for_any_number_of_threads(void **state)
{
    g_auto(Graph) graph = graph_random(2000, 5000, 7);
    EntSample sample = {.error = 0.01, .risk = RISK, .seed = 3}, other = sample;

    (void)state;
    other.seed = 4;
    for (int directed = 0; directed < 2; directed++) {
        g_autofree double *once = run(&graph, directed, &sample, 1);
        g_autofree double *differently = run(&graph, directed, &other, 1);

        assert_true(memcmp(once, differently, sizeof(double) * graph.nodes) != 0);
        for (int threads = 2; threads <= 4; threads += 2) {
            EntSample again = {.error = 0.01, .risk = RISK, .seed = 3};
            g_autofree double *values = run(&graph, directed, &again, threads);

            assert_memory_equal(once, values, sizeof(double) * graph.nodes);
            assert_int_equal(sample.paths, again.paths);
        }
    }
}

static void nothing_between_needs_no_paths(void **state)
{
    (void)state;
    for (guint32 nodes = 0; nodes < 3; nodes++) {
        g_auto(Graph) graph = graph_path(nodes);
        EntSample sample = {.error = 0.01, .risk = RISK, .seed = 1, .paths = 5};
        g_autofree double *values = run(&graph, false, &sample, 1);

        assert_int_equal(sample.paths, 0);
        for (guint32 i = 0; i < nodes; i++)
            assert_true(values[i] >= 0 && values[i] <= 0);
    }
}

/* More than a number can hold: some path is drawn still. */
static void very_many_paths(void **state)
{
    g_auto(Graph) graph = graph_new(1);
    g_autoptr(EntRows) rows = NULL;
    EntPathFinder *finder;
    EntLot lot = ent_lot_init(1, 1);

    (void)state;
    for (guint32 i = 0; i < 2500; i++) { /* a row of diamonds */
        guint32 last = graph.nodes - 1;

        graph_tie(&graph, last, last + 1);
        graph_tie(&graph, last, last + 2);
        graph_tie(&graph, last + 1, last + 3);
        graph_tie(&graph, last + 2, last + 3);
        graph.nodes += 3;
    }
    rows = graph_rows(&graph, true);
    finder = ent_path_finder_new(rows);
    for (guint32 from = 0; from < graph.nodes; from++) {
        const guint32 *inner;

        if (rows->names[from] != 0)
            continue;
        for (guint32 to = 0; to < graph.nodes; to++)
            if (rows->names[to] == graph.nodes - 1)
                assert_int_equal(ent_path_draw(finder, from, to, &lot, &inner), 4999);
    }
    ent_path_finder_free(finder);
}

/* The generator's first numbers from 0, as its authors' code prints them. */
static void lots(void **state)
{
    EntLot lot = {0}, below = {7};
    guint seen[6] = {0};

    (void)state;
    assert_true(ent_lot_next(&lot) == 0xe220a8397b1dcdaf);
    assert_true(ent_lot_next(&lot) == 0x6e789e6aa1b965f4);
    assert_true(ent_lot_next(&lot) == 0x06c45d188009454f);
    for (int i = 0; i < 6000; i++) {
        double share = ent_lot_share(&lot);

        assert_true(share >= 0 && share < 1);
        seen[ent_lot_below(&below, 6)]++;
    }
    for (int i = 0; i < 6; i++)
        assert_true(seen[i] > 880 && seen[i] < 1120);
}

static void it_can_be_stopped(void **state)
{
    g_auto(Graph) graph = graph_random(3000, 9000, 1);
    g_autoptr(EntRows) rows = graph_rows(&graph, false);
    g_autofree double *result = g_new(double, graph.nodes);

    (void)state;
    omp_set_num_threads(3);
    for (int last = 1; last < 3; last++) {
        Asked asked = {g_thread_self(), 0, last, 0};
        EntSample sample = {.error = 0.0001, .risk = RISK, .seed = 1};
        EntWatch watch;

        ent_watch_init(&watch, ask, &asked);
        assert_false(ent_rows_sample(rows, &sample, result, &watch));
        assert_int_equal(asked.calls, last);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_are_within_bounds),
        cmocka_unit_test(each_shortest_path_is_as_likely),
        cmocka_unit_test(the_same_for_any_number_of_threads),
        cmocka_unit_test(nothing_between_needs_no_paths),
        cmocka_unit_test(very_many_paths),
        cmocka_unit_test(lots),
        cmocka_unit_test(it_can_be_stopped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
