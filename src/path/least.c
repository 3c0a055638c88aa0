/* SPDX-License-Identifier: MIT */
/*
 * All paths that cost least. The ways u -> v with d(u) = cost + d(v), where d is the distance to
 * the target, make a graph without cycles, in which every walk from the start is such a path. They
 * are counted from the target on,
 *
 *     n(target) = 1,   n(u) = sum of n(v) over the ways of that graph from u,
 *
 * and read off one by one, always taking the first way that has not been taken yet: by ids.
 * Cost: one search, and for each path its steps times the ways at them.
 */
#include "path/finders.h"

static double count(const EntReach *reach, const EntWays *ways, guint32 from)
{
    const GArray *reached = ent_reach_reached(reach);
    g_autofree double *counts = g_new0(double, (gsize)ways->nodes + 1);

    for (guint i = 0; i < reached->len; i++) {
        EntState state = g_array_index(reached, EntState, i);
        guint32 way = ent_reach_next(reach, state, ENT_NONE);

        counts[state.node] = i == 0;
        for (; way != ENT_NONE; way = ent_reach_next(reach, state, way + 1))
            counts[state.node] += counts[ways->ways[way].to];
    }
    return counts[from];
}

/* Makes the path the next one; false after the last. */
static bool advance(const EntReach *reach, const EntWays *ways, GArray *path)
{
    while (path->len) {
        guint32 last = g_array_index(path, guint32, path->len - 1);
        EntState state = {ways->ways[last].from, true};
        guint32 way = ent_reach_next(reach, state, last + 1);

        g_array_set_size(path, path->len - 1);
        if (way == ENT_NONE)
            continue;
        g_array_append_val(path, way);
        ent_reach_walk(reach, ent_reach_after(reach, state, &ways->ways[way]), path);
        return true;
    }
    return false;
}

double ent_find_least(EntReach *reach, const EntWays *ways, guint32 from, guint32 most,
                      GPtrArray *found)
{
    EntState start = ent_reach_begin(reach, from);
    g_autoptr(GArray) path = g_array_new(FALSE, FALSE, sizeof(guint32));

    if (!ent_reach_run(reach, start))
        return 0;
    ent_reach_walk(reach, start, path);
    do
        g_ptr_array_add(found, g_array_copy(path));
    while (found->len < most && advance(reach, ways, path));
    return count(reach, ways, from);
}
