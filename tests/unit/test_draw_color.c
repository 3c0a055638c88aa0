/* SPDX-License-Identifier: MIT */
/* Contrasts are those of the examples that WCAG's own documents work out. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/color.h"

static double contrast(const char *a, const char *b)
{
    return ent_color_contrast(ent_color(a), ent_color(b));
}

static void test_contrast(void **state)
{
    (void)state;
    assert_true(fabs(contrast("#000000", "#ffffff") - 21) < 1e-9);
    assert_true(fabs(contrast("#ffffff", "#ffffff") - 1) < 1e-9);
    assert_true(fabs(contrast("#767676", "#ffffff") - 4.54) < 0.005);
    assert_true(fabs(contrast("#777777", "#ffffff") - 4.48) < 0.005);
    assert_true(fabs(contrast("#ffffff", "#ff0000") - 4.00) < 0.005);
    assert_true(fabs(contrast("#ffffff", "#0000ff") - 8.59) < 0.005);
}

static void test_ink_is_readable(void **state)
{
    (void)state;
    for (guint i = 0; i < 4096; i++) {
        char text[8];
        g_snprintf(text, sizeof text, "#%x%x%x%x%x%x", i >> 8, i >> 8, i >> 4 & 15, i >> 4 & 15,
                   i & 15, i & 15);
        EntColor ground = ent_color(text);
        assert_true(ent_color_contrast(ent_color_ink(ground), ground) >= 4.5);
    }
}

static void test_groups_are_readable(void **state)
{
    (void)state;
    for (guint32 group = 0; group < 40; group++) {
        EntColor color = ent_color_of_group(group);
        assert_true(ent_color_contrast(ent_color("#111111"), color) >= 4.5);
    }
    for (guint32 a = 0; a < 27; a++) {
        for (guint32 b = 0; b < a; b++)
            assert_string_not_equal(ent_color_of_group(a).text, ent_color_of_group(b).text);
    }
    ent_color_of_group(G_MAXUINT32);
}

static void test_darker(void **state)
{
    static const char *const colors[] = {"#ffffff", "#77aadd", "#eedd88", "#000000", "#ff0000"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(colors); i++) {
        EntColor darker = ent_color_off(ent_color(colors[i]), ent_color("#ffffff"), 4.5);
        assert_true(ent_color_contrast(darker, ent_color("#ffffff")) >= 4.5);
    }
}

static void test_only_colors(void **state)
{
    static const char *const others[] = {"red", "#12345",  "#1234567", "#12345g",
                                         "",    "url(#x)", "#12 456"};
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        assert_string_equal(ent_color(others[i]).text, "#dddddd");
    assert_string_equal(ent_color(NULL).text, "#dddddd");
    assert_string_equal(ent_color("#ABCDEF").text, "#abcdef");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_ink_is_readable),
        cmocka_unit_test(test_groups_are_readable),
        cmocka_unit_test(test_darker),
        cmocka_unit_test(test_only_colors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
