/* SPDX-License-Identifier: MIT */
/* What the JSON and NDJSON readers share. */
#ifndef ENT_READ_JSON_FACTS_H
#define ENT_READ_JSON_FACTS_H

#include "base/place.h"
#include "read/fact.h"

/* A slice's place as an origin of the file being read. */
EntOrigin ent_slice_origin(const EntReading *reading, const EntSlice *slice);

/* The finding of a slice that is no JSON. */
void ent_slice_fault(const EntReading *reading, const EntSlice *slice);

/* A finding about the slice itself. hint is taken, may be NULL. */
void ent_slice_finding(const EntReading *reading, const EntSlice *slice, const char *code,
                       char *hint, const char *message);

/* Tells progress now and then; false and an error when the user stopped it. */
bool ent_reading_goes_on(EntReading *reading, guint64 facts, GError **error);

/* The piece of a file that a fact's origin points to. */
EntPiece ent_origin_piece(const EntFile *file, const EntOrigin *origin);

#endif
