/* SPDX-License-Identifier: MIT */
/* Names and numbers, beside a GHashTable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/index.h"

enum { NAMES = 400000, ASKED = 101 }; /* so many that some have equal hashes */

static char *name_of(guint32 number)
{
    return g_strdup_printf("%u", number * 2654435761u);
}

static void finds_what_was_added(void **state)
{
    g_autoptr(EntIndex) index = ent_index_new();
    g_autoptr(GHashTable) table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    (void)state;
    assert_int_equal(ent_index_find(index, "1"), ENT_INDEX_NONE);
    for (guint32 i = 0; i < NAMES; i += 2) {
        char *name = name_of(i);

        assert_int_equal(ent_index_find(index, name), ENT_INDEX_NONE);
        g_hash_table_insert(table, name, GUINT_TO_POINTER(i));
        ent_index_add(index, name, i);
    }
    for (guint32 i = 0; i < NAMES; i++) {
        g_autofree char *name = name_of(i);
        bool there = g_hash_table_contains(table, name);

        assert_int_equal(there, i % 2 == 0);
        assert_int_equal(ent_index_find(index, name), there ? i : ENT_INDEX_NONE);
    }
}

static void finds_many_at_once(void **state)
{
    g_autoptr(EntIndex) index = ent_index_new();
    const char *asked[ASKED];
    char *names[ASKED];
    guint32 found[ASKED];

    (void)state;
    for (guint32 i = 0; i < ASKED; i++) {
        names[i] = name_of(i);
        asked[i] = i % 5 == 2 ? NULL : names[i];
        if (i % 3)
            ent_index_add(index, names[i], i);
    }
    ent_index_find_all(index, asked, ASKED, found);
    for (guint32 i = 0; i < ASKED; i++)
        assert_int_equal(found[i], i % 5 == 2 || i % 3 == 0 ? ENT_INDEX_NONE : i);
    for (guint32 i = 0; i < ASKED; i++)
        g_free(names[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_added),
        cmocka_unit_test(finds_many_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
