/* SPDX-License-Identifier: MIT */
/* The keys of facts, in canonical order, with how each value is read. */
#ifndef ENT_READ_KEYS_H
#define ENT_READ_KEYS_H

#include "read/draft.h"

typedef struct {
    const char *name; /* NULL ends a list */
    guint places;     /* bits of EntKeyPlace */
    EntKeyKind kind;
    void (*read)(EntDraft *draft, const cJSON *value);
} EntKey;

extern const EntKey ent_fact_keys[];

/* NULL where the place has no such key. */
const EntKey *ent_key_find(const char *name, EntKeyPlace place);

#endif
