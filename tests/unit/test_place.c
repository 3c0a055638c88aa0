/* SPDX-License-Identifier: MIT */
#include "base/place.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* An input over text, read to its end and closed, as the checks find it. */
static EntInput *input_of(const char *text, gsize length)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("entente-test-XXXXXX", &path, NULL);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, length), length);
    EntInput *input = ent_input_open(path, "f.json", NULL);
    while (ent_input_fill(input)) {
        gsize window;
        ent_input_window(input, &window);
        ent_input_consume(input, window);
    }
    /* Not closed, so that it can be removed at once. */
    g_unlink(path);
    close(fd);
    return input;
}

static void check_place(const EntPlace *place, guint line, guint column, guint width, guint caret)
{
    assert_int_equal(place->line, line);
    assert_int_equal(place->column, column);
    assert_int_equal(place->width, width);
    assert_int_equal(place->caret, caret);
}

static void spans_are_placed(void **state)
{
    (void)state;
    static const char text[] = "\xef\xbb\xbf{ \"é\": 1,\r\n\t\"한국\": \"x\x01y\",\n \"c\": \"no";
    g_autoptr(EntInput) input = input_of(text, sizeof text - 1);
    EntPiece piece = {.input = input, .file = "f.json", .offset = 3, .line = 1, .column = 1};
    static const struct {
        const char *span;
        guint line, column, width;
        const char *excerpt;
    } known[] = {
        {"{ \"é", 1, 1, 4, "{ \"é\": 1,"},
        {"é\"", 1, 4, 2, "{ \"é\": 1,"},
        {": 1,\r\n\t\"한국\"", 1, 6, 4, "{ \"é\": 1,"},
        {"\"한국\"", 2, 2, 4, " \"한국\": \"x\ufffdy\","},
        {"x\x01y", 2, 9, 3, " \"한국\": \"x\ufffdy\","},
        {",\n", 2, 13, 1, " \"한국\": \"x\ufffdy\","},
        {"no", 3, 8, 2, " \"c\": \"no"},
    };
    for (guint read = 0; read < 2; read++) {
        piece.text = read == 0 ? NULL : text + 3;
        piece.length = read == 0 ? 0 : sizeof text - 4;
        for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
            const char *found = strstr(text + 3, known[i].span);
            EntSpan span = {(gsize)(found - (text + 3)), strlen(known[i].span)};
            EntPlace place;
            g_autofree char *excerpt = NULL;
            ent_place_span(&piece, span, &place, &excerpt);
            assert_string_equal(excerpt, known[i].excerpt);
            check_place(&place, known[i].line, known[i].column, known[i].width, known[i].column);
            assert_int_equal(place.offset, 3 + span.start);
            assert_string_equal(place.file, "f.json");
        }
    }
    EntPlace end;
    g_autofree char *excerpt = NULL;
    ent_place_span(&piece, (EntSpan){sizeof text - 4, 1}, &end, &excerpt);
    check_place(&end, 3, 10, 1, 10);
    assert_string_equal(excerpt, " \"c\": \"no");
    ent_place_span(&piece, (EntSpan){2, 3}, &end, NULL);
    check_place(&end, 1, 3, 2, 0);
}

static void broken_utf8_is_shown(void **state)
{
    (void)state;
    static const char text[] = "\"\xff\xc3(\x80\"\n";
    g_autoptr(EntInput) input = input_of(text, sizeof text - 1);
    EntPiece piece = {.input = input, .file = "f", .line = 1, .column = 1};
    EntPlace place;
    g_autofree char *excerpt = NULL;
    ent_place_span(&piece, (EntSpan){1, 1}, &place, &excerpt);
    assert_string_equal(excerpt, "\"\ufffd\ufffd(\ufffd\"");
    check_place(&place, 1, 2, 1, 2);
}

/* In a line of millions of characters, the excerpt is around the place and the caret under it. */
static void long_lines_are_cut(void **state)
{
    (void)state;
    const guint count = 400000;
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text, "한%06u,", i);
    g_autoptr(EntInput) input = input_of(text->str, text->len);
    EntPiece piece = {.input = input, .file = "f", .line = 1, .column = 1};
    static const guint places[] = {0, 1, 5, 10, 20, 200000, 399980, 399995, 399999};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        EntPlace place;
        g_autofree char *excerpt = NULL, *wanted = g_strdup_printf("%06u", places[i]);
        ent_place_span(&piece, (EntSpan){10 * (gsize)places[i] + 3, 6}, &place, &excerpt);
        check_place(&place, 1, 8 * places[i] + 2, 6, place.caret);
        assert_int_equal(g_utf8_strlen(excerpt, -1), 160);
        const char *caret = g_utf8_offset_to_pointer(excerpt, place.caret - 1);
        assert_int_equal(strncmp(caret, wanted, 6), 0);
        assert_int_equal(g_str_has_prefix(excerpt, "…"), place.column > 61);
        assert_int_equal(g_str_has_suffix(excerpt, "…"), places[i] < 399990);
    }
    EntPlace place;
    g_autofree char *excerpt = NULL;
    ent_place_span(&piece, (EntSpan){0, text->len}, &place, &excerpt);
    check_place(&place, 1, 1, 159, 1);
    g_string_free(text, TRUE);
}

