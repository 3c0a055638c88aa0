/* SPDX-License-Identifier: MIT */
/* What a schema is made of while it is built; only schema*.c look inside. */
#ifndef ENT_MODEL_SCHEMA_STORE_H
#define ENT_MODEL_SCHEMA_STORE_H

#include "model/schema_read.h"

struct EntSchema {
    char *name;
    bool open;
    GStringChunk *texts;
    GPtrArray *node_types; /* EntNodeType *, in the order given, owned */
    GPtrArray *edge_types; /* EntEdgeType *, likewise */
    GHashTable *nodes;     /* name -> EntNodeType */
    GHashTable *edges;     /* name -> EntEdgeType */
    GPtrArray *lists;      /* the edge types' lists of ends, owned */
};

#define ENT_RANK_UNSET G_MAXINT

EntSchema *ent_schema_new(const char *name);

/* The type of that name, added with nothing but its name where it is new. */
EntNodeType *ent_schema_add_node_type(EntSchema *schema, const char *name);
EntEdgeType *ent_schema_add_edge_type(EntSchema *schema, const char *name);

/* The schema's own copy of text. */
const char *ent_schema_text(EntSchema *schema, const char *text);

/* Fills in what was left out: from the parent, else by the defaults. The types' parents form no
 * circle. */
void ent_schema_complete(EntSchema *schema);

#endif
