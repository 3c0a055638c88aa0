/* SPDX-License-Identifier: MIT */
/*
 * Hostile texts in every place that takes text go through each format and back: what is exported
 * as JSON afterwards is the same, byte for byte.
 */
#include "written.h"

#include <cjson/cJSON.h>

#include "base/json.h"
#include "base/text.h"

#define NAUGHTY ENT_ROOT "/../shared/data/naughty-strings/blns.json"

static cJSON *naughty_strings(void)
{
    g_autofree char *text = NULL;
    cJSON *strings;

    if (!g_file_get_contents(NAUGHTY, &text, NULL, NULL))
        return NULL;
    strings = cJSON_Parse(text);
    assert_true(cJSON_GetArraySize(strings) > 500);
    return strings;
}

/* Puts text as a JSON string where each %s of the form stands, and with a letter behind it for %q:
 * a quote must not be all space. */
static void add_line(GString *lines, const char *form, const char *text)
{
    g_autofree char *quote = g_strconcat(text, "q", NULL);

    for (const char *at; (at = strchr(form, '%')); form = at + 2) {
        g_string_append_len(lines, form, at - form);
        ent_json_quote(lines, at[1] == 'q' ? quote : text);
    }
    g_string_append(lines, form);
    g_string_append_c(lines, '\n');
}

static void add_node(GString *lines, const char *text, guint number)
{
    g_autofree char *with_bar = g_strconcat(text, "|", NULL);

    g_string_append_printf(lines, "{\"node\":\"n%u\",\"type\":\"t\",\"confidence\":%.17g,", number,
                           1.0 / (number + 1));
    add_line(lines,
             "\"name\":%s,\"aliases\":[%s],\"ids\":{\"r\":%s},\"evidence\":[{\"source\":\"s\","
             "\"quote\":%q,\"prefix\":%s,\"suffix\":%s,\"page\":%s,\"note\":%s}],\"note\":%s,"
             "\"properties\":{\"p\":%s,\"list\":[%s,\"\"]},\"x-text\":%s,\"x-map\":{%s:[%s]}}",
             text);
    g_string_append_printf(lines, "{\"node\":\"m%u\",\"type\":\"t\",\"count\":%u,", number, number);
    add_line(lines, "\"aliases\":[%s,\"b\"],\"same_as\":[\"n0\"]}", with_bar);
}

static void add_edge(GString *lines, const char *text, guint number)
{
    g_string_append_printf(lines, "{\"edge\":[\"n0\",\"r\",\"n%u\"],\"weight\":%.17g,", number,
                           0.1 + number);
    add_line(lines,
             "\"amount\":{\"value\":\"-1.50\",\"text\":%s},\"evidence\":[{\"source\":\"s\",\"quote"
             "\":%q},{\"source\":\"s\",\"quote\":%q,\"x-e\":{\"n\":1.50,\"t\":%s}}],\"note\":%s}",
             text);
}

static char *make_facts(const cJSON *strings)
{
    GString *lines = g_string_new("{\"entente\":1}\n{\"source\":\"s\",\"title\":\"S\"}\n");
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    guint number = 0;

    for (const cJSON *string = strings->child; string; string = string->next) {
        const char *text = string->valuestring;

        if (!*text || ent_text_bad_character(text) || !g_hash_table_add(seen, (gpointer)text))
            continue;
        add_node(lines, text, number);
        add_edge(lines, text, number);
        if (!ent_text_not_id(text))
            add_line(lines,
                     "{\"source\":%s,\"title\":%s,\"url\":%s,\"x-s\":%s}\n"
                     "{\"node\":%s,\"type\":%s}\n{\"edge\":[%s,%s,\"n0\"]}",
                     text);
        number++;
    }
    assert_true(number > 450);
    return g_string_free(lines, FALSE);
}

static void expect_same(const Folder *folder, const char *const *files, const char *expected)
{
    g_autofree char *back = folder_convert(folder, files, "json", "back.json");

    if (!g_str_equal(back, expected)) {
        gsize at = 0;

        while (back[at] == expected[at])
            at++;
        at -= MIN(at, 80);
        print_error("%s:\n%.200s\nis not\n%.200s\n", files[0], back + at, expected + at);
    }
    assert_true(g_str_equal(back, expected));
}

static void test_naughty_strings(void **state)
{
    cJSON *strings = naughty_strings();
    g_autofree char *facts = NULL, *expected = NULL;

    if (!strings) {
        print_message("skipped: no %s\n", NAUGHTY);
        skip();
    }
    facts = make_facts(strings);
    cJSON_Delete(strings);
    folder_put(*state, "facts.ndjson", facts);
    expected = folder_convert(*state, NAMES("facts.ndjson"), "json", "facts.json");
    expect_same(*state, NAMES("facts.json"), expected);
    g_free(folder_convert(*state, NAMES("facts.json"), "ndjson", "out.ndjson"));
    expect_same(*state, NAMES("out.ndjson"), expected);
    g_free(folder_convert(*state, NAMES("facts.json"), "csv", "out.csv"));
    expect_same(*state, NAMES("out-sources.csv", "out-nodes.csv", "out-edges.csv"), expected);
}

/* Texts that the rules for cells could take for something else. */
static void test_cells(void **state)
{
    static const char *const texts[] = {"12",    "-0",      "true", "null",
                                        "\"x\"", "[\"x\"]", "[x",   "[x] y",
                                        "{}",    "{",       "x|y",  "|",
                                        " x",    "x ",      "\tx",  "\"",
                                        "\"\"",  ",",       ";",    "\r\n",
                                        "a\rb",  "\\u0041", "1e5",  "+1",
                                        "01",    "=1+1",    "@x",   "#",
                                        "''",    "-",       "a,b",  "\xef\xbb\xbfx",
                                        "[]",    "[|]",     "[1]|", "\"a\\u0000b\"",
                                        "\\",    "nul",     "tru",  "\n"};
    g_autoptr(GString) lines = g_string_new("{\"source\":\"s\"}\n");
    g_autofree char *expected = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        add_node(lines, texts[i], i);
        add_edge(lines, texts[i], i);
    }
    folder_put(*state, "facts.ndjson", lines->str);
    expected = folder_convert(*state, NAMES("facts.ndjson"), "json", "facts.json");
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GString) quoted = g_string_new("\"x-text\": ");

        ent_json_quote(quoted, texts[i]);
        assert_non_null(strstr(expected, quoted->str));
    }
    g_free(folder_convert(*state, NAMES("facts.json"), "csv", "out.csv"));
    expect_same(*state, NAMES("out-sources.csv", "out-nodes.csv", "out-edges.csv"), expected);
}

/* The project's own dossier is in the canonical layout, and so it comes out. */
static void test_example_dossier(void **state)
{
    static const char folder[] = ENT_ROOT "/graphs/korea-singapore-ai-2026";
    g_autofree char *path = g_build_filename(folder, "facts.json", NULL), *facts = NULL;
    g_autofree char *out = NULL;
    const Folder own = {(char *)folder};
    g_autoptr(EntDossier) dossier = folder_load(&own, NAMES("facts.json"));

    assert_true(g_file_get_contents(path, &facts, NULL, NULL));
    folder_write(*state, dossier, NULL, "json", "out.json");
    out = folder_get(*state, "out.json");
    assert_true(g_str_equal(out, facts));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_naughty_strings, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_cells, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(test_example_dossier, folder_make, folder_remove),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
