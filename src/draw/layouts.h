/* SPDX-License-Identifier: MIT */
/* The layouts that can be asked for. */
#ifndef ENT_DRAW_LAYOUTS_H
#define ENT_DRAW_LAYOUTS_H

#include <glib.h>

/* One line each, sorted: name, summary */
#define ENT_LAYOUTS(X)                                                                             \
    X(auto,                                                                                        \
      "dot for pictures that fit on a page, sfdp for larger, multilevel for very large ones")      \
    X(circo, "on circles; for rings and hubs")                                                     \
    X(dot, "in columns or layers, edges run one way; up to some hundred nodes")                    \
    X(fdp, "by springs between the nodes; up to some hundred nodes")                               \
    X(multilevel, "by springs on coarser and coarser graphs; hundreds of thousands of nodes")      \
    X(neato, "by distances in the graph; up to some hundred nodes")                                \
    X(sfdp, "by springs, for large graphs; many thousand nodes")                                   \
    X(twopi, "on rings around the best tied node")

typedef struct {
    const char *name; /* first, for look-up */
    const char *summary;
} EntLayout;

/* Which of them draws a picture of that size where `asked` is auto or NULL. */
const char *ent_layout_engine(const char *asked, guint32 nodes, guint32 edges);

/* Sorted by name, NULL-terminated. */
extern const EntLayout *const ent_layouts[];

#endif
