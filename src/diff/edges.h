/* SPDX-License-Identifier: MIT */
/* Which edges of two dossiers are the same. */
#ifndef ENT_DIFF_EDGES_H
#define ENT_DIFF_EDGES_H

#include <entente/dossier.h>

/* By the new dossier's edges: the same edge of the old one, ENT_NONE: it has none. The caller's. */
guint32 *ent_diff_match_edges(const EntDossier *old, const EntDossier *new);

#endif
