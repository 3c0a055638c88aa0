/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <string.h>
#include <sys/auxv.h>

typedef struct {
    guint64 a, b, c, d;
} State;

static guint64 rotate(guint64 word, guint bits)
{
    return word << bits | word >> (64 - bits);
}

static void stir(State *state)
{
    state->a += state->b;
    state->c += state->d;
    state->b = rotate(state->b, 13) ^ state->a;
    state->d = rotate(state->d, 16) ^ state->c;
    state->a = rotate(state->a, 32) + state->d;
    state->c += state->b;
    state->d = rotate(state->d, 21) ^ state->a;
    state->b = rotate(state->b, 17) ^ state->c;
    state->c = rotate(state->c, 32);
}

static void take(State *state, guint64 word)
{
    state->d ^= word;
    stir(state);
    state->a ^= word;
}

guint64 ent_siphash(const guint64 key[2], const void *bytes, gsize length)
{
    State state = {key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d,
                   key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573};
    const char *at = bytes;
    guint64 word = 0;

    for (gsize left = length / 8; left > 0; left--, at += 8) {
        memcpy(&word, at, 8);
        take(&state, GUINT64_FROM_LE(word));
    }
    word = 0;
    memcpy(&word, at, length % 8);
    take(&state, GUINT64_FROM_LE(word) | (guint64)length << 56);
    state.c ^= 0xff;
    for (guint i = 0; i < 3; i++)
        stir(&state);
    return state.a ^ state.b ^ state.c ^ state.d;
}

guint ent_bytes_hash(const void *bytes, gsize length)
{
    const void *random = (const void *)getauxval(AT_RANDOM); /* 16 bytes, from the kernel */
    guint64 key[2] = {0, 0};
    guint64 hash;

    if (random != NULL)
        memcpy(key, random, sizeof key);
    hash = ent_siphash(key, bytes, length);
    return (guint)(hash ^ (hash >> 32));
}

guint ent_text_hash(gconstpointer text)
{
    return ent_bytes_hash(text, strlen(text));
}
