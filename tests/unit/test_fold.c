/* SPDX-License-Identifier: MIT */
/* Folding, and the way from folded bytes back to code points of the text. */
#include "check/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *text, *folded;
} cases[] = {
    {"", ""},
    {"plain text, as it is", "plain text, as it is"},
    {"a  b\t\nc\r\nd", "a b c d"},
    {"a\u00a0b\u2009\u202fc\u3000d\u2028e\u2029f\xc2\x85g\vh\fi", "a b c d e f g h i"},
    {" a", "a"},
    {"  a  ", "a"},
    {"\u00ad a\u00ad b \u00ad", "a b"},
    {" \n both ends \u00a0", "both ends"},
    {"‘a’ ‚b‛ `c´ dʼs 5′ ＇", "'a' 'b' 'c' d's 5' '"},
    {"“a” „b‟ 5″ ＂ \"c\"", "\"a\" \"b\" 5\" \" \"c\""},
    {"«a» ‹b› 「c」", "«a» ‹b› 「c」"},
    {"‐ ‑ ‒ – — ― − ﹘ ﹣ － -", "- - - - - - - - - - -"},
    {"--", "--"},
    {"co\u00adope\u200bration \ufefffa\u2060r \u200fx\u200e", "cooperation far x"},
    {"a \u00ad \u200b b", "a b"},
    {"heart \u2764\ufe0f", "heart \u2764"},
    {".", "."},
    {"..", ".."},
    {"...", "…"},
    {"....", "…"},
    {"…", "…"},
    {"….", "…"},
    {"..…", "…"},
    {"a. b.", "a. b."},
    {". . .", ". . ."},
    {"É e\u0301 ﬁ 한국 日本", "É e\u0301 ﬁ 한국 日本"},
    {"\u00ad\u200b", ""},
    {"tab\x01\x7f", "tab\x01\x7f"},
};

static void texts_fold(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) once = g_string_new("before|"), twice = g_string_new(NULL);

        ent_fold_append(once, cases[i].text);
        assert_string_equal(once->str + 7, cases[i].folded);
        ent_fold_append(twice, once->str + 7);
        assert_string_equal(twice->str, cases[i].folded);
    }
}

/* Finds `folded` in the folded text and tells which code points it stands for. */
static void assert_span(const char *text, const char *folded, guint start, guint end)
{
    g_autoptr(EntFolded) whole = ent_folded_new(text, strlen(text));
    const char *at = strstr(whole->folded, folded);
    EntFoldSpan span;

    assert_non_null(at);
    span = ent_folded_span(whole, (gsize)(at - whole->folded),
                           (gsize)(at - whole->folded) + strlen(folded));
    assert_int_equal(span.start, start);
    assert_int_equal(span.end, end);
    assert_ptr_equal(g_utf8_offset_to_pointer(text, start), text + span.from);
    assert_ptr_equal(g_utf8_offset_to_pointer(text, end), text + span.to);
}

static void spans_count_code_points(void **state)
{
    (void)state;
    assert_span("abc", "b", 1, 2);
    assert_span("\u00e9\U0001f600b", "b", 2, 3);
    assert_span("a \n\n b", "a b", 0, 6);
    assert_span("x “a—b” y", "\"a-b\"", 2, 7);
    assert_span("x co\u00adop y", "coop", 2, 7);
    assert_span("x \u200bco\u00ad y", "co", 3, 5); /* what vanishes at the ends is left out */
    assert_span("wait.... so", "…", 4, 8);
    assert_span("wait… so", "…", 4, 5);
    assert_span("a \u200b\u00a0 b", " ", 1, 5);
    assert_span("a \u200bb", " ", 1, 2);
    assert_span("  a", "a", 2, 3);
}

/* Every character of a long mixed text is found where it stands: the way back is right at and
 * around each sample. */
static void spans_hold_everywhere(void **state)
{
    static const char *const pieces[] = {"a", "é", "日", "\U0001f600", "—", "x", "“", "q", "z"};
    g_autoptr(GRand) random = g_rand_new_with_seed(7);

    (void)state;
    for (guint round = 0; round < 40; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(EntFolded) folded = NULL;
        gsize at = 0;

        for (guint i = 0; i < 300; i++)
            g_string_append(text, pieces[(guint)g_rand_int_range(random, 0, 9)]);
        folded = ent_folded_new(text->str, text->len);
        for (guint i = 0; i < 300; i++) {
            gsize length = (gsize)g_utf8_skip[(guchar)folded->folded[at]];
            EntFoldSpan span = ent_folded_span(folded, at, at + length);

            assert_int_equal(span.start, i);
            assert_int_equal(span.end, i + 1);
            at += length;
        }
        assert_int_equal(at, folded->length);
    }
}

static void long_runs_are_one_step(void **state)
{
    g_autoptr(GString) text = g_string_new("a");

    (void)state;
    for (guint i = 0; i < 100000; i++)
        g_string_append(text, i < 50000 ? " \n" : "..");
    g_string_append_c(text, 'b');
    assert_span(text->str, "a …b", 0, 200002);
    assert_span(text->str, "b", 200001, 200002);
}

/* A piece anywhere in plain text, and where the text ends soon after. */
static void pieces_fold_anywhere(void **state)
{
    static const struct {
        const char *piece, *folded;
    } known[] = {{"  ", " "}, {" \t ", " "}, {"...", "…"}, {"..", ".."},   {"`", "'"},
                 {"—", "-"},  {"’", "'"},    {"\n", " "},  {" . ", " . "}, {". . .", ". . ."}};

    (void)state;
    for (guint before = 1; before < 20; before++)
        for (guint after = 1; after < 12; after++)
            for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
                static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
                g_autofree char *text = g_strdup_printf("%.*s%s%.*s", (int)before, letters,
                                                        known[i].piece, (int)after, letters);
                g_autofree char *wanted = g_strdup_printf("%.*s%s%.*s", (int)before, letters,
                                                          known[i].folded, (int)after, letters);
                g_autoptr(EntFolded) folded = ent_folded_new(text, strlen(text));

                assert_string_equal(folded->folded, wanted);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_fold),
        cmocka_unit_test(spans_count_code_points),
        cmocka_unit_test(spans_hold_everywhere),
        cmocka_unit_test(long_runs_are_one_step),
        cmocka_unit_test(pieces_fold_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
