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
 *
 * Most first windows are of one pattern alone. It gets its other markers only when another comes
 * with the same; until then it is compared where the window stands.
 *
 * Tables and patterns are too large for the caches, so what the next patterns and places need is
 * asked for some way ahead.
 */
#include "check/search_store.h"

#include <string.h>

#define BLOCK 256u /* places in the text, or patterns, looked at together */
#define ALONE (1u << 31)

typedef struct {
    guint64 hash;   /* of the beginning of a pattern */
    guint32 length; /* 0: a free slot */
    guint32 best;   /* number + 1 of the longest pattern that this begins with, and ALONE where that
                     * is the only one with this first window; 0: none */
} Marker;

/* A place in the text where the first window of a pattern stands. */
typedef struct {
    gsize at;
    guint64 head;
    Marker *marker;
} Candidate;

typedef struct {
    EntSearch *search;
    EntHashKey key;
    gsize window;
    guint exponent;
    gsize open;         /* patterns not settled */
    guint64 powers[32]; /* of the base, to 2^k */
    Marker *markers;    /* by hash: open addressing, at least half of the slots are free */
    guint bits;         /* there are 2^bits slots */
    gsize used;
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

static gsize size_of(const Pass *pass)
{
    return (gsize)1 << pass->bits;
}

static gsize place_of(const Pass *pass, guint64 hash, gsize length)
{
    return ent_hash_place(&pass->key, mix(hash, length), pass->bits);
}

/* The marker, or the free slot where it belongs. */
static Marker *find_slot(const Pass *pass, guint64 hash, gsize length)
{
    gsize slot = place_of(pass, hash, length);

    while (pass->markers[slot].length > 0 &&
           (pass->markers[slot].hash != hash || pass->markers[slot].length != length))
        slot = (slot + 1) & (size_of(pass) - 1);
    return &pass->markers[slot];
}

static Marker *find_marker(const Pass *pass, guint64 hash, gsize length)
{
    Marker *marker = find_slot(pass, hash, length);

    return marker->length > 0 ? marker : NULL;
}

static void grow(Pass *pass)
{
    g_autofree Marker *old = pass->markers;
    gsize length = size_of(pass);

    pass->bits++;
    pass->markers = g_new0(Marker, size_of(pass));
    for (gsize i = 0; i < length; i++)
        if (old[i].length > 0)
            *find_slot(pass, old[i].hash, old[i].length) = old[i];
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

/* The marker, added where it is new; it stays where it is until the next is added. */
static Marker *add_marker(Pass *pass, guint64 hash, gsize length)
{
    Marker *marker;

    if (2 * (pass->used + 1) > size_of(pass))
        grow(pass);
    marker = find_slot(pass, hash, length);
    if (marker->length == 0) {
        *marker = (Marker){hash, (guint32)length, 0};
        pass->used++;
    }
    return marker;
}

static bool has_bytes(const Pass *pass, guint32 number, const char *bytes, gsize length)
{
    const EntPattern *pattern = ent_search_get(pass->search, number);

    return pattern->length == length &&
           memcmp(ent_pattern_bytes(pass->search, pattern), bytes, length) == 0;
}

/* The pattern is the other one once more. */
static void add_again(Pass *pass, EntPattern *pattern, guint32 other)
{
    pattern->same = other + 1;
    if (pattern->list)
        ent_search_get(pass->search, other)->list = ENT_LIST_WANTED;
    pass->open--;
}

/* Adds all markers of a pattern. Shorter ones with this first window have theirs. */
static void add_markers(Pass *pass, guint32 number, guint64 hash)
{
    EntPattern *pattern = ent_search_get(pass->search, number);
    const char *bytes = ent_pattern_bytes(pass->search, pattern);
    gsize at = pass->window, length = pattern->length;
    Marker *marker = add_marker(pass, hash, at);

    pattern->parent = at == length ? 0 : longest_prefix(pass, bytes, length - 1);
    for (gsize step = pass->window / 2; step > 0; step /= 2) {
        gsize before = pass->used;

        if (at + step > length)
            continue;
        hash = ent_hash_bytes(&pass->key, hash, bytes + at, step);
        at += step;
        marker = add_marker(pass, hash, at);
        if (pass->used > before && at < length)
            marker->best = longest_prefix(pass, bytes, at - 1);
    }
    if (marker->best && has_bytes(pass, marker->best - 1, bytes, length)) {
        add_again(pass, pattern, marker->best - 1);
        return;
    }
    if (marker->best && ent_search_get(pass->search, marker->best - 1)->length == length)
        pattern->parent = marker->best; /* other bytes with this hash */
    marker->best = number + 1;
}

/* Shorter patterns have been added before. */
static void add_pattern(Pass *pass, guint32 number, guint64 head)
{
    EntPattern *pattern = ent_search_get(pass->search, number);
    gsize before = pass->used;
    Marker *marker = add_marker(pass, head, pass->window);
    guint32 other = (marker->best & ~ALONE) - 1;

    if (pass->used > before) {
        marker->best = (number + 1) | ALONE;
        return;
    }
    if (marker->best & ALONE) {
        if (has_bytes(pass, other, ent_pattern_bytes(pass->search, pattern), pattern->length)) {
            add_again(pass, pattern, other);
            return;
        }
        marker->best = 0;
        add_markers(pass, other, head);
    }
    add_markers(pass, number, head);
}

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

/* The hash of a pattern's first window; where its marker belongs is asked for, and the bytes of one
 * that comes later. */
static guint64 head_of(const Pass *pass, guint32 number, guint32 later)
{
    const EntPattern *pattern = ent_search_get(pass->search, number);
    const char *bytes = ent_pattern_bytes(pass->search, pattern);
    guint64 head = ent_hash_bytes(&pass->key, 0, bytes, pass->window);

    __builtin_prefetch(&pass->markers[place_of(pass, head, pass->window)]);
    __builtin_prefetch(ent_pattern_bytes(pass->search, ent_search_get(pass->search, later)));
    return head;
}

static void add_patterns(Pass *pass, const guint32 *numbers, gsize length)
{
    guint64 heads[BLOCK];

    for (gsize at = 0; at < length; at += BLOCK) {
        gsize end = MIN(BLOCK, length - at);

        for (gsize i = 0; i < end; i++)
            heads[i] = head_of(pass, numbers[at + i], numbers[MIN(at + i + 8, length - 1)]);
        for (gsize i = 0; i < end; i++)
            add_pattern(pass, numbers[at + i], heads[i]);
    }
}

static void make_filters(Pass *pass, gsize heads)
{
    ent_filter_init(&pass->heads, &pass->key, heads);
    ent_filter_init(&pass->longer, &pass->key, pass->used);
    for (gsize i = 0; i < size_of(pass); i++) {
        const Marker *marker = &pass->markers[i];

        if (marker->length > 0)
            ent_filter_add(marker->length == pass->window ? &pass->heads : &pass->longer,
                           mix(marker->hash, marker->length));
    }
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
    pass->open = length;
    pass->bits = MAX(4, g_bit_storage(2 * length));
    pass->markers = g_new0(Marker, size_of(pass));
    add_patterns(pass, sorted, length);
    make_filters(pass, length);
    pass->mask = MAX(4 * pass->window, 4 * BLOCK) - 1;
    pass->ring = g_new0(guint64, pass->mask + 1);
}

static void pass_clear(Pass *pass)
{
    g_free(pass->markers);
    g_free(pass->heads.words);
    g_free(pass->longer.words);
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

    if (pattern->length > search->length - at || ent_search_is_settled(search, pattern) ||
        memcmp(ent_pattern_bytes(search, pattern), search->text + at, pattern->length) != 0)
        return;
    ent_search_hit(search, pattern, at);
    if (ent_search_is_settled(search, pattern))
        pass->open--;
}

static void note_hits(Pass *pass, Marker *marker, gsize at)
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
static void follow(Pass *pass, Marker *marker, gsize at)
{
    gsize mask = pass->mask, length = pass->window;
    gsize most = MIN(pass->search->length - at, 2 * pass->window - 1);
    guint64 before = pass->ring[at & mask], power = pass->powers[pass->exponent];

    for (guint k = pass->exponent; k-- > 0;) {
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
    if (marker->best)
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

/* The places from `at` on where the first window of a pattern may stand. */
static guint find_candidates(Pass *pass, gsize at, gsize length, Candidate *candidates)
{
    guint64 heads[BLOCK], power = pass->powers[pass->exponent];
    guint found = 0;

    for (gsize i = 0; i < length; i++) {
        heads[i] = pass->ring[(at + i + pass->window) & pass->mask] -
                   pass->ring[(at + i) & pass->mask] * power;
        ent_filter_prefetch(&pass->heads, mix(heads[i], pass->window));
    }
    for (gsize i = 0; i < length; i++)
        if (ent_filter_has(&pass->heads, mix(heads[i], pass->window))) {
            __builtin_prefetch(&pass->markers[place_of(pass, heads[i], pass->window)]);
            candidates[found++] = (Candidate){at + i, heads[i], NULL};
        }
    return found;
}

static EntPattern *lone_pattern(const Pass *pass, const Marker *marker)
{
    return marker && marker->best & ALONE
               ? ent_search_get(pass->search, (marker->best & ~ALONE) - 1)
               : NULL;
}

static void look_at_block(Pass *pass, gsize at, gsize length)
{
    Candidate candidates[BLOCK];
    guint found;

    fill_ring(pass, MIN(pass->search->length, at + length + 2 * pass->window));
    found = find_candidates(pass, at, length, candidates);
    for (guint i = 0; i < found; i++) {
        candidates[i].marker = find_marker(pass, candidates[i].head, pass->window);
        __builtin_prefetch(lone_pattern(pass, candidates[i].marker));
    }
    for (guint i = 0; i < found; i++) {
        const EntPattern *pattern = lone_pattern(pass, candidates[i].marker);

        if (pattern)
            __builtin_prefetch(ent_pattern_bytes(pass->search, pattern));
    }
    for (guint i = 0; i < found; i++) {
        Marker *marker = candidates[i].marker;
        EntPattern *pattern = lone_pattern(pass, marker);

        if (pattern)
            note_hit(pass, pattern, candidates[i].at);
        else if (marker)
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
        look_at_block(&pass, at, MIN(BLOCK, places - at));
    pass_clear(&pass);
}