/* A short line far from the file's beginning is whole, and so is the last one. */
static void lines_after_much_text_are_whole(void **state)
{
    (void)state;
    g_autofree char *before = g_strnfill(5000, '\n'), *after = g_strnfill(5000, 'x');
    g_autofree char *text = g_strdup_printf("%s한 place\n%s\nlast", before, after);
    g_autoptr(EntInput) input = input_of(text, strlen(text));
    EntPiece piece = {.input = input, .file = "f", .line = 1, .column = 1};
    EntPlace place;
    g_autofree char *excerpt = NULL, *last = NULL;
    ent_place_span(&piece, (EntSpan){5004, 5}, &place, &excerpt);
    check_place(&place, 5001, 3, 5, 3);
    assert_string_equal(excerpt, "한 place");
    ent_place_span(&piece, (EntSpan){5000 + 10 + 5001 + 1, 100}, &place, &last);
    check_place(&place, 5003, 2, 3, 2);
    assert_string_equal(last, "last");
}

static void pointers_are_placed(void **state)
{
    (void)state;
    static const char text[] = "{\"nodes\":{\n"
                               "  \"a\": {\"type\": \"nation\", \"evidence\": [\n"
                               "     {\"quote\": \"é x\"} ] },\n"
                               "  \"b\": 1}}\n";
    g_autoptr(EntInput) input = input_of(text, sizeof text - 1);
    EntPiece piece = {.input = input, .file = "f", .offset = 13, .line = 2, .column = 3};
    EntPlace place;
    assert_true(ent_place_json(&piece, "/type", false, &place, NULL));
    check_place(&place, 2, 17, 8, 0);
    assert_true(ent_place_json(&piece, "/type", true, &place, NULL));
    check_place(&place, 2, 9, 6, 0);
    assert_true(ent_place_json(&piece, "", true, &place, NULL));
    check_place(&place, 2, 3, 3, 0);
    g_autofree char *excerpt = NULL;
    assert_true(ent_place_json(&piece, "/evidence/0/quote", false, &place, &excerpt));
    check_place(&place, 3, 16, 5, 16);
    assert_string_equal(excerpt, "     {\"quote\": \"é x\"} ] },");
    assert_false(ent_place_json(&piece, "/evidence/0/source", false, &place, NULL));
    check_place(&place, 3, 6, 1, 0); /* the evidence has no key: where it begins */
    assert_false(ent_place_json(&piece, "/evidence/7", false, &place, NULL));
    check_place(&place, 2, 27, 10, 0); /* "evidence" */
    assert_false(ent_place_json(&piece, "/name", true, &place, NULL));
    check_place(&place, 2, 3, 3, 0); /* "a" */
    EntPiece scalar = {.input = input, .file = "f", .line = 4, .column = 3};
    scalar.offset = (guint64)(strstr(text, "\"b\"") - text);
    assert_true(ent_place_json(&scalar, "", false, &place, NULL));
    check_place(&place, 4, 8, 1, 0);
}

/* A value larger than what is read at first, ending with the file. */
static void large_facts_are_placed(void **state)
{
    (void)state;
    g_autofree char *long_text = g_strnfill(100000, 'x');
    g_autofree char *text =
        g_strdup_printf("\"%s\" : {\"a\":[\"%s\"],\n\"b\":17}", long_text, long_text);
    g_autoptr(EntInput) input = input_of(text, strlen(text));
    EntPiece piece = {.input = input, .file = "f", .line = 1, .column = 1};
    EntPlace place;
    assert_true(ent_place_json(&piece, "/b", false, &place, NULL));
    check_place(&place, 2, 5, 2, 0);
    g_autoptr(EntInput) number = input_of("12", 2);
    piece.input = number;
    assert_true(ent_place_json(&piece, "", false, &place, NULL));
    check_place(&place, 1, 1, 2, 0);
    g_autoptr(EntInput) broken = input_of("{\"a\":", 5);
    piece.input = broken;
    assert_false(ent_place_json(&piece, "/a", false, &place, NULL));
    check_place(&place, 1, 1, 1, 0);
}

static void places_without_lines_stay_so(void **state)
{
    (void)state;
    g_autoptr(EntInput) input = input_of("{}", 2);
    EntPiece piece = {.input = input, .file = "f"};
    EntPlace place;
    char *excerpt = (char *)"unset";
    ent_place_span(&piece, (EntSpan){1, 1}, &place, &excerpt);
    check_place(&place, 0, 0, 0, 0);
    assert_null(excerpt);
}

static void code_points_are_counted(void **state)
{
    (void)state;
    static const char text[] = "abc\u00e9\ud55c\U0001f1f0\u00e9\u00e9\u00e9zzzzzzzzzz\ud55c\ud55c";
    for (const char *from = text; *from != '\0'; from = g_utf8_next_char(from))
        for (const char *to = from; *to != '\0'; to = g_utf8_next_char(to))
            assert_int_equal(ent_code_points(from, (gsize)(to - from)),
                             g_utf8_strlen(from, to - from));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_placed),
        cmocka_unit_test(broken_utf8_is_shown),
        cmocka_unit_test(long_lines_are_cut),
        cmocka_unit_test(lines_after_much_text_are_whole),
        cmocka_unit_test(pointers_are_placed),
        cmocka_unit_test(large_facts_are_placed),
        cmocka_unit_test(places_without_lines_stay_so),
        cmocka_unit_test(code_points_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
