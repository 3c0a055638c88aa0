/* SPDX-License-Identifier: MIT */
/*
 * Hashes of users' text, for GHashTable in place of g_str_hash(): of that one anybody can write a
 * million texts that collide, and a table of those is as slow as a list. The key is another in each
 * process, so nothing that is written may depend on the order of a table.
 */
#ifndef ENT_BASE_HASH_H
#define ENT_BASE_HASH_H

#include <glib.h>

/* SipHash-1-3 (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", 2012). */
guint64 ent_siphash(const guint64 key[2], const void *bytes, gsize length);

/* Under this process's own key. */
guint ent_bytes_hash(const void *bytes, gsize length);

/* Of a NUL-terminated text; a GHashFunc. */
guint ent_text_hash(gconstpointer text);

#endif
