/* SPDX-License-Identifier: MIT */
/*
 * From a span of bytes to a place a person can find: line, column, width, and the line's text
 * around it. Bytes are read again from the input; a file of one long line costs no more than any.
 *
 * Columns and widths count code points. A width ends where the line or the excerpt ends.
 */
#ifndef ENT_BASE_PLACE_H
#define ENT_BASE_PLACE_H

#include <entente/place.h>
#include "base/json.h"

#define ENT_EXCERPT 160 /* code points of the longest excerpt */

/* A piece of a file and where it stands. */
typedef struct {
    const EntInput *input;
    const char *file;     /* for EntPlace.file */
    guint64 offset;       /* of the piece's first byte in the file */
    guint32 line, column; /* of the same; line 0: not known, then no line is told either */
    const char *text;     /* the piece; NULL: read from the input as far as needed */
    gsize length;
} EntPiece;

/*
 * The place of a span of the piece. *excerpt is the line's text around it, at most ENT_EXCERPT code
 * points with an ellipsis where it is cut, valid UTF-8 without control characters; the caller's,
 * NULL where the bytes cannot be read again. excerpt may be NULL.
 */
void ent_place_span(const EntPiece *piece, EntSpan span, EntPlace *place, char **excerpt);

/*
 * The place of what an RFC 6901 pointer names (key: of its key) in the JSON value or member
 * (`"key": value`) that the piece begins with; text may be NULL. False where it is not there: then
 * the place is that of the nearest thing around it.
 */
bool ent_place_json(const EntPiece *piece, const char *pointer, bool key, EntPlace *place,
                    char **excerpt);

/* Moves line and column over bytes of text: past the last line break, in code points. */
void ent_place_advance(guint32 *line, guint32 *column, const char *text, gsize length);

/* Code points in bytes of UTF-8. */
gsize ent_code_points(const char *text, gsize length);

#endif
