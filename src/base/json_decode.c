/* SPDX-License-Identifier: MIT */
/*
 * cJSON keeps its allocator in a global: it is ours while there are decoders. The one at work is
 * known to its own thread alone, and other threads' calls fall through to malloc.
 */
#include "base/json_decode.h"

#include <stddef.h>
#include <stdlib.h>
#include <stdbool.h>

#define CHUNK_BYTES ((gsize)64 * 1024)
#define KEPT_CHUNKS 64 /* 4 MB; more are given back after a large value */

typedef struct Chunk {
    struct Chunk *next;
    _Alignas(max_align_t) char bytes[];
} Chunk;

struct EntDecoder {
    Chunk *chunks; /* of CHUNK_BYTES each, reused */
    Chunk *chunk;  /* the one in use */
    gsize used;    /* bytes of it */
    Chunk *large;  /* each for one allocation, freed before the next value */
};

static _Thread_local EntDecoder *at_work;
static GMutex lock; /* of what follows, and cJSON's hooks */
static guint decoders;

static Chunk *chunk_new(gsize bytes)
{
    if (bytes > G_MAXSIZE - sizeof(Chunk))
        return NULL;
    Chunk *chunk = g_try_malloc(sizeof(Chunk) + bytes);
    if (chunk != NULL)
        chunk->next = NULL;
    return chunk;
}

static void chunks_free(Chunk *chunk)
{
    while (chunk != NULL) {
        Chunk *next = chunk->next;
        g_free(chunk);
        chunk = next;
    }
}

/* Makes the next chunk the one in use. */
static bool turn_chunk(EntDecoder *decoder)
{
    Chunk **next = decoder->chunk == NULL ? &decoder->chunks : &decoder->chunk->next;
    if (*next == NULL)
        *next = chunk_new(CHUNK_BYTES);
    if (*next == NULL)
        return false;
    decoder->chunk = *next;
    decoder->used = 0;
    return true;
}

static void *large_alloc(EntDecoder *decoder, gsize size)
{
    Chunk *chunk = chunk_new(size);
    if (chunk == NULL)
        return NULL;
    chunk->next = decoder->large;
    decoder->large = chunk;
    return chunk->bytes;
}

static void *bump_alloc(size_t size)
{
    EntDecoder *decoder = at_work;
    if (decoder == NULL)
        return malloc(size);
    if (size > CHUNK_BYTES / 4)
        return large_alloc(decoder, size);
    gsize step = (size + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
    if ((decoder->chunk == NULL || step > CHUNK_BYTES - decoder->used) && !turn_chunk(decoder))
        return NULL;
    void *bytes = decoder->chunk->bytes + decoder->used;
    decoder->used += step;
    return bytes;
}

static void bump_free(void *bytes)
{
    if (at_work == NULL)
        free(bytes);
}

/* One decoder more or less. */
static void count_decoders(int change)
{
    cJSON_Hooks hooks = {bump_alloc, bump_free};
    g_mutex_lock(&lock);
    if (decoders == 0)
        cJSON_InitHooks(&hooks);
    decoders += (guint)change;
    if (decoders == 0)
        cJSON_InitHooks(NULL);
    g_mutex_unlock(&lock);
}

EntDecoder *ent_decoder_new(void)
{
    count_decoders(1);
    return g_new0(EntDecoder, 1);
}

void ent_decoder_free(EntDecoder *decoder)
{
    if (decoder == NULL)
        return;
    chunks_free(decoder->chunks);
    chunks_free(decoder->large);
    g_free(decoder);
    count_decoders(-1);
}

void ent_decoder_reset(EntDecoder *decoder)
{
    chunks_free(decoder->large);
    decoder->large = NULL;
    Chunk *kept = decoder->chunks;
    for (guint i = 1; kept != NULL && i < KEPT_CHUNKS; i++)
        kept = kept->next;
    if (kept != NULL) {
        chunks_free(kept->next);
        kept->next = NULL;
    }
    decoder->chunk = NULL;
    decoder->used = CHUNK_BYTES;
}

const cJSON *ent_decode_more(EntDecoder *decoder, const char *text, gsize length)
{
    at_work = decoder;
    const cJSON *value = cJSON_ParseWithLength(text, length);
    at_work = NULL;
    return value;
}

const cJSON *ent_decode(EntDecoder *decoder, const char *text, gsize length)
{
    ent_decoder_reset(decoder);
    return ent_decode_more(decoder, text, length);
}
