/* SPDX-License-Identifier: MIT */
/*
 * cJSON on a bump allocator: a value is decoded into memory that the next value takes over, so a
 * file costs as much as its largest fact. The text must have passed ent_json_scan().
 */
#ifndef ENT_BASE_JSON_DECODE_H
#define ENT_BASE_JSON_DECODE_H

#include <cjson/cJSON.h>
#include <entente/error.h>

typedef struct EntDecoder EntDecoder;

EntDecoder *ent_decoder_new(void);
void ent_decoder_free(EntDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntDecoder, ent_decoder_free)

/* The value at text; it lives until the next call. Never cJSON_Delete() it. NULL: out of memory. */
const cJSON *ent_decode(EntDecoder *decoder, const char *text, gsize length);

/* The same beside the values before it: all live until the decoder is reset or decodes anew. */
const cJSON *ent_decode_more(EntDecoder *decoder, const char *text, gsize length);
void ent_decoder_reset(EntDecoder *decoder);

#endif
