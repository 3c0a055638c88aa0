/* SPDX-License-Identifier: MIT */
/*
 * The same node or source declared in two files read together: what one says and the other does
 * not is joined, lists are united, and what they say differently is a finding. A second name
 * becomes an alias.
 */
#ifndef ENT_READ_MERGE_H
#define ENT_READ_MERGE_H

#include "read/fact.h"

void ent_merge_node(EntFactSource *from, EntNode *known, const EntNode *added);
void ent_merge_source(EntFactSource *from, EntSource *known, const EntSource *added);

#endif
