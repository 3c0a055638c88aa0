/* SPDX-License-Identifier: MIT */
/*
 * Breadth-first search from 512 sources at once: a node has a bit for each source that has reached
 * it, and a level is searched for all of them by or-ing such sets along the arcs. How many sources
 * a node is at which distance from is the number of bits that are new at a level. Then, M. et al.
 * (2014): The more the merrier: efficient multi-source graph traversal, PVLDB 8, 449-460.
 */
#include "kernel/distances.h"

#include "kernel/job.h"

#include <string.h>

#define WORDS   8
#define SOURCES (64u * WORDS)

/* Which sources; a cache line. */
typedef struct {
    guint64 words[WORDS];
} Set;

typedef struct {
    const EntRows *rows;
    const EntWays *onward, *back; /* away from the sources, and towards them */
    EntDistances sums;            /* by place */
} Shared;

/* What a thread has for itself. */
typedef struct {
    const Shared *shared;
    EntDistances sums;     /* of its part */
    Set *seen;             /* who reached the node up to the last level */
    Set *here, *next;      /* who did just at the last level, at the one to come */
    guint32 *level;        /* nodes where `here` is not empty, each once; elsewhere it is */
    guint32 *found;        /* nodes where `next` may not be */
    guint32 length, count; /* of level, of found */
    Set all;               /* the sources of the part */
} Own;

void ent_distances_init(EntDistances *distances, guint32 nodes)
{
    distances->inverses = g_new0(double, (gsize)nodes + 1);
    distances->sums = g_new0(guint64, (gsize)nodes + 1);
    distances->reached = g_new0(guint32, (gsize)nodes + 1);
    distances->farthest = g_new0(guint32, (gsize)nodes + 1);
}

void ent_distances_clear(EntDistances *distances)
{
    g_free(distances->inverses);
    g_free(distances->sums);
    g_free(distances->reached);
    g_free(distances->farthest);
    *distances = (EntDistances){0};
}

static gpointer begin(gpointer data)
{
    const Shared *shared = data;
    gsize room = (gsize)shared->rows->nodes + 1;
    Own *own = g_new0(Own, 1);

    own->shared = shared;
    ent_distances_init(&own->sums, shared->rows->nodes);
    own->seen = g_new(Set, room);
    own->here = g_new0(Set, room);
    own->next = g_new0(Set, room);
    own->level = g_new(guint32, room);
    own->found = g_new(guint32, room);
    return own;
}

static void end(gpointer data)
{
    Own *own = data;

    ent_distances_clear(&own->sums);
    g_free(own->seen);
    g_free(own->here);
    g_free(own->next);
    g_free(own->level);
    g_free(own->found);
    g_free(own);
}

static void join(Set *set, const Set *other)
{
    for (guint i = 0; i < WORDS; i++)
        set->words[i] |= other->words[i];
}

static bool is_empty(const Set *set)
{
    guint64 any = 0;

    for (guint i = 0; i < WORDS; i++)
        any |= set->words[i];
    return any == 0;
}

/* Bits of four bits each, then of a byte, are added side by side: no instruction set is asked for
 * more. */
static guint32 count(const Set *set)
{
    const guint64 twos = 0x3333333333333333, fours = 0x0f0f0f0f0f0f0f0f;
    guint64 sum = 0;

    for (guint i = 0; i < WORDS; i++) {
        guint64 bits = set->words[i];

        bits -= bits >> 1 & 0x5555555555555555;
        bits = (bits & twos) + (bits >> 2 & twos);
        sum += (bits + (bits >> 4)) & fours; /* at most 8 in each byte: 64 after all words */
    }
    sum = (sum & 0x00ff00ff00ff00ff) + (sum >> 8 & 0x00ff00ff00ff00ff);
    return (guint32)(sum * 0x0001000100010001 >> 48);
}

/* From the nodes of the level. */
static void search_onward(Own *own)
{
    const EntWays *ways = own->shared->onward;

    for (guint32 i = 0; i < own->length; i++) {
        guint32 node = own->level[i];

        for (guint32 j = ways->starts[node]; j < ways->starts[node + 1]; j++) {
            Set *next = &own->next[ways->heads[j]];

            own->found[own->count] = ways->heads[j];
            own->count += is_empty(next);
            join(next, &own->here[node]);
        }
    }
}

