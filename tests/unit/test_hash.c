/* SPDX-License-Identifier: MIT */
/* Expected values: hash() of CPython 3.11, which is SipHash-1-3, under its key of zeros
 * (PYTHONHASHSEED=0). */
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void values_are_those_of_another_program(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        guint64 hash;
    } known[] = {
        {"a", 0x407448d2b89b1813},
        {"ent", 0x89a8abf7d727b554},
        {"1234567", 0xa33d651594fdae81},
        {"12345678", 0x3489982430560a87},
        {"entente: facts", 0xb76d4c3d857dda15},
        {"대한민국", 0xd17a6c5cac11e902},
    };
    const guint64 key[2] = {0, 0};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
        assert_true(ent_siphash(key, known[i].text, strlen(known[i].text)) == known[i].hash);
}

static void another_key_gives_another_hash(void **state)
{
    (void)state;
    const guint64 key[2] = {0, 0}, low[2] = {1, 0}, high[2] = {0, 1};
    assert_true(ent_siphash(key, "a", 1) != ent_siphash(low, "a", 1));
    assert_true(ent_siphash(key, "a", 1) != ent_siphash(high, "a", 1));
}

/* "ab" and "bA" are one to GLib, and so is any row of them. */
static void texts_made_to_collide_do_not(void **state)
{
    (void)state;
    g_autoptr(GHashTable) hashes = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < 1024; i++) {
        char text[21] = "";
        for (guint bit = 0; bit < 10; bit++)
            memcpy(text + 2 * bit, i >> bit & 1 ? "bA" : "ab", 2);
        g_hash_table_add(hashes, GUINT_TO_POINTER(ent_text_hash(text)));
    }
    assert_in_range(g_hash_table_size(hashes), 1020, 1024);
}

static void equal_texts_hash_alike(void **state)
{
    (void)state;
    char text[] = "South Korea", copy[] = "South Korea";
    assert_int_equal(ent_text_hash(text), ent_text_hash(copy));
    assert_int_equal(ent_text_hash(""), ent_text_hash(text + 11));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_those_of_another_program),
        cmocka_unit_test(another_key_gives_another_hash),
        cmocka_unit_test(texts_made_to_collide_do_not),
        cmocka_unit_test(equal_texts_hash_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
