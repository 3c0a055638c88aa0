/* SPDX-License-Identifier: MIT */
/* A placed picture as one page that needs nothing else: the viewer (src/viewer) and its data. */
#ifndef ENT_DRAW_PAGE_H
#define ENT_DRAW_PAGE_H

#include "draw/picture.h"

/* Writes the whole document. */
void ent_page_write(EntOutput *output, const EntPicture *picture);

/* The facts and where they are placed, as src/viewer/page/data.ts reads them: JSON without '<', so
 * that nothing in it can end the element that it stands in. */
void ent_page_data(EntOutput *output, const EntPicture *picture);

#endif
