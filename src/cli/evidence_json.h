/* SPDX-License-Identifier: MIT */
/* Nodes, facts and their quotes as members of JSON objects. */
#ifndef ENT_CLI_EVIDENCE_JSON_H
#define ENT_CLI_EVIDENCE_JSON_H

#include <entente/dossier.h>
#include <entente/output.h>

/* Members after the first of an object, each after a comma; nothing where there is no value. */
void ent_put_json_member(EntOutput *output, const char *key, const char *text);
void ent_put_json_texts(EntOutput *output, const char *key, EntTexts texts);
void ent_put_json_properties(EntOutput *output, const char *key, EntProperties properties);

/* "evidence": the quotes and where they stand, after a comma. */
void ent_put_json_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact);

/* Status, confidence, dates ... and "evidence", likewise each after a comma. */
void ent_put_json_fact(EntOutput *output, const EntDossier *dossier, const EntFact *fact);

/* The members that name a node ("id", "name", "type"), the first without a comma. */
void ent_put_json_node(EntOutput *output, const EntDossier *dossier, const EntNode *node);

#endif
