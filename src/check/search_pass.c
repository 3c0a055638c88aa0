/* SPDX-License-Identifier: MIT */
/*
 * All patterns of w to 2w - 1 bytes in one pass over the text, w a power of two.
 *
 * Where the text's window of w bytes is the first window of a pattern, the longest pattern that
 * stands there is found by binary search on its length (Waldvogel et al., SIGCOMM 1997): each
 * pattern has markers at the lengths w, w + a, w + a + b, ... that add up to its own from powers of
 * two, and the text follows the markers with ever smaller steps. A marker knows the longest pattern
 * that it begins with, a pattern the next shorter one: so all that stand there are known, in time
 * of log w besides the hits themselves.
 */
#include "check/search_store.h"

#include <string.h>

#define BLOCK 64u /* places in the text looked at together, so that the memory is asked ahead */

typedef struct {
    guint64 hash; /* of the beginning of a pattern */
    guint32 length;
    guint32 best; /* number + 1 of the longest pattern that this begins with; 0: none */
} Marker;

typedef struct {
    EntSearch *search;
    EntHashKey key;
    gsize window;
    guint exponent;
    gsize open;         /* patterns not settled */
    guint64 powers[32]; /* of the base, to 2^k */
    GArray *markers;    /* Marker */
    EntSlots slots;     /* of the markers */
    EntFilter heads;    /* hashes of first windows */
    EntFilter longer;   /* of other markers */
    guint64 *ring;      /* hashes of the text up to i, at i & mask */
    gsize mask, filled; /* i goes up to filled, of the last 2w and BLOCK */
    guint64 hash;       /* up to filled */
} Pass;

static guint64 mix(guint64 hash, gsize length)
{
    return hash + length * G_GUINT64_CONSTANT(0xc2b2ae3d27d4eb4f);
}

/* The slot of the marker, or the free one where it belongs. */
static gsize find_slot(const Pass *pass, guint64 hash, gsize length)
{
    gsize slot = ent_hash_place(&pass->key, mix(hash, length), pass->slots.bits);
    guint32 number;

    while ((number = pass->slots.slots[slot])) {
        const Marker *marker = &g_array_index(pass->markers, Marker, number - 1);

        if (marker->hash == hash && marker->length == length)
            break;
        slot = ent_slots_next(&pass->slots, slot);
    }
    return slot;
}

static Marker *find_marker(const Pass *pass, guint64 hash, gsize length)
{
    guint32 number = pass->slots.slots[find_slot(pass, hash, length)];

    return number ? &g_array_index(pass->markers, Marker, number - 1) : NULL;
}

/* The longest pattern so far that bytes, shorter than 2w, begin with; 0: none. */
static guint32 longest_prefix(const Pass *pass, const char *bytes, gsize length)
{
    guint64 hash = ent_hash_bytes(&pass->key, 0, bytes, pass->window);
    gsize at = pass->window;
    Marker *marker = find_marker(pass, hash, at), *next;

    for (gsize step = pass->window / 2; marker && step > 0; step /= 2) {
        guint64 longer;

        if (at + step > length)
            continue;
        longer = ent_hash_bytes(&pass->key, hash, bytes + at, step);
        next = find_marker(pass, longer, at + step);
        if (!next)
            continue;
        marker = next;
        hash = longer;
        at += step;
    }
    return marker ? marker->best : 0;
}

/* The marker, added where it is new. */
static Marker *add_marker(Pass *pass, guint64 hash, gsize length, bool *is_new)
{
    gsize slot = find_slot(pass, hash, length);
    Marker marker = {hash, (guint32)length, 0};

    *is_new = !pass->slots.slots[slot];
    if (*is_new) {
        g_array_append_val(pass->markers, marker);
        pass->slots.slots[slot] = pass->markers->len;
        ent_filter_add(length == pass->window ? &pass->heads : &pass->longer, mix(hash, length));
    }
    return &g_array_index(pass->markers, Marker, pass->slots.slots[slot] - 1);
}

/* Shorter patterns have been added before. */
static void add_pattern(Pass *pass, guint32 number)
{
    EntPattern *pattern = ent_search_get(pass->search, number);
    const char *bytes = ent_pattern_bytes(pass->search, pattern);
    guint64 hash = ent_hash_bytes(&pass->key, 0, bytes, pass->window);
    gsize at = pass->window, length = pattern->length;
    bool is_new, alone;
    Marker *marker = add_marker(pass, hash, at, &is_new);

    alone = is_new; /* no shorter pattern has this first window */
    pattern->parent = alone || at == length ? 0 : longest_prefix(pass, bytes, length - 1);
    for (gsize step = pass->window / 2; step > 0; step /= 2) {
        if (at + step > length)
            continue;
        hash = ent_hash_bytes(&pass->key, hash, bytes + at, step);
        at += step;
        marker = add_marker(pass, hash, at, &is_new);
        if (is_new && !alone && at < length)
            marker->best = longest_prefix(pass, bytes, at - 1);
    }
    marker->best = number + 1;
}

