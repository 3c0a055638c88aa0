/* SPDX-License-Identifier: MIT */
/* igraph's distances are what is right. */
#include "graphs.h"

#include "kernel/distances.h"

static EntDistances run(const Graph *graph, bool directed, EntDistance which, int threads)
{
    g_autoptr(EntRows) rows = graph_rows(graph, directed);
    EntDistances distances;
    EntWatch watch;

    ent_watch_init(&watch, NULL, NULL);
    omp_set_num_threads(threads);
    ent_distances_init(&distances, graph->nodes);
    assert_true(ent_rows_distances(rows, which, &distances, &watch));
    return distances;
}

static void compare_which(const Graph *graph, bool directed, EntDistance which)
{
    igraph_t oracle = graph_igraph(graph, directed);
    g_auto(igraph_matrix_t) between = {0};
    g_auto(EntDistances) once = run(graph, directed, which, 1);

    igraph_matrix_init(&between, 0, 0);
    igraph_distances(&oracle, &between, igraph_vss_all(), igraph_vss_all(),
                     which == ENT_DISTANCE_FROM ? IGRAPH_OUT : IGRAPH_IN);
    for (guint32 i = 0; i < graph->nodes; i++) {
        double inverses = 0, sum = 0;
        guint32 reached = 0;

        for (guint32 j = 0; j < graph->nodes; j++) {
            double distance = MATRIX(between, i, j);

            if (i == j || isinf(distance))
                continue;
            inverses += 1 / distance;
            sum += distance;
            reached++;
        }
        assert_close(once.inverses[i], inverses);
        assert_true(once.sums[i] == (guint64)sum);
        assert_int_equal(once.reached[i], reached);
    }
    for (int threads = 2; threads <= 4; threads += 2) {
        g_auto(EntDistances) again = run(graph, directed, which, threads);

        assert_memory_equal(once.inverses, again.inverses, sizeof(double) * graph->nodes);
        assert_memory_equal(once.sums, again.sums, sizeof(guint64) * graph->nodes);
        assert_memory_equal(once.reached, again.reached, sizeof(guint32) * graph->nodes);
    }
    igraph_destroy(&oracle);
}

static void compare(const Graph *graph, bool directed)
{
    compare_which(graph, directed, ENT_DISTANCE_FROM);
    compare_which(graph, directed, ENT_DISTANCE_TO);
}

static void the_same_as_igraph(void **state)
{
    (void)state;
    graph_show_all(compare);
}

static void it_can_be_stopped(void **state)
{
    g_auto(Graph) graph = graph_path(5000);
    g_autoptr(EntRows) rows = graph_rows(&graph, false);

    (void)state;
    omp_set_num_threads(3);
    for (int last = 0; last < 3; last++) {
        Asked asked = {g_thread_self(), 0, last, 0};
        g_auto(EntDistances) distances = {0};
        EntWatch watch;

        ent_distances_init(&distances, graph.nodes);
        ent_watch_init(&watch, ask, &asked);
        assert_int_equal(ent_rows_distances(rows, ENT_DISTANCE_FROM, &distances, &watch),
                         last == 0);
        assert_true(last == 0 ? asked.calls > 0 : asked.calls == last);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_as_igraph),
        cmocka_unit_test(it_can_be_stopped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
