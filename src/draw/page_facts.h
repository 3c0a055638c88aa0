/* SPDX-License-Identifier: MIT */
/* What is known of a fact, as the page's data has it. */
#ifndef ENT_DRAW_PAGE_FACTS_H
#define ENT_DRAW_PAGE_FACTS_H

#include <entente/dossier.h>
#include <entente/output.h>

/* A member of an object, after a comma where *any says so; nothing where there is no text. */
void ent_page_member(EntOutput *output, const char *key, const char *text, bool *any);

/* An object with aliases, dates and sums, note, other keys and evidence; 0 where there is none. */
void ent_page_node_facts(EntOutput *output, const EntDossier *dossier, const EntNode *node);
void ent_page_edge_facts(EntOutput *output, const EntDossier *dossier, const EntEdge *edge);

#endif
