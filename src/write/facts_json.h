/* SPDX-License-Identifier: MIT */
/*
 * The facts file as JSON: the canonical layout, one source, node or edge a line, and NDJSON, one
 * object a line. Writing what was read from a file written so gives the same bytes.
 */
#ifndef ENT_WRITE_FACTS_JSON_H
#define ENT_WRITE_FACTS_JSON_H

#include "write/choice.h"

void ent_write_facts_json(EntOutput *output, const EntChoice *choice);
void ent_write_facts_ndjson(EntOutput *output, const EntChoice *choice);

#endif
