/* SPDX-License-Identifier: MIT */
/* The question to the layout program and what is made of its answers. */
#include <math.h>

#include "facts_text.h"

#include "draw/columns.h"
#include "draw/layout.h"

typedef struct {
    EntReport *report;
    EntDossier *dossier;
    EntView *view;
    EntDrawOptions options;
    EntPicture *picture;
} Scene;

static Scene scene_new(const char *nodes, const char *edges)
{
    static EntTheme theme; /* outlives all scenes, and is the same for all */
    g_autofree char *facts = g_strdup_printf(
        "{\"entente\":1,\"schema\":\"open\",\"nodes\":{%s},\"edges\":[%s]}", nodes, edges);
    Scene scene = {.report = ent_report_new()};
    scene.dossier = load_texts(".json", facts, NULL, scene.report);
    assert_non_null(scene.dossier);
    EntFilter filter = {.keep_denied = true};
    scene.view = ent_view_new(scene.dossier, &filter, NULL);
    assert_true(ent_theme_load(&theme, NULL, NULL));
    scene.picture = ent_picture_new(scene.view, &scene.options, &theme);
    return scene;
}

static void scene_clear(Scene *scene)
{
    ent_picture_free(scene->picture);
    ent_view_free(scene->view);
    ent_dossier_free(scene->dossier);
    ent_report_free(scene->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scene, scene_clear)

#define TWO  "\"secret one\":{\"type\":\"t\"},\"secret two\":{\"type\":\"t\"}"
#define EDGE "{\"from\":\"secret one\",\"type\":\"hidden\",\"to\":\"secret two\"}"

/* Only sizes and numbers leave the program. */
static void test_question_says_nothing(void **state)
{
    (void)state;
    g_auto(Scene) scene = scene_new(TWO, EDGE);
    EntLayoutPlan plan = {.engine = "dot"};
    g_autoptr(GString) dot = ent_layout_question(scene.picture, &plan);
    assert_non_null(strstr(dot->str, "n0 -> n1 [id=e0 label=<<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\""));
    assert_null(strstr(dot->str, "secret"));
    assert_null(strstr(dot->str, "hidden"));
}

static void test_question_with_columns(void **state)
{
    (void)state;
    g_auto(Scene) scene = scene_new(TWO, EDGE);
    const guint columns[] = {1, 0};
    EntLayoutPlan plan = {"dot", "right", columns, 2};
    g_autoptr(GString) dot = ent_layout_question(scene.picture, &plan);
    assert_non_null(strstr(dot->str, "n1 -> n0 [id=e0]"));
    assert_non_null(strstr(dot->str, "{ rank=same; n2; n1; }"));
    assert_non_null(strstr(dot->str, "{ rank=same; n3; n0; }"));
    assert_non_null(strstr(dot->str, "n2 -> n3 [id=e1 weight=0]"));
}

static void test_answer(void **state)
{
    (void)state;
    g_auto(Scene) scene = scene_new(TWO, EDGE);
    const guint columns[] = {1, 0};
    EntLayoutPlan plan = {"dot", "right", columns, 2};
    EntPictureEdge *edge = &scene.picture->edges[0];
    assert_true(ent_layout_answer(scene.picture, &plan,
                                  "graph 400 100\nnode 0 300 50\nnode 1 10.5 50\nnode 2 0 0\n"
                                  "edge 0 4 1 2 3 4 5 6 7 8\nedge 1 4 0 0 0 0 0 0 0 0\n"
                                  "label 0 99 98\nend\n"));
    assert_true(scene.picture->nodes[0].at.x == 300 && scene.picture->nodes[1].at.x == 10.5);
    assert_int_equal(edge->curves_length, 1);
    /* asked for from n1 to n0, so it comes back turned */
    assert_true(edge->curves[0].points[0].x == 7 && edge->curves[0].points[3].y == 2);
    assert_true(edge->labelled && edge->label_at.x == 99 && edge->label_at.y == 98);
}

static void test_edge_left_out(void **state)
{
    (void)state;
    g_auto(Scene) scene = scene_new(TWO, EDGE);
    EntLayoutPlan plan = {.engine = "sfdp"};
    assert_true(
        ent_layout_answer(scene.picture, &plan, "graph 1 1\nnode 0 0 0\nnode 1 30 60\nend\n"));
    const EntCurve *curve = &scene.picture->edges[0].curves[0];
    assert_int_equal(curve->length, 4);
    assert_true(curve->points[3].x == 30 && curve->points[3].y == 60);
}

static void test_broken_answers(void **state)
{
    static const char *const broken[] = {
        "",
        "graph",
        "graph 1 1",
        "graph 1 1\n",
        "graph 1 1\nend\n",
        "graph 1 1\nnode 0 0 0\nend\n",        /* a node is missing */
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\n", /* no end */
        "graph 1 1\nnode 0 0 nan\nnode 1 0 0\nend\n",
        "graph 1 1\nnode 0 0 inf\nnode 1 0 0\nend\n",
        "graph 1 1\nnode 0 0 1e300\nnode 1 0 0\nend\n",
        "graph 1 1\nnode 0 0\nnode 1 0 0\nend\n",
        "graph 1 1\nnode 0 0 0 0\nnode 1 0 0\nend\n",
        "graph 1 1\nnode -1 0 0\nnode 0 0 0\nnode 1 0 0\nend\n",
        "graph 1 1\nnode 0.5 0 0\nnode 0 0 0\nnode 1 0 0\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nedge 0 3 1 1 1 1 1 1\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nedge 0 5 1 1 1 1 1 1 1 1 1 1\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nedge 0 4 1 1 1 1 1 1 1\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nedge 0 4000000000 1 1\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nedge 0 1000000000 1 1\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nspam\nend\n",
        "graph 1 1\nnode 0 0 0\nnode 1 0 0\nendless\n",
        "graph 1 1\nnodes 0 0 0\nnode 1 0 0\nend\n",
    };
    (void)state;
    g_auto(Scene) scene = scene_new(TWO, EDGE);
    EntLayoutPlan plan = {.engine = "dot"};
    scene.picture->nodes[0].at = (EntPoint){77, 88};
    for (gsize i = 0; i < G_N_ELEMENTS(broken); i++) {
        if (ent_layout_answer(scene.picture, &plan, broken[i]))
            fail_msg("taken: %s", broken[i]);
        assert_true(scene.picture->nodes[0].at.x == 77);
        assert_int_equal(scene.picture->edges[0].curves_length, 0);
    }
}

/* A straight line between two boxes, from centre to centre or short of them, ends at their sides.
 */
static void test_trim(void **state)
{
    static const char *const edges[] = {"0 0 100 0 200 0 300 0", "90 0 95 0 100 0 110 0"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(edges); i++) {
        g_auto(Scene) scene = scene_new(TWO, EDGE);
        EntLayoutPlan plan = {.engine = "dot"};
        g_autofree char *answer = g_strdup_printf("graph 1 1\nnode 0 0 0\nnode 1 300 0\n"
                                                  "edge 0 4 %s\nend\n",
                                                  edges[i]);
        EntPictureNode *nodes = scene.picture->nodes;
        nodes[0].shape = nodes[1].shape = ENT_SHAPE_BOX;
        nodes[0].size = nodes[1].size = (EntPoint){80, 40};
        assert_true(ent_layout_answer(scene.picture, &plan, answer));
        ent_picture_trim(scene.picture);
        const EntCurve *curve = &scene.picture->edges[0].curves[0];
        assert_true(fabs(curve->points[0].x - 40) < 0.01);
        assert_true(fabs(curve->points[curve->length - 1].x - 260) < 0.01);
        assert_true(fabs(curve->points[0].y) < 0.01);
    }
}

/* Seven labels on seven lines on one another: none on a node, none on another. */
static void test_labels_keep_apart(void **state)
{
    (void)state;
    g_autoptr(GString) edges = g_string_new(NULL);
    g_autoptr(GString) answer = g_string_new("graph 1 1\nnode 0 0 0\nnode 1 260 0\n");
    for (int i = 0; i < 7; i++) {
        g_string_append_printf(edges,
                               "%s{\"from\":\"secret one\",\"type\":\"relation %d\","
                               "\"to\":\"secret two\"}",
                               i ? "," : "", i);
        g_string_append_printf(answer, "edge %d 4 0 0 90 0 180 0 260 0\n", i);
    }
    g_string_append(answer, "end\n");
    g_auto(Scene) scene = scene_new(TWO, edges->str);
    EntLayoutPlan plan = {.engine = "sfdp"};
    assert_true(ent_layout_answer(scene.picture, &plan, answer->str));
    ent_picture_trim(scene.picture);
    ent_picture_place_labels(scene.picture, 3);
    for (int i = 0; i < 7; i++) {
        const EntPictureEdge *edge = &scene.picture->edges[i];
        EntBox box = ent_box_around(edge->label_at, edge->label_size.x, edge->label_size.y);
        assert_true(edge->labelled);
        for (int k = 0; k < 2; k++) {
            const EntPictureNode *node = &scene.picture->nodes[k];
            assert_false(
                ent_boxes_overlap(box, ent_box_around(node->at, node->size.x, node->size.y)));
        }
        for (int k = 0; k < i; k++) {
            const EntPictureEdge *other = &scene.picture->edges[k];
            assert_false(ent_boxes_overlap(
                box, ent_box_around(other->label_at, other->label_size.x, other->label_size.y)));
        }
    }
}

/* A path goes one column further with each step where arrows are to be followed. */
static void test_columns_of_path(void **state)
{
    (void)state;
    g_auto(Scene) scene = scene_new(
        "\"a\":{\"type\":\"t\"},\"b\":{\"type\":\"t\"},\"c\":{\"type\":\"t\"},\"d\":{\"type\":"
        "\"t\"}",
        "{\"from\":\"c\",\"type\":\"r\",\"to\":\"d\"},{\"from\":\"a\",\"type\":\"r\",\"to\":\"b\"},"
        "{\"from\":\"b\",\"type\":\"r\",\"to\":\"c\"}");
    EntColumnWish wish = {.sideways = true, .follows = true, .ratio = 1.5};
    guint length = 0;
    g_autofree guint *columns = ent_columns(scene.picture, &wish, &length);
    assert_int_equal(length, 4);
    for (guint i = 0; i < 4; i++)
        assert_int_equal(columns[i], i);
    for (int again = 0; again < 3; again++) {
        g_autofree guint *same = ent_columns(scene.picture, &wish, &length);
        assert_memory_equal(columns, same, 4 * sizeof *columns);
    }
}

static void test_columns_of_odd_graphs(void **state)
{
    static const char *const graphs[][2] = {
        {"\"a\":{\"type\":\"t\"}", ""},
        {"\"a\":{\"type\":\"t\"}", "{\"from\":\"a\",\"type\":\"r\",\"to\":\"a\"}"},
        {"\"a\":{\"type\":\"t\"},\"b\":{\"type\":\"t\"}", ""},
        {"", ""},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(graphs); i++) {
        g_auto(Scene) scene = scene_new(graphs[i][0], graphs[i][1]);
        EntColumnWish wish = {.sideways = true, .ratio = 1.5, .more = -1};
        guint length = 0;
        g_autofree guint *columns = ent_columns(scene.picture, &wish, &length);
        assert_true((columns != NULL) == (scene.picture->nodes_length > 0));
        for (guint32 k = 0; k < scene.picture->nodes_length; k++)
            assert_true(columns[k] < length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_question_says_nothing),
        cmocka_unit_test(test_question_with_columns),
        cmocka_unit_test(test_answer),
        cmocka_unit_test(test_edge_left_out),
        cmocka_unit_test(test_broken_answers),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_labels_keep_apart),
        cmocka_unit_test(test_columns_of_path),
        cmocka_unit_test(test_columns_of_odd_graphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
