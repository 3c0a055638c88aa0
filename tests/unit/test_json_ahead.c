/* SPDX-License-Identifier: MIT */
/* Lines read ahead: the same, in the same order, as without; given up in the middle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/json_ahead.h"

enum { LINES = 5000 };

/* Lines of many lengths, one in 50 of them broken, one in 70 with U+0000. */
static EntInput *open_lines(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *path = NULL;
    int fd = memfd_create("lines", 0);

    for (int i = 0; i < LINES; i++) {
        g_string_append_printf(text, "{\"line\": %d, \"text\": \"", i);
        for (int k = 0; k < i * 31 % 1200; k++)
            g_string_append_c(text, 'x');
        g_string_append(text, i % 50 == 1 ? "}\n" : i % 70 == 2 ? "\\u0000\"}\n" : "\"}\n");
    }
    assert_int_equal(write(fd, text->str, text->len), (gssize)text->len);
    lseek(fd, 0, SEEK_SET);
    path = g_strdup_printf("/dev/fd/%d", fd);
    EntInput *input = ent_input_open(path, "lines", NULL);
    close(fd);
    assert_non_null(input);
    return input;
}

static bool next_line(gpointer lines, EntSlice *slice)
{
    return ent_lines_next(lines, slice);
}

static void same_as_without(void **state)
{
    g_autoptr(EntInput) input = open_lines(), other = open_lines();
    g_autoptr(EntLines) lines = ent_lines_new(input), plain = ent_lines_new(other);
    g_autoptr(EntAhead) ahead = ent_ahead_new(next_line, lines, true);
    EntSlice slice, expected;
    const cJSON *value;
    const cJSON *peeked = NULL;
    int given = 0, waiting = 0;
    bool more;

    (void)state;
    do {
        more = ent_ahead_next(ahead, &slice, &value);
        assert_int_equal(more, ent_lines_next(plain, &expected));
        assert_int_equal(slice.kind, expected.kind);
        assert_int_equal(slice.offset, expected.offset);
        assert_int_equal(slice.line, expected.line);
        assert_int_equal(slice.length, expected.length);
        if (slice.kind == ENT_SLICE_VALUE) {
            assert_memory_equal(slice.text, expected.text, slice.length);
            assert_int_equal(value == NULL, slice.has_nul);
        } else {
            assert_null(value);
        }
        if (peeked)
            assert_ptr_equal(value, peeked);
        waiting = (int)ent_ahead_waiting(ahead);
        peeked = waiting > 0 ? ent_ahead_peek(ahead, 0) : NULL;
        if (waiting > 10 && ent_ahead_peek(ahead, 10))
            assert_int_equal(cJSON_GetObjectItem(ent_ahead_peek(ahead, 10), "line")->valueint,
                             slice.line + 10);
        if (value) {
            assert_int_equal(cJSON_GetObjectItem(value, "line")->valueint, slice.line - 1);
            given++;
        }
    } while (more);
    assert_in_range(given, LINES * 9 / 10, LINES - 1);
    assert_int_equal(slice.kind, ENT_SLICE_END);
}

static void given_up(void **state)
{
    (void)state;
    for (int after = 0; after < 3000; after += 500) {
        g_autoptr(EntInput) input = open_lines();
        g_autoptr(EntLines) lines = ent_lines_new(input);
        g_autoptr(EntAhead) ahead = ent_ahead_new(next_line, lines, true);
        EntSlice slice;
        const cJSON *value;

        for (int i = 0; i < after; i++)
            assert_true(ent_ahead_next(ahead, &slice, &value));
    }
}

static void values_only_where_wanted(void **state)
{
    g_autoptr(EntInput) input = open_lines();
    g_autoptr(EntLines) lines = ent_lines_new(input);
    g_autoptr(EntAhead) ahead = ent_ahead_new(next_line, lines, false);
    EntSlice slice;
    const cJSON *value;

    (void)state;
    assert_true(ent_ahead_next(ahead, &slice, &value));
    assert_int_equal(slice.kind, ENT_SLICE_VALUE);
    assert_null(value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_as_without),
        cmocka_unit_test(given_up),
        cmocka_unit_test(values_only_where_wanted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
