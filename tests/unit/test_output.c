/* SPDX-License-Identifier: MIT */
#include <entente/output.h>
#include "base/output_target.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>
#include <unistd.h>

#include <cmocka.h>

static char *folder;

static int set_up(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("entente-test-XXXXXX", NULL);
    return folder == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
    g_clear_pointer(&folder, g_free);
    return 0;
}

static char *path_of(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static guint count_files(void)
{
    guint count = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(dir) != NULL)
        count++;
    g_dir_close(dir);
    return count;
}

static void check_file(const char *path, const char *expected)
{
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, expected);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = g_fopen(path, "w");
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static mode_t mode_of(const char *path)
{
    struct stat about;
    assert_int_equal(lstat(path, &about), 0);
    return about.st_mode & 07777;
}

static void write_with(const char *path, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EntOutput) output = ent_output_file(path, &error);
    if (output == NULL)
        fail_msg("%s", error->message);
    ent_put(output, text);
    assert_true(ent_output_close(output, NULL));
}

static void a_new_file_has_the_usual_mode(void **state)
{
    (void)state;
    g_autofree char *path = path_of("new");
    mode_t mask = umask(027);
    write_with(path, "text");
    umask(mask);
    check_file(path, "text");
    assert_int_equal(mode_of(path), 0640);
    assert_int_equal(count_files(), 1);
}

static void a_file_is_whole_or_untouched(void **state)
{
    (void)state;
    g_autofree char *path = path_of("old");
    write_file(path, "old text");
    assert_int_equal(chmod(path, 0604), 0);
    EntOutput *output = ent_output_file(path, NULL);
    ent_put(output, "new");
    check_file(path, "old text");
    ent_output_free(output);
    check_file(path, "old text");
    assert_int_equal(count_files(), 1);
    write_with(path, "new");
    check_file(path, "new");
    assert_int_equal(mode_of(path), 0604);
    assert_int_equal(count_files(), 1);
}

/* The same with a temporary that has a name, as some file systems need it. */
static void named_temporaries_do_as_well(void **state)
{
    (void)state;
    g_autofree char *path = path_of("old"), *fresh = path_of("new");
    write_file(path, "old");
    assert_int_equal(chmod(path, 0604), 0);
    EntTarget target;
    assert_true(ent_target_open(&target, path, false, NULL));
    assert_int_equal(ent_target_write(&target, "new", 3), 0);
    assert_int_equal(count_files(), 2);
    assert_int_equal(mode_of(target.temporary), 0600);
    ent_target_clear(&target);
    assert_int_equal(count_files(), 1);
    check_file(path, "old");
    assert_true(ent_target_open(&target, path, false, NULL));
    assert_int_equal(ent_target_write(&target, "new", 3), 0);
    assert_int_equal(ent_target_finish(&target), 0);
    ent_target_clear(&target);
    check_file(path, "new");
    assert_int_equal(mode_of(path), 0604);
    mode_t mask = umask(027);
    assert_true(ent_target_open(&target, fresh, false, NULL));
    umask(mask);
    assert_int_equal(ent_target_finish(&target), 0);
    ent_target_clear(&target);
    assert_int_equal(mode_of(fresh), 0640);
    assert_int_equal(count_files(), 2);
}

static void completed_is_not_yet_in_place(void **state)
{
    (void)state;
    g_autofree char *path = path_of("old");
    write_file(path, "old");
    for (guint close = 0; close < 2; close++) {
        EntOutput *output = ent_output_file(path, NULL);
        ent_put(output, "new");
        assert_true(ent_output_complete(output, NULL));
        ent_put(output, "late");
        check_file(path, "old");
        assert_true(close == 0 || ent_output_close(output, NULL));
        assert_true(close == 0 || ent_output_close(output, NULL));
        ent_output_free(output);
        check_file(path, close == 0 ? "old" : "new");
        assert_int_equal(count_files(), 1);
    }
}

/* What stands where the file should go when it is complete is left, and so is no temporary. */
static void a_folder_made_meanwhile_stays(void **state)
{
    (void)state;
    g_autofree char *path = path_of("new");
    g_autoptr(GError) error = NULL;
    EntOutput *output = ent_output_file(path, NULL);
    assert_int_equal(g_mkdir(path, 0700), 0);
    assert_false(ent_output_close(output, &error));
    ent_output_free(output);
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_IO));
    assert_true(g_file_test(path, G_FILE_TEST_IS_DIR));
    assert_int_equal(count_files(), 1);
}

static void links_are_followed(void **state)
{
    (void)state;
    g_autofree char *target = path_of("target"), *link = path_of("link"), *chain = path_of("chain");
    g_autofree char *dangling = path_of("dangling"), *made = path_of("made"),
                    *ring = path_of("ring");
    write_file(target, "old");
    assert_int_equal(symlink("target", link), 0);
    assert_int_equal(symlink(link, chain), 0);
    assert_int_equal(symlink("made", dangling), 0);
    assert_int_equal(symlink("ring", ring), 0);
    write_with(chain, "new");
    check_file(target, "new");
    write_with(dangling, "made");
    check_file(made, "made");
    assert_true(g_file_test(chain, G_FILE_TEST_IS_SYMLINK));
    assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    assert_true(g_file_test(dangling, G_FILE_TEST_IS_SYMLINK));
    assert_null(ent_output_file(ring, NULL));
}

