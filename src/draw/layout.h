/* SPDX-License-Identifier: MIT */
/* From a picture without places to one with them, by the program entente-layout. */
#ifndef ENT_DRAW_LAYOUT_H
#define ENT_DRAW_LAYOUT_H

#include "draw/picture.h"

typedef struct {
    const char *engine;    /* "dot", "sfdp", ... */
    const char *direction; /* "down", "right", "up", "left"; for dot only */
    const guint *columns;  /* by node; NULL: the engine's own layers */
    guint columns_length;
} EntLayoutPlan;

/*
 * The question to the layout program: sizes and ends, nothing of what the picture says. Nodes n0,
 * n1, ..., edges e0, e1, ...; numbers beyond the picture's are scaffolding. An edge whose column
 * lies behind that of its end is asked for the other way round. The caller's.
 */
GString *ent_layout_question(const EntPicture *picture, const EntLayoutPlan *plan);
bool ent_layout_is_turned(const EntLayoutPlan *plan, const EntPictureEdge *edge);

/* "TB" for "down", "LR" for "right" and NULL, ... */
const char *ent_layout_rankdir(const char *direction);
/* Whether layers are columns: to the right, which is usual, or left. */
bool ent_layout_is_sideways(const char *direction);

/* Takes the program's answer (NUL-terminated) into the picture, in place of an earlier one. False
 * where it is not an answer to this picture; then nothing of it is used. */
bool ent_layout_answer(EntPicture *picture, const EntLayoutPlan *plan, const char *text);

/* How good the places are, less is better: it weighs the size on a page of that ratio, how often
 * edges cross, how long they are, and how well labels find a place (score.c). Numbers of one
 * picture can be compared. Trims edges and places labels. */
double ent_layout_score(EntPicture *picture, double ratio);

/* Places, and looks (sizes, colours, what stands out), of the picture of the options' whole view,
 * which has all of the picture's nodes and edges (share.c). */
void ent_picture_take_places(EntPicture *picture, const EntPicture *whole);
void ent_picture_take_looks(EntPicture *picture, const EntPicture *whole);
bool ent_layout_as_whole(EntPicture *picture, GError **error);

/* Lays the picture out as its options say. */
bool ent_layout(EntPicture *picture, GError **error);

#endif
