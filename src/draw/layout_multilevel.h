/* SPDX-License-Identifier: MIT */
/* Layout of pictures of many nodes, without another program. */
#ifndef ENT_DRAW_LAYOUT_MULTILEVEL_H
#define ENT_DRAW_LAYOUT_MULTILEVEL_H

#include "draw/picture.h"
#include "kernel/watch.h"

/* Places nodes so that none lie on one another, as far as that is quick, and draws edges as
 * straight lines from middle to middle. False: the watch stopped it. */
bool ent_place_multilevel(EntPicture *picture, EntWatch *watch);

#endif
