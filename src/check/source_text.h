/* SPDX-License-Identifier: MIT */
/*
 * The text of a source: its `file` is inside its facts file's folder, a regular file, readable,
 * UTF-8, and the one that `sha256` names. It is found at once, read where it is wanted, and what
 * was wrong is told when its turn comes.
 */
#ifndef ENT_CHECK_SOURCE_TEXT_H
#define ENT_CHECK_SOURCE_TEXT_H

#include "check/check.h"
#include "check/inside.h"

typedef struct {
    const EntSource *source; /* borrowed; it is declared and has a file */
    EntInside inside;
    char *path;      /* where it is inside */
    const char *why; /* it cannot be read, a constant or the system's; NULL: it can */
    gsize size;      /* in bytes, as it was found */
    char *bytes;     /* NUL-terminated, without a byte order mark; NULL: not read, or no text */
    gsize length;
    char *hash;     /* of the file, where that is another than the source says */
    guint bad_line; /* where it is no UTF-8; 0: it is */
    guchar bad_byte;
    bool wide; /* it looks like UTF-16 */
} EntSourceText;

void ent_source_text_find(EntSourceText *text, const EntFacts *facts, const EntSource *source);
void ent_source_text_clear(EntSourceText *text);

/* In any thread. */
void ent_source_text_read(EntSourceText *text);

/* Adds the findings about it. */
void ent_source_text_say(const EntSourceText *text, EntChecking *checking);

#endif
