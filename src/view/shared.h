/* SPDX-License-Identifier: MIT */
/* Who is party to what: the two-mode part of a view, nodes of the via types on one side and their
 * parties on the other. */
#ifndef ENT_VIEW_SHARED_H
#define ENT_VIEW_SHARED_H

#include <entente/project.h>

/* How firm a fact is: the status first, then the confidence. */
typedef struct {
    guint8 status; /* EntStatus */
    double confidence;
} EntFirmness;

/* That of two facts which are both needed: the weaker status, the product of the confidences. */
EntFirmness ent_firmness_both(EntFirmness a, EntFirmness b);
bool ent_firmness_exceeds(EntFirmness a, EntFirmness b);

/* A party's tie to a shared node. */
typedef struct {
    guint32 shared;        /* place among the shared nodes */
    guint32 party;         /* the dossier's node */
    guint32 links, length; /* where its edges stand in `edges`, and how many they are */
    EntFirmness firmness;  /* of the firmest of them */
} EntMembership;

/* Sorted by shared node, then by party. */
typedef struct {
    guint32 *nodes; /* the shared nodes, by id */
    guint32 nodes_length;
    EntMembership *items;
    guint32 length;
    guint32 *starts; /* of each shared node in items; one more closes the last */
    guint32 *edges;  /* the dossier's, of each membership ascending */
} EntMemberships;

/* is_via: by the dossier's nodes. */
void ent_memberships_init(EntMemberships *members, const EntView *view, const bool *is_via);
void ent_memberships_clear(EntMemberships *members);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntMemberships, ent_memberships_clear)

/* How many parties a shared node has. */
static inline guint32 ent_parties(const EntMemberships *members, guint32 shared)
{
    return members->starts[shared + 1] - members->starts[shared];
}

#endif
