/* SPDX-License-Identifier: MIT */
#include "written.h"

#include "read/reader.h"
#include "write/facts_json.h"
#include "write/json_text.h"

/* Every key, in the canonical layout as FACTS has it; written by hand. */
static const char canonical[] =
    "{\n"
    "  \"$schema\": \"facts.schema.json\",\n"
    "  \"entente\": 1,\n"
    "  \"title\": \"A – “title”\",\n"
    "  \"description\": \"with \\\"quotes\\\", a\\ttab and a\\nbreak\",\n"
    "  \"schema\": \"open\",\n"
    "  \"x-tool\": { \"name\": \"é\", \"runs\": [1, 2.50, -0.0, 1E+2], \"deep\": [ { \"a\": null "
    "}, "
    "{} ], \"none\": [] },\n"
    "  \"sources\": {\n"
    "    \"s1\": { \"title\": \"T\", \"publisher\": \"P\", \"author\": \"A\", \"url\": "
    "\"https://example.org/\", \"published\": \"2026-03-02\", \"retrieved\": \"2026-03~\", "
    "\"language\": \"en\", \"licence\": \"CC0-1.0\", \"reliability\": \"B\", \"x-k\": true },\n"
    "    \"s2\": {}\n"
    "  },\n"
    "  \"nodes\": {\n"
    "    \"b\": { \"type\": \"nation\", \"name\": \"Bé\", \"aliases\": [\"B1\", \"B|2\"], \"ids\": "
    "{ "
    "\"wikidata\": \"Q884\", \"iso\": \"KR\" }, \"start\": \"1948?\", \"end\": \"2030-12-31\", "
    "\"by\": \"2031\", \"amount\": { \"value\": \"300000000.50\", \"currency\": \"USD\", \"text\": "
    "\"US$300 million\" }, \"count\": 7, \"status\": \"planned\", \"confidence\": 0.9, "
    "\"evidence\": [ { \"source\": \"s1\", \"quote\": \"q1\" }, { \"source\": \"s2\", \"quote\": "
    "\"q2\", \"prefix\": \"p\", \"suffix\": \"s\", \"page\": 12, \"note\": \"n\", \"x-e\": [1] } "
    "], "
    "\"same_as\": [\"a\"], \"not_same_as\": [\"c\"], \"note\": \"a note\", \"properties\": { "
    "\"text\": \"t\", \"number\": 12.50, \"yes\": true, \"list\": [\"a\", \"b\"] }, \"x-free\": {} "
    "},\n"
    "    \"a\": { \"type\": \"person\" },\n"
    "    \"c\": { \"type\": \"event\", \"date\": \"2026-03\", \"evidence\": [ { \"source\": "
    "\"s1\", "
    "\"quote\": \"q\", \"page\": \"12\" } ] }\n"
    "  },\n"
    "  \"edges\": [\n"
    "    { \"from\": \"c\", \"type\": \"knows\", \"to\": \"a\", \"id\": \"e1\", \"date\": "
    "\"2026\", "
    "\"weight\": 0.1, \"status\": \"alleged\", \"confidence\": 0, \"note\": \"n\", \"properties\": "
    "{ "
    "\"p\": false }, \"x-e\": \"x\" },\n"
    "    { \"from\": \"a\", \"type\": \"knows\", \"to\": \"c\" }\n"
    "  ]\n"
    "}\n";

/* The file as written: all facts, before any check. */
static char *formatted(const Folder *folder, const char *name)
{
    g_autofree char *path = folder_file(folder, name);
    g_autoptr(EntFacts) facts = ent_facts_new();
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntOutput) output = ent_output_memory();
    g_autoptr(GError) error = NULL;
    g_auto(EntChoice) choice = {0};

    assert_true(ent_read_file(facts, ent_reader_for_path(path, NULL), path, NULL, report, NULL,
                              NULL, &error));
    assert_int_equal(ent_report_count(report, ENT_SEVERITY_ERROR), 0);
    ent_choice_init_all(&choice, facts);
    ent_write_facts_json(output, &choice);
    return g_strdup(ent_output_text(output, NULL));
}

