/* SPDX-License-Identifier: MIT */
/* Colours as "#rrggbb", and what goes with them. */
#ifndef ENT_DRAW_COLOR_H
#define ENT_DRAW_COLOR_H

#include <stdbool.h>
#include <glib.h>

/* Text of a colour, its end included. */
typedef struct {
    char text[8];
} EntColor;

/* The colour of that text; a light grey where it is not "#rrggbb". */
EntColor ent_color(const char *text);

/* Colours for groups, distinct for the colour-blind and light enough for black text: the first
 * nine of Paul Tol's "light" set, then tints of them. Any number is good. */
EntColor ent_color_of_group(guint32 group);

/* Relative luminance, 0 to 1, and contrast, 1 to 21, as WCAG 2 defines them. */
double ent_color_luminance(EntColor color);
double ent_color_contrast(EntColor a, EntColor b);

/* Near-black or white, whichever is read better on that ground; never below 4.5 to 1. */
EntColor ent_color_ink(EntColor ground);

/* Mixed with that share, 0 to 1, of the other. */
EntColor ent_color_mix(EntColor color, EntColor other, double share);

/* The same hue, darkened, on dark paper lightened, until it has at least that contrast to it. */
EntColor ent_color_off(EntColor color, EntColor paper, double contrast);

/* The same, as it looks through a veil of the paper's colour. */
EntColor ent_color_faded(EntColor color, EntColor paper);

/* A light grey of its brightness, for black text. */
EntColor ent_color_grey(EntColor color);

#endif
