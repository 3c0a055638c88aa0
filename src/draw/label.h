/* SPDX-License-Identifier: MIT */
/* Text broken into lines and measured, and what the labels of nodes and edges say. */
#ifndef ENT_DRAW_LABEL_H
#define ENT_DRAW_LABEL_H

#include <entente/dossier.h>

#define ENT_LINE_HEIGHT 1.2 /* of the size of its letters */

typedef struct {
    char **lines; /* NULL-terminated; NULL: no text */
    guint length; /* lines */
    double size;  /* of the letters */
    bool bold;
    double width, height; /* of all lines; 0 where there is no text */
} EntLabel;

/* How a text is set. */
typedef struct {
    double size;
    bool bold;
    double max_width;
    guint max_lines;
} EntSetting;

/* Breaks text (NULL: none) into lines. Free with ent_label_clear(). */
EntLabel ent_label(const char *text, const EntSetting *setting);
void ent_label_clear(EntLabel *label);

/* When a fact holds, for people: "by 2030", "2025 – 2030", "since 2025"; NULL if it does not say.
 * The caller's. */
char *ent_when(const EntDetails *details);
/* A sum as the source writes it, or "USD 300000000"; NULL if there is none. The caller's. */
char *ent_sum(const EntAmount *amount);

/* A number as people say it, three digits of it: "300 million"; the caller's. */
char *ent_number_words(double number);

/* What stands under a node's name: count, amount, dates; NULL if nothing. The caller's. */
char *ent_node_details(const EntNode *node);
typedef enum { ENT_WHEN_NEVER, ENT_WHEN_SPANS, ENT_WHEN_ALWAYS } EntWhen;

/* What stands under an edge's label: amount; deadline and span, or single dates too. */
char *ent_edge_details(const EntEdge *edge, EntWhen when);

#endif
