/* SPDX-License-Identifier: MIT */
/*
 * Diagrams: a view laid out and drawn as DOT, SVG, PNG, PDF or an interactive page.
 *
 * Layout and rendering run in two separate programs (entente-layout, entente-raster) under limits
 * of time and memory. No text of the user's reaches Graphviz.
 */
#ifndef ENTENTE_DRAW_H
#define ENTENTE_DRAW_H

#include <entente/diff.h>
#include <entente/measure.h>

G_BEGIN_DECLS

typedef enum { ENT_COLOR_TYPE, ENT_COLOR_GROUP } EntColorBy;

/* Zero-initialised: everything by default. Borrowed throughout. */
typedef struct {
    const char *format;       /* "dot", "html", "svg", "png", "pdf"; NULL: from the path's ending */
    const char *layout;       /* "auto", "dot", "sfdp", ...; NULL: auto */
    const char *theme;        /* "light", "dark", ..., or a file of one's own; NULL: light */
    bool ranks;               /* columns (rows where the direction is down or up) by type */
    const char *direction;    /* "down", "right", "up", "left"; NULL: chosen */
    const EntColumn *size_by; /* NULL: all nodes alike */
    EntWeight width_by; /* of edges: ENT_WEIGHT_AMOUNT or ENT_WEIGHT_WEIGHT; NONE: all alike */
    EntColorBy color_by;
    /* Measures of the view's nodes that a page can show; columns_length of them. */
    const EntColumn *const *columns;
    gsize columns_length;
    const guint32 *groups; /* a group's number for each node of the view, from 1; 0: it is in none.
                               For ENT_COLOR_GROUP and boxes */
    const char *grouping;  /* what the groups are by ("leiden"); NULL: not said */
    bool boxes;            /* around the groups, where the layout is dot; else colours show them */
    /* What stands out, by the view's nodes and edges, all else being faded; both or NULL. */
    const bool *marked_nodes, *marked_edges;
    const char *marked; /* what the legend calls it */
    /* How each node and edge of the view came about (diff.h), all else being faded; both or NULL.
     */
    const EntChange *node_changes, *edge_changes;
    /* A view of the same dossier that has all of the one drawn: things are where they are in the
     * picture of that. NULL: none. Sizes by a measure and boxes have a layout of their own. */
    const EntView *whole;
    /* Small multiples: views of parts of the one drawn, with words for each, in place of it. */
    const EntView *const *frames;
    const char *const *frame_words;
    guint frames_length; /* 0: one picture */
    const char *title;   /* NULL: the dossier's */
    guint seconds;       /* limit of the layout; 0: 60 */
    guint megabytes;     /* 0: 2048 */
    double scale;        /* of PNG pixels; 0: 2 */
    /* Told in words what a user should know ("dot ran out of time, drawn with sfdp"). NULL: nobody.
     */
    void (*notice)(const char *message, gpointer data);
    gpointer notice_data;
} EntDrawOptions;

ENT_API bool ent_draw(const EntView *view, const EntDrawOptions *options, const char *path,
                      GError **error);

G_END_DECLS

#endif
