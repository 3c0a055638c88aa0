/* SPDX-License-Identifier: MIT */
#include "viewed.h"

#include "view/graph.h"

/* a-b three times (once back), b-c twice each way by a symmetric relation, a loop, d alone. */
static const char facts[] = "{\"entente\":1,\"schema\":\"diplomacy\"}\n"
                            "{\"node\":\"a\",\"type\":\"nation\"}\n"
                            "{\"node\":\"b\",\"type\":\"nation\"}\n"
                            "{\"node\":\"c\",\"type\":\"nation\"}\n"
                            "{\"node\":\"d\",\"type\":\"nation\"}\n"
                            "{\"edge\":[\"b\",\"supports\",\"a\"],\"weight\":2}\n"
                            "{\"edge\":[\"a\",\"supports\",\"b\"],\"weight\":3}\n"
                            "{\"edge\":[\"b\",\"allied-with\",\"c\"],\"weight\":0.5}\n"
                            "{\"edge\":[\"a\",\"supports\",\"a\"]}\n"
                            "{\"edge\":[\"a\",\"praises\",\"b\"],\"weight\":4}\n"
                            "{\"edge\":[\"c\",\"allied-with\",\"b\"],\"weight\":1}\n";

static EntDossier *dossier;

static int set_up(void **state)
{
    (void)state;
    dossier = dossier_of(facts);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ent_dossier_free(dossier);
    return 0;
}

/* "0-1*2:0" an edge: ends, weight, the dossier's edge. */
static void assert_graph(const EntFilter *filter, EntArrows arrows, EntMerge merge,
                         const char *expected)
{
    GError *error = NULL;
    g_autoptr(EntView) view = ent_view_new(dossier, filter, &error);
    g_autoptr(EntGraph) graph = ent_graph_new(view, arrows, merge, &error);
    g_autoptr(GString) text = g_string_new(NULL);

    assert_null(error);
    assert_int_equal(igraph_vcount(&graph->graph), 4);
    assert_int_equal(igraph_is_directed(&graph->graph), graph->directed);
    assert_int_equal(igraph_vector_size(&graph->weights), igraph_ecount(&graph->graph));
    for (igraph_integer_t i = 0; i < igraph_ecount(&graph->graph); i++) {
        int from = (int)IGRAPH_FROM(&graph->graph, i), to = (int)IGRAPH_TO(&graph->graph, i);
        bool swap = !graph->directed && from > to;

        g_string_append_printf(text, "%s%d%s%d*%g:%u", i ? " " : "", swap ? to : from,
                               graph->directed ? ">" : "-", swap ? from : to,
                               VECTOR(graph->weights)[i], graph->edges[i]);
    }
    assert_string_equal(text->str, expected);
    assert_int_equal(ent_graph_weights(graph) != NULL, graph->weighted);
}

static void undirected(void **state)
{
    (void)state;
    assert_graph(&(EntFilter){0}, ENT_ARROWS_VIEW, ENT_MERGE_NOT,
                 "0-1*1:0 0-1*1:1 1-2*1:2 0-1*1:4 1-2*1:5");
    assert_graph(&(EntFilter){0}, ENT_ARROWS_VIEW, ENT_MERGE_SUM, "0-1*1:0 1-2*1:2");
    assert_graph(&(EntFilter){0}, ENT_ARROWS_IGNORE, ENT_MERGE_SUM, "0-1*1:0 1-2*1:2");
    assert_graph(&(EntFilter){.weight = ENT_WEIGHT_WEIGHT}, ENT_ARROWS_VIEW, ENT_MERGE_NOT,
                 "0-1*2:0 0-1*3:1 1-2*0.5:2 0-1*4:4 1-2*1:5");
    assert_graph(&(EntFilter){.weight = ENT_WEIGHT_WEIGHT}, ENT_ARROWS_VIEW, ENT_MERGE_SUM,
                 "0-1*9:0 1-2*1.5:2");
    assert_graph(&(EntFilter){.weight = ENT_WEIGHT_WEIGHT}, ENT_ARROWS_VIEW, ENT_MERGE_SHORTEST,
                 "0-1*2:0 1-2*0.5:2");
}

