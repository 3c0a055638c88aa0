/* SPDX-License-Identifier: MIT */
/* Where something stands in a file that a person wrote. */
#ifndef ENTENTE_PLACE_H
#define ENTENTE_PLACE_H

#include <glib.h>

G_BEGIN_DECLS

/* A place in a text: line and column count from 1, the column in code points. */
typedef struct {
    const char *file; /* as the user named it; lives as long as the report */
    guint64 offset;   /* of the place in the file, in bytes */
    guint line;       /* 0: the file as a whole */
    guint column;     /* 0: the line as a whole */
    guint width;      /* code points the caret underlines, at least 1 where column is not 0 */
    guint caret;      /* column of the place in the finding's excerpt, from 1; 0: no excerpt */
} EntPlace;

G_END_DECLS

#endif
