/* SPDX-License-Identifier: MIT */
#ifndef ENT_RASTER_RENDER_H
#define ENT_RASTER_RENDER_H

#include <glib.h>
#include <librsvg/rsvg.h>

typedef struct {
    double width, height; /* of the result: pixels for PNG, points for PDF; > 0 */
    double shrunk;        /* 1, or the factor by which a cap has made it smaller */
} EntSize;

/*
 * The size of SVG drawn at SCALE (1: a CSS pixel is a pixel, or 3/4 of a point in PDF), made to fit
 * 20,000 pixels a side and 200 megapixels, or 14,400 points a side (the most PDF readers take).
 * FALSE if the SVG has no usable size.
 */
gboolean ent_size_find(RsvgHandle *svg, gboolean pdf, double scale, EntSize *size);

/* SVG as PNG on white, or as a PDF of one page. Returns bytes that depend on nothing but the SVG
 * and the fonts; NULL with MESSAGE set (static text) if that fails. */
GByteArray *ent_render_png(RsvgHandle *svg, const EntSize *size, const char **message);
GByteArray *ent_render_pdf(RsvgHandle *svg, const EntSize *size, const char **message);

#endif
