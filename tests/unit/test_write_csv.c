/* SPDX-License-Identifier: MIT */
#include "written.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "write/part_path.h"

/* The columns of each table are those it needs; written by hand. */
static void test_tables(void **state)
{
    g_autofree char *nodes = NULL, *edges = NULL, *sources = NULL;

    folder_put(
        *state, "facts.json",
        "{\"entente\":1,\"schema\":\"open\",\"sources\":{\"s\":{\"title\":\"A, \\\"B\\\"\",\"url\":"
        "\"https://example.org/\"},\"t\":{}},"
        "\"nodes\":{\"a\":{\"type\":\"t\",\"name\":\"A\",\"aliases\":[\"x\",\"y z\"],\"ids\":{"
        "\"wikidata\":\"Q1\"},\"amount\":{\"value\":\"12.50\",\"currency\":\"USD\",\"text\":"
        "\"$12.50\"},\"count\":7,\"evidence\":[{\"source\":\"s\",\"quote\":\"one\\nline\",\"page\":"
        "3}],\"properties\":{\"p\":1.50,\"q\":\"1.50\"},\"x-k\":[1,2]},"
        "\"b\":{\"type\":\"t\",\"aliases\":[\"x|y\"],\"status\":\"planned\",\"evidence\":[{"
        "\"source\":\"s\",\"quote\":\"1\"},{\"source\":\"t\",\"quote\":\"2\"}],\"x-k\":\"w\"}},"
        "\"edges\":[{\"from\":\"a\",\"type\":\"r\",\"to\":\"b\",\"start\":\"2019~\",\"weight\":2},"
        "{\"from\":\"b\",\"type\":\"r\",\"to\":\"a\",\"id\":\"e\"}]}");
    folder_convert(*state, NAMES("facts.json"), "csv", "out.csv");
    nodes = folder_get(*state, "out-nodes.csv");
    edges = folder_get(*state, "out-edges.csv");
    sources = folder_get(*state, "out-sources.csv");
    assert_string_equal(nodes,
                        "id,type,name,aliases,amount,currency,amount.text,count,status,source,"
                        "quote,page,evidence,ids.wikidata,properties.p,properties.q,x-k\n"
                        "a,t,A,x|y z,12.50,USD,$12.50,7,actual,s,\"one\nline\",3,,Q1,1.50,"
                        "\"\"\"1.50\"\"\",\"[1,2]\"\n"
                        "b,t,b,\"[\"\"x|y\"\"]\",,,,,planned,,,,\"[{\"\"source\"\":\"\"s\"\","
                        "\"\"quote\"\":\"\"1\"\"},{\"\"source\"\":\"\"t\"\",\"\"quote\"\":\"\"2"
                        "\"\"}]\",,,,w\n");
    assert_string_equal(edges, "from,type,to,id,start,weight\na,r,b,,2019~,2\nb,r,a,e,,1\n");
    assert_string_equal(sources, "id,title,url\ns,\"A, \"\"B\"\"\",https://example.org/\nt,,\n");
}

static void test_measures(void **state)
{
    double values[] = {2.0 / 3, 0.0 / 0.0};
    EntColumn column = {.name = "in-degree", .length = 2, .values = values};
    const EntColumn *const columns[] = {&column};
    g_autoptr(EntDossier) dossier = NULL, again = NULL;
    g_autoptr(EntView) view = NULL;
    g_autofree char *path = folder_file(*state, "out.csv"), *nodes = NULL;

    folder_put(*state, "facts.ndjson",
               "{\"node\":\"a\",\"type\":\"t\"}\n{\"node\":\"b\",\"type\":\"t\"}\n");
    dossier = folder_load(*state, NAMES("facts.ndjson"));
    view = ent_view_new(dossier, &(EntFilter){0}, NULL);
    assert_true(ent_write(ent_writer_find("csv", NULL), view, columns, 1, path, NULL));
    nodes = folder_get(*state, "out-nodes.csv");
    assert_string_equal(nodes, "id,type,name,measure.in-degree\na,t,a,0.666666667\nb,t,b,\n");
    again = folder_load(*state, NAMES("out-nodes.csv")); /* results are no facts */
}

static void test_names(void **state)
{
    const Folder *folder = *state;
    g_autofree char *with_slash = g_strconcat(folder->path, "/", NULL);
    g_autofree char *in_folder = folder_file(folder, "nodes.csv");
    const struct {
        const char *path, *part;
    } cases[] = {
        {"x.csv", "x-nodes.csv"},
        {"a/x.csv", "a/x-nodes.csv"},
        {"x.CSV", "x-nodes.csv"},
        {"x", "x-nodes.csv"},
        {"x-edges.csv", "x-nodes.csv"},
        {"x-sources.csv", "x-nodes.csv"},
        {"edges.csv", "nodes.csv"},
        {"a/nodes.csv", "a/nodes.csv"},
        {"a.b/c", "a.b/c-nodes.csv"},
        {"no-such-folder/", "no-such-folder/nodes.csv"},
        {".csv", ".csv-nodes.csv"},
        {"a/-nodes.csv", "a/-nodes-nodes.csv"},
        {with_slash, in_folder},
        {folder->path, in_folder},
        {"my-nodes-x.csv", "my-nodes-x-nodes.csv"},
    };
    const EntWriter *csv = ent_writer_find("csv", NULL), *json = ent_writer_find("json", NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *part = ent_part_path(csv, &csv->parts[0], cases[i].path);
        g_autofree char *same = ent_part_path(json, &json->parts[0], cases[i].path);

        assert_string_equal(part, cases[i].part);
        assert_string_equal(same, cases[i].path);
    }
}

