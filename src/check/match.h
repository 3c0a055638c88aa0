/* SPDX-License-Identifier: MIT */
/*
 * Quotes in a text. All are folded (fold.h) and looked for at once (search.h).
 *
 * A quote stands where its folded text does. One with an ellipsis that does not stand so is taken
 * as parts with gaps between them ("[...]" and "(...)" too): a hit is a place of each part, one
 * after the other, not overlapping. Of hits that overlap so that one lies in the other the shortest
 * counts, so hits differ in their start and in their end: "a ... c" stands once in "a a b c c",
 * from the second a to the first c.
 *
 * A prefix is what stands directly before a hit, a suffix directly after; white space between does
 * not matter.
 */
#ifndef ENT_CHECK_MATCH_H
#define ENT_CHECK_MATCH_H

#include "check/fold.h"

#define ENT_MATCH_MANY 100 /* hits are counted up to here */

typedef struct EntMatcher EntMatcher;

typedef enum {
    ENT_MATCH_FOUND,     /* hits where prefix and suffix, if any, are as wanted */
    ENT_MATCH_ELSEWHERE, /* hits, but none with that prefix and suffix */
    ENT_MATCH_NOT,       /* no hit */
    ENT_MATCH_PARTS,     /* no hit, though each part stands somewhere */
    ENT_MATCH_TOO_MANY,  /* the parts stand so often that counting was given up */
    ENT_MATCH_EMPTY,     /* nothing is left of the quote when it is folded */
} EntMatchResult;

typedef struct {
    EntMatchResult result;
    guint hits;       /* at most ENT_MATCH_MANY */
    gsize start, end; /* the first hit, in folded bytes */
} EntMatch;

/* The text is borrowed. */
EntMatcher *ent_matcher_new(const EntFolded *folded);
void ent_matcher_free(EntMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntMatcher, ent_matcher_free)

/* Adds a quote; prefix and suffix may be NULL. Quotes are numbered from 0. */
void ent_matcher_add(EntMatcher *matcher, const char *quote, const char *prefix,
                     const char *suffix);

/* Bytes of the quotes so far, and of what is looked for with them. */
gsize ent_matcher_bytes(const EntMatcher *matcher);

/* Looks for all quotes; once, after the last was added. */
void ent_matcher_run(EntMatcher *matcher);

EntMatch ent_matcher_get(EntMatcher *matcher, guint number);

#endif
