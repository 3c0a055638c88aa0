/* SPDX-License-Identifier: MIT */
/*
 * All patterns of w to 2w - 1 bytes in one pass over the text, w a power of two: see
 * search_markers.h.
 *
 * Tables and patterns are too large for the caches, so what the next places need is asked for some
 * way ahead.
 */
#include "check/search_markers.h"

#include <string.h>

#define BLOCK 256u /* places in the text looked at together */

/* A place in the text where the first window of a pattern stands. */
typedef struct {
    gsize at;
    guint64 head;
    EntMarker *marker;
} Candidate;

typedef struct {
    EntSearch *search;
    EntHashKey key;
    gsize window;
    guint exponent;
    gsize open;         /* patterns not settled */
    guint64 powers[32]; /* of the base, to 2^k */
    EntMarkers markers;
    EntFilter heads;    /* hashes of first windows */
    EntFilter longer;   /* of other markers */
    EntSieve sieve;     /* of first windows of eight bytes and more */
    guint64 *ring;      /* hashes of the text up to i, at i & mask */
    gsize mask, filled; /* i goes up to filled, of the last 2w and BLOCK */
    guint64 hash;       /* up to filled */
} Pass;

/* The numbers of the pass's patterns, the shorter first; a counting sort. */
static guint32 *sorted_patterns(const Pass *pass, gsize *length)
{
    GArray *patterns = pass->search->patterns;
    g_autofree gsize *starts = g_new0(gsize, pass->window + 1);
    guint32 *sorted;

    *length = 0;
    for (guint32 i = 0; i < patterns->len; i++) {
        gsize size = ent_search_get(pass->search, i)->length;

        if (ent_window_of(size) != pass->exponent)
            continue;
        starts[size - pass->window + 1]++;
        ++*length;
    }
    for (gsize i = 1; i <= pass->window; i++)
        starts[i] += starts[i - 1];
    sorted = g_new(guint32, *length + 1);
    for (guint32 i = 0; i < patterns->len; i++) {
        gsize size = ent_search_get(pass->search, i)->length;

        if (ent_window_of(size) == pass->exponent)
            sorted[starts[size - pass->window]++] = i;
    }
    return sorted;
}

static void make_filters(Pass *pass, gsize heads)
{
    ent_filter_init(&pass->heads, &pass->key, heads);
    ent_filter_init(&pass->longer, &pass->key, pass->markers.used);
    for (gsize i = 0; i < ent_markers_size(&pass->markers); i++) {
        const EntMarker *marker = &pass->markers.slots[i];

        if (marker->length > 0)
            ent_filter_add(marker->length == pass->window ? &pass->heads : &pass->longer,
                           ent_marker_mix(marker->hash, marker->length));
    }
}

static void make_sieve(Pass *pass, const guint32 *numbers, gsize length)
{
    if (pass->window < 8)
        return;
    ent_sieve_init(&pass->sieve, &pass->key, length);
    for (gsize i = 0; i < length; i++)
        ent_sieve_add(&pass->sieve,
                      ent_pattern_bytes(pass->search, ent_search_get(pass->search, numbers[i])));
}

static void pass_init(Pass *pass, EntSearch *search, guint exponent)
{
    g_autofree guint32 *sorted = NULL;
    gsize length;

    *pass = (Pass){.search = search, .window = (gsize)1 << exponent, .exponent = exponent};
    pass->key = search->key;
    pass->powers[0] = pass->key.base;
    for (guint i = 1; i < G_N_ELEMENTS(pass->powers); i++)
        pass->powers[i] = pass->powers[i - 1] * pass->powers[i - 1];
    sorted = sorted_patterns(pass, &length);
    ent_markers_init(&pass->markers, search, pass->window, sorted, length, &pass->open);
    make_filters(pass, length);
    make_sieve(pass, sorted, length);
    pass->mask = MAX(4 * pass->window, 4 * BLOCK) - 1;
    pass->ring = g_new0(guint64, pass->mask + 1);
}

static void pass_clear(Pass *pass)
{
    ent_markers_clear(&pass->markers);
    g_free(pass->heads.words);
    g_free(pass->longer.words);
    g_free(pass->sieve.words);
    g_free(pass->ring);
}

/* The pattern itself (number + 1) or the next it begins with that is not settled; on the way, those
 * settled are taken out. */
static guint32 unsettled(EntSearch *search, guint32 number)
{
    guint32 found = number, next;

    while (found && ent_search_is_settled(search, ent_search_get(search, found - 1)))
        found = ent_search_get(search, found - 1)->parent;
    for (; number != found; number = next) {
        EntPattern *pattern = ent_search_get(search, number - 1);

        next = pattern->parent;
        pattern->parent = found;
    }
    return found;
}

static void note_hit(Pass *pass, EntPattern *pattern, gsize at)
{
    EntSearch *search = pass->search;

    if (ent_search_is_settled(search, pattern) ||
        memcmp(ent_pattern_bytes(search, pattern), search->text + at, pattern->length) != 0)
        return;
    ent_search_hit(search, pattern, at);
    if (ent_search_is_settled(search, pattern))
        pass->open--;
}

static void note_hits(Pass *pass, EntMarker *marker, gsize at)
{
    EntSearch *search = pass->search;
    guint32 number = marker->best = unsettled(search, marker->best);

    while (number) {
        EntPattern *pattern = ent_search_get(search, number - 1);

        note_hit(pass, pattern, at);
        number = unsettled(search, pattern->parent);
    }
}

