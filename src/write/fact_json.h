/* SPDX-License-Identifier: MIT */
/*
 * One fact as JSON: its keys in the order of the table in FACTS, what is a default or empty left
 * out. The object may have members already and is ended here.
 */
#ifndef ENT_WRITE_FACT_JSON_H
#define ENT_WRITE_FACT_JSON_H

#include "write/choice.h"
#include "write/json_text.h"

/* place: of the node or edge among the chosen ones. */
void ent_json_node(EntJsonObject *object, const EntChoice *choice, guint32 place);
/* What follows an edge's ends. */
void ent_json_edge(EntJsonObject *object, const EntChoice *choice, guint32 place);
void ent_json_source(EntJsonObject *object, const EntSource *source);

/* Appends a node's or edge's evidence as an array. */
void ent_json_evidence(GString *line, const EntFacts *facts, const EntFact *fact,
                       const EntJsonStyle *style);

#endif
