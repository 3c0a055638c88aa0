/* SPDX-License-Identifier: MIT */
/* Quotes in texts: worked examples, and a slow matcher on random texts. */
#include "check/match.h"
#include "check/passage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NEVER G_MAXSIZE

static EntMatch match_in(const EntFolded *folded, const char *quote, const char *prefix,
                         const char *suffix)
{
    g_autoptr(EntMatcher) matcher = ent_matcher_new(folded);

    ent_matcher_add(matcher, "something else", NULL, NULL);
    ent_matcher_add(matcher, quote, prefix, suffix);
    ent_matcher_run(matcher);
    return ent_matcher_get(matcher, 1);
}

static const struct {
    const char *text, *quote, *prefix, *suffix;
    EntMatchResult result;
    guint hits, start, end; /* code points of the text, counted by hand; 0 with no or many hits */
} cases[] = {
    {"one two three", "two", NULL, NULL, ENT_MATCH_FOUND, 1, 4, 7},
    {"one two three", "  one two three\n", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"one two three", "four", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"one two three", "One", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"one", "one two three four five", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"", "one", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"one", " \u00a0\u200b", NULL, NULL, ENT_MATCH_EMPTY, 0, 0, 0},
    {"party", "art", NULL, NULL, ENT_MATCH_FOUND, 1, 1, 4},
    {"one\r\ntwo", "one two", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 8},
    {"é “one—two” 日本", "\"one-two\"", NULL, NULL, ENT_MATCH_FOUND, 1, 2, 11},
    {"Mr Lee’s plan", "Lee's plan", NULL, NULL, ENT_MATCH_FOUND, 1, 3, 13},
    {"co\u00adop\u200beration", "cooperation", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"aaa", "aa", NULL, NULL, ENT_MATCH_FOUND, 2, 0, 0},
    /* Gaps. */
    {"one two three", "one ... three", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"one two three", "one…three", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"one two three", "one [...] three", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"one two three", "one (…) three", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"one two three", "... two ...", NULL, NULL, ENT_MATCH_FOUND, 1, 4, 7},
    {"one two three", "o...o...ee", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 13},
    {"one two three", "three ... one", NULL, NULL, ENT_MATCH_PARTS, 0, 0, 0},
    {"one two three", "two ... two", NULL, NULL, ENT_MATCH_PARTS, 0, 0, 0},
    {"one two three", "one ... four", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"one two three", "...", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"aba", "a...a", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 3},
    {"abab", "ab...ab", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 4},
    {"aab", "aa...ab", NULL, NULL, ENT_MATCH_PARTS, 0, 0, 0}, /* parts do not overlap */
    {"a a b c c", "a ... c", NULL, NULL, ENT_MATCH_FOUND, 1, 2, 7},
    {"a b a b", "a ... b", NULL, NULL, ENT_MATCH_FOUND, 2, 0, 0},
    {"a x b, a y b", "a ... y b", NULL, NULL, ENT_MATCH_FOUND, 1, 7, 12},
    /* What stands there literally comes first. */
    {"he said... nothing", "said ... nothing", NULL, NULL, ENT_MATCH_FOUND, 1, 3, 18},
    {"one… two; one or two", "one... two", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 8},
    {"wait.... so", "wait…", NULL, NULL, ENT_MATCH_FOUND, 1, 0, 8},
    {"wait...", "wait.", NULL, NULL, ENT_MATCH_NOT, 0, 0, 0},
    /* Prefix and suffix. */
    {"a cat, the cat, my cat", "cat", "the", NULL, ENT_MATCH_FOUND, 1, 11, 14},
    {"a cat, the cat, my cat", "cat", "the ", NULL, ENT_MATCH_FOUND, 1, 11, 14},
    {"a cat, the cat, my cat", "cat", NULL, ", my", ENT_MATCH_FOUND, 1, 11, 14},
    {"a cat, the cat, my cat", "cat", ",", "my", ENT_MATCH_ELSEWHERE, 3, 0, 0},
    {"a cat, the cat, my cat", "cat", NULL, ",", ENT_MATCH_FOUND, 2, 0, 0},
    {"a cat, the cat, my cat", "cat", "his", NULL, ENT_MATCH_ELSEWHERE, 3, 0, 0},
    {"a cat", "cat", "the", NULL, ENT_MATCH_ELSEWHERE, 1, 2, 5},
    {"a cat", "dog", "a", NULL, ENT_MATCH_NOT, 0, 0, 0},
    {"(cat) cat", "cat", "(", ")", ENT_MATCH_FOUND, 1, 1, 4},
    {"“x” a\u00a0cat a b", "cat", "\"x\" a", "a b", ENT_MATCH_FOUND, 1, 6, 9},
    {"1 a b 2 a b 3", "a ... b", "2", NULL, ENT_MATCH_FOUND, 1, 8, 11},
    {"1 a b 2 a b 3", "a ... b", NULL, "2", ENT_MATCH_FOUND, 1, 2, 5},
    {"1 a a b", "a ... b", "1", NULL, ENT_MATCH_FOUND, 1, 2, 7},
    {"1 a b", "a ... b", "2", NULL, ENT_MATCH_ELSEWHERE, 1, 2, 5},
    {"a cat", "cat", " ", "", ENT_MATCH_FOUND, 1, 2, 5}, /* no prefix, no suffix */
};

