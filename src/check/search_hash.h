/* SPDX-License-Identifier: MIT */
/*
 * Polynomial hashes of bytes modulo 2^64, and two tables of them.
 *
 * hash(xy) = hash(x) * BASE^|y| + hash(y), so that a stretch's hash follows from those of what goes
 * before its two ends. Texts made for it have equal hashes; nothing here trusts a hash alone.
 */
#ifndef ENT_CHECK_SEARCH_HASH_H
#define ENT_CHECK_SEARCH_HASH_H

#include <stdbool.h>
#include <glib.h>

#define ENT_HASH_BASE  G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) /* odd */
#define ENT_HASH_BASE2 (ENT_HASH_BASE * ENT_HASH_BASE)
#define ENT_HASH_BASE3 (ENT_HASH_BASE2 * ENT_HASH_BASE)
#define ENT_HASH_BASE4 (ENT_HASH_BASE2 * ENT_HASH_BASE2)

static inline guint64 ent_hash_add(guint64 hash, char byte)
{
    return hash * ENT_HASH_BASE + (guchar)byte + 1;
}

/* The hash of what hash stands for and the bytes after it. Four bytes a step, so that the
 * multiplications do not wait for one another. */
static inline guint64 ent_hash_bytes(guint64 hash, const char *bytes, gsize length)
{
    gsize i = 0;

    for (; i + 4 <= length; i += 4)
        hash = hash * ENT_HASH_BASE4 + ent_hash_add(0, bytes[i]) * ENT_HASH_BASE3 +
               ent_hash_add(0, bytes[i + 1]) * ENT_HASH_BASE2 +
               ent_hash_add(0, bytes[i + 2]) * ENT_HASH_BASE + ent_hash_add(0, bytes[i + 3]);
    for (; i < length; i++)
        hash = ent_hash_add(hash, bytes[i]);
    return hash;
}

/* A hash's place among 2^bits. */
static inline gsize ent_hash_place(guint64 hash, guint bits)
{
    return (gsize)((hash ^ hash >> 29) * G_GUINT64_CONSTANT(0xff51afd7ed558ccd) >> (64 - bits));
}

/* Numbers by hash: open addressing, at least half of the slots are free. Kept as number + 1. */
typedef struct {
    guint32 *slots;
    guint bits; /* there are 2^bits slots */
} EntSlots;

static inline gsize ent_slots_size(const EntSlots *slots)
{
    return (gsize)1 << slots->bits;
}

static inline void ent_slots_init(EntSlots *slots, gsize most)
{
    slots->bits = 4;
    while (ent_slots_size(slots) < 2 * most)
        slots->bits++;
    slots->slots = g_new0(guint32, ent_slots_size(slots));
}

static inline gsize ent_slots_next(const EntSlots *slots, gsize slot)
{
    return (slot + 1) & (ent_slots_size(slots) - 1);
}

/* A set of hashes that says yes where it is no about once in 200 times: a Bloom filter whose three
 * bits stand in one word. It stays in the cache where the tables do not. */
typedef struct {
    guint64 *words;
    guint bits;
} EntFilter;

static inline void ent_filter_init(EntFilter *filter, gsize most)
{
    filter->bits = 1;
    while ((gsize)4 << filter->bits < most)
        filter->bits++;
    filter->words = g_new0(guint64, (gsize)1 << filter->bits);
}

static inline guint64 ent_filter_mask(guint64 hash)
{
    const guint64 one = 1;

    hash = (hash ^ hash >> 32) * ENT_HASH_BASE;
    return one << (hash >> 58) | one << (hash >> 52 & 63) | one << (hash >> 46 & 63);
}

static inline void ent_filter_add(EntFilter *filter, guint64 hash)
{
    filter->words[ent_hash_place(hash, filter->bits)] |= ent_filter_mask(hash);
}

static inline void ent_filter_prefetch(const EntFilter *filter, guint64 hash)
{
    __builtin_prefetch(&filter->words[ent_hash_place(hash, filter->bits)]);
}

static inline bool ent_filter_has(const EntFilter *filter, guint64 hash)
{
    guint64 mask = ent_filter_mask(hash);

    return (filter->words[ent_hash_place(hash, filter->bits)] & mask) == mask;
}

#endif
