/* SPDX-License-Identifier: MIT */
/* Schemas from built-in names and files. */
#ifndef ENT_MODEL_SCHEMA_READ_H
#define ENT_MODEL_SCHEMA_READ_H

#include <entente/schema.h>
#include <entente/report.h>

/* A built-in text ("diplomacy", "open", "facts.schema.json", "schema.schema.json"); NULL if none.
 * *length may be NULL. */
const char *ent_builtin(const char *name, gsize *length);

/* Names of the built-in schemas, NULL-terminated. */
extern const char *const ent_builtin_schemas[];

/*
 * A built-in schema by name, or a schema file by path (relative to folder where folder is not
 * NULL). Findings about the file's content go to report (then NULL with *error unset); NULL and an
 * error where there is no such schema or file.
 */
EntSchema *ent_schema_load(const char *name, const char *folder, EntReport *report, GError **error);

/* Node and edge types in the schema's order, NULL-terminated; the arrays are the caller's
 * (g_free), what they hold is borrowed. */
const EntNodeType **ent_schema_node_types(const EntSchema *schema);
const EntEdgeType **ent_schema_edge_types(const EntSchema *schema);
bool ent_schema_is_open(const EntSchema *schema);

#endif
