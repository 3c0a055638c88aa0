/* SPDX-License-Identifier: MIT */
/* Eight bytes of text looked at together, as a word: loops over all text there is spend less. */
#ifndef ENT_BASE_EIGHT_H
#define ENT_BASE_EIGHT_H

#include <stdbool.h>
#include <string.h>
#include <glib.h>

#define ENT_EIGHT(byte) (G_GUINT64_CONSTANT(0x0101010101010101) * (byte))

static inline guint64 ent_eight(const char *at)
{
    guint64 word;

    memcpy(&word, at, sizeof word);
    return word;
}

/* The highest bit of each byte that is 0, and no other bit. */
static inline guint64 ent_eight_zero(guint64 word)
{
    return ~(((word & ENT_EIGHT(0x7f)) + ENT_EIGHT(0x7f)) | word | ENT_EIGHT(0x7f));
}

/* Whether all are ASCII from the space to the tilde. */
static inline bool ent_eight_plain(guint64 word)
{
    guint64 low = (word & ENT_EIGHT(0x7f)) + ENT_EIGHT(0x60);  /* bit 7: at least 0x20 */
    guint64 high = (word & ENT_EIGHT(0x7f)) + ENT_EIGHT(0x01); /* bit 7: 0x7f */

    return ((~low | high | word) & ENT_EIGHT(0x80)) == 0;
}

#endif