static gpointer read_fifo(gpointer path)
{
    char *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static void pipes_and_devices_stay(void **state)
{
    (void)state;
    g_autofree char *path = path_of("fifo");
    assert_int_equal(mkfifo(path, 0600), 0);
    GThread *reader = g_thread_new("reader", read_fifo, path);
    write_with(path, "through");
    g_autofree char *text = g_thread_join(reader);
    assert_string_equal(text, "through");
    struct stat about;
    assert_int_equal(lstat(path, &about), 0);
    assert_true(S_ISFIFO(about.st_mode));
    write_with("/dev/null", "nothing");
    assert_int_equal(stat("/dev/null", &about), 0);
    assert_true(S_ISCHR(about.st_mode));
}

/* "-" and its names write where standard output stands, and do not close it. */
static void standard_output_is_written_straight(void **state)
{
    (void)state;
    g_autofree char *path = path_of("stdout");
    fflush(stdout);
    int saved = dup(STDOUT_FILENO), fd = open(path, O_CREAT | O_WRONLY | O_APPEND, 0600);
    dup2(fd, STDOUT_FILENO);
    static const char *const names[] = {"-", "/dev/stdout", "/dev/fd/1"};
    bool good = true;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(EntOutput) output = ent_output_file(names[i], NULL);
        ent_putf(output, "%s\n", names[i]);
        good = ent_output_close(output, NULL) && good;
    }
    dup2(saved, STDOUT_FILENO);
    close(saved);
    close(fd);
    assert_true(good);
    check_file(path, "-\n/dev/stdout\n/dev/fd/1\n");
}

static void check_open_error(const char *path, const char *reason)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *message = g_strdup_printf("cannot write '%s': %s", path, reason);
    assert_null(ent_output_file(path, &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_IO));
    assert_string_equal(error->message, message);
}

static void what_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    g_autofree char *missing = path_of("no/file"), *slash = path_of("new/"),
                    *below = path_of("f/x");
    g_autofree char *file = path_of("f");
    write_file(file, "");
    if (geteuid() != 0) { /* whom no mode stops */
        assert_int_equal(chmod(file, 0444), 0);
        check_open_error(file, "Permission denied");
    }
    check_open_error(folder, "it is a folder");
    check_open_error(slash, "it is a folder");
    check_open_error(missing, "No such file or directory");
    check_open_error(below, "Not a directory");
    check_open_error("", "No such file or directory");
    check_open_error("/dev/fd/9999", "Bad file descriptor");
}

/* Fills it well past its buffer. */
static void put_much(EntOutput *output)
{
    g_autofree char *text = g_strnfill(100000, 'x');
    for (guint i = 0; i < 20; i++)
        ent_put(output, text);
}

static void a_full_disk_is_told_at_the_end(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    for (guint much = 0; much < 2; much++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(EntOutput) output = ent_output_file("/dev/full", NULL);
        ent_put(output, "x");
        if (much != 0)
            put_much(output);
        assert_false(ent_output_close(output, &error));
        assert_string_equal(error->message, "cannot write '/dev/full': No space left on device");
        assert_false(ent_output_close(output, NULL));
    }
}

static void a_file_that_gets_too_large_leaves_the_old_one(void **state)
{
    (void)state;
    g_autofree char *path = path_of("old");
    write_file(path, "old");
    struct rlimit saved, limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &saved), 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    limit = saved;
    limit.rlim_cur = 150000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    g_autoptr(GError) error = NULL;
    EntOutput *output = ent_output_file(path, NULL);
    put_much(output);
    bool closed = ent_output_close(output, &error);
    ent_output_free(output);
    setrlimit(RLIMIT_FSIZE, &saved);
    signal(SIGXFSZ, handler);
    assert_false(closed);
    assert_true(g_str_has_suffix(error->message, "/old': File too large"));
    check_file(path, "old");
    assert_int_equal(count_files(), 1);
}

static void all_sizes_are_written(void **state)
{
    (void)state;
    g_autofree char *path = path_of("sizes");
    GString *expected = g_string_new(NULL);
    EntOutput *output = ent_output_file(path, NULL);
    EntOutput *memory = ent_output_memory();
    for (guint size = 0; size < 300000; size = size * 3 / 2 + 1) {
        g_autofree char *text = g_strnfill(size, (char)('a' + size % 26));
        g_string_append(expected, text);
        ent_put(output, text);
        ent_put_bytes(memory, text, size);
    }
    assert_true(ent_output_close(output, NULL));
    assert_true(ent_output_close(memory, NULL));
    ent_put(output, "late");
    gsize length;
    assert_string_equal(ent_output_text(memory, &length), expected->str);
    assert_int_equal(length, expected->len);
    check_file(path, expected->str);
    ent_output_free(output);
    ent_output_free(memory);
    ent_output_free(NULL);
    g_string_free(expected, TRUE);
}