/* The numbers of the pass's patterns, the shorter first; a counting sort. */
static guint32 *sorted_patterns(const Pass *pass, gsize *length, gsize *markers)
{
    GArray *patterns = pass->search->patterns;
    g_autofree gsize *starts = g_new0(gsize, pass->window + 1);
    guint32 *sorted;

    *length = *markers = 0;
    for (guint32 i = 0; i < patterns->len; i++) {
        gsize size = ent_search_get(pass->search, i)->length;

        if (ent_window_of(size) != pass->exponent)
            continue;
        starts[size - pass->window + 1]++;
        ++*length;
        *markers += (gsize)__builtin_popcountll(size);
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

static void pass_init(Pass *pass, EntSearch *search, guint exponent)
{
    g_autofree guint32 *sorted = NULL;
    gsize markers;

    *pass = (Pass){.search = search, .window = (gsize)1 << exponent, .exponent = exponent};
    pass->key = search->key;
    pass->powers[0] = pass->key.base;
    for (guint i = 1; i < G_N_ELEMENTS(pass->powers); i++)
        pass->powers[i] = pass->powers[i - 1] * pass->powers[i - 1];
    sorted = sorted_patterns(pass, &pass->open, &markers);
    ent_slots_init(&pass->slots, markers);
    ent_filter_init(&pass->heads, &pass->key, pass->open);
    ent_filter_init(&pass->longer, &pass->key, markers - pass->open);
    pass->markers = g_array_sized_new(FALSE, FALSE, sizeof(Marker), (guint)MIN(markers, 1024));
    pass->mask = MAX(4 * pass->window, 4 * BLOCK) - 1;
    pass->ring = g_new0(guint64, pass->mask + 1);
    for (gsize i = 0; i < pass->open; i++)
        add_pattern(pass, sorted[i]);
}

static void pass_clear(Pass *pass)
{
    g_free(pass->slots.slots);
    g_free(pass->heads.words);
    g_free(pass->longer.words);
    g_free(pass->ring);
    g_array_unref(pass->markers);
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

static void note_hits(Pass *pass, Marker *marker, gsize at)
{
    EntSearch *search = pass->search;
    guint32 number = marker->best = unsettled(search, marker->best);

    while (number) {
        EntPattern *pattern = ent_search_get(search, number - 1);

        if (memcmp(ent_pattern_bytes(search, pattern), search->text + at, pattern->length) == 0)
            ent_search_hit(search, pattern, at);
        if (ent_search_is_settled(search, pattern))
            pass->open--;
        number = unsettled(search, pattern->parent);
    }
}

/* The text at `at` has the first window of a pattern. */
static void follow(Pass *pass, guint64 head, gsize at)
{
    gsize mask = pass->mask, length = pass->window;
    gsize most = MIN(pass->search->length - at, 2 * pass->window - 1);
    guint64 before = pass->ring[at & mask], power = pass->powers[pass->exponent];
    Marker *marker = find_marker(pass, head, length);

    for (guint k = pass->exponent; marker && k-- > 0;) {
        gsize longer = length + ((gsize)1 << k);
        guint64 longer_power = power * pass->powers[k], hash;
        Marker *next;

        if (longer > most)
            continue;
        hash = pass->ring[(at + longer) & mask] - before * longer_power;
        if (!ent_filter_has(&pass->longer, mix(hash, longer)))
            continue;
        next = find_marker(pass, hash, longer);
        if (!next)
            continue;
        marker = next;
        length = longer;
        power = longer_power;
    }
    if (marker && marker->best)
        note_hits(pass, marker, at);
}

static void fill_ring(Pass *pass, gsize end)
{
    const char *text = pass->search->text;

    while (pass->filled < end) {
        pass->hash = ent_hash_add(&pass->key, pass->hash, text[pass->filled++]);
        pass->ring[pass->filled & pass->mask] = pass->hash;
    }
}

/* The windows that begin at `at` and the places after it. */
static void look_at_block(Pass *pass, gsize at, gsize length)
{
    guint64 heads[BLOCK], power = pass->powers[pass->exponent];

    fill_ring(pass, MIN(pass->search->length, at + length + 2 * pass->window));
    for (gsize i = 0; i < length; i++) {
        heads[i] = pass->ring[(at + i + pass->window) & pass->mask] -
                   pass->ring[(at + i) & pass->mask] * power;
        ent_filter_prefetch(&pass->heads, mix(heads[i], pass->window));
    }
    for (gsize i = 0; i < length; i++)
        if (ent_filter_has(&pass->heads, mix(heads[i], pass->window)))
            follow(pass, heads[i], at + i);
}

void ent_search_pass(EntSearch *search, guint exponent)
{
    Pass pass;
    gsize places;

    pass_init(&pass, search, exponent);
    places = search->length - MIN(search->length, pass.window - 1);
    for (gsize at = 0; at < places && pass.open > 0; at += BLOCK)
        look_at_block(&pass, at, MIN(BLOCK, places - at));
    pass_clear(&pass);
}