/* The text at `at` has the marker of a first window. */
static void follow(Pass *pass, EntMarker *marker, gsize at)
{
    gsize mask = pass->mask, length = pass->window;
    gsize most = MIN(pass->search->length - at, 2 * pass->window - 1);
    guint64 before = pass->ring[at & mask], power = pass->powers[pass->exponent];

    for (guint k = pass->exponent; k-- > 0;) {
        gsize longer = length + ((gsize)1 << k);
        guint64 longer_power = power * pass->powers[k], hash;
        EntMarker *next;

        if (longer > most)
            continue;
        hash = pass->ring[(at + longer) & mask] - before * longer_power;
        if (!ent_filter_has(&pass->longer, ent_marker_mix(hash, longer)))
            continue;
        next = ent_markers_find(&pass->markers, hash, longer);
        if (!next)
            continue;
        marker = next;
        length = longer;
        power = longer_power;
    }
    if (marker->best)
        note_hits(pass, marker, at);
}

/* Four steps at once, so that they do not wait for one another. */
static void fill_four(Pass *pass)
{
    const EntHashKey *key = &pass->key;
    const guchar *text = (const guchar *)pass->search->text + pass->filled;
    guint64 hash = pass->hash, one = text[0] + 1u, two = one * key->base + text[1] + 1,
            three = two * key->base + text[2] + 1, four = three * key->base + text[3] + 1;

    pass->ring[(pass->filled + 1) & pass->mask] = hash * key->base + one;
    pass->ring[(pass->filled + 2) & pass->mask] = hash * key->base2 + two;
    pass->ring[(pass->filled + 3) & pass->mask] = hash * key->base3 + three;
    pass->ring[(pass->filled + 4) & pass->mask] = pass->hash = hash * key->base4 + four;
    pass->filled += 4;
}

static void fill_ring(Pass *pass, gsize end)
{
    const char *text = pass->search->text;

    while (pass->filled + 4 <= end)
        fill_four(pass);
    while (pass->filled < end) {
        pass->hash = ent_hash_add(&pass->key, pass->hash, text[pass->filled++]);
        pass->ring[pass->filled & pass->mask] = pass->hash;
    }
}

/* Which of the places from `at` on the sieve lets pass. */
static guint sift(const Pass *pass, gsize at, guint length, guint32 *offsets)
{
    const char *text = pass->search->text + at;
    guint found = 0;

    for (guint i = 0; i < length; i++) {
        offsets[found] = i;
        found += !pass->sieve.words || ent_sieve_has(&pass->sieve, text + i);
    }
    return found;
}

/* The places from `at` on where the first window of a pattern may stand. */
static guint find_candidates(Pass *pass, gsize at, guint length, Candidate *candidates)
{
    guint64 heads[BLOCK], power = pass->powers[pass->exponent];
    guint32 offsets[BLOCK];
    guint sifted = sift(pass, at, length, offsets), found = 0;

    for (guint i = 0; i < sifted; i++) {
        gsize place = at + offsets[i];

        heads[i] = pass->ring[(place + pass->window) & pass->mask] -
                   pass->ring[place & pass->mask] * power;
        ent_filter_prefetch(&pass->heads, ent_marker_mix(heads[i], pass->window));
    }
    for (guint i = 0; i < sifted; i++)
        if (ent_filter_has(&pass->heads, ent_marker_mix(heads[i], pass->window))) {
            __builtin_prefetch(
                &pass->markers.slots[ent_markers_place(&pass->markers, heads[i], pass->window)]);
            candidates[found++] = (Candidate){at + offsets[i], heads[i], NULL};
        }
    return found;
}

static EntPattern *lone_pattern(const Pass *pass, const EntMarker *marker)
{
    return marker && marker->best & ENT_MARKER_ALONE
               ? ent_search_get(pass->search, (marker->best & ~ENT_MARKER_ALONE) - 1)
               : NULL;
}

/* Whether the text from `at` on has the hash of a pattern that is alone: where only the beginning
 * is alike, however long, no byte is compared. */
static bool has_hash(const Pass *pass, const EntPattern *pattern, gsize at)
{
    gsize length = pattern->length;
    guint64 power = 1;

    if (length > pass->search->length - at)
        return false;
    for (guint k = 0; length >> k > 0; k++)
        if (length >> k & 1)
            power *= pass->powers[k];
    return pass->ring[(at + length) & pass->mask] - pass->ring[at & pass->mask] * power ==
           pattern->hash;
}

static void look_at_block(Pass *pass, gsize at, guint length)
{
    Candidate candidates[BLOCK];
    guint found;

    fill_ring(pass, MIN(pass->search->length, at + length + 2 * pass->window));
    found = find_candidates(pass, at, length, candidates);
    for (guint i = 0; i < found; i++) {
        candidates[i].marker = ent_markers_find(&pass->markers, candidates[i].head, pass->window);
        __builtin_prefetch(lone_pattern(pass, candidates[i].marker));
    }
    for (guint i = 0; i < found; i++) {
        const EntPattern *pattern = lone_pattern(pass, candidates[i].marker);

        if (pattern)
            __builtin_prefetch(ent_pattern_bytes(pass->search, pattern));
    }
    for (guint i = 0; i < found; i++) {
        EntMarker *marker = candidates[i].marker;
        EntPattern *pattern = lone_pattern(pass, marker);

        if (pattern && has_hash(pass, pattern, candidates[i].at))
            note_hit(pass, pattern, candidates[i].at);
        else if (marker && !pattern)
            follow(pass, marker, candidates[i].at);
    }
}

void ent_search_pass(EntSearch *search, guint exponent)
{
    Pass pass;
    gsize places;

    pass_init(&pass, search, exponent);
    places = search->length - MIN(search->length, pass.window - 1);
    for (gsize at = 0; at < places && pass.open > 0; at += BLOCK)
        look_at_block(&pass, at, (guint)MIN(BLOCK, places - at));
    pass_clear(&pass);
}
