/* SPDX-License-Identifier: MIT */
#include "kernel/rows.h"

/* Row lengths, counted two places on, become where each row begins, one place on: filling the rows
 * moves these to where they belong. */
static void add_up(guint32 *starts, guint32 nodes)
{
    for (guint32 i = 2; i < nodes + 2; i++)
        starts[i] += starts[i - 1];
}

static EntWays gather(const EntArcs *arcs, const guint32 *places, bool both)
{
    EntWays ways = {g_new0(guint32, (gsize)arcs->nodes + 2),
                    g_new(guint32, ((gsize)arcs->length << both) + 1)};

    for (guint32 i = 0; i < arcs->length; i++) {
        ways.starts[places[arcs->from[i]] + 2]++;
        if (both)
            ways.starts[places[arcs->to[i]] + 2]++;
    }
    add_up(ways.starts, arcs->nodes);
    for (guint32 i = 0; i < arcs->length; i++) {
        guint32 from = places[arcs->from[i]], to = places[arcs->to[i]];

        ways.heads[ways.starts[from + 1]++] = to;
        if (both)
            ways.heads[ways.starts[to + 1]++] = from;
    }
    return ways;
}

/* The arcs the other way round; its rows are sorted. */
static EntWays turn(const EntWays *ways, guint32 nodes)
{
    guint32 length = ways->starts[nodes];
    EntWays turned = {g_new0(guint32, (gsize)nodes + 2), g_new(guint32, (gsize)length + 1)};

    for (guint32 i = 0; i < length; i++)
        turned.starts[ways->heads[i] + 2]++;
    add_up(turned.starts, nodes);
    for (guint32 i = 0; i < nodes; i++)
        for (guint32 j = ways->starts[i]; j < ways->starts[i + 1]; j++)
            turned.heads[turned.starts[ways->heads[j] + 1]++] = i;
    return turned;
}

static void clear(EntWays *ways)
{
    g_free(ways->starts);
    g_free(ways->heads);
}

/* The nodes by degree, the highest first, equals by number: sorted by counting. The caller's. */
static guint32 *sort_by_degree(const EntWays *ways, guint32 nodes)
{
    guint32 *sorted = g_new(guint32, (gsize)nodes + 1), most = 0;
    g_autofree guint32 *counts = NULL;

    for (guint32 i = 0; i < nodes; i++)
        most = MAX(most, ent_ways_count(ways, i));
    counts = g_new0(guint32, (gsize)most + 2);
    for (guint32 i = 0; i < nodes; i++)
        counts[most - ent_ways_count(ways, i) + 1]++;
    for (guint32 i = 1; i <= most; i++)
        counts[i] += counts[i - 1];
    for (guint32 i = 0; i < nodes; i++)
        sorted[counts[most - ent_ways_count(ways, i)]++] = i;
    return sorted;
}

static gint compare_degrees(gconstpointer left, gconstpointer right, gpointer data)
{
    const guint32 *a = left, *b = right;
    const EntWays *ways = data;

    return (int)ent_ways_count(ways, *b) - (int)ent_ways_count(ways, *a);
}

/* Rows of like length side by side: a processor foresees where the next one ends. */
static void sort_level(EntRows *rows, const EntWays *ways, guint32 *places, guint32 first,
                       guint32 last)
{
    g_qsort_with_data(rows->names + first, (gint)(last - first), sizeof *rows->names,
                      compare_degrees, (gpointer)ways); /* stable */
    for (guint32 i = first; i < last; i++)
        places[rows->names[i]] = i;
}

/* Walks one component; the number of nodes that have a place then. */
static guint32 walk(EntRows *rows, const EntWays *ways, guint32 *places, guint32 first)
{
    guint32 tail = first + 1, depth = 0, level_end = tail;

    for (guint32 i = first; i < tail; i++) {
        guint32 node = rows->names[i];

        if (i == level_end) {
            sort_level(rows, ways, places, i, tail);
            node = rows->names[i];
            level_end = tail;
            depth++;
        }
        for (guint32 j = ways->starts[node]; j < ways->starts[node + 1]; j++) {
            if (places[ways->heads[j]] != G_MAXUINT32)
                continue;
            places[ways->heads[j]] = tail;
            rows->names[tail++] = ways->heads[j];
        }
    }
    rows->depth = MAX(rows->depth, depth);
    return tail;
}

/* Gives each node its place; the caller's array, by its own numbers. */
static guint32 *place_nodes(EntRows *rows, const EntWays *ways)
{
    g_autofree guint32 *sorted = sort_by_degree(ways, rows->nodes);
    guint32 *places = g_new(guint32, (gsize)rows->nodes + 1), placed = 0;

    for (guint32 i = 0; i < rows->nodes; i++)
        places[i] = G_MAXUINT32;
    for (guint32 i = 0; i < rows->nodes; i++) {
        if (places[sorted[i]] != G_MAXUINT32)
            continue;
        rows->components[rows->component_count++] = placed;
        places[sorted[i]] = placed;
        rows->names[placed] = sorted[i];
        placed = walk(rows, ways, places, placed);
    }
    rows->components[rows->component_count] = placed;
    return places;
}

EntRows *ent_rows_new(const EntArcs *arcs)
{
    EntRows *rows = g_new0(EntRows, 1);
    g_autofree guint32 *plain = g_new(guint32, (gsize)arcs->nodes + 1), *places = NULL;
    EntWays walked, unsorted;

    g_assert(arcs->length <= G_MAXUINT32 / 2);
    rows->nodes = arcs->nodes;
    rows->directed = arcs->directed;
    rows->names = g_new(guint32, (gsize)arcs->nodes + 1);
    rows->components = g_new(guint32, (gsize)arcs->nodes + 1);
    for (guint32 i = 0; i < arcs->nodes; i++)
        plain[i] = i;
    walked = gather(arcs, plain, true);
    places = place_nodes(rows, &walked);
    unsorted = gather(arcs, places, !arcs->directed);
    rows->in = turn(&unsorted, arcs->nodes);
    rows->out = arcs->directed ? turn(&rows->in, arcs->nodes) : rows->in;
    clear(&walked);
    clear(&unsorted);
    return rows;
}

guint32 ent_rows_component(const EntRows *rows, guint32 place)
{
    guint32 low = 0, high = rows->component_count;

    while (high - low > 1) {
        guint32 middle = low + (high - low) / 2;

        if (rows->components[middle] <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void ent_rows_free(EntRows *rows)
{
    if (!rows)
        return;
    clear(&rows->in);
    if (rows->directed)
        clear(&rows->out);
    g_free(rows->names);
    g_free(rows->components);
    g_free(rows);
}
