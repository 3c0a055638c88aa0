/* SPDX-License-Identifier: MIT */
/* SVG to PNG and PDF, by the program entente-raster. */
#ifndef ENT_DRAW_RASTER_H
#define ENT_DRAW_RASTER_H

#include "draw/picture.h"

/* The bytes of the SVG drawn as "png" or "pdf"; NULL and an error where that fails. */
GByteArray *ent_raster(const EntPicture *picture, const char *format, const char *svg, gsize length,
                       GError **error);

#endif
