/* SPDX-License-Identifier: MIT */
/* What the measures that are eigenvectors share: eigenvector, hub, authority. */
#ifndef ENT_MEASURE_EIGEN_H
#define ENT_MEASURE_EIGEN_H

#include "view/component.h"
#include "measure/measure_def.h"

#define ENT_EIGEN_SAME 1e-9 /* eigenvalues that differ by a smaller share count as equal */

/* How it went in the components of a graph, for the notes. */
typedef struct {
    guint32 solved;   /* components that have values */
    guint32 acyclic;  /* ... that have none, for want of a cycle */
    guint32 tied;     /* ... because no cycle is the strongest */
    guint32 unsolved; /* ... because the computation did not converge */
    bool outside;     /* some values are 0 although the node has edges */
} EntEigenTally;

/*
 * The leading eigenvector of a component: scores, one for each of its vertices, >= 0, the largest
 * 1; value is the eigenvalue. A node's score is the weighted sum of its neighbours' (in a directed
 * graph: of those whose edges lead to it), divided by value. *converged is false where igraph did
 * not get there, or where its answer does not solve the equation. False and an error otherwise.
 */
bool ent_eigen_solve(EntComponent *component, double *scores, double *value, bool *converged,
                     GError **error);

/* Eigenvector centrality of an undirected graph, component by component. */
bool ent_eigen_undirected(const EntGraph *graph, EntColumn *column, GError **error);

/* Where the graph has no edges: all nodes alike, as igraph has it. False where it has some. */
bool ent_eigen_edgeless(const EntGraph *graph, EntColumn *column);

/* Says what the tally tells. */
void ent_eigen_note(const EntEigenTally *tally, EntColumn *column);

#endif
