/* SPDX-License-Identifier: MIT */
#include "draw/metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define assert_near(a, b, epsilon) assert_true(ABS((a) - (b)) <= (epsilon))

/* From Adobe's AFM files of Helvetica and Helvetica-Bold, in 1/1000 em. */
static const struct {
    const char *text;
    double regular, bold;
} afm[] = {
    {"A", 667, 722}, {"i", 222, 278},  {"W", 944, 944},   {" ", 278, 278},         {"m", 833, 889},
    {"1", 556, 556}, {"@", 1015, 975}, {"é", 556, 556},   {"Å", 667, 722},         {"ß", 611, 611},
    {"€", 556, 556}, {"–", 556, 556},  {"—", 1000, 1000}, {"…", 1000, 1000},       {"•", 350, 350},
    {"Ł", 556, 611}, {"ž", 500, 500},  {"ő", 556, 611},   {"Hamburg", 4112, 4389},
};

static void widths_follow_the_afm(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(afm); i++) {
        double slack = 0.5 * (double)strlen(afm[i].text);
        assert_near(ent_text_width(afm[i].text, -1, 1000, FALSE), afm[i].regular, slack);
        assert_near(ent_text_width(afm[i].text, -1, 1000, TRUE), afm[i].bold, slack);
    }
}

/* From the hmtx tables of Liberation Sans, in 1/2048 em: exact, or more where pairs are kerned. */
static void widths_are_never_too_small(void **state)
{
    (void)state;
    assert_near(ent_text_width("A", -1, 2048, FALSE), 1366, 1e-9);
    assert_near(ent_text_width("i", -1, 2048, FALSE), 455, 1e-9);
    assert_near(ent_text_width("Ω", -1, 2048, FALSE), 1531, 1e-9);
    assert_near(ent_text_width("Ω", -1, 2048, TRUE), 1642, 1e-9);
    assert_true(ent_text_width("Ж", -1, 2048, FALSE) >= 1891);
    assert_true(ent_text_width("Ж", -1, 2048, FALSE) <= 1891 + 45);
    assert_true(ent_text_width("r’", -1, 2048, FALSE) >= 682 + 455 + 76);
    assert_true(ent_text_width("ế", -1, 2048, FALSE) >= 1139);
}

static void other_scripts_are_estimated(void **state)
{
    (void)state;
    assert_near(ent_text_width("한국", -1, 10, FALSE), 20, 1e-9);
    assert_near(ent_text_width("新加坡", -1, 10, TRUE), 30, 1e-9);
    assert_near(ent_text_width("Ａ", -1, 10, FALSE), 10, 1e-9);
    assert_near(ent_text_width("🎉", -1, 10, FALSE), 12.5, 1e-9);
    assert_near(ent_text_width("e\u0301", -1, 10, FALSE), ent_text_width("e", -1, 10, FALSE), 1e-9);
    assert_near(ent_text_width("\u200b\u200d\ufe0f\u202e", -1, 10, FALSE), 0, 1e-9);
    assert_true(ent_text_width("\u0600", -1, 10, FALSE) > 5);
    assert_true(ent_text_width("ش", -1, 10, FALSE) > 8);
}

static void broken_text_has_a_width(void **state)
{
    (void)state;
    double one = ent_text_width("\ufffd", -1, 10, FALSE);
    assert_near(ent_text_width("", -1, 10, FALSE), 0, 0);
    assert_near(ent_text_width("abc", 0, 10, FALSE), 0, 0);
    assert_near(ent_text_width("\xff\xc3", -1, 10, FALSE), 2 * one, 1e-9);
    assert_near(ent_text_width("é", 1, 10, FALSE), one, 1e-9);
    assert_true(ent_text_width("a\0b", 3, 10, FALSE) > ent_text_width("ab", 2, 10, FALSE));
    assert_near(ent_text_width("\n", 1, 10, FALSE), ent_text_width(" ", 1, 10, FALSE), 1e-9);
}

/* LINES are what wrapping TEXT must give, joined by "|". */
static void check_wrap(const char *text, double max_width, guint max_lines, const char *lines)
{
    g_auto(GStrv) got = ent_text_wrap(text, 10, FALSE, max_width, max_lines);
    g_autofree char *joined = g_strjoinv("|", got);
    assert_string_equal(joined, lines);
}

static void lines_break_at_spaces(void **state)
{
    (void)state;
    check_wrap("South Korea", 200, 3, "South Korea");
    check_wrap("  South \t\n Korea ", 200, 3, "South Korea");
    check_wrap("", 100, 3, "");
    check_wrap(" \n ", 100, 3, "");
    check_wrap("South\u00a0Korea and", 60, 3, "South\u00a0Korea|and");
    check_wrap("Ministry of Trade and Industry of Singapore", 120, 3,
               "Ministry of Trade and|Industry of Singapore");
}

