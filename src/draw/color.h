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

/* Mixed with that share, 0 to 1, of white. */
EntColor ent_color_lighter(EntColor color, double share);

/* The same hue, darkened until it has at least that contrast to white. */
EntColor ent_color_darker(EntColor color, double contrast);

/* The same, as it looks through a white veil. */
EntColor ent_color_faded(EntColor color);

#endif
