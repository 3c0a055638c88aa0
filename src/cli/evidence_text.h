/* SPDX-License-Identifier: MIT */
/* Nodes, facts and their quotes in words, on a terminal of so many columns (width 0: any). */
#ifndef ENT_CLI_EVIDENCE_TEXT_H
#define ENT_CLI_EVIDENCE_TEXT_H

#include <entente/dossier.h>
#include <entente/output.h>

/* A text without what a terminal would take for orders. */
void ent_put_safe(EntOutput *output, const char *text);

/* The same in lines, those after the first indented; ends the line. */
void ent_put_wrapped(EntOutput *output, const char *text, guint indent, guint width);

/* "Lawrence Wong (leader) [wong]" */
void ent_put_named(EntOutput *output, const EntDossier *dossier, const EntNode *node);

/* ", planned, by 2030": what is not to be taken for granted. */
void ent_put_circumstances(EntOutput *output, const EntFact *fact);

/* Each quote on lines of its own, and where it stands; of one that was not found once it says what
 * is known. */
void ent_put_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact,
                      guint indent, guint width);

#endif
