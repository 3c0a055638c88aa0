/* SPDX-License-Identifier: MIT */
#include "kernel/sides.h"

#include <string.h>

enum { UNKNOWN = 3 };

/* Gives heads the other side; false where one is on the same. */
static bool spread(const EntWays *ways, guint32 node, guint8 *sides)
{
    bool good = true;

    for (guint32 i = ways->starts[node]; i < ways->starts[node + 1]; i++) {
        guint32 head = ways->heads[i];

        if (sides[head] == UNKNOWN)
            sides[head] = 1 - sides[node];
        good &= sides[head] != sides[node];
    }
    return good;
}

guint8 *ent_rows_sides(const EntRows *rows)
{
    guint8 *sides = g_malloc((gsize)rows->nodes + 1);

    memset(sides, UNKNOWN, rows->nodes);
    for (guint32 component = 0; component < rows->component_count; component++) {
        guint32 first = rows->components[component], last = rows->components[component + 1];
        bool good = true;

        /* Places are in the order of a walk: each but the first has a side by now. */
        for (guint32 i = first; i < last && good; i++) {
            if (sides[i] == UNKNOWN)
                sides[i] = 0;
            good = spread(&rows->out, i, sides) && spread(&rows->in, i, sides);
        }
        if (!good)
            memset(sides + first, ENT_SIDE_EITHER, last - first);
    }
    return sides;
}
