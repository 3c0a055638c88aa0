/* SPDX-License-Identifier: MIT */
/* Registry look-up, one for all registries: by name, by unique beginning, with a suggestion. */
#ifndef ENT_BASE_LOOKUP_H
#define ENT_BASE_LOOKUP_H

#include <stdbool.h>
#include <entente/error.h>

/*
 * Descriptors are structs whose first member is `const char *name`; items is a NULL-terminated
 * array of pointers to them. what names the kind in messages ("measure"). NULL and ENT_ERROR_USAGE
 * where nothing or more than one thing fits; the message says what is near or lists the candidates.
 */
gconstpointer ent_lookup(gconstpointer const *items, const char *what, const char *name,
                         GError **error);

/*
 * The nearest of the names (edit distance with transpositions, at most a third of the letters),
 * case ignored; NULL where none is near. names is NULL-terminated; the result is one of them.
 */
const char *ent_nearest(const char *const *names, const char *wanted);

/* The distance that ent_nearest() uses, in ASCII-lowercased bytes; more than `most`: most + 1. */
guint ent_distance(const char *a, const char *b, guint most);

#endif