static void expect_format(const Folder *folder, const char *text, const char *expected)
{
    g_autofree char *once = NULL, *twice = NULL;

    folder_put(folder, "facts.json", text);
    once = formatted(folder, "facts.json");
    assert_string_equal(once, expected);
    folder_put(folder, "facts.json", once);
    twice = formatted(folder, "facts.json");
    assert_string_equal(twice, expected);
}

static void test_canonical_is_fixed(void **state)
{
    expect_format(*state, canonical, canonical);
}

static void test_layout_is_made(void **state)
{
    expect_format(
        *state,
        "{\"edges\":[{\"to\":\"\\u0062\",\"weight\":1.0,\"type\":\"r\",\"from\":\"a\","
        "\"confidence\":1,\"status\":\"actual\"}],\"nodes\":{\"b\":{\"name\":\"b\",\"aliases\":[],"
        "\"evidence\":[],\"type\":\"t\",\"x-s\":\"\\ud83d\\ude00\\/\\u001b\"},\n\n"
        "\"a\":{\"note\":\"n\",\"name\":\"A\",\"type\":\"t\",\"properties\":{},\"ids\":{}}},"
        "\"schema\":\"open\",\"entente\":1}",
        "{\n"
        "  \"entente\": 1,\n"
        "  \"schema\": \"open\",\n"
        "  \"nodes\": {\n"
        "    \"b\": { \"type\": \"t\", \"x-s\": \"😀/\\u001b\" },\n"
        "    \"a\": { \"type\": \"t\", \"name\": \"A\", \"note\": \"n\" }\n"
        "  },\n"
        "  \"edges\": [\n"
        "    { \"from\": \"a\", \"type\": \"r\", \"to\": \"b\" }\n"
        "  ]\n"
        "}\n");
}

static void test_empty(void **state)
{
    expect_format(*state, "{\"entente\":1,\"nodes\":{},\"edges\":[],\"sources\":{}}",
                  "{\n  \"entente\": 1\n}\n");
}

/* Nodes that an edge or a source that a node speaks of first keep their own order. */
static void test_order_is_kept(void **state)
{
    expect_format(*state,
                  "{\"entente\":1,\"edges\":[{\"from\":\"z\",\"type\":\"r\",\"to\":\"y\"}],"
                  "\"nodes\":{\"x\":{\"type\":\"t\",\"evidence\":[{\"source\":\"s2\",\"quote\":"
                  "\"q\"}]},\"y\":{\"type\":\"t\"},\"z\":{\"type\":\"t\"}},"
                  "\"sources\":{\"s1\":{},\"s2\":{}}}",
                  "{\n"
                  "  \"entente\": 1,\n"
                  "  \"sources\": {\n"
                  "    \"s1\": {},\n"
                  "    \"s2\": {}\n"
                  "  },\n"
                  "  \"nodes\": {\n"
                  "    \"x\": { \"type\": \"t\", \"evidence\": [ { \"source\": \"s2\", \"quote\": "
                  "\"q\" } ] },\n"
                  "    \"y\": { \"type\": \"t\" },\n"
                  "    \"z\": { \"type\": \"t\" }\n"
                  "  },\n"
                  "  \"edges\": [\n"
                  "    { \"from\": \"z\", \"type\": \"r\", \"to\": \"y\" }\n"
                  "  ]\n"
                  "}\n");
}

/* fmt works before the checks: nodes that are spoken of but not declared are not made up. */
static void test_undeclared(void **state)
{
    expect_format(*state,
                  "{\"entente\":1,\"edges\":[{\"from\":\"z\",\"type\":\"r\",\"to\":\"y\"}]}",
                  "{\n  \"entente\": 1,\n  \"edges\": [\n"
                  "    { \"from\": \"z\", \"type\": \"r\", \"to\": \"y\" }\n  ]\n}\n");
}

static void test_export_is_format(void **state)
{
    g_autofree char *once = NULL, *exported = NULL;

    folder_put(*state, "facts.json", canonical);
    once = formatted(*state, "facts.json");
    exported = folder_convert(*state, NAMES("facts.json"), "json", "out.json");
    assert_string_equal(exported, once);
}

