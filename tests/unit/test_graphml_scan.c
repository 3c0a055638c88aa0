/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <string.h>
#include <cmocka.h>
#include "read/graphml_scan.h"

/* How many bytes pass when the text comes in pieces of step bytes. */
static gsize scan_in_steps(GraphmlScan *scan, const char *text, gsize length, gsize step)
{
    gsize passed = 0;

    while (passed < length) {
        gsize piece = MIN(step, length - passed);
        gsize got = graphml_scan(scan, text + passed, piece);

        passed += got;
        if (got < piece)
            break;
    }
    return passed;
}

static void expect_places(const char *text, const GraphmlPlace *places, guint length)
{
    for (gsize step = 1; step <= strlen(text); step++) {
        GraphmlScan scan;

        graphml_scan_init(&scan);
        assert_int_equal(scan_in_steps(&scan, text, strlen(text), step), strlen(text));
        assert_null(scan.message);
        assert_int_equal(scan.tags->len, length);
        for (guint i = 0; i < length; i++) {
            GraphmlPlace place = graphml_scan_take(&scan);

            assert_int_equal(place.offset, places[i].offset);
            assert_int_equal(place.line, places[i].line);
            assert_int_equal(place.column, places[i].column);
        }
        graphml_scan_clear(&scan);
    }
}

static void test_places(void **state)
{
    /* A start tag is one wherever it stands, and none in comments, CDATA, instructions, values. */
    static const char text[] = "\xef\xbb\xbf<?xml version='1.0'?>\n"
                               "<a x=\"<not>\" y='>'>é<b/>\n"
                               "<!-- <no> -- - -><no> --><c></c><![CDATA[<no>]]]]><d/>\n"
                               "<?p <no> ? > ?>  <e\n/></a>";
    static const GraphmlPlace places[] = {
        {25, 2, 1}, {46, 2, 21}, {76, 3, 26}, {101, 3, 51}, {123, 4, 18}};

    (void)state;
    expect_places(text, places, G_N_ELEMENTS(places));
}

static void expect_refused(const char *text, gsize length, gsize passed, const char *message)
{
    const gsize steps[] = {1, 2, 7, 4096, length};

    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        GraphmlScan scan;

        graphml_scan_init(&scan);
        assert_int_equal(scan_in_steps(&scan, text, length, steps[i]), passed);
        assert_non_null(scan.message);
        assert_non_null(strstr(scan.message, message));
        assert_int_equal(graphml_scan(&scan, "<a/>", 4), 0);
        graphml_scan_clear(&scan);
    }
}

static void expect_text_refused(const char *text, const char *at, const char *message)
{
    expect_refused(text, strlen(text), (gsize)(strstr(text, at) - text), message);
}

static void test_declarations_are_refused(void **state)
{
    (void)state;
    expect_text_refused("<?xml version='1.0'?>\n<!DOCTYPE a []><a/>", "DOCTYPE", "document type");
    expect_text_refused("<!ENTITY x 'y'><a/>", "ENTITY", "document type");
    expect_text_refused("<a><![INCLUDE[x]]></a>", "INCLUDE", "document type");
    expect_text_refused("<a/><!-DOCTYPE>", "DOCTYPE", "document type");
}

static void test_encodings(void **state)
{
    static const char *const known[] = {"UTF-8", "utf-8", "ISO-8859-1", "windows-1252", "US-ASCII"};
    static const char *const unknown[] = {"UTF-7", "UTF-16", "IBM037", "EBCDIC-CP-US", ""};

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(known) + G_N_ELEMENTS(unknown); i++) {
        bool good = i < G_N_ELEMENTS(known);
        const char *name = good ? known[i] : unknown[i - G_N_ELEMENTS(known)];
        g_autofree char *text =
            g_strdup_printf("<?xml version=\"1.0\" encoding=\"%s\"?><a/>", name);
        GraphmlScan scan;

        graphml_scan_init(&scan);
        graphml_scan(&scan, text, strlen(text));
        assert_true(good == !scan.message);
        graphml_scan_clear(&scan);
    }
    expect_refused("\xfe\xff\0<", 4, 0, "UTF-8");
    expect_refused("\xff\xfe<\0", 4, 0, "UTF-8");
    expect_refused("<\0a\0>\0", 6, 1, "UTF-8");
    expect_text_refused("hello", "hello", "does not begin");
}

static char *repeat(const char *before, const char *piece, gsize times, const char *after)
{
    GString *text = g_string_new(before);

    for (gsize i = 0; i < times; i++)
        g_string_append(text, piece);
    g_string_append(text, after);
    return g_string_free(text, FALSE);
}

static bool passes(const char *text)
{
    GraphmlScan scan;
    bool passed;

    graphml_scan_init(&scan);
    passed = graphml_scan(&scan, text, strlen(text)) == strlen(text);
    graphml_scan_clear(&scan);
    return passed;
}

static void test_limits(void **state)
{
    g_autofree char *few = repeat("<a", " b='='", GRAPHML_TAG_ATTRIBUTES, "/>");
    g_autofree char *many = repeat("<a", " b='='", GRAPHML_TAG_ATTRIBUTES + 1, "/>");
    g_autofree char *long_tag = repeat("<a b='", "x", GRAPHML_TAG_BYTES - 9, "'/>");
    g_autofree char *too_long = repeat("<a b='", "x", GRAPHML_TAG_BYTES - 8, "'/>");
    g_autofree char *long_text = repeat("<a>", "x", 4 * GRAPHML_TAG_BYTES, "</a>");
    g_autofree char *comments = repeat("<a>", "<!---->", GRAPHML_ASIDES, "</a>");
    g_autofree char *endless = repeat("<a>", "<!---->", GRAPHML_ASIDES + 1, "</a>");

    (void)state;
    assert_true(passes(few));
    assert_false(passes(many));
    assert_true(passes(long_tag));
    assert_false(passes(too_long));
    assert_true(passes(long_text));
    assert_true(passes(comments));
    assert_false(passes(endless));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_declarations_are_refused),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