/* What cannot be written whole leaves all files as they were. */
static void test_all_or_none(void **state)
{
    g_autofree char *path = folder_file(*state, "out.csv"), *nodes = NULL;
    g_autofree char *folder = folder_file(*state, "out-sources.csv");
    g_autoptr(EntDossier) dossier = NULL;
    g_autoptr(EntView) view = NULL;
    g_autoptr(GError) error = NULL;
    const EntWriter *csv = ent_writer_find("csv", NULL);

    folder_put(*state, "facts.ndjson", "{\"node\":\"a\",\"type\":\"t\"}\n");
    folder_put(*state, "out-nodes.csv", "as it was");
    assert_int_equal(g_mkdir(folder, 0777), 0);
    dossier = folder_load(*state, NAMES("facts.ndjson"));
    view = ent_view_new(dossier, &(EntFilter){0}, NULL);
    assert_false(ent_write(csv, view, NULL, 0, path, &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_IO));
    assert_non_null(strstr(error->message, "out-sources.csv"));
    nodes = folder_get(*state, "out-nodes.csv");
    assert_string_equal(nodes, "as it was");
    assert_null(folder_get(*state, "out-edges.csv"));
    g_clear_error(&error);
    assert_false(ent_write(csv, view, NULL, 0, "-", &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_USAGE));
}

/* The last of the files meets a full disk when the others are written already. */
static void test_full_disk(void **state)
{
    g_autofree char *path = folder_file(*state, "out.csv"), *nodes = NULL;
    g_autofree char *full = folder_file(*state, "out-sources.csv");
    g_autoptr(EntDossier) dossier = NULL;
    g_autoptr(EntView) view = NULL;
    g_autoptr(GError) error = NULL;

    if (mknod(full, S_IFCHR | 0666, makedev(1, 7)) != 0 || access(full, W_OK) != 0) {
        print_message("skipped: no device may be made here\n");
        skip();
    }
    folder_put(*state, "facts.ndjson", "{\"node\":\"a\",\"type\":\"t\"}\n");
    folder_put(*state, "out-nodes.csv", "as it was");
    dossier = folder_load(*state, NAMES("facts.ndjson"));
    view = ent_view_new(dossier, &(EntFilter){0}, NULL);
    assert_false(ent_write(ent_writer_find("csv", NULL), view, NULL, 0, path, &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_IO));
    assert_non_null(strstr(error->message, "out-sources.csv"));
    nodes = folder_get(*state, "out-nodes.csv");
    assert_string_equal(nodes, "as it was");
    assert_null(folder_get(*state, "out-edges.csv"));
}

/* A table about as wide as it is long would grow with the square of the facts. */
static void test_too_wide(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *path = folder_file(*state, "out.csv");
    g_autoptr(EntDossier) dossier = NULL;
    g_autoptr(EntView) view = NULL;
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < 1025; i++)
        g_string_append_printf(text, "{\"node\":\"n%u\",\"type\":\"t\",\"x-%u\":1}\n", i, i);
    folder_put(*state, "facts.ndjson", text->str);
    dossier = folder_load(*state, NAMES("facts.ndjson"));
    view = ent_view_new(dossier, &(EntFilter){0}, NULL);
    assert_false(ent_write(ent_writer_find("csv", NULL), view, NULL, 0, path, &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED));
    assert_null(folder_get(*state, "out-nodes.csv"));
}

static void test_find(void **state)
{
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_string_equal(ent_writer_name(ent_writer_find("nd", NULL)), "ndjson");
    assert_null(ent_writer_find("jason", &error));
    assert_non_null(strstr(error->message, "json"));
    g_clear_error(&error);
    assert_string_equal(ent_writer_name(ent_writer_for_path("a/b.GraphML", NULL)), "graphml");
    assert_string_equal(ent_writer_name(ent_writer_for_path("a.jsonl", NULL)), "ndjson");
    assert_null(ent_writer_for_path("a.json/b", &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED));
    assert_non_null(strstr(error->message, ".csv, .graphml, .json"));
    for (const EntWriter *const *writer = ent_writers(); *writer; writer++)
        assert_non_null(ent_writer_summary(*writer));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tables, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_measures, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_names, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_all_or_none, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_full_disk, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_too_wide, folder_make, folder_remove),
        cmocka_unit_test(test_find),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
