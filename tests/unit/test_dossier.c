/* SPDX-License-Identifier: MIT */
#include "facts_text.h"

#define HEAD "{\"entente\":1,\"schema\":\"open\"}\n"
#define NODES                                                                                      \
    "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n{\"node\":\"c\",\"type\":"  \
    "\"t\"}\n"

static EntDossier *load(const char *text)
{
    g_autoptr(EntReport) report = ent_report_new();
    EntDossier *dossier = load_texts(".ndjson", text, NULL, report);

    assert_int_equal(ent_report_count(report, ENT_SEVERITY_ERROR), 0);
    assert_non_null(dossier);
    return dossier;
}

/* An index is given at first mention, be it an edge's. */
static void test_order_of_first_mention(void **state)
{
    g_autoptr(EntDossier) dossier = load(HEAD "{\"edge\":[\"c\",\"r\",\"a\"]}\n" NODES);

    (void)state;
    assert_int_equal(ent_dossier_find_node(dossier, "c"), 0);
    assert_int_equal(ent_dossier_find_node(dossier, "a"), 1);
    assert_int_equal(ent_dossier_find_node(dossier, "b"), 2);
    assert_int_equal(ent_dossier_find_node(dossier, "d"), ENT_NONE);
}

static void test_adjacency(void **state)
{
    g_autoptr(EntDossier) dossier =
        load(HEAD NODES "{\"edge\":[\"a\",\"r\",\"b\"]}\n{\"edge\":[\"a\",\"r\",\"a\"]}\n"
                        "{\"edge\":[\"b\",\"r\",\"a\"]}\n{\"edge\":[\"a\",\"r\",\"b\"]}\n");
    guint32 length;
    const guint32 *edges = ent_dossier_node_edges(dossier, 0, &length);

    (void)state;
    assert_int_equal(length, 4); /* the loop once */
    for (guint32 i = 0; i < 4; i++)
        assert_int_equal(edges[i], i);
    edges = ent_dossier_node_edges(dossier, 1, &length);
    assert_int_equal(length, 3);
    assert_int_equal(edges[0], 0);
    assert_int_equal(edges[1], 2);
    assert_int_equal(edges[2], 3);
    ent_dossier_node_edges(dossier, 2, &length);
    assert_int_equal(length, 0);
}

/* printf 'a\0r\0b\0001' | sha256sum (the ordinal follows the last NUL) */
static void test_edge_id_is_content(void **state)
{
    g_autoptr(EntDossier) dossier = load(HEAD NODES "{\"edge\":[\"a\",\"r\",\"b\"]}\n");
    char **ids = ent_dossier_edge_ids(dossier);
    const char bytes[] = "a\0r\0b\0001";
    g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, 7);
    g_autofree char *expected = g_strdup_printf("e-%.16s", sum);

    (void)state;
    assert_string_equal(ids[0], expected);
    ent_edge_ids_free(ids);
}

/* Another edge added in front changes no id; equal ones are told apart by their order. */
static void test_edge_ids_are_stable(void **state)
{
    g_autoptr(EntDossier) first =
        load(HEAD NODES "{\"edge\":[\"a\",\"r\",\"b\"]}\n{\"edge\":[\"a\",\"r\",\"b\"]}\n");
    g_autoptr(EntDossier) second =
        load(HEAD NODES "{\"edge\":[\"b\",\"r\",\"c\"]}\n{\"edge\":[\"a\",\"r\",\"b\"]}\n"
                        "{\"edge\":[\"b\",\"r\",\"a\"]}\n{\"edge\":[\"a\",\"r\",\"b\"]}\n");
    char **before = ent_dossier_edge_ids(first), **after = ent_dossier_edge_ids(second);

    (void)state;
    assert_string_equal(before[0], after[1]);
    assert_string_equal(before[1], after[3]);
    assert_string_not_equal(before[0], before[1]);
    ent_edge_ids_free(before);
    ent_edge_ids_free(after);
}

