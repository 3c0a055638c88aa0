/* SPDX-License-Identifier: MIT */
/*
 * Drawing by lot: a generator that depends on its seed alone, not on settings of the machine or of
 * a library. SplitMix64: Steele, G. L., Lea, D., Flood, C. H. (2014): Fast splittable pseudorandom
 * number generators, OOPSLA, 453-472.
 */
#ifndef ENT_STABILITY_LOT_H
#define ENT_STABILITY_LOT_H

#include <glib.h>

typedef struct {
    guint64 state;
} EntLot;

/* What is drawn for, so that no two draws are alike. */
typedef enum { ENT_LOT_RESAMPLE = 1, ENT_LOT_SUBSET } EntLotUse;

/* Each draw starts anew from the user's seed, its use and its number. */
void ent_lot_init(EntLot *lot, guint64 seed, EntLotUse use, guint64 number);

/* A whole number from 0 to below - 1, each as likely; below > 0. */
guint32 ent_lot_below(EntLot *lot, guint32 below);

#endif
