/* SPDX-License-Identifier: MIT */
#include "stability/lot.h"

static guint64 draw(EntLot *lot)
{
    guint64 mixed = lot->state += G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);

    mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

void ent_lot_init(EntLot *lot, guint64 seed, EntLotUse use, guint64 number)
{
    lot->state = seed;
    lot->state = draw(lot) ^ use;
    lot->state = draw(lot) ^ number;
    lot->state = draw(lot);
}

guint32 ent_lot_below(EntLot *lot, guint32 below)
{
    guint64 many = (guint64)G_MAXUINT32 + 1, fair = many - many % below, drawn;

    do
        drawn = draw(lot) >> 32;
    while (drawn >= fair);
    return (guint32)(drawn % below);
}
