/* SPDX-License-Identifier: MIT */
/*
 * cJSON keeps its allocator in a global, so decoding takes a lock; the decoder at work is known to
 * its own thread alone, and other threads' calls fall through to malloc.
 */
#include "base/json_decode.h"

#include <stddef.h>
#include <stdlib.h>
#include <stdbool.h>
#include <string.h>

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
static GMutex lock; /* of cJSON's hooks */

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

EntDecoder *ent_decoder_new(void)
{
    return g_new0(EntDecoder, 1);
}

void ent_decoder_free(EntDecoder *decoder)
{
    if (decoder == NULL)
        return;
    chunks_free(decoder->chunks);
    chunks_free(decoder->large);
    g_free(decoder);
}

static void reset(EntDecoder *decoder)
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

static const cJSON *parse(EntDecoder *decoder, const char *text, gsize length)
{
    cJSON_Hooks hooks = {bump_alloc, bump_free};
    reset(decoder);
    g_mutex_lock(&lock);
    at_work = decoder;
    cJSON_InitHooks(&hooks);
    const cJSON *value = cJSON_ParseWithLength(text, length);
    cJSON_InitHooks(NULL);
    at_work = NULL;
    g_mutex_unlock(&lock);
    return value;
}

static bool is_number_byte(char c)
{
    return g_ascii_isdigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

static void append_number(GString *out, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    if (value > G_MAXDOUBLE || value < -G_MAXDOUBLE)
        g_string_append(out, value > 0 ? "1e999" : "-1e999"); /* as it was: too large */
    else
        g_string_append(out, g_ascii_formatd(number, sizeof number, "%.17g", value));
}

/* The text with each number in at most 24 bytes: cJSON does not read those of 64 and more. */
static char *shorten_numbers(const char *text, gsize length)
{
    GString *out = g_string_sized_new(length);
    for (gsize at = 0; at < length;) {
        gsize run = at;
        if (text[at] == '"') {
            for (at++; text[at] != '"'; at++)
                at += text[at] == '\\';
            at++;
        } else if (text[at] == '-' || g_ascii_isdigit(text[at])) {
            append_number(out, g_ascii_strtod(text + at, NULL));
            while (at < length && is_number_byte(text[at]))
                at++;
            continue;
        } else {
            at++;
        }
        g_string_append_len(out, text + run, (gssize)(at - run));
    }
    return g_string_free(out, FALSE);
}

static bool has_long_number(const char *text, gsize length)
{
    gsize run = 0;
    for (gsize at = 0; at < length; at++) {
        run = is_number_byte(text[at]) ? run + 1 : 0;
        if (run >= 63)
            return true;
    }
    return false;
}

const cJSON *ent_decode(EntDecoder *decoder, const char *text, gsize length)
{
    const cJSON *value = parse(decoder, text, length);
    if (value != NULL || !has_long_number(text, length))
        return value;
    g_autofree char *shorter = shorten_numbers(text, length);
    return parse(decoder, shorter, strlen(shorter));
}
