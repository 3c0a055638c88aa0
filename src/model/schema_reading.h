/* SPDX-License-Identifier: MIT */
/* A schema file while it is read, and its findings; only schema*.c look inside. */
#ifndef ENT_MODEL_SCHEMA_READING_H
#define ENT_MODEL_SCHEMA_READING_H

#include "base/json_decode.h"
#include "base/place.h"
#include "model/schema_store.h"

/* Findings that are listed: each looks for its place in the whole file. */
#define ENT_SCHEMA_FINDINGS 50

typedef struct {
    EntSchema *schema;
    EntReport *report;
    const EntInput *input; /* NULL for a built-in schema, which has no findings */
    const char *file;
    const char *text;
    gsize length;
    GString *pointer; /* to what is being read */
    guint findings;
} EntSchemaReading;

/* The text that findings have their places in. */
EntPiece ent_schema_piece(const EntSchemaReading *reading);

/* An error where the pointer is: at its key or, key false, at its value. Takes the hint. */
void ent_schema_finding(EntSchemaReading *reading, const char *code, bool key, char *hint,
                        const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The nearest name as a hint, NULL where none is near; the caller's. */
char *ent_schema_hint(const char *const *names, const char *wanted);

void ent_schema_unknown_key(EntSchemaReading *reading, const char *key, const char *const *known);

/* Whether the member's name is seen for the first time, an error where it is not. */
bool ent_schema_is_new(EntSchemaReading *reading, const char *what, const cJSON *member,
                       GHashTable *seen);

/* Reads "nodeTypes" and "edgeTypes" of a schema file. Node types may be named before they are
 * defined: all are added before any is read. */
void ent_schema_read_types(EntSchemaReading *reading, const cJSON *top);

#endif
