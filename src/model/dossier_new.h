/* SPDX-License-Identifier: MIT */
/* How a dossier is made of checked facts. */
#ifndef ENT_MODEL_DOSSIER_NEW_H
#define ENT_MODEL_DOSSIER_NEW_H

#include <entente/dossier.h>
#include "model/facts_store.h"

/* Takes facts and schema; the facts have passed the checks (every type known, every node
 * declared). */
EntDossier *ent_dossier_new(EntFacts *facts, EntSchema *schema);

/*
 * A dossier made of another, the whole, whose schema it uses and whose text its facts may borrow:
 * it keeps the whole alive. Takes facts, whose sources are the whole's in the same order, and the
 * texts of derivation.
 */
EntDossier *ent_dossier_derive(const EntDossier *whole, EntFacts *facts, EntDerivation derivation);

/*
 * A dossier made of two, whose schemas it uses, the first one's before the other's, and whose text
 * its facts may borrow: it keeps both alive. Takes facts, whose sources begin with the first one's.
 */
EntDossier *ent_dossier_join(const EntDossier *first, const EntDossier *other, EntFacts *facts);

/* The facts inside, for writers that need more than dossier.h gives; borrowed. */
const EntFacts *ent_dossier_facts(const EntDossier *dossier);

/* The schema whose types the facts are of; borrowed, not to be added to. */
const EntSchema *ent_dossier_schema(const EntDossier *dossier);

#endif
