/* SPDX-License-Identifier: MIT */
/*
 * What must be seen before an XML parser sees it: markup that costs too much or reaches outside is
 * refused, and each start tag's place is noted, which libxml2 knows only roughly.
 *
 * Refused are a document type declaration (and with it every entity), a start tag that is too long
 * or has too many attributes (libxml2 compares each with each), encodings in which '<' may be
 * written differently, and NUL bytes.
 */
#ifndef ENT_READ_GRAPHML_SCAN_H
#define ENT_READ_GRAPHML_SCAN_H

#include <stdbool.h>
#include <glib.h>

#define GRAPHML_TAG_BYTES      (64 * 1024)
#define GRAPHML_TAG_ATTRIBUTES 256
#define GRAPHML_ASIDES         100000 /* comments between two tags: libxml2 keeps them all */
#define GRAPHML_HEAD_BYTES     256    /* of an XML declaration */

typedef struct {
    guint64 offset;
    guint32 line, column; /* from 1; the column in code points */
} GraphmlPlace;

typedef struct {
    int state;
    guint matched;                 /* bytes of what begins or ends the markup at hand */
    guint quote;                   /* the attribute value's, 0 outside */
    guint attributes;              /* of the tag at hand */
    GraphmlPlace at;               /* of the next byte */
    GraphmlPlace from;             /* of the markup at hand */
    GArray *tags;                  /* GraphmlPlace of the start tags not yet taken */
    guint taken;                   /* of tags */
    char head[GRAPHML_HEAD_BYTES]; /* the XML declaration */
    guint head_length;
    guint asides; /* comments and the like since the last tag */
    /* Why the text is refused: a finding's message and hint (or NULL), constants, and its place;
     * message NULL: it is not. */
    const char *message, *hint;
    GraphmlPlace place;
} GraphmlScan;

void graphml_scan_init(GraphmlScan *scan);
void graphml_scan_clear(GraphmlScan *scan);

/* Looks at the next bytes; how many of them may be parsed. Fewer than length: refused, see
 * message. */
gsize graphml_scan(GraphmlScan *scan, const char *bytes, gsize length);

/* The place of the next start tag in document order. */
GraphmlPlace graphml_scan_take(GraphmlScan *scan);

#endif