static void lines_are_balanced(void **state)
{
    (void)state;
    check_wrap("Korea Singapore Digital Partnership of", 170, 3,
               "Korea Singapore|Digital Partnership of");
    check_wrap("one two", 34, 3, "one|two");
}

static void lines_break_at_hyphens_and_ideographs(void **state)
{
    (void)state;
    check_wrap("Korea–Singapore alliance", 60, 3, "Korea–|Singapore|alliance");
    check_wrap("well-known", 40, 2, "well-|known");
    check_wrap("2026-03-02 -5", 60, 2, "2026-03-02|-5");
    check_wrap("新加坡、韩国。", 31, 4, "新加|坡、韩|国。");
    check_wrap("「東京」", 21, 4, "「東|京」");
}

static void long_words_are_broken_inside(void **state)
{
    (void)state;
    check_wrap("iiiiiiiiii", 11.2, 5, "iiiii|iiiii");
    check_wrap("WWW", 1, 5, "W|W|W");
    check_wrap("e\u0301e\u0301", 6, 5, "e\u0301|e\u0301");
    check_wrap("👩‍👩‍👧🇰🇷🇸🇬", 26, 5, "👩‍👩‍👧|🇰🇷|🇸🇬");
    check_wrap("\u1112\u1161\u11ab\u1100\u116e\u11a8", 11, 5,
               "\u1112\u1161\u11ab|\u1100\u116e\u11a8");
}

static void what_is_left_over_becomes_an_ellipsis(void **state)
{
    (void)state;
    check_wrap("one two three four", 34, 2, "one|two…");
    check_wrap("one two three four", 34, 1, "one…");
    check_wrap("one two three four", 34, 0, "one…");
    check_wrap("WWWW", 5, 1, "…");
    check_wrap("one", 34, 1, "one");
}

static void nothing_is_lost_and_nothing_too_wide(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "The Ministry of Science and ICT of the Republic of Korea",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "대한민국 과학기술정보통신부와 싱가포르 디지털개발정보부",
        "ก็ไม่ได้ทำอะไรเลยสักอย่างเดียว",
        "हिन्दी में एक लंबा नाम",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(GStrv) lines = ent_text_wrap(texts[i], 11, TRUE, 110, 100);
        for (guint k = 0; lines[k]; k++)
            assert_true(ent_text_width(lines[k], -1, 11, TRUE) <= 110 + 1e-6);
        g_autofree char *joined = g_strjoinv("", lines);
        g_auto(GStrv) words = g_strsplit(texts[i], " ", -1);
        g_auto(GStrv) parts = g_strsplit(joined, " ", -1);
        g_autofree char *expected = g_strjoinv("", words);
        g_autofree char *got = g_strjoinv("", parts);
        assert_string_equal(got, expected);
    }
}

static void huge_words_take_linear_time(void **state)
{
    (void)state;
    g_autofree char *word = g_strnfill(1000000, 'x');
    gint64 start = g_get_monotonic_time();
    g_auto(GStrv) few = ent_text_wrap(word, 10, FALSE, 110, 3);
    g_auto(GStrv) many = ent_text_wrap(word, 10, FALSE, 110, G_MAXUINT);
    assert_int_equal(g_strv_length(few), 3);
    assert_int_equal(g_strv_length(many), 45455);
    assert_true(g_get_monotonic_time() - start < 10 * G_USEC_PER_SEC);
}

static void broken_text_is_wrapped(void **state)
{
    (void)state;
    check_wrap("a\xff", 100, 1, "a\ufffd");
    check_wrap("\u0301\u0301", 100, 1, "\u0301\u0301");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_follow_the_afm),
        cmocka_unit_test(widths_are_never_too_small),
        cmocka_unit_test(other_scripts_are_estimated),
        cmocka_unit_test(broken_text_has_a_width),
        cmocka_unit_test(lines_break_at_spaces),
        cmocka_unit_test(lines_are_balanced),
        cmocka_unit_test(lines_break_at_hyphens_and_ideographs),
        cmocka_unit_test(long_words_are_broken_inside),
        cmocka_unit_test(what_is_left_over_becomes_an_ellipsis),
        cmocka_unit_test(nothing_is_lost_and_nothing_too_wide),
        cmocka_unit_test(huge_words_take_linear_time),
        cmocka_unit_test(broken_text_is_wrapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
