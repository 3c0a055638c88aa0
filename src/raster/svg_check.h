/* SPDX-License-Identifier: MIT */
#ifndef ENT_RASTER_SVG_CHECK_H
#define ENT_RASTER_SVG_CHECK_H

#include <glib.h>

/*
 * Whether LENGTH bytes of SVG may be given to librsvg: UTF-8 without NUL, without a document type
 * (entities), without images, inclusions or processing instructions other than the XML declaration.
 * librsvg by itself follows no address here, but it does decode images inside the text. Returns
 * NULL, or what is wrong (static text).
 */
const char *ent_svg_objection(const char *svg, gsize length);

#endif
