/* SPDX-License-Identifier: MIT */
/* The layouts that can be asked for. A new one is a descriptor and a line here. */
#ifndef ENT_DRAW_LAYOUTS_H
#define ENT_DRAW_LAYOUTS_H

#include "draw/formats.h"
#include "draw/svg.h"

/* One line each, sorted: name as in C, its descriptor is ent_layout_<name> */
#define ENT_LAYOUTS(X)                                                                             \
    X(auto)                                                                                        \
    X(circo)                                                                                       \
    X(dot)                                                                                         \
    X(fdp)                                                                                         \
    X(matrix)                                                                                      \
    X(multilevel)                                                                                  \
    X(neato)                                                                                       \
    X(rings)                                                                                       \
    X(sfdp)                                                                                        \
    X(timeline)                                                                                    \
    X(two_mode)                                                                                    \
    X(twopi)

struct EntLayout {
    const char *name; /* first, for look-up */
    const char *summary;
    /* Graphviz's engine: the program entente-layout runs it where there is no place(), and DOT
     * names it. */
    const char *engine;
    /* For dot: the column of each node, 0 to *length - 1; the caller's (g_free). NULL: chosen. */
    guint *(*columns)(const EntPicture *picture, guint *length);
    /* Gives nodes their places and edges their ways; NULL: the engine does. */
    bool (*place)(EntPicture *picture, GError **error);
    /* It is a picture and nothing else: neither DOT, a page nor a sheet can show what it shows.
     * Edges end where it says, and nodes have their names beside them. */
    bool still;
    /* Draws the picture, and appends what the legend has to say of it (EntLegendItem); NULL: nodes,
     * and lines between them. */
    void (*put)(const EntDrawing *drawing);
    void (*explain)(const EntPicture *picture, double scale, GArray *items);
};

#define X(name) extern const EntLayout ent_layout_##name;
ENT_LAYOUTS(X)
#undef X

/* Sorted by name, NULL-terminated. */
extern const EntLayout *const ent_layouts[];

/* The layout that the options ask for; where they leave it open, the one for a picture of that size
 * that is, or is not, around one node. */
const EntLayout *ent_layout_choose(const EntDrawOptions *options, guint32 nodes, guint32 edges,
                                   bool around);

/* Whether the options' layout, and what they ask for beside it, go together with the format. */
bool ent_layout_check(const EntDrawOptions *options, const EntDrawFormat *format, GError **error);

#endif
