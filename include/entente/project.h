/* SPDX-License-Identifier: MIT */
/*
 * Projection: the parties of a shared node, tied to one another. Two nations that signed the same
 * MOU become neighbours, and the MOU goes: what it said is kept by the tie.
 *
 *   nodes      those of the view that are not of a via type (nor of a subtype), as they are
 *   ties       one for each two nodes that have an edge to the same via node, whichever way it
 *              points and of whatever relation (a filter narrows that); of the symmetric relation
 *              ENT_EDGE_TYPE_SHARED. All other edges go: those between two via nodes or two parties
 *   weight     the number of shared nodes, or Newman's sum of 1/(k-1) over them, k being a node's
 *              parties: a treaty of two ties them more than one of two hundred
 *   evidence   that of all edges behind the tie, each quote once, in the order of the facts
 *   status, confidence   those of the firmest shared node. A shared node is as firm as the weakest
 *              of itself and the two edges, as sure as the product of their three confidences
 *   properties  "via", the ids of the shared nodes, and "through", their names: those of fewest
 *              parties first, then by id
 *
 * A party with several edges to a node counts once, by the firmest of them. A tie has no dates:
 * filters on dates, relations, sources, statuses belong to the view that is projected.
 */
#ifndef ENTENTE_PROJECT_H
#define ENTENTE_PROJECT_H

#include <entente/view.h>

G_BEGIN_DECLS

typedef enum {
    ENT_PROJECT_COUNT,
    ENT_PROJECT_NEWMAN, /* M. E. J. Newman, Phys. Rev. E 64, 016132 (2001), eq. 2 */
} EntProjectWeight;

typedef struct {
    const char *const *via; /* node types, NULL-terminated, at least one */
    EntProjectWeight weight;
} EntProjection;

/*
 * A dossier of the ties, which keeps the view's own alive; the view may go. NULL and an error where
 * a type is not in the schema (with a suggestion; ENT_ERROR_USAGE), or where the ties would be more
 * than 5,000,000 or carry more than 20,000,000 quotes (ENT_ERROR_COMPUTE): k parties make
 * k(k-1)/2 ties.
 */
ENT_API EntDossier *ent_dossier_project(const EntView *view, const EntProjection *how,
                                        GError **error);

/* The names of the nodes behind a projected tie, also of one read back from a file; NULL for any
 * other edge. The caller's, g_strfreev() it. */
ENT_API char **ent_edge_through(const EntDossier *dossier, const EntEdge *edge);

G_END_DECLS

#endif
