/* SPDX-License-Identifier: MIT */
/* The ties of a projection, made of who is party to what. */
#ifndef ENT_VIEW_PROJECT_TIES_H
#define ENT_VIEW_PROJECT_TIES_H

#include "model/facts_store.h"
#include "view/shared.h"

/* What a projection is made of, and the facts that it makes. */
typedef struct {
    const EntDossier *dossier;
    const EntMemberships *members;
    EntFacts *facts;
    const guint32 *made; /* the dossier's node -> index in facts */
    EntProjectWeight weight;
} EntProjected;

/* The names of a tie's properties: ids and names of what is shared. */
#define ENT_VIA_KEY     "via"
#define ENT_THROUGH_KEY "through"

/* Copies evidence of the dossier to the end of that of facts. */
void ent_projected_evidence(EntFacts *facts, const EntDossier *dossier, guint32 evidence);

/* Adds all ties to facts, ordered by the places of their parties in the dossier. */
void ent_projected_ties(const EntProjected *projected);

#endif
