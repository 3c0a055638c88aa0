/* SPDX-License-Identifier: MIT */
/* Facts files read, without checks: for commands that rewrite them as they are. */
#ifndef ENT_CHECK_LOAD_H
#define ENT_CHECK_LOAD_H

#include <entente/dossier.h>
#include "model/facts_store.h"

/*
 * Reads the files as ent_dossier_load() does. What is wrong with them is in the report; NULL and an
 * error where one cannot be read at all. The facts are the caller's.
 */
EntFacts *ent_facts_load(const char *const *paths, gsize length, const EntLoadOptions *options,
                         EntReport *report, GError **error);

#endif
