/* SPDX-License-Identifier: MIT */
/* Eight bytes together, beside each byte alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/eight.h"

/* Plain text into which each byte is put at each place, with another beside it. */
static void as_byte_by_byte(void **state)
{
    static const guchar others[] = {0x00, 0x1f, ' ', '.', 'x', 0x7e, 0x7f, 0x80, 0xff};

    (void)state;
    for (guint i = 0; i < 8 * 256 * G_N_ELEMENTS(others); i++) {
        guchar bytes[8] = {'p', 'l', 'a', 'i', 'n', ' ', 't', '~'}, zero[8];
        bool plain = true;
        guint64 found;

        bytes[i % 8] = (guchar)(i / 8);
        bytes[(i + 1) % 8] = others[i / 2048];
        found = ent_eight_zero(ent_eight((const char *)bytes));
        memcpy(zero, &found, sizeof zero);
        for (guint k = 0; k < 8; k++) {
            plain = plain && bytes[k] >= 0x20 && bytes[k] < 0x7f;
            assert_int_equal(zero[k], bytes[k] == 0 ? 0x80 : 0);
        }
        assert_int_equal(ent_eight_plain(ent_eight((const char *)bytes)), plain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_byte_by_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
