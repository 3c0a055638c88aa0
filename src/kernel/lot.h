/* SPDX-License-Identifier: MIT */
/*
 * Numbers by lot: SplitMix64, a counter whose bits are mixed, so that any seed begins a sequence of
 * its own. Steele, G. L., Lea, D., Flood, C. H. (2014): Fast splittable pseudorandom number
 * generators, OOPSLA.
 */
#ifndef ENT_KERNEL_LOT_H
#define ENT_KERNEL_LOT_H

#include <glib.h>

typedef struct {
    guint64 state;
} EntLot;

static inline guint64 ent_lot_next(EntLot *lot)
{
    guint64 bits = lot->state += 0x9e3779b97f4a7c15;

    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111eb;
    return bits ^ bits >> 31;
}

/* The sequence of that number among those of a seed. */
static inline EntLot ent_lot_init(guint64 seed, guint64 number)
{
    EntLot seeds = {seed};

    return (EntLot){ent_lot_next(&seeds) + ent_lot_next(&(EntLot){~number})};
}

/* 0 to limit - 1; some are likelier than others by limit / 2^64. */
static inline guint64 ent_lot_below(EntLot *lot, guint64 limit)
{
    return (guint64)((unsigned __int128)ent_lot_next(lot) * limit >> 64);
}

/* 0 to 1, 1 excluded. */
static inline double ent_lot_share(EntLot *lot)
{
    return (double)(ent_lot_next(lot) >> 11) * 0x1p-53;
}

#endif
