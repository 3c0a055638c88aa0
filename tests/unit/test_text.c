/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void bad_characters_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gunichar first;
    } known[] = {
        {"", 0},           {"plain", 0},        {"tab\t line\r\n", 0}, {"\x01", 1},
        {"a\x1f\x02", 31}, {"\x7f", 0x7f},      {"a\xc2\x80", 0x80},   {"\xc2\x9f", 0x9f},
        {"\u00a0", 0},     {"대한민국 🇰🇷", 0},  {"\ufffe", 0xfffe},    {"a\uffff", 0xffff},
        {"\ufffd", 0},     {"\u200f\u202e", 0}, {"\x1b[31m", 27},      {"\U0001ffff", 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
        assert_int_equal(ent_text_bad_character(known[i].text), known[i].first);
}

static void ids_are_printable(void **state)
{
    (void)state;
    static const char *const good[] = {"a",        " ",   "south-korea", "a b|c,d", "한국",
                                       "<script>", "\\N", "\u200f",      "🇸🇬",      "'\""};
    static const char *const bad[] = {"",     "a\tb",      "a\n",    "\r",     "\x01",
                                      "\x7f", "a\xc2\x85", "\u2028", "\u2029", "\ufffe"};
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
        assert_null(ent_text_not_id(good[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_non_null(ent_text_not_id(bad[i]));
    g_autofree char *longest = g_strnfill(1024, 'x'), *longer = g_strnfill(1025, 'x');
    assert_null(ent_text_not_id(longest));
    assert_non_null(ent_text_not_id(longer));
}

static void money_is_decimal(void **state)
{
    (void)state;
    static const char *const good[] = {"0",
                                       "-12.50",
                                       "300000000",
                                       "0.1",
                                       "-0",
                                       "12.00",
                                       "123456789012345678901234567890.000000000000000001"};
    static const char *const bad[] = {"",      "-",  "+1",   ".5",    "5.",    "1,000", "1 000",
                                      "1e6",   "00", "01.5", "1.2.3", "--1",   "0x10",  "NaN",
                                      "12.5m", " 1", "1 ",   "１２",  "1'000", "1_0",   "-.5"};
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
        assert_null(ent_text_not_decimal(good[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        if (ent_text_not_decimal(bad[i]) == NULL)
            fail_msg("'%s' is accepted", bad[i]);
}

static void check_brief(const char *text, guint characters, const char *expected)
{
    g_autofree char *brief = ent_text_brief(text, characters);
    assert_string_equal(brief, expected);
}

static void long_text_is_cut(void **state)
{
    (void)state;
    check_brief("", 5, "");
    check_brief("short", 5, "short");
    check_brief("longer", 5, "long…");
    check_brief("대한민국의", 5, "대한민국의");
    check_brief("대한민국의 수도", 5, "대한민국…");
    check_brief("a\nb\tc\rd", 20, "a b c d");
    check_brief("\x1b[31mred\xc2\x9b", 20, "\ufffd[31mred\ufffd");
    check_brief("ab", 1, "…");
    check_brief("ab", 0, "");
    check_brief("🇰🇷🇸🇬", 3, "🇰🇷…");
}

static void check_split(const char *text, const char *joined)
{
    g_auto(GStrv) parts = ent_text_split(text);
    g_autofree char *found = g_strjoinv("|", parts);
    assert_string_equal(found, joined);
}

static void lists_are_split(void **state)
{
    (void)state;
    check_split("a", "a");
    check_split("a,b,c", "a|b|c");
    check_split("a\\,b,c", "a,b|c");
    check_split("a,,b", "a||b");
    check_split(",", "|");
    check_split("a\\b,c\\", "a\\b|c\\");
    g_auto(GStrv) none = ent_text_split("");
    assert_int_equal(g_strv_length(none), 0);
}

static void bad_characters_are_found_anywhere(void **state)
{
    (void)state;
    for (guint before = 0; before < 20; before++)
        for (guint after = 0; after < 20; after++) {
            g_autofree char *text =
                g_strdup_printf("%*s%s%*s", (int)before, "", "\x7f", (int)after, "");
            assert_int_equal(ent_text_bad_character(text), 0x7f);
            text[before] = '~';
            assert_int_equal(ent_text_bad_character(text), 0);
        }
}

static void texts_are_searched(void **state)
{
    (void)state;
    const char *const texts[] = {"one", "two", NULL};
    assert_true(ent_texts_have(texts, "two"));
    assert_false(ent_texts_have(texts, "tw"));
    assert_false(ent_texts_have(NULL, "one"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_characters_are_found),
        cmocka_unit_test(bad_characters_are_found_anywhere),
        cmocka_unit_test(ids_are_printable),
        cmocka_unit_test(money_is_decimal),
        cmocka_unit_test(long_text_is_cut),
        cmocka_unit_test(lists_are_split),
        cmocka_unit_test(texts_are_searched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