static void examples_match(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(EntFolded) folded = ent_folded_new(cases[i].text, strlen(cases[i].text));
        EntMatch match = match_in(folded, cases[i].quote, cases[i].prefix, cases[i].suffix);

        if (match.result != cases[i].result || match.hits != cases[i].hits)
            print_error("case %zu: \"%s\" in \"%s\"\n", i, cases[i].quote, cases[i].text);
        assert_int_equal(match.result, cases[i].result);
        assert_int_equal(match.hits, cases[i].hits);
        if (match.hits == 1) {
            EntFoldSpan span = ent_folded_span(folded, match.start, match.end);

            assert_int_equal(span.start, cases[i].start);
            assert_int_equal(span.end, cases[i].end);
        }
    }
}

/* Where part stands in text, from `from` on, between before and after. */
static gsize naive_part(const char *text, const char *part, gsize from, const char *before,
                        const char *after)
{
    gsize length = strlen(part);

    for (gsize at = from; at + length <= strlen(text); at++) {
        gsize left = at, right = at + length;

        if (strncmp(text + at, part, length) != 0)
            continue;
        for (guint space = 0; space < 2; space++) {
            left = at - (space && at > 0 && text[at - 1] == ' ');
            if (left >= strlen(before) &&
                strncmp(text + left - strlen(before), before, strlen(before)) == 0)
                break;
            left = NEVER;
        }
        for (guint space = 0; space < 2; space++) {
            right = at + length + (space && text[at + length] == ' ');
            if (strncmp(text + right, after, strlen(after)) == 0)
                break;
            right = NEVER;
        }
        if (left != NEVER && right != NEVER)
            return at;
    }
    return NEVER;
}

/* Where the parts end that follow one another as soon as they can from `start` on. */
static gsize naive_end(const char *text, char **parts, gsize start, const char *before,
                       const char *after)
{
    gsize at = start;

    for (guint i = 0; parts[i]; i++) {
        at = naive_part(text, parts[i], at, i == 0 ? before : "", parts[i + 1] ? "" : after);
        if (at == NEVER || (i == 0 && at != start))
            return NEVER;
        at += strlen(parts[i]);
    }
    return at;
}

/* The hits are the shortest spans: for each end the latest start. */
static EntMatch naive_match(const char *text, char **parts, const char *before, const char *after)
{
    EntMatch match = {.result = ENT_MATCH_NOT};
    gsize last = NEVER;

    for (gsize start = strlen(text); start-- > 0;) {
        gsize end = naive_end(text, parts, start, before, after);

        if (end == NEVER || end == last)
            continue;
        match = (EntMatch){ENT_MATCH_FOUND, match.hits + 1, start, end};
        last = end;
    }
    return match;
}

static char *random_text(GRand *random, gint length)
{
    GString *text = g_string_new(NULL);

    for (gint i = 0; i < length; i++) {
        char c = "aab cc "[g_rand_int_range(random, 0, 7)];

        if (c != ' ' || (text->len && text->str[text->len - 1] != ' '))
            g_string_append_c(text, c);
    }
    return g_string_free(text, FALSE);
}

