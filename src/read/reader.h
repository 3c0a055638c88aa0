/* SPDX-License-Identifier: MIT */
/* A reader: one input format -> facts. One file each, listed in registry.h. */
#ifndef ENT_READ_READER_H
#define ENT_READ_READER_H

#include "base/input.h"
#include "base/json_decode.h"
#include "model/facts_store.h"

/* What a reader works with while it reads one file. */
typedef struct {
    EntFacts *facts;
    EntReport *report;
    EntInput *input;
    guint file;                                    /* index of the file, for origins */
    bool (*progress)(double share, gpointer data); /* may be NULL */
    gpointer progress_data;
} EntReading;

typedef struct {
    const char *name; /* first, for look-up */
    const char *summary;
    const char *const *endings; /* ".json", ...; NULL-terminated */
    const char *schema;         /* what such files mean when they name no schema; NULL: diplomacy */
    /* Reads the whole input. What is wrong with the text or the facts is a finding; false and an
     * error only where the input cannot be read or the user stopped it. */
    bool (*read)(EntReading *reading, GError **error);
    /* See EntFile.locate. */
    bool (*locate)(const EntFile *file, const EntOrigin *origin, const char *pointer, bool key,
                   EntPlace *place, char **excerpt);
} EntReader;

/* All readers, sorted by name, NULL-terminated. */
extern const EntReader *const ent_readers[];

/* By name or unique beginning. */
const EntReader *ent_reader_find(const char *name, GError **error);
/* By a path's ending; NULL and ENT_ERROR_UNSUPPORTED with the endings known. */
const EntReader *ent_reader_for_path(const char *path, GError **error);

/* Reads one file into facts. */
bool ent_read_file(EntFacts *facts, const EntReader *reader, const char *path, const char *name,
                   EntReport *report, bool (*progress)(double, gpointer), gpointer data,
                   GError **error);

#endif
