/* SPDX-License-Identifier: MIT */
#include "written.h"

/* The GraphML of facts, with the measures named, NULL-terminated. The caller's. */
static char *written(const Folder *folder, const char *facts, const char *const *measures)
{
    static const char *const names[] = {"facts.json", NULL};
    g_autofree char *path = folder_file(folder, "x.graphml");
    g_autoptr(EntDossier) dossier = NULL;
    g_autoptr(EntView) view = NULL;
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)ent_column_free);
    g_autoptr(GError) error = NULL;
    EntFilter filter = {.keep_denied = true};

    folder_put(folder, "facts.json", facts);
    dossier = folder_load(folder, names);
    view = ent_view_new(dossier, &filter, &error);
    assert_non_null(view);
    for (; *measures; measures++)
        g_ptr_array_add(columns,
                        ent_measure_run(ent_measure_find(*measures, NULL), view, NULL, &error));
    assert_true(ent_write(ent_writer_find("graphml", NULL), view,
                          (const EntColumn *const *)columns->pdata, columns->len, path, &error));
    return folder_get(folder, "x.graphml");
}

static const char *const none[] = {NULL};

/* Colours and the words about a view are other parts' business. */
static char *without_looks(const char *text)
{
    g_autoptr(GRegex) color = g_regex_new(">#[0-9a-f]{6}<", 0, 0, NULL);
    g_autoptr(GRegex) measured = g_regex_new("(<data key=\"measure_\\w+\">)[^<]+<", 0, 0, NULL);
    g_autofree char *once = g_regex_replace_literal(color, text, -1, 0, ">#COLOR<", 0, NULL);

    return g_regex_replace(measured, once, -1, 0, "\\1MEASURED<", 0, NULL);
}

