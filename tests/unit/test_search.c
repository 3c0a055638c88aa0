/* SPDX-License-Identifier: MIT */
/* The search for many patterns at once, against one memcmp() a place. */
#include "check/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A slow search that is plainly right. */
static gsize naive_next(const char *text, gsize length, const char *pattern, gsize from)
{
    gsize size = strlen(pattern);

    for (gsize i = from; i + size <= length; i++)
        if (memcmp(text + i, pattern, size) == 0)
            return i;
    return ENT_SEARCH_NEVER;
}

static gsize naive_last(const char *text, gsize length, const char *pattern, gsize from, gsize to)
{
    gsize last = ENT_SEARCH_NEVER, at = from;

    while ((at = naive_next(text, MIN(length, to), pattern, at)) != ENT_SEARCH_NEVER)
        last = at++;
    return last;
}

static guint naive_count(const char *text, gsize length, const char *pattern)
{
    guint count = 0;
    gsize at = 0;

    while (count < ENT_SEARCH_MANY &&
           (at = naive_next(text, length, pattern, at)) != ENT_SEARCH_NEVER) {
        count++;
        at++;
    }
    return count;
}

static void compare(const char *text, char **patterns)
{
    gsize length = strlen(text);
    g_autoptr(EntSearch) search = ent_search_new(text, length);
    guint count = g_strv_length(patterns);
    g_autofree guint32 *numbers = g_new(guint32, count);

    for (guint i = 0; i < count; i++)
        numbers[i] = ent_search_add(search, patterns[i], strlen(patterns[i]), i % 2 == 0);
    ent_search_run(search);
    for (guint i = 0; i < count; i++) {
        guint hits = naive_count(text, length, patterns[i]);

        assert_int_equal(ent_search_count(search, numbers[i]), hits);
        if (hits)
            assert_int_equal(ent_search_first(search, numbers[i]),
                             naive_next(text, length, patterns[i], 0));
        for (gsize from = 0; i % 2 == 0 && from <= length; from += 1 + length / 50) {
            gsize to = from + (from * 7 + i) % (length - from + 1);

            assert_int_equal(ent_search_next(search, numbers[i], from),
                             naive_next(text, length, patterns[i], from));
            assert_int_equal(ent_search_last(search, numbers[i], from, to),
                             naive_last(text, length, patterns[i], from, to));
        }
    }
    assert_false(ent_search_gave_up(search));
}

static void a_pattern_may_be_added_again(void **state)
{
    g_autoptr(EntSearch) search = ent_search_new("abcabc", 6);

    (void)state;
    assert_int_equal(ent_search_add(search, "abc", 3, false), 0);
    assert_int_equal(ent_search_add(search, "bc", 2, false), 1);
    assert_int_equal(ent_search_add(search, "abc", 3, true), 2);
    assert_int_equal(ent_search_add(search, "abcabcabc", 9, false), 3);
    assert_int_equal(ent_search_bytes(search), 3 + 2 + 3 + 9);
    ent_search_run(search);
    assert_int_equal(ent_search_count(search, 0), 2);
    assert_int_equal(ent_search_first(search, 1), 1);
    assert_int_equal(ent_search_count(search, 2), 2);
    assert_int_equal(ent_search_count(search, 3), 0);
    assert_int_equal(ent_search_next(search, 2, 1), 3);
    assert_int_equal(ent_search_next(search, 2, 4), ENT_SEARCH_NEVER);
    assert_int_equal(ent_search_last(search, 2, 0, 6), 3);
    assert_int_equal(ent_search_last(search, 2, 0, 5), 0);
    assert_int_equal(ent_search_last(search, 2, 1, 5), ENT_SEARCH_NEVER);
}

static void an_empty_text_has_nothing(void **state)
{
    char *patterns[] = {"a", "abc", NULL};

    (void)state;
    compare("", patterns);
}

