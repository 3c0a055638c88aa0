/* SPDX-License-Identifier: MIT */
/* A picture as DOT, for people who use Graphviz themselves. */
#ifndef ENT_DRAW_DOT_H
#define ENT_DRAW_DOT_H

#include "draw/picture.h"

void ent_dot_write(EntOutput *output, const EntPicture *picture);

#endif
