/* SPDX-License-Identifier: MIT */
/* Edges as straight lines. */
#ifndef ENT_DRAW_STRAIGHT_H
#define ENT_DRAW_STRAIGHT_H

#include "draw/picture.h"

/* An edge's ends, whichever way it runs. */
typedef struct {
    guint32 low, high;
} EntEnds;

EntEnds ent_edge_ends(const EntPictureEdge *edge);

/* Compares two of them for qsort(). */
int ent_ends_compare(const void *left, const void *right);

/* Gives an edge one curve of four points as its way, in place of an earlier one. */
void ent_edge_set_way(EntPictureEdge *edge, const EntPoint *four);

/* Gives edges their ways, from middle to middle of nodes that have their places: straight,
 * parallel ones bowed apart, loops above their nodes. */
void ent_draw_straight(EntPicture *picture);

#endif
