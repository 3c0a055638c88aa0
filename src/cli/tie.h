/* SPDX-License-Identifier: MIT */
/* The ties of one node, as 'show' tells them. */
#ifndef ENT_CLI_TIE_H
#define ENT_CLI_TIE_H

#include <entente/output.h>
#include <entente/view.h>

typedef enum {
    ENT_TIE_OUT,
    ENT_TIE_IN,
    ENT_TIE_BOTH
} EntTieWay; /* BOTH: of a symmetric relation */

typedef struct {
    guint32 index; /* of the dossier's edge */
    const EntEdge *edge;
    const EntEdgeType *type;
    const EntNode *other; /* at the other end */
    EntTieWay way;
} EntTie;

/* The edge as seen from the node, one of its ends. */
EntTie ent_tie(const EntDossier *dossier, guint32 node, guint32 index);

/* The node's ties in view, those of one relation and way together, the relations in the order of
 * the facts; the caller's (g_array_unref). */
GArray *ent_ties(const EntView *view, guint32 node);

/* "out", "in", "both" */
const char *ent_tie_way_name(EntTieWay way);

/* How the relation reads from the node: "chairs →", "is chaired by →", or "← chairs" where the
 * schema has no words for the way back. The caller's. */
char *ent_tie_words(const EntTie *tie);

/* A node with its evidence and ties, in three forms. */
typedef struct {
    const EntView *view;
    const EntDossier *dossier;
    guint32 index;
    const EntNode *node;
    GArray *ties;
    char **edge_ids; /* of JSON; else NULL */
} EntShown;

void ent_show_text(EntOutput *output, const EntShown *shown, guint width);
void ent_show_json(EntOutput *output, const EntShown *shown);
void ent_show_csv(EntOutput *output, const EntShown *shown);

#endif
