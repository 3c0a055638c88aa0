/* SPDX-License-Identifier: MIT */
/* What a search is made of; only search*.c look inside. */
#ifndef ENT_CHECK_SEARCH_STORE_H
#define ENT_CHECK_SEARCH_STORE_H

#include "check/search.h"
#include "check/search_hash.h"

typedef struct {
    guint64 hash; /* of all its bytes; of one that is alone with its first window */
    gsize at;     /* where its bytes begin in `bytes` */
    guint32 length;
    guint32 count;  /* of hits so far */
    guint32 first;  /* where the first begins */
    guint32 list;   /* number + 1 of its list; 0: none, ENT_LIST_WANTED: from the first hit on */
    guint32 parent; /* number + 1 of the longest other pattern that it begins with, of those with
                     * as large a window; settled ones may be left out; 0: none */
    guint32 same;   /* number + 1 of one with the same bytes, which has its hits; 0: none */
} EntPattern;

#define ENT_LIST_WANTED G_MAXUINT32

struct EntSearch {
    const char *text;
    gsize length;
    EntHashKey key;
    GString *bytes;   /* all patterns */
    GArray *patterns; /* EntPattern */
    GPtrArray *lists; /* GArray of guint32: where hits begin, ascending */
    gsize listed, rescanned;
    guint64 windows; /* bit k: there are patterns with windows of 2^k bytes */
    bool gave_up;
};

static inline EntPattern *ent_search_get(const EntSearch *search, guint32 number)
{
    return &g_array_index(search->patterns, EntPattern, number);
}

static inline const char *ent_pattern_bytes(const EntSearch *search, const EntPattern *pattern)
{
    return search->bytes->str + pattern->at;
}

/* The exponent of the largest window that fits. */
static inline guint ent_window_of(gsize length)
{
    return g_bit_storage(length) - 1;
}

/* A hit of the pattern, the next one after those before. */
void ent_search_hit(EntSearch *search, EntPattern *pattern, gsize at);

/* Whether nothing more is wanted of the pattern. */
bool ent_search_is_settled(const EntSearch *search, const EntPattern *pattern);

/* Finds all patterns with windows of 2^exponent bytes. */
void ent_search_pass(EntSearch *search, guint exponent);

#endif
