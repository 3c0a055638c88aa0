/* SPDX-License-Identifier: MIT */
/*
 * A graph after layout, copied out of Graphviz: where its nodes, edges and labels are.
 * All lengths are points. The y axis points up, as Graphviz has it; printing turns it.
 */
#ifndef ENT_LAYOUT_PLACED_H
#define ENT_LAYOUT_PLACED_H

#include <glib.h>
#include <stdio.h>

#include <cgraph.h>

typedef struct {
    double x, y;
} EntPoint;

typedef struct {
    EntPoint low, high;
} EntBox;

typedef struct {
    guint number;
    EntPoint centre;
    double width, height;
    gboolean round; /* an ellipse; other shapes are taken as their boxes */
} EntPlacedNode;

/* One chain of Bezier curves; an edge may have several. */
typedef struct {
    guint number;
    guint tail, head; /* indices in nodes */
    GArray *points; /* of EntPoint, 3k + 1, from boundary to boundary, tip of the arrow included */
} EntPlacedEdge;

typedef struct {
    guint edge; /* index in edges of the edge's first chain */
    EntPoint centre;
    double width, height;
    gboolean set; /* Graphviz has found a place for it */
} EntPlacedLabel;

typedef struct {
    EntBox box;
    GArray *nodes;  /* of EntPlacedNode, by number */
    GArray *edges;  /* of EntPlacedEdge, by number */
    GArray *labels; /* of EntPlacedLabel, by number of their edges */
} EntPlaced;

/* From a graph that gvLayout() has laid out. */
EntPlaced *ent_placed_new(Agraph_t *graph);
void ent_placed_free(EntPlaced *placed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntPlaced, ent_placed_free)

/*
 * Bows edges between the same two nodes apart where they lie on one another, and unsets their
 * labels' places.
 */
void ent_placed_spread(EntPlaced *placed);

/*
 * Puts every label that is not set onto its edge: at the middle, or, where that would hide a node
 * or another label, a little towards an end. With ANEW labels that are set move as well, but for
 * those of loops.
 */
void ent_placed_put_labels(EntPlaced *placed, gboolean anew);

/* The point at FRACTION (0 to 1) of the length of a chain of Bezier curves. */
EntPoint ent_placed_along(const GArray *points, double fraction);

/*
 * Writes the lines described in main.c. FALSE if something is not a finite number or the stream has
 * failed.
 */
gboolean ent_placed_print(EntPlaced *placed, FILE *stream);

#define ent_placed_node(placed, i)  (&g_array_index((placed)->nodes, EntPlacedNode, (i)))
#define ent_placed_edge(placed, i)  (&g_array_index((placed)->edges, EntPlacedEdge, (i)))
#define ent_placed_label(placed, i) (&g_array_index((placed)->labels, EntPlacedLabel, (i)))

#endif
