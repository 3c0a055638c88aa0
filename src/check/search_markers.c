/* SPDX-License-Identifier: MIT */
#include "check/search_markers.h"

#include <string.h>

#define TOGETHER 256u /* patterns looked at together, so that the memory is asked for ahead */
#define AHEAD    8    /* patterns */

static void grow(EntMarkers *markers)
{
    g_autofree EntMarker *old = markers->slots;
    gsize length = ent_markers_size(markers);

    markers->bits++;
    markers->slots = g_new0(EntMarker, ent_markers_size(markers));
    for (gsize i = 0; i < length; i++)
        if (old[i].length > 0)
            *ent_markers_slot(markers, old[i].hash, old[i].length) = old[i];
}

/* The longest pattern so far that bytes, shorter than 2w, begin with; 0: none. */
static guint32 longest_prefix(const EntMarkers *markers, const char *bytes, gsize length)
{
    guint64 hash = ent_hash_bytes(&markers->search->key, 0, bytes, markers->window);
    gsize at = markers->window;
    EntMarker *marker = ent_markers_find(markers, hash, at), *next;

    for (gsize step = markers->window / 2; marker && step > 0; step /= 2) {
        guint64 longer;

        if (at + step > length)
            continue;
        longer = ent_hash_bytes(&markers->search->key, hash, bytes + at, step);
        next = ent_markers_find(markers, longer, at + step);
        if (!next)
            continue;
        marker = next;
        hash = longer;
        at += step;
    }
    return marker ? marker->best : 0;
}

/* The marker, added where it is new; it stays where it is until the next is added. */
static EntMarker *add_marker(EntMarkers *markers, guint64 hash, gsize length)
{
    EntMarker *marker;

    if (2 * (markers->used + 1) > ent_markers_size(markers))
        grow(markers);
    marker = ent_markers_slot(markers, hash, length);
    if (marker->length == 0) {
        *marker = (EntMarker){hash, (guint32)length, 0};
        markers->used++;
    }
    return marker;
}

static bool has_bytes(const EntMarkers *markers, guint32 number, const char *bytes, gsize length)
{
    const EntPattern *pattern = ent_search_get(markers->search, number);

    return pattern->length == length &&
           memcmp(ent_pattern_bytes(markers->search, pattern), bytes, length) == 0;
}

/* The pattern is the other one once more. */
static void add_again(EntMarkers *markers, EntPattern *pattern, guint32 other)
{
    pattern->same = other + 1;
    if (pattern->list)
        ent_search_get(markers->search, other)->list = ENT_LIST_WANTED;
}

/* Adds all markers of a pattern. Shorter ones with this first window have theirs. */
static void add_markers(EntMarkers *markers, guint32 number, guint64 hash)
{
    EntPattern *pattern = ent_search_get(markers->search, number);
    const char *bytes = ent_pattern_bytes(markers->search, pattern);
    gsize at = markers->window, length = pattern->length;
    EntMarker *marker = add_marker(markers, hash, at);

    pattern->parent = at == length ? 0 : longest_prefix(markers, bytes, length - 1);
    for (gsize step = markers->window / 2; step > 0; step /= 2) {
        gsize before = markers->used;

        if (at + step > length)
            continue;
        hash = ent_hash_bytes(&markers->search->key, hash, bytes + at, step);
        at += step;
        marker = add_marker(markers, hash, at);
        if (markers->used > before && at < length)
            marker->best = longest_prefix(markers, bytes, at - 1);
    }
    if (marker->best && has_bytes(markers, marker->best - 1, bytes, length)) {
        add_again(markers, pattern, marker->best - 1);
        return;
    }
    if (marker->best && ent_search_get(markers->search, marker->best - 1)->length == length)
        pattern->parent = marker->best; /* other bytes with this hash */
    marker->best = number + 1;
}

/* Shorter patterns have been added before. */
static void add_pattern(EntMarkers *markers, guint32 number, guint64 head)
{
    EntPattern *pattern = ent_search_get(markers->search, number);
    gsize before = markers->used;
    EntMarker *marker = add_marker(markers, head, markers->window);
    guint32 other = (marker->best & ~ENT_MARKER_ALONE) - 1;

    if (markers->used > before) {
        marker->best = (number + 1) | ENT_MARKER_ALONE;
        pattern->hash =
            ent_hash_bytes(&markers->search->key, head,
                           ent_pattern_bytes(markers->search, pattern) + markers->window,
                           pattern->length - markers->window);
        return;
    }
    if (marker->best & ENT_MARKER_ALONE) {
        if (has_bytes(markers, other, ent_pattern_bytes(markers->search, pattern),
                      pattern->length)) {
            add_again(markers, pattern, other);
            return;
        }
        marker->best = 0;
        add_markers(markers, other, head);
    }
    add_markers(markers, number, head);
}

/* The hash of a pattern's first window; where its marker belongs is asked for, and the bytes of one
 * that comes later. */
static guint64 head_of(const EntMarkers *markers, guint32 number, guint32 later)
{
    const EntPattern *pattern = ent_search_get(markers->search, number);
    const char *bytes = ent_pattern_bytes(markers->search, pattern);
    guint64 head = ent_hash_bytes(&markers->search->key, 0, bytes, markers->window);

    __builtin_prefetch(&markers->slots[ent_markers_place(markers, head, markers->window)]);
    __builtin_prefetch(ent_pattern_bytes(markers->search, ent_search_get(markers->search, later)));
    return head;
}

static void add_patterns(EntMarkers *markers, const guint32 *numbers, gsize length)
{
    guint64 heads[TOGETHER];

    for (gsize at = 0; at < length; at += TOGETHER) {
        gsize end = MIN(TOGETHER, length - at);

        for (gsize i = 0; i < end; i++)
            heads[i] = head_of(markers, numbers[at + i], numbers[MIN(at + i + AHEAD, length - 1)]);
        for (gsize i = 0; i < end; i++)
            add_pattern(markers, numbers[at + i], heads[i]);
    }
}

void ent_markers_init(EntMarkers *markers, EntSearch *search, gsize window, const guint32 *numbers,
                      gsize length, gsize *open)
{
    *markers = (EntMarkers){.search = search, .window = window};
    markers->bits = MAX(4, g_bit_storage(2 * length));
    markers->slots = g_new0(EntMarker, ent_markers_size(markers));
    add_patterns(markers, numbers, length);
    *open = 0;
    for (gsize i = 0; i < length; i++)
        *open += !ent_search_get(search, numbers[i])->same;
}

void ent_markers_clear(EntMarkers *markers)
{
    g_free(markers->slots);
}
