/* SPDX-License-Identifier: MIT */
#include "base/input.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A temporary folder with one file, f. */
typedef struct {
    char *folder, *path;
} Place;

static void write_file(const char *path, const char *text, gsize length)
{
    FILE *file = g_fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    Place *place = g_new0(Place, 1);
    place->folder = g_dir_make_tmp("entente-test-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "f", NULL);
    *state = place;
    return place->folder == NULL;
}

static int tear_down(void **state)
{
    Place *place = *state;
    g_unlink(place->path);
    g_rmdir(place->folder);
    g_free(place->path);
    g_free(place->folder);
    g_free(place);
    return 0;
}

/* 1,000,000 bytes that differ from place to place. */
static char *make_text(gsize *length)
{
    *length = 1000000;
    char *text = g_malloc(*length + 1);
    for (gsize i = 0; i < *length; i++)
        text[i] = (char)('!' + (i * 7 + i / 251) % 90);
    text[*length] = '\0';
    return text;
}

/* Reads it all, consuming `step` bytes at a time, and compares. */
static void check_all(EntInput *input, const char *text, gsize length, gsize step)
{
    gsize at = 0;
    for (;;) {
        gsize window;
        const char *bytes = ent_input_window(input, &window);
        if (window < step && ent_input_fill(input))
            continue;
        bytes = ent_input_window(input, &window);
        if (window == 0)
            break;
        assert_int_equal(ent_input_offset(input), at);
        assert_int_equal(bytes[window], '\0');
        gsize taken = MIN(step, window);
        assert_memory_equal(bytes, text + at, taken);
        ent_input_consume(input, taken);
        at += taken;
    }
    assert_int_equal(at, length);
    assert_false(ent_input_fill(input));
    assert_false(ent_input_failed(input));
}

static void check_at(const EntInput *input, const char *text, gsize length)
{
    static const gsize places[] = {0, 1, 65535, 262143, 262144, 999990, 999999, 1000000, 2000000};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        gsize got, rest = length > places[i] ? length - places[i] : 0;
        g_autofree char *bytes = ent_input_at(input, places[i], 100, &got);
        assert_int_equal(got, MIN(100, rest));
        assert_int_equal(bytes[got], '\0');
        if (got > 0)
            assert_memory_equal(bytes, text + places[i], got);
    }
}

static void files_are_read_and_read_again(void **state)
{
    Place *place = *state;
    gsize length;
    g_autofree char *text = make_text(&length);
    write_file(place->path, text, length);
    static const gsize steps[] = {1, 100, 65536, 262144, 400000, 2000000};
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_autoptr(EntInput) input = ent_input_open(place->path, NULL, NULL);
        assert_string_equal(ent_input_name(input), place->path);
        assert_string_equal(ent_input_folder(input), place->folder);
        assert_true(ent_input_share(input) == 0);
        check_all(input, text, length, steps[i]);
        assert_true(ent_input_share(input) == 1);
        check_at(input, text, length);
        assert_true(ent_input_close(input, NULL));
        check_at(input, text, length);
        gsize window;
        assert_string_equal(ent_input_window(input, &window), "");
        assert_int_equal(window, 0);
        assert_false(ent_input_fill(input));
    }
}

static void a_file_that_was_replaced_is_not_read_again(void **state)
{
    Place *place = *state;
    g_autofree char *other = g_strconcat(place->path, "2", NULL);
    write_file(place->path, "old", 3);
    g_autoptr(EntInput) input = ent_input_open(place->path, NULL, NULL);
    check_all(input, "old", 3, 10);
    assert_true(ent_input_close(input, NULL));
    write_file(other, "new", 3);
    assert_int_equal(g_rename(other, place->path), 0);
    gsize got;
    g_autofree char *bytes = ent_input_at(input, 0, 10, &got);
    assert_int_equal(got, 0);
    assert_string_equal(bytes, "");
}

static gpointer write_pipe(gpointer data)
{
    gsize length;
    g_autofree char *text = make_text(&length);
    int fd = GPOINTER_TO_INT(data);
    for (gsize at = 0; at < length; at += 12345)
        assert_true(write(fd, text + at, MIN(12345, length - at)) > 0);
    close(fd);
    return NULL;
}

static void pipes_are_read_and_read_again(void **state)
{
    (void)state;
    gsize length;
    g_autofree char *text = make_text(&length);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0); /* nothing there is no failure */
    g_autofree char *path = g_strdup_printf("/dev/fd/%d", ends[0]);
    g_autoptr(EntInput) input = ent_input_open(path, "a pipe", NULL);
    assert_string_equal(ent_input_name(input), "a pipe");
    assert_true(ent_input_share(input) < 0);
    GThread *thread = g_thread_new("pipe", write_pipe, GINT_TO_POINTER(ends[1]));
    check_all(input, text, length, 1000);
    g_thread_join(thread);
    check_at(input, text, length);
    assert_true(ent_input_close(input, NULL));
    check_at(input, text, length);
    close(ends[0]);
}

/* Standard input that stands in the middle of a file begins there. */
static void standard_input_is_read_from_where_it_stands(void **state)
{
    Place *place = *state;
    write_file(place->path, "head\nbody", 9);
    int saved = dup(STDIN_FILENO), fd = open(place->path, O_RDONLY);
    assert_int_equal(lseek(fd, 5, SEEK_SET), 5);
    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    g_autoptr(EntInput) input = ent_input_open("-", "<stdin>", NULL);
    assert_string_equal(ent_input_folder(input), ".");
    check_all(input, "body", 4, 10);
    assert_true(ent_input_close(input, NULL));
    gsize got;
    g_autofree char *bytes = ent_input_at(input, 1, 10, &got);
    assert_string_equal(bytes, "ody");
    close(fd);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    } else {
        close(STDIN_FILENO);
    }
}

static void check_open_error(const char *path, const char *message)
{
    g_autoptr(GError) error = NULL;
    assert_null(ent_input_open(path, "x", &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_IO));
    assert_string_equal(error->message, message);
}

static void what_cannot_be_read_is_an_error(void **state)
{
    Place *place = *state;
    check_open_error(place->folder, "cannot read 'x': it is a folder");
    check_open_error("/nowhere/at/all", "cannot read 'x': No such file or directory");
    g_autoptr(GError) error = NULL;
    g_autoptr(EntInput) input = ent_input_open("/proc/self/mem", NULL, NULL);
    if (input == NULL)
        skip();
    assert_false(ent_input_fill(input)); /* its first page cannot be read */
    assert_true(ent_input_failed(input));
    assert_false(ent_input_close(input, &error));
    assert_string_equal(error->message, "cannot read '/proc/self/mem': Input/output error");
}

static void an_empty_file_is_empty(void **state)
{
    Place *place = *state;
    write_file(place->path, "", 0);
    g_autoptr(EntInput) input = ent_input_open(place->path, NULL, NULL);
    check_all(input, "", 0, 1);
    assert_true(ent_input_share(input) == 1);
    assert_true(ent_input_close(input, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_are_read_and_read_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_was_replaced_is_not_read_again, set_up,
                                        tear_down),
        cmocka_unit_test(pipes_are_read_and_read_again),
        cmocka_unit_test_setup_teardown(standard_input_is_read_from_where_it_stands, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_an_error, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_file_is_empty, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
