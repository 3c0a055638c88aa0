/* SPDX-License-Identifier: MIT */
/*
 * Names -> their numbers: a hash table for millions of names that are looked up all over. A
 * GHashTable waits for memory three times a look-up, one after the other; here what many names need
 * is asked for at once, and a name whose hash is another is not gone to.
 */
#ifndef ENT_BASE_INDEX_H
#define ENT_BASE_INDEX_H

#include <glib.h>

#define ENT_INDEX_NONE G_MAXUINT32

typedef struct EntIndex EntIndex;

EntIndex *ent_index_new(void);
void ent_index_free(EntIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntIndex, ent_index_free)

/* Adds a name (borrowed) that is not there yet. */
void ent_index_add(EntIndex *index, const char *name, guint32 number);

/* A name's number; ENT_INDEX_NONE. */
guint32 ent_index_find(const EntIndex *index, const char *name);

/* The same of many names, NULL among them: numbers[i] is names[i]'s. */
void ent_index_find_all(const EntIndex *index, const char *const *names, gsize length,
                        guint32 *numbers);

#endif