static void directed(void **state)
{
    EntFilter filter = {.directed = true};

    (void)state;
    assert_graph(&filter, ENT_ARROWS_VIEW, ENT_MERGE_NOT,
                 "1>0*1:0 0>1*1:1 1>2*1:2 2>1*1:2 0>1*1:4 2>1*1:5 1>2*1:5");
    assert_graph(&filter, ENT_ARROWS_VIEW, ENT_MERGE_SUM, "0>1*1:1 1>0*1:0 1>2*1:2 2>1*1:2");
    assert_graph(&filter, ENT_ARROWS_NONE, ENT_MERGE_SUM, "0-1*1:0 1-2*1:2");
    filter.weight = ENT_WEIGHT_WEIGHT;
    assert_graph(&filter, ENT_ARROWS_VIEW, ENT_MERGE_SUM, "0>1*7:1 1>0*2:0 1>2*1.5:2 2>1*1.5:2");
    /* Opposite edges are two, a symmetric one is one. */
    assert_graph(&filter, ENT_ARROWS_IGNORE, ENT_MERGE_SUM, "0-1*7:1 0-1*2:0 1-2*1.5:2");
    assert_graph(&(EntFilter){0}, ENT_ARROWS_FOLLOW, ENT_MERGE_SUM,
                 "0>1*1:1 1>0*1:0 1>2*1:2 2>1*1:2");
}

static void counted(void **state)
{
    (void)state;
    assert_graph(&(EntFilter){.weight = ENT_WEIGHT_COUNT}, ENT_ARROWS_VIEW, ENT_MERGE_NOT,
                 "0-1*3:0 1-2*2:2");
    assert_graph(&(EntFilter){.weight = ENT_WEIGHT_COUNT}, ENT_ARROWS_VIEW, ENT_MERGE_SHORTEST,
                 "0-1*3:0 1-2*2:2");
}

static void weights_that_are_all_one_are_none(void **state)
{
    EntFilter filter = {.weight = ENT_WEIGHT_CONFIDENCE};
    g_autoptr(EntView) view = ent_view_new(dossier, &filter, NULL);
    g_autoptr(EntGraph) graph = ent_graph_new(view, ENT_ARROWS_VIEW, ENT_MERGE_NOT, NULL);
    g_autoptr(EntGraph) merged = ent_graph_new(view, ENT_ARROWS_VIEW, ENT_MERGE_SUM, NULL);

    (void)state;
    assert_null(ent_graph_weights(graph));
    assert_non_null(ent_graph_weights(merged));
}

static igraph_error_t fail_inside(void)
{
    igraph_t graph;

    IGRAPH_CHECK(igraph_empty(&graph, 3, IGRAPH_UNDIRECTED));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_add_edge(&graph, 1, 7)); /* no such vertex */
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static void other_handler(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason, (void)file, (void)line, (void)code;
}

static void igraphs_errors_become_ours(void **state)
{
    igraph_error_handler_t *before = igraph_set_error_handler(other_handler);
    g_autoptr(GError) error = NULL;

    (void)state;
    ent_igraph_begin(NULL, NULL);
    assert_true(ent_igraph_done(IGRAPH_SUCCESS, &error));
    assert_null(error);
    assert_false(ent_igraph_done(fail_inside(), &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_COMPUTE));
    assert_non_null(strstr(error->message, "vertex"));
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    assert_false(ent_igraph_done(fail_inside(), NULL));
    ent_igraph_end();
    assert_ptr_equal(igraph_set_error_handler(before), other_handler);
}

static bool stop(double share, gpointer data)
{
    *(double *)data = share;
    return false;
}

static void a_computation_can_be_stopped(void **state)
{
    g_auto(igraph_vector_t) result = {0};
    g_autoptr(GError) error = NULL;
    double share = 5;
    igraph_t graph;

    (void)state;
    ent_igraph_begin(stop, &share);
    assert_int_equal(igraph_ring(&graph, 2000, IGRAPH_UNDIRECTED, false, true), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_init(&result, 0), IGRAPH_SUCCESS);
    assert_false(ent_igraph_done(igraph_betweenness(&graph, &result, igraph_vss_all(), false, NULL),
                                 &error));
    assert_string_equal(error->message, "stopped before it was done");
    assert_int_equal(error->code, ENT_ERROR_COMPUTE);
    assert_true(share <= 1);
    assert_true(IGRAPH_FINALLY_STACK_EMPTY);
    ent_igraph_end();
    igraph_destroy(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undirected),
        cmocka_unit_test(directed),
        cmocka_unit_test(counted),
        cmocka_unit_test(weights_that_are_all_one_are_none),
        cmocka_unit_test(igraphs_errors_become_ours),
        cmocka_unit_test(a_computation_can_be_stopped),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
