/* SPDX-License-Identifier: MIT */
/* How the scores of a family of measures are explained. One file each, listed in registry.h. */
#ifndef ENT_WHY_DEF_H
#define ENT_WHY_DEF_H

#include <entente/why.h>
#include "view/graph.h"
#include "why/links.h"

/* A measure of the family, by its name: it need not exist. */
typedef struct {
    const char *measure;   /* NULL ends the rows */
    igraph_neimode_t mode; /* which edges carry it where the graph is directed: those that lead to
                              the node (IN), from it (OUT), or both */
    EntWhyUnit unit;
    const char *says;
    const char *partner; /* the measure whose numbers neighbours pass on; NULL: this one */
} EntWhyRow;

/* One explanation in the making. Vertices are places of the view, which is in order (view/order.h).
 */
typedef struct {
    const EntMeasure *measure;
    const EntWhyRow *row;
    const EntWhyOptions *options;
    const EntView *view;
    const EntGraph *graph; /* the one that the measure measures */
    const EntLinks *links; /* ... and its arcs, of the row's mode */
    guint32 node;          /* vertex */
    const double *values;  /* the measure's, by vertex */
    EntWhy *why;
    GArray *parts; /* EntWhyPart */
} EntWhyRun;

typedef struct {
    const EntWhyRow *rows;
    /* Adds the parts, in any order, and what else there is to tell of a score that is defined. Runs
     * between ent_igraph_begin() and ent_igraph_end(). */
    bool (*explain)(EntWhyRun *run, GError **error);
} EntWhyFamily;

/* Adds a part: an edge of the graph, with the dossier's edges that were merged into it. */
void ent_why_add(EntWhyRun *run, guint32 near, const EntLink *link, double value);

/* The same for all edges between two vertices, whatever their direction. */
void ent_why_add_between(EntWhyRun *run, guint32 near, guint32 far, double value);

/* The first of the dossier's edges behind a link of the vertex near. */
guint32 ent_why_edge(const EntWhyRun *run, guint32 near, const EntLink *link);

/* Moves the parts into the explanation: those of the same nodes and edges become one, the largest
 * stand first, and shares are taken. */
void ent_why_finish_parts(EntWhyRun *run);

#endif
