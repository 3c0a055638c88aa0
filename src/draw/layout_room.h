/* SPDX-License-Identifier: MIT */
/* Room for nodes that have their places but for their sizes. */
#ifndef ENT_DRAW_LAYOUT_ROOM_H
#define ENT_DRAW_LAYOUT_ROOM_H

#include "draw/picture.h"
#include "kernel/watch.h"

/* Enlarges the drawing of these nodes until most of them have room, and pushes the rest apart, as
 * far as that is quick. False: the watch stopped it. */
bool ent_layout_room(EntPicture *picture, const guint32 *members, guint32 length, EntWatch *watch);

#endif
