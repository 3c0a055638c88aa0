/* SPDX-License-Identifier: MIT */
/* DOT text as Graphviz's grammar and its escapes in labels want it; expected strings by hand. */
#include "facts_text.h"

#define HEAD "{\"entente\":1,\"title\":\"T \\\\N & \\\"x\\\"\",\"schema\":\"open\","

static char *draw(const char *facts)
{
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntDossier) dossier = load_texts(".json", facts, NULL, report);
    g_autofree char *path = facts_file(".dot", "");
    EntFilter filter = {.keep_denied = true};
    g_autoptr(EntView) view = ent_view_new(dossier, &filter, NULL);
    GError *error = NULL;
    char *text = NULL;

    assert_true(ent_draw(view, NULL, path, &error));
    assert_null(error);
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_unlink(path);
    return text;
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in: %s", part, text);
}

static void test_escapes(void **state)
{
    (void)state;
    g_autofree char *dot =
        draw(HEAD "\"nodes\":{"
                  "\"a\\\\\":{\"type\":\"t\",\"name\":\"\\\\N \\\"q\\\" &amp; \\\\\"},"
                  "\"b\":{\"type\":\"t\",\"name\":\"one\\ntwo\"}},"
                  "\"edges\":[]}");
    assert_has(dot, "entente_id=\"a\\\\\"");
    assert_has(dot, "label=\"\\\\N \\\"q\\\" &amp;amp; \\\\\"");
    assert_has(dot, "label=\"one two\"");
    assert_has(dot, "tooltip=\"one\\ntwo\\nt\"");
    assert_has(dot, "label=\"T \\\\N &amp; \\\"x\\\"\\n2 nodes, 0 edges\"");
}

static void test_lines(void **state)
{
    (void)state;
    g_autofree char *dot = draw(
        HEAD "\"nodes\":{\"a\":{\"type\":\"t\"},\"b\":{\"type\":\"t\",\"status\":\"planned\"}},"
             "\"edges\":[{\"from\":\"a\",\"type\":\"r\",\"to\":\"b\",\"status\":\"planned\","
             "\"by\":\"2030\"},{\"from\":\"b\",\"type\":\"r\",\"to\":\"a\","
             "\"status\":\"alleged\"},{\"from\":\"b\",\"type\":\"r\",\"to\":\"a\","
             "\"status\":\"denied\"},{\"from\":\"a\",\"type\":\"r\",\"to\":\"a\"}]}");
    assert_has(dot, "n0 -> n1 [ entente_type=\"r\" label=\"r\\nby 2030\" style=dashed");
    assert_has(dot, "n1 -> n0 [ entente_type=\"r\" label=\"r\" style=dotted");
    assert_has(dot, "n1 -> n0 [ entente_type=\"r\" label=\"r\" style=dashed arrowhead=normaltee");
    assert_has(dot, "n0 -> n0 [ entente_type=\"r\" label=\"r\" style=solid");
    assert_has(dot, "style=\"filled,rounded,dashed\"");
}

/* Graphviz reads strings of less than 16,384 bytes. */
static void test_long(void **state)
{
    (void)state;
    g_autofree char *name = g_strnfill(60000, '\\');
    for (gsize i = 1; i < 60000; i += 2)
        name[i] = '\\';
    g_autofree char *facts = g_strdup_printf(
        HEAD
        "\"nodes\":{\"a\":{\"type\":\"t\",\"name\":\"%s\",\"aliases\":[\"%s\"]}},\"edges\":[]}",
        name, name);
    g_autofree char *dot = draw(facts);
    gsize length = 0, longest = 0;
    bool inside = false;
    for (const char *p = dot; *p; p++) {
        if (inside && *p == '\\') {
            p++;
            length += 2;
        } else if (*p == '"') {
            inside = !inside;
            length = 0;
        } else {
            length++;
        }
        longest = inside ? MAX(longest, length) : longest;
    }
    assert_true(longest > 1000 && longest < 16384);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
