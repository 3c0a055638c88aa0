/* SPDX-License-Identifier: MIT */
/* Work in child processes that behaves well and badly. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/child.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static guint count_descriptors(void)
{
    DIR *folder = opendir("/proc/self/fd");
    guint count = 0;

    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

/* Whatever the work did, nothing of it is left behind. */
static bool run(EntChildWork *work, gpointer data, GByteArray *answer, const EntChildLimits *limits,
                GError **error)
{
    guint before = count_descriptors();
    bool done = ent_child_run(work, data, answer, limits, error);

    assert_int_equal(count_descriptors(), before);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    return done;
}

static void assert_fails(EntChildWork *work, const EntChildLimits *limits, const char *message)
{
    g_autoptr(GByteArray) answer = g_byte_array_new();
    g_autoptr(GError) error = NULL;

    assert_false(run(work, NULL, answer, limits, &error));
    assert_int_equal(answer->len, 0);
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_COMPUTE));
    assert_string_equal(error->message, message);
}

/* As many bytes as data says. */
static bool answer_bytes(gpointer data, GByteArray *answer, GError **error)
{
    (void)error;
    for (guint i = 0; i < *(guint *)data; i++) {
        guint8 byte = (guint8)(i % 251);
        g_byte_array_append(answer, &byte, 1);
    }
    *(guint *)data = 0; /* is not seen outside */
    return true;
}

static void test_answer(void **state)
{
    static const guint lengths[] = {0, 1, 65536, 3000000};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
        g_autoptr(GByteArray) answer = g_byte_array_new();
        guint length = lengths[i];

        g_byte_array_append(answer, (const guint8 *)"x", 1);
        assert_true(run(answer_bytes, &length, answer, NULL, NULL));
        assert_int_equal(length, lengths[i]);
        assert_int_equal(answer->len, length + 1);
        for (guint j = 0; j < length; j++)
            assert_int_equal(answer->data[j + 1], j % 251);
    }
}

static bool fail_with_data(gpointer data, GByteArray *answer, GError **error)
{
    (void)data;
    g_byte_array_append(answer, (const guint8 *)"half", 4);
    g_set_error(error, ENT_ERROR, ENT_ERROR_DATA, "no such thing as 'ä'");
    return false;
}

static void test_error(void **state)
{
    g_autoptr(GByteArray) answer = g_byte_array_new();
    g_autoptr(GError) error = NULL;

    (void)state;
    assert_false(run(fail_with_data, NULL, answer, NULL, &error));
    assert_int_equal(answer->len, 0);
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_DATA));
    assert_string_equal(error->message, "no such thing as 'ä'");
}

static bool sleep_on(gpointer data, GByteArray *answer, GError **error)
{
    (void)data;
    (void)answer;
    (void)error;
    for (;;)
        pause();
    return true;
}

static bool say_stop(double share, gpointer data)
{
    assert_true(share < 0);
    return ++*(guint *)data < 3;
}

static void test_limits(void **state)
{
    guint calls = 0;
    EntChildLimits time = {.seconds = 1, .advice = "try less"};
    EntChildLimits stop = {.progress = say_stop, .progress_data = &calls};
    gint64 start = g_get_monotonic_time();

    (void)state;
    assert_fails(sleep_on, &time, "ran out of time (1 s): try less");
    assert_true(g_get_monotonic_time() - start >= G_USEC_PER_SEC);
    time.advice = NULL;
    assert_fails(sleep_on, &time, "ran out of time (1 s)");
    assert_fails(sleep_on, &stop, "stopped before it was done");
    assert_int_equal(calls, 3);
}

static bool crash(gpointer data, GByteArray *answer, GError **error)
{
    (void)data;
    (void)error;
    g_byte_array_append(answer, (const guint8 *)"half", 4);
    raise(SIGKILL);
    return true;
}

static bool leave(gpointer data, GByteArray *answer, GError **error)
{
    (void)data;
    (void)answer;
    (void)error;
    _exit(0);
    return true;
}

static bool be_interrupted(gpointer data, GByteArray *answer, GError **error)
{
    (void)data;
    (void)answer;
    (void)error;
    raise(SIGINT);
    return true;
}

static void on_interrupt(int number)
{
    (void)number;
}

static void test_crashes(void **state)
{
    (void)state;
    assert_fails(crash, NULL, "ran out of memory"); /* the kernel's way to say so */
    assert_fails(leave, NULL, "the process that computed it crashed");
    signal(SIGINT, on_interrupt); /* not the child's */
    assert_fails(be_interrupted, NULL, "stopped before it was done");
    signal(SIGINT, SIG_DFL);
}

static bool eat_memory(gpointer data, GByteArray *answer, GError **error)
{
    gsize length = (gsize)200 * 1024 * 1024;
    char *block = g_malloc(length);

    (void)data;
    (void)error;
    memset(block, 1, length);
    g_byte_array_append(answer, (const guint8 *)&block[length / 2], 1);
    return true;
}

static void test_memory(void **state)
{
    static const EntChildLimits little = {.megabytes = 100, .advice = "try less"};
    static const EntChildLimits enough = {.megabytes = 400};
    g_autoptr(GByteArray) answer = g_byte_array_new();

    (void)state;
    assert_true(run(eat_memory, NULL, answer, &enough, NULL));
#if !defined __SANITIZE_ADDRESS__ /* it cannot be limited */
    assert_fails(eat_memory, &little, "ran out of memory: try less");
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answer), cmocka_unit_test(test_error),
        cmocka_unit_test(test_limits), cmocka_unit_test(test_crashes),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
