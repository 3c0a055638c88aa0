/* SPDX-License-Identifier: MIT */
#include "kernel/spring.h"

#include "kernel/lot.h"

#include <string.h>

#define GROUP_MOST 4 /* nodes of one coarse node: pairs, and what is left over beside them */
#define NONE       G_MAXUINT32

void ent_springs_clear(EntSprings *springs)
{
    g_clear_pointer(&springs->starts, g_free);
    g_clear_pointer(&springs->targets, g_free);
    g_clear_pointer(&springs->weights, g_free);
    g_clear_pointer(&springs->masses, g_free);
}

/* All nodes in an order drawn by lot; the caller's. */
static guint32 *shuffle(guint32 nodes, guint64 seed)
{
    guint32 *order = g_new(guint32, (gsize)nodes + 1);
    EntLot lot = ent_lot_init(seed, nodes);

    for (guint32 i = 0; i < nodes; i++)
        order[i] = i;
    for (guint32 i = nodes; i > 1; i--) {
        guint32 other = (guint32)ent_lot_below(&lot, i), held = order[i - 1];

        order[i - 1] = order[other];
        order[other] = held;
    }
    return order;
}

/* The neighbour not yet grouped that it is tied to most for the masses, so that none grows large;
 * NONE where all are. */
static guint32 find_partner(const EntSprings *springs, const guint32 *of, guint32 node)
{
    guint32 best = NONE;
    float most = 0;

    for (guint32 i = springs->starts[node]; i < springs->starts[node + 1]; i++) {
        guint32 other = springs->targets[i];
        float pull = springs->weights[i] / (springs->masses[node] * springs->masses[other]);

        if (of[other] == NONE && pull > most) {
            most = pull;
            best = other;
        }
    }
    return best;
}

/* The group of the neighbour that it is tied to most, of those with room; NONE. */
static guint32 find_group(const EntSprings *springs, const guint32 *of, const guint8 *sizes,
                          guint32 node)
{
    guint32 best = NONE;
    float most = 0;

    for (guint32 i = springs->starts[node]; i < springs->starts[node + 1]; i++) {
        guint32 group = of[springs->targets[i]];

        if (group != NONE && sizes[group] < GROUP_MOST && springs->weights[i] > most) {
            most = springs->weights[i];
            best = group;
        }
    }
    return best;
}

/* Leaves of a hub that found no partner go two by two: a star would not shrink else. */
static guint32 find_sibling(const EntSprings *springs, guint32 *waiting, guint32 node)
{
    guint32 hub = springs->targets[springs->starts[node]], other;

    if (springs->starts[node + 1] - springs->starts[node] != 1)
        return NONE;
    other = waiting[hub];
    waiting[hub] = other == NONE ? node : NONE;
    return other;
}

static guint32 make_groups(const EntSprings *springs, guint64 seed, guint32 *of)
{
    g_autofree guint32 *order = shuffle(springs->nodes, seed);
    g_autofree guint8 *sizes = g_new0(guint8, (gsize)springs->nodes + 1);
    g_autofree guint32 *waiting = g_new(guint32, (gsize)springs->nodes + 1);
    guint32 groups = 0;

    memset(of, 0xff, sizeof *of * springs->nodes);
    memset(waiting, 0xff, sizeof *waiting * springs->nodes);
    for (guint32 i = 0; i < springs->nodes; i++) {
        guint32 node = order[i], partner;

        if (of[node] != NONE || (partner = find_partner(springs, of, node)) == NONE)
            continue;
        of[node] = of[partner] = groups;
        sizes[groups++] = 2;
    }
    for (guint32 i = 0; i < springs->nodes; i++) {
        guint32 node = order[i], sibling;

        if (of[node] != NONE || springs->starts[node] == springs->starts[node + 1])
            continue;
        sibling = find_sibling(springs, waiting, node);
        if (sibling == NONE || of[sibling] != NONE)
            continue;
        of[node] = of[sibling] = groups;
        sizes[groups++] = 2;
    }
    for (guint32 i = 0; i < springs->nodes; i++) {
        guint32 node = order[i], group;

        if (of[node] != NONE)
            continue;
        group = find_group(springs, of, sizes, node);
        of[node] = group == NONE ? groups++ : group;
        sizes[of[node]]++;
    }
    return groups;
}

/* The fine nodes by their groups: those of group g from starts[g] on. */
static guint32 *sort_by_group(const guint32 *of, guint32 nodes, guint32 groups, guint32 **starts)
{
    guint32 *members = g_new(guint32, (gsize)nodes + 1);

    *starts = g_new0(guint32, (gsize)groups + 2);
    for (guint32 i = 0; i < nodes; i++)
        (*starts)[of[i] + 2]++;
    for (guint32 i = 2; i < groups + 2; i++)
        (*starts)[i] += (*starts)[i - 1];
    for (guint32 i = 0; i < nodes; i++)
        members[(*starts)[of[i] + 1]++] = i;
    return members;
}

void ent_springs_coarsen(const EntSprings *springs, guint64 seed, EntSprings *coarse, guint32 *of)
{
    guint32 groups = make_groups(springs, seed, of), length = 0;
    g_autofree guint32 *first = NULL, *members = sort_by_group(of, springs->nodes, groups, &first);
    g_autofree guint32 *seen = g_new(guint32, (gsize)groups + 1);

    *coarse = (EntSprings){
        .nodes = groups,
        .starts = g_new(guint32, (gsize)groups + 1),
        .targets = g_new(guint32, (gsize)springs->starts[springs->nodes] + 1),
        .weights = g_new(float, (gsize)springs->starts[springs->nodes] + 1),
        .masses = g_new0(float, (gsize)groups + 1),
    };
    memset(seen, 0xff, sizeof *seen * groups);
    for (guint32 group = 0; group < groups; group++) {
        coarse->starts[group] = length;
        for (guint32 i = first[group]; i < first[group + 1]; i++) {
            guint32 node = members[i];

            coarse->masses[group] += springs->masses[node];
            for (guint32 k = springs->starts[node]; k < springs->starts[node + 1]; k++) {
                guint32 other = of[springs->targets[k]];

                if (other == group)
                    continue;
                if (seen[other] == NONE || seen[other] < coarse->starts[group]) {
                    seen[other] = length;
                    coarse->targets[length] = other;
                    coarse->weights[length++] = 0;
                }
                coarse->weights[seen[other]] += springs->weights[k];
            }
        }
    }
    coarse->starts[groups] = length;
}
