/* SPDX-License-Identifier: MIT */
/*
 * Text as quotes are compared. Folding makes alike what typesetting makes different:
 *   - a run of white space of any kind (no-break spaces and line breaks too) is one space
 *   - curly, low and straight quotation marks, primes and accents used as such are ' or "
 *   - hyphens, dashes and the minus sign are -
 *   - three or more full stops, or ellipsis characters, in a row are one ellipsis
 *   - soft hyphens, zero-width characters, joiners, direction marks and variation selectors vanish
 * Letters, their case and their accents stay as they are. Folding is its own repetition: folded
 * text folds to itself. Folded text is never longer than the text, in bytes.
 */
#ifndef ENT_CHECK_FOLD_H
#define ENT_CHECK_FOLD_H

#include <stdbool.h>
#include <glib.h>

#define ENT_FOLD_ELLIPSIS "\xe2\x80\xa6" /* what an ellipsis folds to */

/* A text (valid UTF-8, at most 2 GiB) with its folded form and the way back. */
typedef struct {
    const char *text; /* borrowed */
    gsize text_length;
    char *folded; /* NUL-terminated */
    gsize length;
    struct EntFoldSample *samples; /* where each 64th folded byte comes from */
} EntFolded;

/* What a span of folded bytes stands for, ends excluded. Characters that vanish at either end are
 * left out. */
typedef struct {
    guint32 start, end; /* in code points of the text */
    gsize from, to;     /* in bytes of the text */
} EntFoldSpan;

/* NULL where there is not memory enough. */
EntFolded *ent_folded_new(const char *text, gsize length);
void ent_folded_free(EntFolded *folded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntFolded, ent_folded_free)

/* start < end, both at borders of folded characters. */
EntFoldSpan ent_folded_span(const EntFolded *folded, gsize start, gsize end);

/* Appends the folded text without white space at either end. */
void ent_fold_append(GString *out, const char *text);

/* Whether nothing but white space is left of the folded text. */
bool ent_fold_is_empty(const char *text);

#endif
