/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/svg.h"

#define OPEN  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">"
#define CLOSE "</svg>"

static bool passes(const char *text)
{
    g_autoptr(GError) error = NULL;
    bool good = ent_svg_check(text, strlen(text), &error);
    assert_true(good == (error == NULL));
    return good;
}

static void test_good(void **state)
{
    static const char *const good[] = {
        OPEN CLOSE,
        OPEN "<title id=\"title\">a &lt;script&gt; &amp; more</title>" CLOSE,
        OPEN
        "<g class=\"node\" id=\"node-3\" data-id=\"&lt;b&gt; ' &quot;\"><rect x=\"-1.5\" y=\"0\" "
        "width=\"3\" height=\"4\" fill=\"#aabbcc\" stroke=\"none\"/></g>" CLOSE,
        OPEN "<a href=\"https://example.org/a?b=c&amp;d\"><text x=\"0\" y=\"0\">x</text></a>" CLOSE,
        OPEN "<path d=\"M0,0 C1,2 3,4 5,6\" fill=\"none\" stroke-dasharray=\"6 4\"/>" CLOSE,
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
        assert_true(passes(good[i]));
}

static void test_bad(void **state)
{
    static const char *const bad[] = {
        "",
        "no XML",
        OPEN,
        OPEN "<g>" CLOSE,
        OPEN "<script>alert(1)</script>" CLOSE,
        OPEN "<SCRIPT>alert(1)</SCRIPT>" CLOSE,
        OPEN "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>" CLOSE,
        OPEN "<foreignObject/>" CLOSE,
        OPEN "<image href=\"file:///etc/passwd\"/>" CLOSE,
        OPEN "<use href=\"#a\"/>" CLOSE,
        OPEN "<style>text{fill:red}</style>" CLOSE,
        OPEN "<animate/>" CLOSE,
        OPEN "<g onclick=\"alert(1)\"/>" CLOSE,
        OPEN "<g onload=\"x\"/>" CLOSE,
        OPEN "<g style=\"fill:url(http://example.org)\"/>" CLOSE,
        OPEN "<g xml:base=\"http://example.org\"/>" CLOSE,
        OPEN "<g class=\"a b\"/>" CLOSE,
        OPEN "<rect fill=\"red\"/>" CLOSE,
        OPEN "<rect fill=\"url(#a)\"/>" CLOSE,
        OPEN "<rect fill=\"#12345\"/>" CLOSE,
        OPEN "<rect x=\"1e5\"/>" CLOSE,
        OPEN "<rect x=\"nan\"/>" CLOSE,
        OPEN "<rect x=\"1,5\"/>" CLOSE,
        OPEN "<rect x=\"\"/>" CLOSE,
        OPEN "<path d=\"javascript:\"/>" CLOSE,
        OPEN "<a href=\"javascript:alert(1)\"/>" CLOSE,
        OPEN "<a href=\"JavaScript:alert(1)\"/>" CLOSE,
        OPEN "<a href=\"data:text/html,x\"/>" CLOSE,
        OPEN "<a href=\"//example.org\"/>" CLOSE,
        OPEN "<a href=\" https://example.org\"/>" CLOSE,
        OPEN "<a xlink:href=\"https://example.org\" "
             "xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>" CLOSE,
        OPEN "<a target=\"_top\" href=\"https://example.org\"/>" CLOSE,
        OPEN "<!-- a comment -->" CLOSE,
        OPEN "<?php x ?>" CLOSE,
        OPEN "<![CDATA[x]]>" CLOSE,
        "<!DOCTYPE svg>" OPEN CLOSE,
        "<!DOCTYPE svg [<!ENTITY x \"y\">]>" OPEN "<title>&x;</title>" CLOSE,
        OPEN "<title>&x;</title>" CLOSE,
        "<svg width=\"10\"/><svg/>",
        "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        OPEN "<title>\xff</title>" CLOSE,
        OPEN "<title>\x01</title>" CLOSE,
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        if (passes(bad[i]))
            fail_msg("passed: %s", bad[i]);
    }
}

static void test_links(void **state)
{
    (void)state;
    assert_true(ent_is_link("https://example.org/a?b=c#d"));
    assert_true(ent_is_link("HTTP://example.org"));
    assert_true(ent_is_link("mailto:a@example.org"));
    assert_false(ent_is_link("ftp://example.org"));
    assert_false(ent_is_link("https://example.org/\" onclick=\"x"));
    assert_false(ent_is_link("https://example.org/a b"));
    assert_false(ent_is_link("https://example.org/\n"));
    assert_false(ent_is_link(NULL));
    g_autofree char *tail = g_strnfill(5000, 'a');
    g_autofree char *longest = g_strconcat("https://example.org/", tail, NULL);
    assert_false(ent_is_link(longest));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_bad),
        cmocka_unit_test(test_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
