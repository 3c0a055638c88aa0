/* SPDX-License-Identifier: MIT */
#include "stability/tails.h"

#include <math.h>

#define OUTSIDE 40 /* one in so many numbers lies beyond either end: 2.5 % */

/* ceil(D / 40), the number of the lower one, and D + 1 - ceil(39 D / 40), that of the upper one
 * from above, are both at most this. */
static guint32 most_kept(guint32 most)
{
    return most / OUTSIDE + 1;
}

void ent_tails_init(EntTails *tails, guint32 length, guint32 most)
{
    *tails = (EntTails){.length = length, .kept = most_kept(most)};
    tails->least = g_new(double, (gsize)length * tails->kept + 1);
    tails->greatest = g_new(double, (gsize)length * tails->kept + 1);
    tails->counts = g_new0(guint32, (gsize)length + 1);
}

void ent_tails_clear(EntTails *tails)
{
    g_free(tails->least);
    g_free(tails->greatest);
    g_free(tails->counts);
    *tails = (EntTails){0};
}

/* Puts number * sign in its place among the first `length` of a list that ascends by number * sign,
 * where it is among the first `kept`. */
static void insert(double *list, guint32 length, guint32 kept, double number, int sign)
{
    guint32 at;

    if (length >= kept) {
        if (number * sign >= list[kept - 1] * sign)
            return;
        length = kept - 1;
    }
    for (at = length; at > 0 && number * sign < list[at - 1] * sign; at--)
        list[at] = list[at - 1];
    list[at] = number;
}

void ent_tails_add(EntTails *tails, guint32 series, double number)
{
    gsize first = (gsize)series * tails->kept;
    guint32 count = tails->counts[series]++;

    insert(tails->least + first, count, tails->kept, number, 1);
    insert(tails->greatest + first, count, tails->kept, number, -1);
}

double ent_tails_low(const EntTails *tails, guint32 series)
{
    guint32 count = tails->counts[series];

    if (!count)
        return NAN;
    return tails->least[(gsize)series * tails->kept + (count - 1) / OUTSIDE];
}

double ent_tails_high(const EntTails *tails, guint32 series)
{
    guint64 count = tails->counts[series];
    guint64 above = count - (count * (OUTSIDE - 1) + OUTSIDE - 1) / OUTSIDE;

    if (!count)
        return NAN;
    return tails->greatest[(gsize)series * tails->kept + above];
}
