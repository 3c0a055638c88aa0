/* SPDX-License-Identifier: MIT */
/* Facts of a dossier as text that is compared. */
#ifndef ENT_DIFF_FACTS_H
#define ENT_DIFF_FACTS_H

#include <entente/dossier.h>

/* Compact JSON in the canonical layout, put in place of what `text` holds; an edge's ends and type
 * come first, under the keys that a facts file has for them. */
void ent_diff_put_node(GString *text, const EntDossier *dossier, guint32 index);
void ent_diff_put_edge(GString *text, const EntDossier *dossier, guint32 index);
void ent_diff_put_source(GString *text, const EntDossier *dossier, guint32 index);
void ent_diff_put_head(GString *text, const EntDossier *dossier);

#endif
