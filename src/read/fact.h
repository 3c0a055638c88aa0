/* SPDX-License-Identifier: MIT */
/*
 * One decoded fact -> the store: the keys of FACTS section 2, their types, dates, amounts. All
 * readers that can say a fact as a JSON object go through here, so that every rule about keys
 * stands once.
 */
#ifndef ENT_READ_FACT_H
#define ENT_READ_FACT_H

#include "read/reader.h"

typedef struct {
    EntReading *reading;
    EntOrigin origin;
    /* The fact's own JSON text (it may begin with its key), from which numbers and free values
     * are kept digit by digit; NULL where the reader made the object itself: then numbers are
     * given as cJSON_Raw items (strict JSON number text in valuestring). */
    const char *text;
    gsize length;
    /* The nodes at an edge's ends that were looked up before, ENT_NONE where there was none yet;
     * NULL: they were not. */
    const guint32 *ends;
    guint findings; /* so far about this fact */
} EntFactSource;

/* object's keys "node"/"edge"/"source" (NDJSON) are skipped. id is valid UTF-8, unchecked. */
void ent_fact_node(EntFactSource *from, const char *id, const cJSON *object);
void ent_fact_source(EntFactSource *from, const char *id, const cJSON *object);
/* With ends NULL the object has from, type, to; else they are ends[0..2] (from, type, to). */
void ent_fact_edge(EntFactSource *from, const char *const ends[3], const cJSON *object);
/* The document's own keys: entente, title, description, schema, $schema, x-...; one at a time. */
void ent_fact_head(EntFactSource *from, const char *key, const cJSON *value);

/* A finding about what pointer names in this fact. hint is taken, may be NULL. */
void ent_fact_finding(EntFactSource *from, const char *code, const char *pointer, bool key,
                      char *hint, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* The kind of a key's value, for readers whose cells are text (CSV). */
typedef enum {
    ENT_KEY_UNKNOWN,
    ENT_KEY_TEXT,
    ENT_KEY_TEXTS, /* array of texts */
    ENT_KEY_NUMBER,
    ENT_KEY_OBJECT, /* amount, ids, properties: keyed by a dotted column name */
    ENT_KEY_EVIDENCE,
    ENT_KEY_FREE, /* x-... */
} EntKeyKind;

typedef enum { ENT_ON_NODE = 1, ENT_ON_EDGE = 2, ENT_ON_SOURCE = 4, ENT_ON_HEAD = 8 } EntKeyPlace;

EntKeyKind ent_key_kind(const char *key, EntKeyPlace place);
/* The keys of a place in canonical order, NULL-terminated; the array is the caller's. */
GPtrArray *ent_keys(EntKeyPlace place);

#endif
