/* SPDX-License-Identifier: MIT */
/* Jobs done side by side and taken in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/ordered.h"

enum { JOBS = 500 };

typedef struct {
    gint worked; /* atomic */
    guint squares[JOBS];
    guint taken, stop_after;
    gint ahead_most; /* jobs worked on beyond those taken */
} Squares;

static void work(guint number, gpointer data)
{
    Squares *squares = data;

    for (volatile int wait = (int)(number * 7919 % 20000); wait > 0; wait--)
        ;
    squares->squares[number] = number * number;
    g_atomic_int_inc(&squares->worked);
}

static bool take(guint number, gpointer data)
{
    Squares *squares = data;
    gint ahead = g_atomic_int_get(&squares->worked) - (gint)number;

    assert_int_equal(number, squares->taken);
    assert_int_equal(squares->squares[number], number * number);
    squares->taken++;
    squares->ahead_most = MAX(squares->ahead_most, ahead);
    return squares->taken != squares->stop_after;
}

static void all_are_taken_in_order(void **state)
{
    Squares squares = {0};

    (void)state;
    ent_ordered_run(JOBS, work, take, &squares);
    assert_int_equal(squares.taken, JOBS);
    assert_int_equal(squares.worked, JOBS);
    assert_in_range(squares.ahead_most, 1, 2 * 8 + 2);
}

static void stops_when_told(void **state)
{
    Squares squares = {.stop_after = 40};

    (void)state;
    ent_ordered_run(JOBS, work, take, &squares);
    assert_int_equal(squares.taken, 40);
    assert_in_range(squares.worked, 40, 40 + 2 * 8 + 2);
}

static void nothing_to_do(void **state)
{
    Squares squares = {0};

    (void)state;
    ent_ordered_run(0, work, take, &squares);
    assert_int_equal(squares.taken, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_taken_in_order),
        cmocka_unit_test(stops_when_told),
        cmocka_unit_test(nothing_to_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