static void check_number(double number, const char *expected)
{
    g_autoptr(EntOutput) output = ent_output_memory();
    ent_put_number(output, number);
    assert_string_equal(ent_output_text(output, NULL), expected);
}

static void numbers_have_nine_digits(void **state)
{
    (void)state;
    check_number(0, "0");
    check_number(-0.0, "0");
    check_number(1, "1");
    check_number(-12.5, "-12.5");
    check_number(1.0 / 3, "0.333333333");
    check_number(2.0 / 3, "0.666666667");
    check_number(123456789, "123456789");
    check_number(1234567890, "1234567890");
    check_number(12345678901, "12345678900");
    check_number(999999999.6, "1000000000");
    check_number(-4500000000000, "-4500000000000");
    check_number(1e15, "1000000000000000");
    check_number(1e16, "1e+16");
    check_number(1.5e300, "1.5e+300");
    check_number(1e-5, "1e-05");
    check_number(-1e-300, "-1e-300");
    check_number(0.0001, "0.0001");
    check_number(NAN, "null");
    check_number(INFINITY, "null");
    check_number(-INFINITY, "null");
}

typedef void (*Put)(EntOutput *output, const char *text);

static void check_put(Put put, const char *text, const char *expected)
{
    g_autoptr(EntOutput) output = ent_output_memory();
    put(output, text);
    assert_string_equal(ent_output_text(output, NULL), expected);
}

static void json_is_escaped(void **state)
{
    (void)state;
    check_put(ent_put_json, NULL, "null");
    check_put(ent_put_json, "", "\"\"");
    check_put(ent_put_json, "plain </script>", "\"plain </script>\"");
    check_put(ent_put_json, "\"\\\b\f\n\r\t\x01\x1f\x7f",
              "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
    check_put(ent_put_json, "a\u2028b\u2029", "\"a\\u2028b\\u2029\"");
    check_put(ent_put_json, "“한” \u2027\u202a\u2128 🇰🇷\xe2", "\"“한” \u2027\u202a\u2128 🇰🇷\xe2\"");
}

static void xml_is_escaped(void **state)
{
    (void)state;
    check_put(ent_put_xml, NULL, "");
    check_put(ent_put_xml, "plain 'text'", "plain 'text'");
    check_put(ent_put_xml, "<a b=\"c\">&amp;\t\r\n",
              "&lt;a b=&quot;c&quot;&gt;&amp;amp;&#9;&#13;&#10;");
    check_put(ent_put_xml, "]]>\x01\x0b\x1f", "]]&gt;\ufffd\ufffd\ufffd");
    check_put(ent_put_xml, "\ufffe\uffff\ufffd\uff1a\U0001fffe",
              "\ufffd\ufffd\ufffd\uff1a\U0001fffe");
}

static void csv_is_quoted(void **state)
{
    (void)state;
    check_put(ent_put_csv, NULL, "");
    check_put(ent_put_csv, "", "");
    check_put(ent_put_csv, "plain text", "plain text");
    check_put(ent_put_csv, "a,b", "\"a,b\"");
    check_put(ent_put_csv, "say \"x\"", "\"say \"\"x\"\"\"");
    check_put(ent_put_csv, "\"", "\"\"\"\"");
    check_put(ent_put_csv, "a\nb\r", "\"a\nb\r\"");
    check_put(ent_put_csv, " a", "\" a\"");
    check_put(ent_put_csv, "a\t", "\"a\t\"");
    check_put(ent_put_csv, "=1+2", "=1+2");
    check_put(ent_put_csv, "-x|@y", "-x|@y");
}

static void formats_are_filled(void **state)
{
    (void)state;
    g_autoptr(EntOutput) output = ent_output_memory();
    g_autofree char *long_text = g_strnfill(1000, 'y');
    ent_putf(output, "%d %s", 7, "x");
    ent_putf(output, "%s", long_text);
    ent_putf(output, "%.*s", 255, long_text);
    ent_putf(output, "%.*s", 256, long_text);
    gsize length;
    const char *text = ent_output_text(output, &length);
    assert_int_equal(length, 3 + 1000 + 255 + 256);
    assert_int_equal(strspn(text + 3, "y"), 1511);
}

#define with_folder(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_folder(a_new_file_has_the_usual_mode),
        with_folder(a_file_is_whole_or_untouched),
        with_folder(named_temporaries_do_as_well),
        with_folder(completed_is_not_yet_in_place),
        with_folder(a_folder_made_meanwhile_stays),
        with_folder(links_are_followed),
        with_folder(pipes_and_devices_stay),
        with_folder(standard_output_is_written_straight),
        with_folder(what_cannot_be_written_is_an_error),
        cmocka_unit_test(a_full_disk_is_told_at_the_end),
        with_folder(a_file_that_gets_too_large_leaves_the_old_one),
        with_folder(all_sizes_are_written),
        cmocka_unit_test(numbers_have_nine_digits),
        cmocka_unit_test(json_is_escaped),
        cmocka_unit_test(xml_is_escaped),
        cmocka_unit_test(csv_is_quoted),
        cmocka_unit_test(formats_are_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
