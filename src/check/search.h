/* SPDX-License-Identifier: MIT */
/*
 * Many patterns looked for in one text at once, wherever they begin: by rolling hashes (Karp and
 * Rabin, IBM J. Res. Dev. 31, 1987), in one pass over the text for the patterns of 1, 2 to 3, 4 to
 * 7, ... bytes. A hit is compared byte by byte before it counts. Time is in proportion to the text
 * plus the patterns, times the logarithm of the longest; memory to the patterns alone.
 */
#ifndef ENT_CHECK_SEARCH_H
#define ENT_CHECK_SEARCH_H

#include <stdbool.h>
#include <glib.h>

#define ENT_SEARCH_MANY  100 /* hits are counted up to here */
#define ENT_SEARCH_NEVER G_MAXSIZE

typedef struct EntSearch EntSearch;

/* The text is borrowed, at most 2 GiB. */
EntSearch *ent_search_new(const char *text, gsize length);
void ent_search_free(EntSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntSearch, ent_search_free)

/*
 * Adds a pattern of at least one byte and returns its number; the same may be added again. Only of
 * a pattern added with `list` the hits after the first can be asked for.
 */
guint32 ent_search_add(EntSearch *search, const char *pattern, gsize length, bool list);

gsize ent_search_length(const EntSearch *search, guint32 pattern);

/* Bytes of the patterns so far. */
gsize ent_search_bytes(const EntSearch *search);

/* Looks for all patterns; once, after the last was added. */
void ent_search_run(EntSearch *search);

/* How often the pattern stands in the text, overlapping hits included, at most ENT_SEARCH_MANY. */
guint ent_search_count(const EntSearch *search, guint32 pattern);

/* Where its first hit begins; it has one. */
gsize ent_search_first(const EntSearch *search, guint32 pattern);

/* The first hit that begins at `from` or later; ENT_SEARCH_NEVER. */
gsize ent_search_next(EntSearch *search, guint32 pattern, gsize from);

/* The last hit that begins at `from` or later and ends at `to` or before; ENT_SEARCH_NEVER. */
gsize ent_search_last(EntSearch *search, guint32 pattern, gsize from, gsize to);

/* Whether next or last gave up on a pattern that stands too often, since this was last asked: what
 * they said is then not to be relied on. Their work is bounded; a pattern's first hits are always
 * known, 1,024 of them unless the lists together become long. */
bool ent_search_gave_up(EntSearch *search);

#endif