/* From each node that not all have reached. */
static void search_backward(Own *own)
{
    const EntWays *ways = own->shared->back;

    for (guint32 i = 0; i < own->shared->rows->nodes; i++) {
        Set next = {{0}};

        if (!memcmp(&own->seen[i], &own->all, sizeof(Set)))
            continue;
        for (guint32 j = ways->starts[i]; j < ways->starts[i + 1]; j++)
            join(&next, &own->here[ways->heads[j]]);
        own->next[i] = next;
        own->found[own->count++] = i;
    }
}

/* What was found and is new becomes the level. */
static void advance(Own *own, guint32 distance)
{
    Set *old = own->here;

    for (guint32 i = 0; i < own->length; i++)
        own->here[own->level[i]] = (Set){{0}};
    own->length = 0;
    for (guint32 i = 0; i < own->count; i++) {
        guint32 node = own->found[i], new;
        Set *next = &own->next[node], *seen = &own->seen[node];

        for (guint j = 0; j < WORDS; j++)
            next->words[j] &= ~seen->words[j];
        new = count(next);
        if (!new)
            continue;
        join(seen, next);
        own->level[own->length++] = node;
        own->sums.inverses[node] += (double)new / distance;
        own->sums.sums[node] += (guint64) new *distance;
        own->sums.reached[node] += new;
        own->sums.farthest[node] = MAX(own->sums.farthest[node], distance);
    }
    own->count = 0;
    own->here = own->next;
    own->next = old;
}

/* Each source has reached itself. */
static void set_out(Own *own, guint32 source, guint32 length)
{
    memset(own->seen, 0, sizeof(Set) * own->shared->rows->nodes);
    own->all = (Set){{0}};
    for (guint32 i = 0; i < length; i++) {
        own->seen[source + i].words[i / 64] = own->here[source + i].words[i / 64] = (guint64)1
                                                                                    << i % 64;
        own->all.words[i / 64] |= (guint64)1 << i % 64;
        own->level[i] = source + i;
    }
    own->length = length;
}

/* Whether the level has so many arcs that it is better to look from behind. */
static bool is_broad(const Own *own)
{
    guint64 arcs = 0;

    for (guint32 i = 0; i < own->length; i++)
        arcs += ent_ways_count(own->shared->onward, own->level[i]);
    return arcs > (ent_rows_arcs(own->shared->rows) + own->shared->rows->nodes) / 4;
}

static void work(gpointer data, guint part, EntWatch *watch)
{
    Own *own = data;
    guint32 source = part * SOURCES;

    set_out(own, source, MIN(SOURCES, own->shared->rows->nodes - source));
    for (guint32 distance = 1; own->length && !ent_watch_stopped(watch); distance++) {
        if (is_broad(own))
            search_backward(own);
        else
            search_onward(own);
        advance(own, distance);
    }
}

static bool take(gpointer data, guint part)
{
    Own *own = data;
    const EntDistances *to = &own->shared->sums;
    EntDistances *from = &own->sums;

    (void)part;
    for (guint32 i = 0; i < own->shared->rows->nodes; i++) {
        to->inverses[i] += from->inverses[i];
        to->sums[i] += from->sums[i];
        to->reached[i] += from->reached[i];
        to->farthest[i] = MAX(to->farthest[i], from->farthest[i]);
        from->inverses[i] = 0;
        from->sums[i] = from->reached[i] = from->farthest[i] = 0;
    }
    return true;
}

bool ent_rows_distances(const EntRows *rows, EntDistance which, EntDistances *distances,
                        EntWatch *watch)
{
    /* A node's distance to the sources is found where these search against the arrows. */
    bool against = which == ENT_DISTANCE_FROM;
    Shared shared = {rows,
                     against ? &rows->in : &rows->out,
                     against ? &rows->out : &rows->in,
                     {NULL, NULL, NULL, NULL}};
    EntJob job = {rows->nodes / SOURCES + (rows->nodes % SOURCES > 0), begin, end, work, take};
    bool done;

    ent_distances_init(&shared.sums, rows->nodes);
    done = ent_job_run(&job, &shared, watch);
    for (guint32 i = 0; i < rows->nodes; i++) {
        distances->inverses[rows->names[i]] = shared.sums.inverses[i];
        distances->sums[rows->names[i]] = shared.sums.sums[i];
        distances->reached[rows->names[i]] = shared.sums.reached[i];
        distances->farthest[rows->names[i]] = shared.sums.farthest[i];
    }
    ent_distances_clear(&shared.sums);
    return done;
}
