/* SPDX-License-Identifier: MIT */
/* A check: one rule over all facts. One file each, listed in registry.h. */
#ifndef ENT_CHECK_CHECK_H
#define ENT_CHECK_CHECK_H

#include <entente/dossier.h>
#include "model/facts_store.h"

/* What a check looks at. */
typedef struct {
    EntFacts *facts; /* only where quotes stand and what texts sources have is ever written */
    EntSchema *schema;
    EntReport *report;
    bool texts_wanted; /* a source's text that is not there is an error, not a warning */
    bool texts_kept;   /* they are asked for later */
    bool (*progress)(double share, gpointer data); /* may be NULL */
    gpointer progress_data;
} EntChecking;

typedef struct {
    const char *name; /* first, for look-up */
    const char *summary;
    const char *const *codes; /* of the findings it makes, NULL-terminated */
    void (*run)(EntChecking *checking);
} EntCheck;

/* All checks in the order they run, NULL-terminated. */
extern const EntCheck *const ent_checks[];

#endif