/* A text that folding leaves as it is, at most two letters long. */
static char *random_part(GRand *random)
{
    char *part = random_text(random, g_rand_int_range(random, 1, 4));

    g_strstrip(part);
    if (!*part) {
        g_free(part);
        return g_strdup("a");
    }
    return part;
}

static void random_quotes_agree(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(2);
    guint found = 0, many = 0;

    (void)state;
    for (guint round = 0; round < 4000; round++) {
        g_autofree char *text = random_text(random, g_rand_int_range(random, 1, 60));
        g_autofree char *before = round % 3 ? g_strdup("") : random_part(random);
        g_autofree char *after = round % 5 ? g_strdup("") : random_part(random);
        g_autoptr(EntFolded) folded = ent_folded_new(text, strlen(text));
        g_auto(GStrv) parts = g_new0(char *, 5);
        g_autofree char *quote = NULL;
        EntMatch match, naive;

        for (guint i = 0; i < 1 + round % 4; i++)
            parts[i] = random_part(random);
        quote = g_strjoinv(" ... ", parts);
        match = match_in(folded, quote, before, after);
        naive = naive_match(folded->folded, parts, before, after);
        if (match.result != ENT_MATCH_FOUND) {
            assert_int_equal(naive.hits, 0);
            continue;
        }
        assert_int_equal(match.hits, naive.hits);
        assert_int_equal(match.start, naive.start);
        assert_int_equal(match.end, naive.end);
        found++;
        many += match.hits > 1;
    }
    assert_true(found > 500 && many > 100 && many < found);
}

static void hits_are_counted_up_to_a_bound(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(EntFolded) folded = NULL;

    (void)state;
    for (guint i = 0; i < 5000; i++)
        g_string_append(text, "a b ");
    folded = ent_folded_new(text->str, text->len);
    assert_int_equal(match_in(folded, "a", NULL, NULL).hits, ENT_MATCH_MANY);
    assert_int_equal(match_in(folded, "a", "b", NULL).hits, ENT_MATCH_MANY);
    assert_int_equal(match_in(folded, "a ... b ... a", NULL, NULL).hits, ENT_MATCH_MANY);
    assert_int_equal(match_in(folded, "b", NULL, NULL).start, 2);
}

static void assert_passage(const char *text, const char *quote, const char *passage)
{
    g_autoptr(EntFolded) folded = ent_folded_new(text, strlen(text));
    g_autoptr(GString) wanted = g_string_new(NULL);
    g_autofree char *found = NULL;
    EntFoldSpan span;

    ent_fold_append(wanted, quote);
    if (ent_passage_find(folded, wanted->str, &span)) {
        found = g_strndup(text + span.from, span.to - span.from);
        assert_ptr_equal(g_utf8_offset_to_pointer(text, span.start), text + span.from);
    }
    if (passage)
        assert_string_equal(found, passage);
    else
        assert_null(found);
}

static void passages_are_near(void **state)
{
    static const char text[] =
        "The fund opens in 2030. South Korea will establish a global fund in "
        "Singapore, said the office. Nothing else is planned.";

    (void)state;
    assert_passage(text, "South Korea shall establish a global fund in Singapore",
                   "South Korea will establish a global fund in Singapore");
    assert_passage(text, "south korea WILL establish", "South Korea will establish");
    assert_passage(text, "nothing is planned", "Nothing else is planned");
    assert_passage(text, "an entirely different matter", NULL);
    assert_passage(text, "the Fund in 2030", "The fund opens in 2030");
    assert_passage(text, "...", NULL);
    assert_passage("", "nothing", NULL);
    assert_passage("首尔将设立全球基金。", "首尔设立全球基金", "首尔将设立全球基金");
    assert_passage("“a—b” é", "a b É e", "a—b");
    assert_passage("one two", "one two three four five six seven eight nine ten", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_match),
        cmocka_unit_test(random_quotes_agree),
        cmocka_unit_test(hits_are_counted_up_to_a_bound),
        cmocka_unit_test(passages_are_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