/* Every rule of the file at once, by hand. */
static void test_document(void **state)
{
    static const char *const measures[] = {"degree", "degree", "closeness", NULL};
    g_autofree char *text = written(
        *state,
        "{\"entente\":1,\"title\":\"T\",\"description\":\"a\\nb\",\"schema\":\"open\","
        "\"sources\":{\"s\":{\"title\":\"<S>\"}},"
        "\"nodes\":{"
        "\"a\":{\"type\":\"t\",\"name\":\"A & B\",\"count\":2,"
        "\"evidence\":[{\"source\":\"s\",\"quote\":\"q\"},{\"source\":\"s\",\"quote\":\"r\"}]},"
        "\"b c\":{\"type\":\"t\",\"status\":\"planned\",\"properties\":{\"n\":1,\"x y\":2}}},"
        "\"edges\":[{\"from\":\"a\",\"type\":\"r\",\"to\":\"b c\",\"id\":\"e9\","
        "\"weight\":0.1,\"properties\":{\"n\":true}},"
        "{\"from\":\"a\",\"type\":\"r\",\"to\":\"a\",\"id\":\"e 9\"}]}",
        measures);
    g_autofree char *plain = without_looks(text);

    assert_string_equal(
        plain,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
        "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n"
        "  <key id=\"entente\" for=\"graph\" attr.name=\"entente\" attr.type=\"int\"/>\n"
        "  <key id=\"title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n"
        "  <key id=\"description\" for=\"graph\" attr.name=\"description\" attr.type=\"string\"/>\n"
        "  <key id=\"schema\" for=\"graph\" attr.name=\"schema\" attr.type=\"string\"/>\n"
        "  <key id=\"sources\" for=\"graph\" attr.name=\"sources\" attr.type=\"string\"/>\n"
        "  <key id=\"measure_degree\" for=\"graph\" attr.name=\"measure_degree\" "
        "attr.type=\"string\"/>\n"
        "  <key id=\"measure_closeness\" for=\"graph\" attr.name=\"measure_closeness\" "
        "attr.type=\"string\"/>\n"
        "  <key id=\"node_id\" for=\"node\" attr.name=\"node_id\" attr.type=\"string\"/>\n"
        "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
        "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
        "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
        "  <key id=\"color\" for=\"node\" attr.name=\"color\" attr.type=\"string\"/>\n"
        "  <key id=\"count\" for=\"node\" attr.name=\"count\" attr.type=\"long\"/>\n"
        "  <key id=\"status\" for=\"node\" attr.name=\"status\" attr.type=\"string\"/>\n"
        "  <key id=\"quote\" for=\"node\" attr.name=\"quote\" attr.type=\"string\"/>\n"
        "  <key id=\"quote_source\" for=\"node\" attr.name=\"quote_source\" "
        "attr.type=\"string\"/>\n"
        "  <key id=\"evidence\" for=\"node\" attr.name=\"evidence\" attr.type=\"string\"/>\n"
        "  <key id=\"properties\" for=\"node\" attr.name=\"properties\" attr.type=\"string\"/>\n"
        "  <key id=\"p0\" for=\"node\" attr.name=\"p_n\" attr.type=\"long\"/>\n"
        "  <key id=\"m0\" for=\"node\" attr.name=\"degree\" attr.type=\"double\"/>\n"
        "  <key id=\"m1\" for=\"node\" attr.name=\"closeness\" attr.type=\"double\"/>\n"
        "  <key id=\"edge_id\" for=\"edge\" attr.name=\"edge_id\" attr.type=\"string\"/>\n"
        "  <key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
        "  <key id=\"interaction\" for=\"edge\" attr.name=\"interaction\" attr.type=\"string\"/>\n"
        "  <key id=\"edgelabel\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n"
        "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
        "  <key id=\"e_status\" for=\"edge\" attr.name=\"status\" attr.type=\"string\"/>\n"
        "  <key id=\"e_properties\" for=\"edge\" attr.name=\"properties\" attr.type=\"string\"/>\n"
        "  <key id=\"e_p0\" for=\"edge\" attr.name=\"p_n\" attr.type=\"boolean\"/>\n"
        "  <graph id=\"G\" edgedefault=\"directed\">\n"
        "    <desc>a&#10;b</desc>\n"
        "    <data key=\"entente\">1</data>\n"
        "    <data key=\"title\">T</data>\n"
        "    <data key=\"description\">a&#10;b</data>\n"
        "    <data key=\"schema\">open</data>\n"
        "    <data "
        "key=\"sources\">{&quot;s&quot;:{&quot;title&quot;:&quot;&lt;S&gt;&quot;}}</data>\n"
        "    <data key=\"measure_degree\">MEASURED</data>\n"
        "    <data key=\"measure_closeness\">MEASURED</data>\n"
        "    <node id=\"a\">\n"
        "      <data key=\"node_id\">a</data>\n"
        "      <data key=\"name\">A &amp; B</data>\n"
        "      <data key=\"label\">A &amp; B</data>\n"
        "      <data key=\"kind\">t</data>\n"
        "      <data key=\"color\">#COLOR</data>\n"
        "      <data key=\"count\">2</data>\n"
        "      <data key=\"status\">actual</data>\n"
        "      <data key=\"quote\">q</data>\n"
        "      <data key=\"quote_source\">s</data>\n"
        "      <data "
        "key=\"evidence\">[{&quot;source&quot;:&quot;s&quot;,&quot;quote&quot;:&quot;q&quot;},"
        "{&quot;source&quot;:&quot;s&quot;,&quot;quote&quot;:&quot;r&quot;}]</data>\n"
        "      <data key=\"m0\">1</data>\n"
        "      <data key=\"m1\">1</data>\n"
        "    </node>\n"
        "    <node id=\"n1\">\n"
        "      <data key=\"node_id\">b c</data>\n"
        "      <data key=\"name\">b c</data>\n"
        "      <data key=\"label\">b c</data>\n"
        "      <data key=\"kind\">t</data>\n"
        "      <data key=\"color\">#COLOR</data>\n"
        "      <data key=\"status\">planned</data>\n"
        "      <data key=\"properties\">{&quot;n&quot;:1,&quot;x y&quot;:2}</data>\n"
        "      <data key=\"p0\">1</data>\n"
        "      <data key=\"m0\">1</data>\n"
        "      <data key=\"m1\">1</data>\n"
        "    </node>\n"
        "    <edge id=\"e9\" source=\"a\" target=\"n1\">\n"
        "      <data key=\"edge_id\">e9</data>\n"
        "      <data key=\"relation\">r</data>\n"
        "      <data key=\"interaction\">r</data>\n"
        "      <data key=\"edgelabel\">r</data>\n"
        "      <data key=\"weight\">0.1</data>\n"
        "      <data key=\"e_status\">actual</data>\n"
        "      <data key=\"e_properties\">{&quot;n&quot;:true}</data>\n"
        "      <data key=\"e_p0\">true</data>\n"
        "    </edge>\n"
        "    <edge id=\"e1\" source=\"a\" target=\"a\">\n"
        "      <data key=\"edge_id\">e 9</data>\n"
        "      <data key=\"relation\">r</data>\n"
        "      <data key=\"interaction\">r</data>\n"
        "      <data key=\"edgelabel\">r</data>\n"
        "      <data key=\"weight\">1</data>\n"
        "      <data key=\"e_status\">actual</data>\n"
        "    </edge>\n"
        "  </graph>\n"
        "</graphml>\n");
}

static void expect_ids(const char *text, const char *element, const char *const *ids)
{
    g_autofree char *mark = g_strdup_printf("<%s id=\"", element);
    const char *at = text;

    for (; *ids; ids++) {
        at = strstr(at, mark);
        assert_non_null(at);
        at += strlen(mark);
        assert_memory_equal(at, *ids, strlen(*ids));
        assert_true(at[strlen(*ids)] == '"');
    }
    assert_null(strstr(at, mark));
}

static void test_ids(void **state)
{
    g_autofree char *text =
        written(*state,
                "{\"entente\":1,\"schema\":\"open\",\"nodes\":{"
                "\"n1\":{\"type\":\"t\"},\"a b\":{\"type\":\"t\"},\"n3\":{\"type\":\"t\"},"
                "\"<\":{\"type\":\"t\"},\"n3.\":{\"type\":\"t\"},\"한국\":{\"type\":\"t\"},"
                "\"01\":{\"type\":\"t\"}},"
                "\"edges\":["
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"1\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"01\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"1_0\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"-0\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"-7\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"e1\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"a/b\"},"
                "{\"from\":\"n1\",\"type\":\"r\",\"to\":\"n3\",\"id\":\"x:y\"}]}",
                none);

    /* Made ones are n or e with the place, and dots where that is taken. */
    expect_ids(text, "node",
               (const char *const[]){"n1", "n1.", "n3", "n3..", "n3.", "한국", "01", NULL});
    expect_ids(text, "edge",
               (const char *const[]){"1", "e1.", "e2", "e3", "-7", "e1", "e6", "x:y", NULL});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_document, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_ids, folder_make, folder_remove),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
