/* SPDX-License-Identifier: MIT */
#include "facts_text.h"
#include "model/schema_read.h"

static EntSchema *load(const char *text, EntReport *report)
{
    char *path = facts_file(".json", text);
    GError *error = NULL;
    EntSchema *schema = ent_schema_load(path, NULL, report, &error);

    assert_null(error);
    g_unlink(path);
    g_free(path);
    return schema;
}

static void test_builtin(void **state)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntSchema) schema = ent_schema_load("diplomacy", NULL, report, NULL);
    const EntEdgeType *chairs = ent_schema_edge_type(schema, "chairs");
    const EntNodeType *leader = ent_schema_node_type(schema, "leader");
    const EntNodeType *council = ent_schema_node_type(schema, "council");

    (void)state;
    assert_int_equal(ent_report_length(report), 0);
    assert_true(ent_node_type_is(leader, ent_schema_node_type(schema, "person")));
    assert_false(ent_node_type_is(ent_schema_node_type(schema, "person"), leader));
    assert_true(ent_edge_type_fits(chairs, leader, council));
    assert_false(ent_edge_type_fits(chairs, council, leader));
    assert_null(ent_schema_node_type(schema, "wizard"));
}

/* A schema that FACTS describes: just the two maps. What is not given comes from the parent. */
static void test_inherits(void **state)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntSchema) schema =
        load("{\"nodeTypes\":{\"tug\":{\"extends\":\"ship\",\"color\":\"#112233\"},"
             "\"ship\":{\"shape\":\"house\",\"rank\":7}},"
             "\"edgeTypes\":{\"tows\":{\"from\":[\"tug\"],\"to\":[\"ship\"]},"
             "\"meets\":{\"from\":[\"tug\"],\"to\":[\"ship\"],\"symmetric\":true}}}",
             report);
    const EntNodeType *tug, *ship;

    (void)state;
    assert_non_null(schema);
    tug = ent_schema_node_type(schema, "tug");
    ship = ent_schema_node_type(schema, "ship");
    assert_string_equal(tug->shape, "house");
    assert_string_equal(tug->color, "#112233");
    assert_string_equal(tug->plural, "tugs");
    assert_int_equal(tug->rank, 7);
    assert_true(ent_edge_type_fits(ent_schema_edge_type(schema, "tows"), tug, tug));
    assert_false(ent_edge_type_fits(ent_schema_edge_type(schema, "tows"), ship, tug));
    assert_true(ent_edge_type_fits(ent_schema_edge_type(schema, "meets"), ship, tug));
}

static void test_extends_builtin(void **state)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntSchema) schema = load(
        "{\"extends\":\"diplomacy\",\"nodeTypes\":{\"spy\":{\"extends\":\"person\"}}}", report);

    (void)state;
    assert_non_null(schema);
    assert_non_null(ent_schema_node_type(schema, "nation"));
    assert_true(ent_node_type_is(ent_schema_node_type(schema, "spy"),
                                 ent_schema_node_type(schema, "person")));
}

static void test_open_gives_looks_in_order(void **state)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntSchema) schema = ent_schema_load("open", NULL, report, NULL);
    const EntNodeType *first = ent_schema_node_type(schema, "anything");
    const EntNodeType *second = ent_schema_node_type(schema, "something-else");

    (void)state;
    assert_string_not_equal(first->color, second->color);
    assert_ptr_equal(first, ent_schema_node_type(schema, "anything"));
    assert_string_equal(second->label, "something else");
    assert_string_equal(ent_schema_edge_type(schema, "party-to")->label, "party to");
}

static void test_findings(void **state)
{
    static const char *const bad[][2] = {
        {"{\"nodeTypes\":{\"a\":{\"extends\":\"b\"},\"b\":{\"extends\":\"a\"}}}", "type-circle"},
        {"{\"nodeTypes\":{\"a\":{\"extends\":\"c\"}}}", "unknown-type"},
        {"{\"nodeTypes\":{\"a\":{\"colour\":\"#112233\"}}}", "unknown-key"},
        {"{\"nodeTypes\":{\"a\":{\"color\":\"red\"}}}", "wrong-value"},
        {"{\"nodeTypes\":{\"a\":{},\"a\":{}}}", "duplicate-key"},
        {"{\"nodeTypes\":[]}", "wrong-type"},
        {"{\"nodetypes\":{}}", "unknown-key"},
        {"[]", "not-a-schema"},
        {"{\"nodeTypes\":{}", "syntax"},
        {"{} {}", "syntax"},
        {"{\"edgeTypes\":{\"r\":{\"from\":[\"x\"]}}}", "unknown-type"},
        {"{\"ententeSchema\":2}", "format-version"},
    };

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(EntReport) report = ent_report_new();

        assert_null(load(bad[i][0], report));
        if (!report_has(report, bad[i][1]))
            fail_msg("%s should give %s", bad[i][0], bad[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builtin),         cmocka_unit_test(test_inherits),
        cmocka_unit_test(test_extends_builtin), cmocka_unit_test(test_open_gives_looks_in_order),
        cmocka_unit_test(test_findings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
