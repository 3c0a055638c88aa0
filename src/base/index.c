/* SPDX-License-Identifier: MIT */
/* Open addressing; at least half of the slots are free. */
#include "base/index.h"

#include "base/hash.h"

#include <string.h>

#define LEAST_BITS 6
#define TOGETHER   32 /* names whose memory is asked for at once */

typedef struct {
    const char *name; /* NULL: free */
    guint32 hash, number;
} Slot;

struct EntIndex {
    Slot *slots;
    guint32 mask; /* there is one more slot */
    guint32 length;
};

EntIndex *ent_index_new(void)
{
    EntIndex *index = g_new0(EntIndex, 1);

    index->mask = (1u << LEAST_BITS) - 1;
    index->slots = g_new0(Slot, (gsize)index->mask + 1);
    return index;
}

void ent_index_free(EntIndex *index)
{
    if (!index)
        return;
    g_free(index->slots);
    g_free(index);
}

static void put(EntIndex *index, Slot slot)
{
    guint32 at = slot.hash & index->mask;

    while (index->slots[at].name)
        at = (at + 1) & index->mask;
    index->slots[at] = slot;
}

static void grow(EntIndex *index)
{
    g_autofree Slot *old = index->slots;
    gsize length = (gsize)index->mask + 1;

    index->mask = (guint32)(2 * length - 1);
    index->slots = g_new0(Slot, 2 * length);
    for (gsize i = 0; i < length; i++)
        if (old[i].name)
            put(index, old[i]);
}

void ent_index_add(EntIndex *index, const char *name, guint32 number)
{
    if (index->length++ >= index->mask / 2)
        grow(index);
    put(index, (Slot){name, ent_text_hash(name), number});
}

static guint32 find(const EntIndex *index, const char *name, guint32 hash)
{
    for (guint32 at = hash & index->mask; index->slots[at].name; at = (at + 1) & index->mask)
        if (index->slots[at].hash == hash && strcmp(index->slots[at].name, name) == 0)
            return index->slots[at].number;
    return ENT_INDEX_NONE;
}

guint32 ent_index_find(const EntIndex *index, const char *name)
{
    return find(index, name, ent_text_hash(name));
}

static void find_together(const EntIndex *index, const char *const *names, gsize length,
                          guint32 *numbers)
{
    guint32 hashes[TOGETHER];

    for (gsize i = 0; i < length; i++) {
        hashes[i] = names[i] ? ent_text_hash(names[i]) : 0;
        __builtin_prefetch(&index->slots[hashes[i] & index->mask]);
    }
    for (gsize i = 0; i < length; i++)
        __builtin_prefetch(index->slots[hashes[i] & index->mask].name); /* mostly the one */
    for (gsize i = 0; i < length; i++)
        numbers[i] = names[i] ? find(index, names[i], hashes[i]) : ENT_INDEX_NONE;
}

void ent_index_find_all(const EntIndex *index, const char *const *names, gsize length,
                        guint32 *numbers)
{
    for (gsize at = 0; at < length; at += TOGETHER)
        find_together(index, names + at, MIN(TOGETHER, length - at), numbers + at);
}
