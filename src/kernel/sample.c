/* SPDX-License-Identifier: MIT */
/*
 * KADABRA (bounds.h says by which rule it ends). Two different nodes of one component are drawn by
 * lot, each pair as likely as any other, then one of the shortest paths between them, and its inner
 * nodes are counted. Pairs of two components, between which no path is, are known and not drawn.
 *
 * Paths are drawn in parts of fixed length, each with a sequence of lots of its own, and whether
 * they are enough is looked at after a fixed number of parts: so threads change nothing.
 */
#include "kernel/sample.h"

#include "kernel/bounds.h"
#include "kernel/job.h"
#include "kernel/path.h"

#include <math.h>

#define PART_PATHS 64u
#define LOOK_PARTS 16u /* from one look at the bounds to the next */
#define BEFORE     100 /* one path in so many of the most that may be needed tells busy nodes */

typedef struct {
    const EntRows *rows;
    guint64 *pairs; /* component -> ordered pairs in it and those before it */
    guint64 seed;
    guint32 *counts; /* by place */
    guint64 paths;
    EntBounds *bounds; /* NULL: all parts are wanted */
} Shared;

/* What a thread has for itself. */
typedef struct {
    const Shared *shared;
    Shared *taking;
    EntPathFinder *finder;
    guint32 *counts; /* of its part */
    guint32 *passed; /* nodes whose count is not 0 */
    guint32 length;  /* of passed */
} Own;

static gpointer begin(gpointer data)
{
    Shared *shared = data;
    gsize room = (gsize)shared->rows->nodes + 1;
    Own *own = g_new0(Own, 1);

    own->shared = own->taking = shared;
    own->finder = ent_path_finder_new(shared->rows);
    own->counts = g_new0(guint32, room);
    own->passed = g_new(guint32, room);
    return own;
}

static void end(gpointer data)
{
    Own *own = data;

    ent_path_finder_free(own->finder);
    g_free(own->counts);
    g_free(own->passed);
    g_free(own);
}

static void draw_pair(const Shared *shared, EntLot *lot, guint32 *from, guint32 *to)
{
    const EntRows *rows = shared->rows;
    guint64 number = ent_lot_below(lot, shared->pairs[rows->component_count - 1]);
    guint32 low = 0, high = rows->component_count - 1, size;

    while (low < high) {
        guint32 middle = low + (high - low) / 2;

        if (shared->pairs[middle] > number)
            high = middle;
        else
            low = middle + 1;
    }
    size = rows->components[low + 1] - rows->components[low];
    *from = (guint32)ent_lot_below(lot, size);
    *to = (guint32)ent_lot_below(lot, size - 1);
    *to += *to >= *from;
    *from += rows->components[low];
    *to += rows->components[low];
}

static void work(gpointer data, guint part, EntWatch *watch)
{
    Own *own = data;
    EntLot lot = ent_lot_init(own->shared->seed, part);

    for (guint i = 0; i < PART_PATHS && !ent_watch_stopped(watch); i++) {
        guint32 from, to, length;
        const guint32 *inner;

        draw_pair(own->shared, &lot, &from, &to);
        length = ent_path_draw(own->finder, from, to, &lot, &inner);
        for (guint32 j = 0; j < length; j++)
            if (own->counts[inner[j]]++ == 0)
                own->passed[own->length++] = inner[j];
    }
}

static bool take(gpointer data, guint part)
{
    Own *own = data;
    Shared *shared = own->taking;

    for (guint32 i = 0; i < own->length; i++) {
        shared->counts[own->passed[i]] += own->counts[own->passed[i]];
        own->counts[own->passed[i]] = 0;
    }
    own->length = 0;
    shared->paths += PART_PATHS;
    return !shared->bounds || (part + 1) % LOOK_PARTS ||
           !ent_bounds_hold(shared->bounds, shared->counts, shared->paths);
}

static guint64 *sum_pairs(const EntRows *rows)
{
    guint64 *pairs = g_new(guint64, (gsize)rows->component_count + 1), sum = 0;

    for (guint32 i = 0; i < rows->component_count; i++) {
        guint64 size = rows->components[i + 1] - rows->components[i];

        pairs[i] = sum += size * (size - 1);
    }
    return pairs;
}

/* How many nodes a shortest path may have. */
static guint32 bound_longest(const EntRows *rows)
{
    guint32 most = 0;

    for (guint32 i = 0; i < rows->component_count; i++)
        most = MAX(most, rows->components[i + 1] - rows->components[i]);
    return rows->directed ? most : MIN(most, 2 * rows->depth + 1);
}

/* Draws up to so many paths; bounds NULL: just so many. */
static bool draw(Shared *shared, EntBounds *bounds, double paths, EntWatch *watch)
{
    EntJob job = {(guint)ceil(paths / PART_PATHS), begin, end, work, take};

    shared->bounds = bounds;
    return ent_job_run(&job, shared, watch);
}

/* Draws twice: a few paths for the bounds, then all that count. error: of all pairs drawn from. */
static bool draw_all(Shared *shared, EntSample *sample, double error, guint32 longest,
                     EntWatch *watch)
{
    guint32 nodes = shared->rows->nodes;
    g_auto(EntBounds) bounds = {0};

    ent_bounds_init(&bounds, nodes, longest, error, sample->risk);
    shared->seed = ~sample->seed;
    if (!draw(shared, NULL, bounds.omega / BEFORE, watch))
        return false;
    ent_bounds_share(&bounds, sample->risk, shared->counts, shared->paths);
    for (guint32 i = 0; i < nodes; i++)
        shared->counts[i] = 0;
    shared->paths = 0;
    shared->seed = sample->seed;
    return draw(shared, &bounds, bounds.omega, watch);
}

bool ent_rows_sample(const EntRows *rows, EntSample *sample, double *result, EntWatch *watch)
{
    g_autofree guint64 *pairs = sum_pairs(rows);
    g_autofree guint32 *counts = g_new0(guint32, (gsize)rows->nodes + 1);
    Shared shared = {.rows = rows, .pairs = pairs, .counts = counts};
    guint32 longest = bound_longest(rows);
    double n = rows->nodes, drawn = longest > 2 ? (double)pairs[rows->component_count - 1] : 0;
    double unit;

    /* The largest possible value is that of (n - 1) (n - 2) ordered pairs. */
    if (drawn > 0 &&
        !draw_all(&shared, sample, sample->error * (n - 1) * (n - 2) / drawn, longest, watch))
        return false;
    unit = drawn > 0 ? drawn / (double)shared.paths / (rows->directed ? 1 : 2) : 0;
    for (guint32 i = 0; i < rows->nodes; i++)
        result[rows->names[i]] = counts[i] * unit;
    sample->paths = shared.paths;
    return true;
}
