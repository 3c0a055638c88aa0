/* SPDX-License-Identifier: MIT */
/* Several pictures on one sheet. */
#ifndef ENT_DRAW_SHEET_H
#define ENT_DRAW_SHEET_H

#include "draw/picture.h"

/* Writes the sheet as SVG: pictures of parts of the whole, none of them placed yet, each under its
 * words. */
bool ent_sheet_write(EntOutput *output, EntPicture *whole, EntPicture *const *pictures,
                     const char *const *words, guint length, GError **error);

#endif
