/* SPDX-License-Identifier: MIT */
/* Which column of a layered drawing each node goes to. */
#ifndef ENT_DRAW_COLUMNS_H
#define ENT_DRAW_COLUMNS_H

#include "draw/picture.h"

/* A layered drawing beyond this number of nodes leaves the columns to Graphviz. */
#define ENT_COLUMN_NODES 2000

typedef struct {
    bool sideways; /* layers are columns (right, left), else rows (down, up) */
    bool follows;  /* arrows should point one way: the user has named a direction */
    double ratio;  /* wanted width to height of the picture */
    int more;      /* columns more (or less) than the ratio asks for */
    guint seed;    /* of the search: other seeds give other columns, about as good */
} EntColumnWish;

/*
 * A column, 0 to *length - 1, for each node of the picture: few edges span more than one column,
 * few stay within one, and the picture comes near to the wanted ratio. The same for the same
 * picture and wish, always. The caller's (g_free). NULL where the picture has too many nodes.
 */
guint *ent_columns(const EntPicture *picture, const EntColumnWish *wish, guint *length);

/* Columns by type in the schema's order; or what is shared in the middle and those who share it on
 * both sides. As above, of any number of nodes. */
guint *ent_columns_by_type(const EntPicture *picture, guint *length);
guint *ent_columns_two_mode(const EntPicture *picture, guint *length);

#endif
