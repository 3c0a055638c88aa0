/* SPDX-License-Identifier: MIT */
/* Shapes are large enough for their text: looked at with formulas of each shape's own geometry,
 * not with the polygon test that the fitting itself uses. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/shape.h"

static const EntPoint texts[] = {{0, 0},     {4, 14.4},   {30, 14.4}, {110, 14.4},
                                 {70, 57.6}, {160, 86.4}, {25, 86.4}};

/* Left of every side of a convex polygon that runs clockwise (y points down). */
static bool in_convex(const EntPoint *polygon, guint length, EntPoint point)
{
    for (guint i = 0; i < length; i++) {
        EntPoint a = polygon[i];
        EntPoint b = polygon[(i + 1) % length];
        if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) < -1e-6)
            return false;
    }
    return true;
}

static void check_corners(EntShape shape, EntPoint text)
{
    EntPoint polygon[ENT_OUTLINE_MAX];
    EntPoint size = {0, 0};
    double shift = 0;
    ent_shape_fit(shape, text, &size, &shift);
    assert_true(size.x >= text.x && size.y >= text.y);
    assert_true(size.x < 4 * text.x + 120 && size.y < 4 * text.y + 120);
    guint length = ent_shape_outline(shape, (EntPoint){0, 0}, size, polygon);
    for (int corner = 0; corner < 4; corner++) {
        EntPoint point = {corner % 2 ? text.x / 2 : -text.x / 2,
                          (corner / 2 ? text.y / 2 : -text.y / 2) + shift};
        if (shape == ENT_SHAPE_ELLIPSE || shape == ENT_SHAPE_CIRCLE)
            assert_true(pow(point.x / (size.x / 2), 2) + pow(point.y / (size.y / 2), 2) <= 1);
        else if (shape == ENT_SHAPE_FOLDER) /* not convex: the box below its tab */
            assert_true(fabs(point.x) <= size.x / 2 && point.y <= size.y / 2 &&
                        point.y >= -size.y / 2 + 5);
        else
            assert_true(in_convex(polygon, length, point));
    }
}

static void test_text_fits(void **state)
{
    (void)state;
    for (int shape = 0; shape < ENT_SHAPE_COUNT; shape++) {
        for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
            check_corners((EntShape)shape, texts[i]);
    }
}

static void test_outline_within_size(void **state)
{
    (void)state;
    for (int shape = 0; shape < ENT_SHAPE_COUNT; shape++) {
        EntPoint polygon[ENT_OUTLINE_MAX];
        guint length =
            ent_shape_outline((EntShape)shape, (EntPoint){100, 200}, (EntPoint){80, 40}, polygon);
        double left = 1000, right = 0, top = 1000, bottom = 0;
        for (guint i = 0; i < length; i++) {
            left = MIN(left, polygon[i].x);
            right = MAX(right, polygon[i].x);
            top = MIN(top, polygon[i].y);
            bottom = MAX(bottom, polygon[i].y);
        }
        /* an outline of 48 points may miss the extreme of a curve by a hair */
        assert_true(fabs(left - 60) < 0.2 && fabs(right - 140) < 0.2);
        assert_true(fabs(top - 180) < 0.2 && fabs(bottom - 220) < 0.2);
    }
}

static void test_names(void **state)
{
    (void)state;
    assert_int_equal(ent_shape("cylinder"), ENT_SHAPE_CYLINDER);
    assert_int_equal(ent_shape("no such shape"), ENT_SHAPE_BOX);
    assert_int_equal(ent_shape(NULL), ENT_SHAPE_BOX);
    for (int shape = 0; shape < ENT_SHAPE_COUNT; shape++)
        assert_int_equal(ent_shape(ent_shape_name((EntShape)shape)), shape);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_fits),
        cmocka_unit_test(test_outline_within_size),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
