/* SPDX-License-Identifier: MIT */
/*
 * Themes: the colours of a picture. A theme is a small JSON file:
 *
 *   { "paper": "#ffffff", "ink": "#111111", "nodes": "schema", "denied": "#9c2a2a",
 *     "added": "#1a7f37", "removed": "#cf222e", "changed": "#b35900" }
 *
 * "nodes" is "schema" (the types' own colours), "grey" (these as greys) or a list of colours that
 * the types in the picture get in the schema's order. Left out keys are those of "light".
 */
#ifndef ENT_DRAW_THEME_H
#define ENT_DRAW_THEME_H

#include <entente/error.h>
#include "draw/color.h"

#define ENT_THEME_COLORS 32

typedef struct {
    EntColor paper, ink, denied, added, removed, changed;
    bool grey;
    EntColor colors[ENT_THEME_COLORS]; /* of node types */
    guint colors_length;               /* 0: their own */
} EntTheme;

/* The built-in themes' names, NULL-terminated; the first is the usual one. */
extern const char *const ent_themes[];

/* name: a built-in theme's or a file's (with a slash or ending in .json); NULL: "light". False and
 * an error that says what is wrong and where. */
bool ent_theme_load(EntTheme *theme, const char *name, GError **error);

/* A type's colour, the order-th of those in the picture. */
EntColor ent_theme_type(const EntTheme *theme, const char *color, guint order);

/* The ink, so many fourteenths mixed with paper. */
EntColor ent_theme_ink(const EntTheme *theme, guint fourteenths);

#endif