/* Random texts of few letters, so that patterns overlap, repeat and share their ends. */
static void random_texts_agree(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1);

    (void)state;
    for (guint round = 0; round < 300; round++) {
        guint letters = 1 + round % 4, length = 1 + round * 3 % 700;
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func(g_free);

        for (guint i = 0; i < length; i++)
            g_string_append_c(text, (char)('a' + g_rand_int_range(random, 0, (gint)letters)));
        for (guint i = 0; i < 60; i++) {
            guint size = 1 + (guint)g_rand_int_range(random, 0, (gint)MIN(length, 1 + i * 3));
            guint at = (guint)g_rand_int_range(random, 0, (gint)(length - MIN(size, length)) + 1);
            char *pattern = g_strndup(text->str + at, size);

            if (i % 3 == 0)
                pattern[g_rand_int_range(random, 0, (gint)strlen(pattern))] = 'b';
            g_ptr_array_add(patterns, pattern);
        }
        g_ptr_array_add(patterns, NULL);
        compare(text->str, (char **)patterns->pdata);
    }
}

/* More hits than are listed: the rest is read again. */
static void a_pattern_may_stand_everywhere(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    char *patterns[] = {"ab", "b", "ba", "c", "bc", NULL};

    (void)state;
    for (guint i = 0; i < 5000; i++)
        g_string_append(text, i == 4000 ? "abc" : "ab");
    compare(text->str, patterns);
}

/* All patterns end alike, each begins in its own way; and the other way round. */
static void patterns_may_share_their_ends(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL), tail = g_string_new(NULL);
    g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func(g_free);

    (void)state;
    for (guint i = 0; i < 70; i++)
        g_string_append_c(tail, (char)('a' + i % 7));
    for (guint i = 0; i < 60; i++) {
        g_ptr_array_add(patterns, g_strdup_printf("%.*s%s", (int)i,
                                                  "01234567890123456789"
                                                  "0123456789012345678901234567890123456789",
                                                  tail->str));
        g_ptr_array_add(patterns, g_strdup_printf("%s%u", tail->str, i));
        g_string_append(text, patterns->pdata[i]);
    }
    g_ptr_array_add(patterns, NULL);
    compare(text->str, (char **)patterns->pdata);
}

/* Patterns of 64 KiB and more are looked for one by one. */
static void patterns_may_be_long(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *line = g_strnfill(70000, 'a'), *odd = g_strnfill(70000, 'a');
    char *patterns[] = {line, odd, line + 5000, odd + 4000, NULL};

    (void)state;
    odd[69000] = 'b';
    g_string_append(text, odd);
    g_string_append(text, line);
    g_string_append(text, "aaab");
    g_string_append(text, odd);
    compare(text->str, patterns);
}

/* Thue and Morse's sequence and its opposite have equal polynomial hashes modulo 2^64 to any base,
 * from 2,048 letters on. */
static void equal_hashes_are_told_apart(void **state)
{
    char first[2049] = "", other[2049] = "";
    g_autofree char *text = NULL;
    char *patterns[] = {first, other, first, NULL};

    (void)state;
    for (guint i = 0; i < 2048; i++) {
        bool odd = __builtin_popcount(i) % 2;

        first[i] = odd ? 'b' : 'a';
        other[i] = odd ? 'a' : 'b';
    }
    compare(first, patterns);
    compare(other, patterns);
    text = g_strconcat("x", other, first, other, NULL);
    compare(text, patterns);
}

/* Those that share their beginnings, each several times, wanted with a list or without. */
static void patterns_may_share_their_beginnings(void **state)
{
    const char *text = "the alliance of the alliances, the all and the alliance of alliances.";
    char *patterns[] = {"the alliance",    "the alliance of",
                        "the all",         "the alliances",
                        "the all and t",   "the alliance",
                        "the alliance of", "the alliance of x",
                        "the alliance",    "all",
                        "alliances.",      "alliances",
                        "alliances.",      NULL};

    (void)state;
    compare(text, patterns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_may_be_added_again),
        cmocka_unit_test(an_empty_text_has_nothing),
        cmocka_unit_test(random_texts_agree),
        cmocka_unit_test(a_pattern_may_stand_everywhere),
        cmocka_unit_test(patterns_may_share_their_ends),
        cmocka_unit_test(patterns_may_be_long),
        cmocka_unit_test(equal_hashes_are_told_apart),
        cmocka_unit_test(patterns_may_share_their_beginnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