/* A written id that looks like a made one does not clash with it. */
static void test_made_id_avoids_written(void **state)
{
    g_autoptr(EntDossier) plain = load(HEAD NODES "{\"edge\":[\"a\",\"r\",\"b\"]}\n");
    char **ids = ent_dossier_edge_ids(plain);
    g_autofree char *text =
        g_strdup_printf(HEAD NODES "{\"edge\":[\"a\",\"r\",\"b\"]}\n"
                                   "{\"edge\":[\"b\",\"r\",\"c\"],\"id\":\"%s\"}\n",
                        ids[0]);
    g_autoptr(EntDossier) clash = load(text);
    char **others = ent_dossier_edge_ids(clash);

    (void)state;
    assert_string_equal(others[1], ids[0]);
    assert_string_not_equal(others[0], others[1]);
    ent_edge_ids_free(ids);
    ent_edge_ids_free(others);
}

static void test_merge_of_two_files(void **state)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntDossier) dossier = load_texts(
        ".ndjson",
        HEAD "{\"source\":\"s\",\"title\":\"S\"}\n"
             "{\"node\":\"k\",\"type\":\"nation\",\"name\":\"Korea\",\"aliases\":[\"ROK\"],"
             "\"evidence\":[{\"source\":\"s\",\"quote\":\"one\"}]}\n",
        HEAD
        "{\"source\":\"s\",\"title\":\"S\",\"url\":\"https://example.org/\"}\n"
        "{\"node\":\"k\",\"type\":\"nation\",\"name\":\"South Korea\",\"start\":\"1948\","
        "\"aliases\":[\"ROK\",\"Seoul\"],\"evidence\":[{\"source\":\"s\",\"quote\":\"two\"}]}\n",
        report);
    const EntNode *node;

    (void)state;
    assert_int_equal(ent_report_count(report, ENT_SEVERITY_ERROR), 0);
    assert_int_equal(ent_dossier_node_count(dossier), 1);
    node = ent_dossier_node(dossier, 0);
    assert_string_equal(node->name, "Korea");
    assert_int_equal(node->fact.details->aliases.length, 3);
    assert_string_equal(node->fact.details->aliases.items[1], "Seoul");
    assert_string_equal(node->fact.details->aliases.items[2], "South Korea");
    assert_int_equal(node->fact.evidence_length, 2);
    assert_string_equal(ent_dossier_evidence(dossier, node->fact.evidence)->quote, "one");
    assert_string_equal(ent_dossier_evidence(dossier, node->fact.evidence + 1)->quote, "two");
    assert_true(node->fact.details->start != ENT_DATE_NONE);
    assert_string_equal(ent_dossier_source(dossier, 0)->url, "https://example.org/");
}

static void test_conflict_of_two_files(void **state)
{
    g_autoptr(EntReport) report = ent_report_new();

    (void)state;
    assert_null(
        load_texts(".ndjson", HEAD "{\"node\":\"k\",\"type\":\"nation\",\"start\":\"1948\"}\n",
                   HEAD "{\"node\":\"k\",\"type\":\"nation\",\"start\":\"1949\"}\n", report));
    assert_int_equal(ent_report_count(report, ENT_SEVERITY_ERROR), 1);
    assert_true(report_has(report, "conflict"));
}

/* Numbers of properties and x- keys keep their digits. */
static void test_digits_are_kept(void **state)
{
    g_autoptr(EntDossier) dossier =
        load(HEAD "{\"node\":\"a\",\"type\":\"t\",\"properties\":{\"n\":12345678901234567890.120},"
                  "\"x-free\":[1, {\"deep\": 2.50}]}\n");
    const EntDetails *details = ent_dossier_node(dossier, 0)->fact.details;

    (void)state;
    assert_string_equal(details->properties.items[0].json, "12345678901234567890.120");
    assert_string_equal(details->extras.items[0].json, "[1,{\"deep\":2.50}]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_of_first_mention), cmocka_unit_test(test_adjacency),
        cmocka_unit_test(test_edge_id_is_content),     cmocka_unit_test(test_edge_ids_are_stable),
        cmocka_unit_test(test_made_id_avoids_written), cmocka_unit_test(test_merge_of_two_files),
        cmocka_unit_test(test_conflict_of_two_files),  cmocka_unit_test(test_digits_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
