/* SPDX-License-Identifier: MIT */
/*
 * Slices checked and decoded some way ahead by a thread of its own, so that taking facts in, which
 * waits for memory most, goes on beside reading them.
 */
#ifndef ENT_BASE_JSON_AHEAD_H
#define ENT_BASE_JSON_AHEAD_H

#include "base/json.h"
#include "base/json_decode.h"

typedef struct EntAhead EntAhead;

/* ent_slicer_next() or ent_lines_next(), of what they are given. */
typedef bool (*EntSliceNext)(gpointer slicer, EntSlice *slice);

/* The slicer is borrowed, and nobody else's until the end; so is the reading of its input. values:
 * slices of kind VALUE are decoded too. */
EntAhead *ent_ahead_new(EntSliceNext next, gpointer slicer, bool values);
void ent_ahead_free(EntAhead *ahead);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntAhead, ent_ahead_free)

/*
 * The next slice, as the slicer gives it, and with it what its value decodes to (see ent_decode());
 * NULL where it has none: a fault, a section, a text with U+0000. Both live until the next call.
 * Not to be called again once it returned false.
 */
bool ent_ahead_next(EntAhead *ahead, EntSlice *slice, const cJSON **value);

/* How many slices after that one are there already, and the value of one of them, from 0 on; NULL
 * where it has none. They live as long as that one's. */
guint ent_ahead_waiting(const EntAhead *ahead);
const cJSON *ent_ahead_peek(const EntAhead *ahead, guint number);

#endif
