/* SPDX-License-Identifier: MIT */
#include "base/lookup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    const char *name;
    int number;
} Thing;

static const Thing closeness = {"closeness", 1}, constraint = {"constraint", 2},
                   coreness = {"coreness", 3}, degree = {"degree", 4}, degrees = {"degree-out", 5};
static gconstpointer const things[] = {&closeness, &constraint, &coreness, &degree, &degrees, NULL};

static void check_error(const char *name, const char *message)
{
    g_autoptr(GError) error = NULL;
    assert_null(ent_lookup(things, "measure", name, &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_USAGE));
    assert_string_equal(error->message, message);
}

static void names_and_beginnings_are_found(void **state)
{
    (void)state;
    assert_ptr_equal(ent_lookup(things, "measure", "closeness", NULL), &closeness);
    assert_ptr_equal(ent_lookup(things, "measure", "cl", NULL), &closeness);
    assert_ptr_equal(ent_lookup(things, "measure", "cor", NULL), &coreness);
    assert_ptr_equal(ent_lookup(things, "measure", "degree", NULL), &degree);
    assert_ptr_equal(ent_lookup(things, "measure", "degree-", NULL), &degrees);
    assert_null(ent_lookup(things, "measure", "nothing", NULL));
}

static void what_is_not_found_is_explained(void **state)
{
    (void)state;
    check_error("co", "ambiguous measure 'co': constraint or coreness");
    check_error("c", "ambiguous measure 'c': closeness, constraint or coreness");
    check_error("closenes5", "unknown measure 'closenes5': did you mean 'closeness'?");
    check_error("Degree", "unknown measure 'Degree': did you mean 'degree'?");
    check_error("xyz", "unknown measure 'xyz': expected closeness, constraint, coreness, degree or "
                       "degree-out");
    check_error("", "unknown measure '': expected closeness, constraint, coreness, degree or "
                    "degree-out");
}

/* The textbook definition of optimal string alignment, without shortcuts. */
static guint slow_distance(const char *a, const char *b)
{
    gsize n = strlen(a), m = strlen(b);
    guint d[16][16];
    for (gsize i = 0; i <= n; i++) {
        for (gsize j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = (guint)(i + j);
                continue;
            }
            d[i][j] = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            d[i][j] = MIN(d[i][j], d[i - 1][j] + 1);
            d[i][j] = MIN(d[i][j], d[i][j - 1] + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = MIN(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[n][m];
}

static void distances_are_right(void **state)
{
    (void)state;
    assert_int_equal(ent_distance("kitten", "sitting", 9), 3);
    assert_int_equal(ent_distance("wnog", "wong", 9), 1);
    assert_int_equal(ent_distance("ca", "abc", 9), 3); /* 2 with moves that overlap */
    assert_int_equal(ent_distance("", "abc", 9), 3);
    assert_int_equal(ent_distance("ABC", "abc", 9), 0);
    assert_int_equal(ent_distance("kitten", "sitting", 2), 3);
    assert_int_equal(ent_distance("a", "b", 0), 1);
    GRand *random = g_rand_new_with_seed(1);
    for (guint i = 0; i < 30000; i++) {
        char a[12] = "", b[12] = "";
        for (gint32 j = g_rand_int_range(random, 0, 12); j-- > 0;)
            a[j] = (char)g_rand_int_range(random, 'a', 'd');
        for (gint32 j = g_rand_int_range(random, 0, 12); j-- > 0;)
            b[j] = (char)g_rand_int_range(random, 'a', 'd');
        a[11] = b[11] = '\0';
        guint most = (guint)g_rand_int_range(random, 0, 13), right = slow_distance(a, b);
        if (ent_distance(a, b, most) != MIN(right, most + 1))
            fail_msg("distance of '%s' and '%s' up to %u", a, b, most);
    }
    g_rand_free(random);
}

static void near_names_are_suggested(void **state)
{
    (void)state;
    const char *const names[] = {"wong", "lee", "south-korea", "north-korea", "ids", "한국", NULL};
    assert_string_equal(ent_nearest(names, "wnog"), "wong");
    assert_string_equal(ent_nearest(names, "Wong"), "wong");
    assert_string_equal(ent_nearest(names, "southkorea"), "south-korea");
    assert_string_equal(ent_nearest(names, "id"), "ids");
    assert_string_equal(ent_nearest(names, "lee"), "lee");
    assert_null(ent_nearest(names, "kim"));
    assert_null(ent_nearest(names, ""));
    const char *const none[] = {NULL};
    assert_null(ent_nearest(none, "x"));
}

static void long_names_cost_little(void **state)
{
    (void)state;
    g_autofree char *a = g_strnfill(1000000, 'a'), *b = g_strnfill(1000000, 'a');
    a[0] = 'x';
    b[999999] = 'y';
    b[500000] = 'z';
    assert_int_equal(ent_distance(a, b, 8), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_beginnings_are_found),
        cmocka_unit_test(what_is_not_found_is_explained),
        cmocka_unit_test(distances_are_right),
        cmocka_unit_test(near_names_are_suggested),
        cmocka_unit_test(long_names_cost_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
