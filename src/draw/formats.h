/* SPDX-License-Identifier: MIT */
/* The formats a drawing can be had in. */
#ifndef ENT_DRAW_FORMATS_H
#define ENT_DRAW_FORMATS_H

#include "draw/picture.h"

/* name (and ending, after a dot), whether it can be a sheet of pictures, summary; sorted */
#define ENT_DRAW_FORMATS(X)                                                                        \
    X(dot, false, "DOT text, for Graphviz")                                                        \
    X(html, false, "one page to look into: search, filters, quotes, paths; needs no network")      \
    X(pdf, true, "one page, lines and letters that stay sharp")                                    \
    X(png, true, "pixels")                                                                         \
    X(svg, true, "lines and letters that stay sharp, with tooltips, for the browser")

typedef struct {
    const char *name; /* first, for look-up */
    const char *summary;
    bool sheets;
} EntDrawFormat;

/* Sorted by name, NULL-terminated. */
extern const EntDrawFormat *const ent_draw_formats[];

/* By name or unique beginning; where that is NULL, by the path's ending. */
const EntDrawFormat *ent_draw_format(const char *name, const char *path, GError **error);

#endif
