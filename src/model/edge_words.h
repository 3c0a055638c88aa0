/* SPDX-License-Identifier: MIT */
/* An edge in words, for messages. */
#ifndef ENT_MODEL_EDGE_WORDS_H
#define ENT_MODEL_EDGE_WORDS_H

#include <entente/dossier.h>

/* "edge 'chairs' from 'a' to 'b'", long names cut; the caller's. */
char *ent_edge_words(const EntDossier *dossier, const EntEdge *edge);

#endif
