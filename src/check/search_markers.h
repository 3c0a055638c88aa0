/* SPDX-License-Identifier: MIT */
/*
 * The markers of all patterns of w to 2w - 1 bytes, w a power of two: where the text's window of w
 * bytes is the first window of a pattern, the longest pattern that stands there is found by binary
 * search on its length (Waldvogel et al., SIGCOMM 1997). Each pattern has markers at the lengths w,
 * w + a, w + a + b, ... that add up to its own from powers of two, and the text follows the markers
 * with ever smaller steps. A marker knows the longest pattern that it begins with, a pattern the
 * next shorter one: so all that stand there are known, in time of log w besides the hits
 * themselves.
 *
 * Most first windows are of one pattern alone. It gets its other markers only when another comes
 * with the same; until then it stands where all of it has its hash.
 */
#ifndef ENT_CHECK_SEARCH_MARKERS_H
#define ENT_CHECK_SEARCH_MARKERS_H

#include "check/search_store.h"

#define ENT_MARKER_ALONE (1u << 31)

typedef struct {
    guint64 hash;   /* of the beginning of a pattern */
    guint32 length; /* 0: a free slot */
    guint32 best; /* number + 1 of the longest pattern that this begins with, with ENT_MARKER_ALONE
                   * where that is the only one with this first window; 0: none */
} EntMarker;

/* By hash: open addressing, at least half of the slots are free. */
typedef struct {
    EntSearch *search;
    gsize window;
    EntMarker *slots;
    guint bits; /* there are 2^bits slots */
    gsize used;
} EntMarkers;

/* Makes the markers of patterns, the shorter ones first. Those with the bytes of another are noted
 * to be that one; *open counts the others. */
void ent_markers_init(EntMarkers *markers, EntSearch *search, gsize window, const guint32 *numbers,
                      gsize length, gsize *open);
void ent_markers_clear(EntMarkers *markers);

static inline gsize ent_markers_size(const EntMarkers *markers)
{
    return (gsize)1 << markers->bits;
}

/* What a marker is known by, of the hash of its bytes. */
static inline guint64 ent_marker_mix(guint64 hash, gsize length)
{
    return hash + length * G_GUINT64_CONSTANT(0xc2b2ae3d27d4eb4f);
}

static inline gsize ent_markers_place(const EntMarkers *markers, guint64 hash, gsize length)
{
    return ent_hash_place(&markers->search->key, ent_marker_mix(hash, length), markers->bits);
}

/* The marker, or the free slot where it belongs. */
static inline EntMarker *ent_markers_slot(const EntMarkers *markers, guint64 hash, gsize length)
{
    gsize slot = ent_markers_place(markers, hash, length);

    while (markers->slots[slot].length > 0 &&
           (markers->slots[slot].hash != hash || markers->slots[slot].length != length))
        slot = (slot + 1) & (ent_markers_size(markers) - 1);
    return &markers->slots[slot];
}

/* NULL where there is none. */
static inline EntMarker *ent_markers_find(const EntMarkers *markers, guint64 hash, gsize length)
{
    EntMarker *marker = ent_markers_slot(markers, hash, length);

    return marker->length > 0 ? marker : NULL;
}

#endif