/* The forms that FACTS gives for lines. */
static void test_ndjson(void **state)
{
    g_autofree char *lines = NULL, *back = NULL, *once = NULL;

    folder_put(*state, "facts.json",
               "{\"entente\":1,\"title\":\"T\",\"schema\":\"open\",\"sources\":{\"s\":{\"title\":"
               "\"S\"}},\"nodes\":{\"a\":{\"type\":\"t\",\"name\":\"A\",\"aliases\":[\"x\",\"y\"]},"
               "\"b\":{\"type\":\"t\"}},\"edges\":[{\"from\":\"a\",\"type\":\"r\",\"to\":\"b\","
               "\"evidence\":[{\"source\":\"s\",\"quote\":\"q\"}]}]}");
    lines = folder_convert(*state, NAMES("facts.json"), "ndjson", "out.ndjson");
    assert_string_equal(lines,
                        "{\"entente\":1,\"title\":\"T\",\"schema\":\"open\"}\n"
                        "{\"source\":\"s\",\"title\":\"S\"}\n"
                        "{\"node\":\"a\",\"type\":\"t\",\"name\":\"A\",\"aliases\":[\"x\",\"y\"]}\n"
                        "{\"node\":\"b\",\"type\":\"t\"}\n"
                        "{\"edge\":[\"a\",\"r\",\"b\"],\"evidence\":[{\"source\":\"s\",\"quote\":"
                        "\"q\"}]}\n");
    folder_put(*state, "facts.json", canonical);
    g_free(lines);
    lines = folder_convert(*state, NAMES("facts.json"), "ndjson", "out.ndjson");
    back = folder_convert(*state, NAMES("out.ndjson"), "json", "back.json");
    once = formatted(*state, "facts.json");
    assert_string_equal(back, once);
}

/* A part of a dossier can be read again: no word of what was left out. */
static void test_filtered(void **state)
{
    static const char *const types[] = {"t", NULL};
    EntFilter filter = {.types = types, .keep_denied = true};
    g_autoptr(EntDossier) dossier = NULL, again = NULL;
    g_autofree char *part = NULL;

    folder_put(*state, "facts.json",
               "{\"entente\":1,\"schema\":\"open\",\"sources\":{\"s1\":{},\"s2\":{},\"s3\":{}},"
               "\"nodes\":{\"a\":{\"type\":\"t\",\"same_as\":[\"b\",\"c\"],\"not_same_as\":[\"d\"],"
               "\"evidence\":[{\"source\":\"s2\",\"quote\":\"q\"}]},"
               "\"b\":{\"type\":\"u\",\"evidence\":[{\"source\":\"s1\",\"quote\":\"q\"}]},"
               "\"c\":{\"type\":\"t\"},\"d\":{\"type\":\"u\"}},"
               "\"edges\":[{\"from\":\"a\",\"type\":\"r\",\"to\":\"c\"},"
               "{\"from\":\"a\",\"type\":\"r\",\"to\":\"b\"}]}");
    dossier = folder_load(*state, NAMES("facts.json"));
    folder_write(*state, dossier, &filter, "json", "part.json");
    part = folder_get(*state, "part.json");
    assert_string_equal(part, "{\n"
                              "  \"entente\": 1,\n"
                              "  \"schema\": \"open\",\n"
                              "  \"sources\": {\n"
                              "    \"s2\": {}\n"
                              "  },\n"
                              "  \"nodes\": {\n"
                              "    \"a\": { \"type\": \"t\", \"evidence\": [ { \"source\": \"s2\", "
                              "\"quote\": \"q\" } ], \"same_as\": [\"c\"] },\n"
                              "    \"c\": { \"type\": \"t\" }\n"
                              "  },\n"
                              "  \"edges\": [\n"
                              "    { \"from\": \"a\", \"type\": \"r\", \"to\": \"c\" }\n"
                              "  ]\n"
                              "}\n");
    again = folder_load(*state, NAMES("part.json"));
}

