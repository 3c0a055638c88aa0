/* SPDX-License-Identifier: MIT */
/* A placed picture as SVG: static, without scripts, styles or anything loaded from elsewhere. */
#ifndef ENT_DRAW_SVG_H
#define ENT_DRAW_SVG_H

#include "draw/frame.h"

/* The font whose widths the picture was made for, and those that share them. */
#define ENT_SVG_FONT "Liberation Sans, Arial, Helvetica, sans-serif"

/* A picture that is drawn: every place of the picture moved by `offset`. */
typedef struct {
    EntOutput *output;
    const EntPicture *picture;
    EntPoint offset;
    const char *prefix; /* of the ids of its elements: several drawings of a document have others */
} EntDrawing;

/* Writes the whole document. */
void ent_svg_write(EntOutput *output, const EntPicture *picture, const EntFrame *frame);

/* Its parts: how it begins, what is drawn, and the pieces of that. */
void ent_svg_put_start(EntOutput *output, const EntPicture *picture, const EntFrame *frame);
void ent_svg_put_drawing(const EntDrawing *drawing);
void ent_svg_put_guides(const EntDrawing *drawing);
void ent_svg_put_cluster(const EntDrawing *drawing, guint index);
void ent_svg_put_cluster_label(const EntDrawing *drawing, guint index);
/* How an edge's group begins: what it is, for other programs and as a tooltip. */
void ent_svg_put_edge_start(const EntDrawing *drawing, guint32 index);
void ent_svg_put_edge(const EntDrawing *drawing, guint32 index);
void ent_svg_put_edge_label(const EntDrawing *drawing, guint32 index);
void ent_svg_put_node(const EntDrawing *drawing, guint32 index);
void ent_svg_put_frame(EntOutput *output, const EntFrame *frame);

/* Fill and line as attributes, and the end of the element. */
void ent_svg_put_paint(EntOutput *output, const EntPaint *paint);

/* A straight line. */
void ent_svg_put_line(EntOutput *output, EntPoint from, EntPoint to, const EntPaint *paint);

/* Begins a link to the address, NULL: none; or from what is drawn of a fact to its source, where
 * that has an address and there are not very many lines. Whether there is one. Ends it, and the
 * line of text. */
bool ent_svg_put_link_start(EntOutput *output, const char *url);
bool ent_svg_put_fact_link_start(const EntDrawing *drawing, const EntFact *fact);
void ent_svg_put_link_end(EntOutput *output, bool linked);

/* As an attribute, if it is between 0 and 1. */
void ent_svg_put_opacity(EntOutput *output, double opacity);

/* The cross on a line that is denied. */
void ent_svg_put_cross(EntOutput *output, EntPoint at, const char *color);

/* ` name="12.5"`: at most two decimals, never a locale's. */
void ent_svg_put_number(EntOutput *output, const char *name, double number);
/* A number alone, in a path or a list of points. */
void ent_svg_put_value(EntOutput *output, double number);
/* "x,y" */
void ent_svg_put_point(EntOutput *output, EntPoint point);
/* The lines of a label one below another. anchor: "start" or "middle", at is there, at the top. */
void ent_svg_put_lines(EntOutput *output, const EntLabel *label, EntPoint at, const char *anchor,
                       const char *color);

/*
 * Whether text is an SVG document of nothing but the elements and attributes that entente writes,
 * with values of their forms (svg_check.c). False and an error that names the first other thing.
 */
bool ent_svg_check(const char *text, gsize length, GError **error);

#endif
