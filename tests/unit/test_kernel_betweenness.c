/* SPDX-License-Identifier: MIT */
/* igraph's betweenness is what is right. */
#include "graphs.h"

#include "kernel/betweenness.h"

static double *run(const Graph *graph, bool directed, int threads)
{
    g_autoptr(EntRows) rows = graph_rows(graph, directed);
    double *result = g_new(double, (gsize)graph->nodes + 1);
    EntWatch watch;

    ent_watch_init(&watch, NULL, NULL);
    omp_set_num_threads(threads);
    assert_true(ent_rows_betweenness(rows, result, &watch));
    return result;
}

static void compare(const Graph *graph, bool directed)
{
    igraph_t oracle = graph_igraph(graph, directed);
    g_auto(igraph_vector_t) expected = {0};
    g_autofree double *once = run(graph, directed, 1);

    igraph_vector_init(&expected, 0);
    igraph_betweenness(&oracle, &expected, igraph_vss_all(), directed, NULL);
    for (guint32 i = 0; i < graph->nodes; i++)
        assert_close(once[i], VECTOR(expected)[i]);
    for (int threads = 2; threads <= 4; threads += 2) {
        g_autofree double *again = run(graph, directed, threads);

        assert_memory_equal(once, again, sizeof(double) * graph->nodes);
    }
    igraph_destroy(&oracle);
}

static void the_same_as_igraph(void **state)
{
    (void)state;
    graph_show_all(compare);
}

/* Parties met in agreements, and beside them a triangle with a tail, which has no two sides. */
static void two_sides(void **state)
{
    (void)state;
    for (guint32 seed = 1; seed <= 4; seed++) {
        g_auto(Graph) graph = graph_new(405);
        g_autoptr(GRand) lot = g_rand_new_with_seed(seed);

        for (guint32 i = 0; i < 400 * seed; i++)
            graph_tie(&graph, (guint32)g_rand_int_range(lot, 0, 100),
                      (guint32)g_rand_int_range(lot, 100, 400));
        for (guint32 i = 400; i < 404; i++)
            graph_tie(&graph, i, i == 402 ? 400 : i + 1);
        graph_tie(&graph, 402, 403);
        for (int directed = 0; directed < 2; directed++)
            compare(&graph, directed);
    }
}

/* A row of diamonds, each of which doubles the number of shortest paths. */
static Graph diamonds(guint32 length)
{
    Graph graph = graph_new(3 * length + 1);

    for (guint32 i = 0; i < 3 * length; i += 3) {
        graph_tie(&graph, i, i + 1);
        graph_tie(&graph, i, i + 2);
        graph_tie(&graph, i + 1, i + 3);
        graph_tie(&graph, i + 2, i + 3);
    }
    return graph;
}

/* 2^1500 paths from end to end. A joint lies between all before and all behind it, and on one of
 * the two ways between the corners of either diamond. 2^2500 are too many for a number. */
static void very_many_paths(void **state)
{
    g_auto(Graph) many = diamonds(1500), too_many = diamonds(2500);
    g_autofree double *values = run(&many, false, 2), *none = run(&too_many, false, 2);

    (void)state;
    for (guint32 i = 3; i < many.nodes - 1; i += 3)
        assert_close(values[i], (double)i * (many.nodes - 1 - i) + 1);
    assert_true(isnan(none[3 * 1250]));
}

static void it_can_be_stopped(void **state)
{
    g_auto(Graph) graph = graph_random(3000, 9000, 1);
    g_autoptr(EntRows) rows = graph_rows(&graph, false);
    g_autofree double *result = g_new(double, graph.nodes);

    (void)state;
    omp_set_num_threads(3);
    for (int last = 0; last < 3; last++) {
        Asked asked = {g_thread_self(), 0, last, 0};
        EntWatch watch;

        ent_watch_init(&watch, ask, &asked);
        assert_int_equal(ent_rows_betweenness(rows, result, &watch), last == 0);
        assert_true(last == 0 ? asked.calls > 0 : asked.calls == last);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_as_igraph),
        cmocka_unit_test(two_sides),
        cmocka_unit_test(very_many_paths),
        cmocka_unit_test(it_can_be_stopped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
