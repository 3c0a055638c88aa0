/* SPDX-License-Identifier: MIT */
/* Helper programs that behave well and badly, as shell scripts beside the test itself. */
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/spawn.h"

static const char *const no_arguments[] = {NULL};

/* The script's path, the caller's to remove; its name is that of the program. */
static char *script(const char *name, const char *body)
{
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(self);
    char *path = g_build_filename(folder, name, NULL);
    FILE *file = g_fopen(path, "w");

    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", body);
    fclose(file);
    assert_int_equal(g_chmod(path, 0700), 0);
    return path;
}

static EntSpawned run(const char *body, const char *input, gsize length, guint seconds)
{
    g_autofree char *path = script("entente-test-helper", body);
    EntSpawned spawned = {0};
    GError *error = NULL;

    assert_true(
        ent_spawn("entente-test-helper", no_arguments, input, length, seconds, &spawned, &error));
    assert_null(error);
    g_unlink(path);
    return spawned;
}

static void test_answer(void **state)
{
    (void)state;
    g_autofree char *input = g_strnfill(3000000, 'x');
    g_auto(EntSpawned) spawned = run("cat", input, 3000000, 60);
    assert_int_equal(spawned.end, ENT_SPAWN_DONE);
    assert_int_equal(spawned.output->len, 3000000);
    assert_memory_equal(spawned.output->data, input, 3000001); /* its closing NUL too */
    assert_null(spawned.message);
}

static void test_failure(void **state)
{
    (void)state;
    g_auto(EntSpawned) spawned = run("echo no luck >&2; echo more >&2; exit 3", "", 0, 60);
    assert_int_equal(spawned.end, ENT_SPAWN_FAILED);
    assert_string_equal(spawned.message, "no luck");
}

static void test_limits(void **state)
{
    (void)state;
    g_auto(EntSpawned) told = run("exit 4", "", 0, 60);
    assert_int_equal(told.end, ENT_SPAWN_LIMIT);
    g_auto(EntSpawned) slow = run("exec sleep 100", "", 0, 1);
    assert_int_equal(slow.end, ENT_SPAWN_LIMIT);
    g_auto(EntSpawned) silent = run("exec >&- 2>&-; exec sleep 100", "", 0, 1);
    assert_int_equal(silent.end, ENT_SPAWN_LIMIT);
    g_auto(EntSpawned) crashed = run("kill -SEGV $$", "", 0, 60);
    assert_int_equal(crashed.end, ENT_SPAWN_FAILED);
}

/* A program that does not listen must not end this one by SIGPIPE. */
static void test_deaf(void **state)
{
    (void)state;
    g_autofree char *input = g_strnfill(3000000, 'x');
    g_auto(EntSpawned) spawned = run("exec <&-; echo done", input, 3000000, 60);
    assert_int_equal(spawned.end, ENT_SPAWN_DONE);
    assert_string_equal((const char *)spawned.output->data, "done\n");
}

static void test_environment(void **state)
{
    (void)state;
    g_setenv("GVBINDIR", "/nowhere", TRUE);
    g_auto(EntSpawned) spawned = run("echo \"$GVBINDIR:$SERVER_NAME:$LC_ALL\"", "", 0, 60);
    assert_string_equal((const char *)spawned.output->data, ":entente:C.UTF-8\n");
}

static void test_missing(void **state)
{
    (void)state;
    EntSpawned spawned = {0};
    g_autoptr(GError) error = NULL;
    assert_false(ent_spawn("entente-no-such-helper", no_arguments, "", 0, 1, &spawned, &error));
    assert_true(g_error_matches(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answer),      cmocka_unit_test(test_failure),
        cmocka_unit_test(test_limits),      cmocka_unit_test(test_deaf),
        cmocka_unit_test(test_environment), cmocka_unit_test(test_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