/* Results stand under a key of their own, in nine digits, and replace earlier ones. */
static void test_measures(void **state)
{
    double values[] = {1.0 / 3, 0.0 / 0.0};
    EntColumn column = {.name = "closeness", .length = 2, .values = values};
    const EntColumn *const columns[] = {&column};
    g_autoptr(EntDossier) dossier = NULL;
    g_autoptr(EntView) view = NULL;
    g_autofree char *path = folder_file(*state, "out.ndjson"), *text = NULL;

    folder_put(*state, "facts.ndjson",
               "{\"entente\":1}\n{\"node\":\"a\",\"type\":\"t\",\"x-measures\":{\"old\":1}}\n"
               "{\"node\":\"b\",\"type\":\"t\"}\n");
    dossier = folder_load(*state, NAMES("facts.ndjson"));
    view = ent_view_new(dossier, &(EntFilter){0}, NULL);
    assert_true(ent_write(ent_writer_find("ndjson", NULL), view, columns, 1, path, NULL));
    text = folder_get(*state, "out.ndjson");
    assert_string_equal(
        text, "{\"entente\":1}\n"
              "{\"node\":\"a\",\"type\":\"t\",\"x-measures\":{\"closeness\":0.333333333}}\n"
              "{\"node\":\"b\",\"type\":\"t\",\"x-measures\":{\"closeness\":null}}\n");
}

/* Known hard cases of printing doubles. */
static void test_numbers(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0, "0"},
                 {1, "1"},
                 {0.1, "0.1"},
                 {1.0 / 3, "0.3333333333333333"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {5e-324, "4.94065645841247e-324"},
                 {1.7976931348623157e308, "1.7976931348623157e+308"},
                 {999999999999999, "999999999999999"},
                 {9007199254740993, "9007199254740992"},
                 {1e15, "1e+15"},
                 {123456.789, "123456.789"}};
    g_autoptr(GString) line = g_string_new(NULL);

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_string_truncate(line, 0);
        ent_json_double(line, cases[i].number);
        assert_string_equal(line->str, cases[i].text);
        assert_true(g_ascii_strtod(line->str, NULL) == cases[i].number);
    }
}

static void test_values(void **state)
{
    static const struct {
        const char *json, *spaced, *compact;
    } cases[] = {
        {"[]", "[]", "[]"},
        {"{}", "{}", "{}"},
        {"[[],{}]", "[[], {}]", "[[],{}]"},
        {"[{\"a\":[{}]},1]", "[ { \"a\": [ {} ] }, 1 ]", "[{\"a\":[{}]},1]"},
        {"[{},[]]", "[ {}, [] ]", "[{},[]]"},
        {"\"[{,:}]\"", "\"[{,:}]\"", "\"[{,:}]\""},
        {"{\"a:b\":[true,null,-1.0e5]}", "{ \"a:b\": [true, null, -1.0e5] }",
         "{\"a:b\":[true,null,-1.0e5]}"},
        {"\"\\u00e9\\u20ac\\ud83d\\ude00\"", "\"é€😀\"", "\"é€😀\""},
        {"\"\\u0022\\u005c\\u002f\\/\\u000a\\u0001\"", "\"\\\"\\\\//\\n\\u0001\"",
         "\"\\\"\\\\//\\n\\u0001\""},
        {"\"\\\\u0041\\\\\\u0041\"", "\"\\\\u0041\\\\A\"", "\"\\\\u0041\\\\A\""},
        {"\"\\uD800\\u0041\"", "\"\\ud800A\"", "\"\\ud800A\""},
        {"\"\\u0000\"", "\"\\u0000\"", "\"\\u0000\""},
    };
    g_autoptr(GString) line = g_string_new(NULL);

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_string_truncate(line, 0);
        ent_json_value(line, cases[i].json, &ent_json_spaced);
        assert_string_equal(line->str, cases[i].spaced);
        g_string_truncate(line, 0);
        ent_json_value(line, cases[i].json, &ent_json_compact_style);
        assert_string_equal(line->str, cases[i].compact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_canonical_is_fixed, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_layout_is_made, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_empty, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_order_is_kept, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_undeclared, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_export_is_format, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_ndjson, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_filtered, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_measures, folder_make, folder_remove),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_values),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
