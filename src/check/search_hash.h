/* SPDX-License-Identifier: MIT */
/*
 * Polynomial hashes of bytes modulo 2^64, and a set of them.
 *
 * hash(xy) = hash(x) * base^|y| + hash(y), so that a stretch's hash follows from those of what goes
 * before its two ends. The base is another in each process, so that nobody can write texts with
 * equal hashes (short of some of thousands of bytes, which have them to any base). Nothing here
 * trusts a hash alone, and nothing that is told depends on one.
 */
#ifndef ENT_CHECK_SEARCH_HASH_H
#define ENT_CHECK_SEARCH_HASH_H

#include <stdbool.h>
#include <glib.h>
#include "base/eight.h"
#include "base/hash.h"

#define ENT_SIEVE_BITS 21 /* 256 KB: about what a processor has to itself */

/* Odd; the base to 1, 2, 3, 4, and what spreads hashes over places. */
typedef struct {
    guint64 base, base2, base3, base4;
    guint64 spread;
} EntHashKey;

static inline guint64 ent_hash_random(guint32 number)
{
    guint32 words[2] = {number, 0}, high = ent_bytes_hash(words, sizeof words);

    words[1] = 1;
    return (guint64)high << 32 | ent_bytes_hash(words, sizeof words) | 1;
}

static inline EntHashKey ent_hash_key(void)
{
    EntHashKey key = {.base = ent_hash_random(1), .spread = ent_hash_random(2)};

    key.base2 = key.base * key.base;
    key.base3 = key.base2 * key.base;
    key.base4 = key.base3 * key.base;
    return key;
}

static inline guint64 ent_hash_add(const EntHashKey *key, guint64 hash, char byte)
{
    return hash * key->base + (guchar)byte + 1;
}

/* The hash of what hash stands for and the bytes after it. Four bytes a step, so that the
 * multiplications do not wait for one another. */
static inline guint64 ent_hash_bytes(const EntHashKey *key, guint64 hash, const char *bytes,
                                     gsize length)
{
    gsize i = 0;

    for (; i + 4 <= length; i += 4)
        hash = hash * key->base4 + ((guchar)bytes[i] + G_GUINT64_CONSTANT(1)) * key->base3 +
               ((guchar)bytes[i + 1] + G_GUINT64_CONSTANT(1)) * key->base2 +
               ((guchar)bytes[i + 2] + G_GUINT64_CONSTANT(1)) * key->base + (guchar)bytes[i + 3] +
               1;
    for (; i < length; i++)
        hash = ent_hash_add(key, hash, bytes[i]);
    return hash;
}

/* A hash's place among 2^bits. */
static inline gsize ent_hash_place(const EntHashKey *key, guint64 hash, guint bits)
{
    return (gsize)((hash ^ hash >> 29) * key->spread >> (64 - bits));
}

/* A set of hashes that says yes where it is no about once in 200 times: a Bloom filter whose three
 * bits stand in one word. It stays in the cache where the tables do not. */
typedef struct {
    guint64 *words;
    guint bits;
    EntHashKey key;
} EntFilter;

static inline void ent_filter_init(EntFilter *filter, const EntHashKey *key, gsize most)
{
    filter->key = *key;
    filter->bits = 1;
    while ((gsize)4 << filter->bits < most)
        filter->bits++;
    filter->words = g_new0(guint64, (gsize)1 << filter->bits);
}

static inline guint64 ent_filter_mask(const EntFilter *filter, guint64 hash)
{
    const guint64 one = 1;

    hash = (hash ^ hash >> 32) * filter->key.base;
    return one << (hash >> 58) | one << (hash >> 52 & 63) | one << (hash >> 46 & 63);
}

static inline void ent_filter_add(EntFilter *filter, guint64 hash)
{
    filter->words[ent_hash_place(&filter->key, hash, filter->bits)] |=
        ent_filter_mask(filter, hash);
}

static inline void ent_filter_prefetch(const EntFilter *filter, guint64 hash)
{
    __builtin_prefetch(&filter->words[ent_hash_place(&filter->key, hash, filter->bits)]);
}

static inline bool ent_filter_has(const EntFilter *filter, guint64 hash)
{
    guint64 mask = ent_filter_mask(filter, hash);

    return (filter->words[ent_hash_place(&filter->key, hash, filter->bits)] & mask) == mask;
}

/* The same of the first eight bytes, coarser and much cheaper to ask: most of the text is passed
 * over without its windows being hashed. */
typedef struct {
    guint64 *words;
    guint64 spread;
    guint bits; /* of a place; there are 2^bits of them */
} EntSieve;

static inline void ent_sieve_init(EntSieve *sieve, const EntHashKey *key, gsize most)
{
    sieve->spread = key->spread;
    sieve->bits = 10;
    while (sieve->bits < ENT_SIEVE_BITS && (gsize)1 << sieve->bits < 16 * most)
        sieve->bits++;
    sieve->words = g_new0(guint64, (gsize)1 << (sieve->bits - 6));
}

static inline gsize ent_sieve_place(const EntSieve *sieve, const char *bytes)
{
    return (gsize)(ent_eight(bytes) * sieve->spread >> (64 - sieve->bits));
}

static inline void ent_sieve_add(EntSieve *sieve, const char *bytes)
{
    gsize place = ent_sieve_place(sieve, bytes);

    sieve->words[place / 64] |= (guint64)1 << place % 64;
}

static inline bool ent_sieve_has(const EntSieve *sieve, const char *bytes)
{
    gsize place = ent_sieve_place(sieve, bytes);

    return sieve->words[place / 64] >> place % 64 & 1;
}

#endif
