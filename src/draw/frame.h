/* SPDX-License-Identifier: MIT */
/* What stands around a drawing: title, subtitle, legend, sources. */
#ifndef ENT_DRAW_FRAME_H
#define ENT_DRAW_FRAME_H

#include "draw/picture.h"

typedef enum {
    ENT_LEGEND_WORD, /* text alone */
    ENT_LEGEND_NODE, /* a small shape */
    ENT_LEGEND_LINE, /* a short line */
} EntLegendKind;

typedef struct {
    EntLegendKind kind;
    EntShape shape;
    EntColor fill, stroke;
    EntPoint swatch; /* size of the shape or line */
    EntStroke line;
    double opacity; /* 0: as 1 */
    bool crossed;   /* a line that is denied */
    bool new_row;   /* begins one */
    EntLabel text;
    EntPoint at; /* left, middle */
} EntLegendItem;

typedef struct {
    EntLabel text;
    const char *url; /* NULL: no link */
    EntPoint at;     /* left, top */
} EntSourceLine;

typedef struct {
    const EntTheme *theme;
    double scale;         /* of its letters: large drawings have large titles */
    double width, height; /* of the whole picture */
    EntLabel title, subtitle;
    EntPoint title_at, subtitle_at; /* left, top */
    EntPoint drawing_at;            /* where the drawing's box has its left top corner */
    double rule_y;                  /* of the line above the legend */
    GArray *items;                  /* EntLegendItem */
    GArray *sources;                /* EntSourceLine */
} EntFrame;

#define ENT_MARGIN 24.0

/* For a picture that has its places. Borrows from it. */
EntFrame *ent_frame_new(const EntPicture *picture);
void ent_frame_free(EntFrame *frame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntFrame, ent_frame_free)

/* The legend's items, in order, without places (legend.c), appended to items. */
void ent_legend_add(const EntPicture *picture, double scale, GArray *items);

/* Appends one item with its text, both made as large as the scale says. */
void ent_legend_put(GArray *items, double scale, EntLegendItem item, const char *text);

/* The sources that the facts in view rest on (sources.c), at most `width` wide, appended. */
void ent_sources_add(const EntPicture *picture, double scale, double width, GArray *sources);

/* "44 nodes, 80 edges · as-of 2026-03-02"; the caller's. */
char *ent_picture_subtitle(const EntPicture *picture);

/* "Sources: a; b": those that the facts in view rest on; the caller's. */
char *ent_picture_sources(const EntPicture *picture);

/* What the picture shows, in words, for those who do not see it; the caller's. */
char *ent_picture_alternative(const EntPicture *picture);

/* Where a fact's first quote can be read, NULL where no source of it has an address (links.c); the
 * caller's. */
char *ent_fact_link(const EntPicture *picture, const EntFact *fact);

/* Whether an address may be linked: http, https or mailto, and nothing odd in it. */
bool ent_is_link(const char *url);

#endif
