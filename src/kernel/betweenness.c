/* SPDX-License-Identifier: MIT */
/*
 * Brandes' algorithm. From each source s a breadth-first search counts the shortest paths sigma to
 * every node and notes the arcs they use; read back from the far end these give
 *
 *     delta(v) = sigma(v) * sum over noted arcs v -> w of (weight(w) + delta(w)) / sigma(w),
 *
 * the pairs of s and another node that v lies between, and the betweenness is the sum over s of
 * weight(s) delta(v). The weight of a node is 1, and more where pendant trees are folded into it
 * (undirected graphs): a path that ends in a tree passes the node it hangs on. Brandes, U. (2001):
 * A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25, 163-177;
 * folding: Baglioni, M. et al. (2012): Fast exact computation of betweenness centrality in social
 * networks, ASONAM; the two ways to go a level: Beamer, S., Asanović, K., Patterson, D. (2012):
 * Direction-optimizing breadth-first search, SC12.
 *
 * What makes it quick: a level is searched from whichever side has fewer arcs, those that were
 * reached or those that were not; what is known of nodes lies in the order in which they are
 * reached, so that what belongs to a level lies side by side; no loop over a node's arcs has a
 * branch but its end; where arcs lead from one side to the other (parties, agreements) the last
 * level's own side is not looked at; the noted arcs are read back without a test.
 */
#include "kernel/betweenness.h"

#include "kernel/fold.h"
#include "kernel/job.h"
#include "kernel/sides.h"

#include <string.h>

#define PART_COST (1u << 20) /* nodes and arcs searched in a part, about: some milliseconds */
#define PART_MOST 64u        /* sources */
#define ONE_PATH  0x1p-900   /* only ratios of path numbers count: this leaves room for many more */
#define UNSEEN    G_MAXUINT32

typedef struct {
    const EntRows *rows;
    const double *weights;
    const guint8 *sides; /* by node (sides.h) */
    double *sum;         /* by node */
    guint sources;       /* in a part */
} Shared;

/* Arcs on shortest paths, noted in the order in which they are met. Nodes are named by their turn:
 * their place in the order in which they are reached. */
typedef struct {
    guint32 *tails, *heads, length;
} Notes;

/* Where a level begins: its turns, and its arcs in both notes. */
typedef struct {
    guint32 turn, onward, backward;
} Level;

/* What a thread has for itself. */
typedef struct {
    const Shared *shared;
    double *sum;     /* of its part */
    double *sigma;   /* by turn: paths from the source; on the way back (weight + delta) / sigma */
    double *here;    /* sigma of a level, and 0 behind it */
    double *pushed;  /* by turn: what nodes gave back to their tails; 0 between the searches */
    guint32 *turn;   /* by node; UNSEEN between the searches */
    guint32 *order;  /* by turn: the node */
    guint32 *unseen; /* those that were not reached when it was last looked at */
    guint32 *ends;   /* by turn: of its arcs in onward, where its level was searched from it */
    Notes onward;    /* arcs out of levels searched from them, tail by tail */
    Notes backward;  /* out of those searched from behind, head by head */
    Level *levels;   /* one more closes the last */
} Own;

/* A search under way. */
typedef struct {
    guint32 level;         /* the last one reached */
    guint8 side;           /* of the source */
    guint32 first, last;   /* nodes of the component */
    guint32 near, far;     /* arcs out of that level, arcs into what is unseen */
    guint32 unseen_length; /* 0: not gathered */
} Search;

/* Each edge of an undirected graph is on a shortest path one way at most. One arc more is written
 * before it is known whether it counts. */
static Notes new_notes(const EntRows *rows)
{
    gsize room = (gsize)ent_rows_arcs(rows) / (rows->directed ? 1 : 2) + 1;

    return (Notes){g_new(guint32, room), g_new(guint32, room), 0};
}

static gpointer begin(gpointer data)
{
    const Shared *shared = data;
    gsize room = (gsize)shared->rows->nodes + 3;
    Own *own = g_new(Own, 1);

    *own = (Own){
        .shared = shared,
        .sum = g_new0(double, room),
        .sigma = g_new(double, room),
        .pushed = g_new0(double, room),
        .here = g_new(double, room),
        .turn = g_new(guint32, room),
        .order = g_new(guint32, room),
        .unseen = g_new(guint32, room),
        .ends = g_new(guint32, room),
        .onward = new_notes(shared->rows),
        .backward = new_notes(shared->rows),
        .levels = g_new(Level, room),
    };
    memset(own->turn, 0xff, room * sizeof *own->turn);
    return own;
}

static void end(gpointer data)
{
    Own *own = data;
    gpointer const parts[] = {
        own->sum,          own->sigma,        own->pushed,         own->turn,
        own->order,        own->unseen,       own->levels,         own->ends,
        own->onward.tails, own->onward.heads, own->backward.tails, own->backward.heads,
        own->here,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        g_free(parts[i]);
    g_free(own);
}

/* Goes on from each node of the level, whose turns are from `level` on; where the turns of the next
 * one, from `next` on, end. */
static guint32 search_onward(Own *own, guint32 level, guint32 next)
{
    const EntWays *out = &own->shared->rows->out;
    guint32 *turns = own->turn, *order = own->order, tail = next;
    gsize first = own->onward.length;
    guint32 *tails = own->onward.tails, *heads = own->onward.heads;
    gsize noted = own->onward.length;
    double *sigma = own->sigma;

    for (guint32 i = level; i < next; i++) {
        const guint32 *head = out->heads + out->starts[order[i]];
        const guint32 *stop = out->heads + out->starts[order[i] + 1];

        for (; head < stop; head++) {
            guint32 node = *head, turn = MIN(turns[node], tail); /* tail: it was unseen */

            order[tail] = node;
            turns[node] = turn;
            tail += turn == tail;
            tails[noted] = i;
            heads[noted] = turn;
            noted += turn >= next;
        }
        own->ends[i] = (guint32)noted;
    }
    own->onward.length = (guint32)noted;
    for (guint32 i = next; i < tail; i++)
        sigma[i] = 0;
    for (gsize i = first; i < noted; i++)
        sigma[heads[i]] += sigma[tails[i]];
    return tail;
}

/* Gathers what is unseen. */
static void list_unseen(Own *own, Search *search)
{
    guint32 length = 0;

    for (guint32 i = search->first; i < search->last; i++) {
        own->unseen[length] = i;
        length += own->turn[i] == UNSEEN;
    }
    search->unseen_length = length;
}

/* Looks back from each node that is unseen. */
static guint32 search_backward(Own *own, Search *search, guint32 level, guint32 next)
{
    const EntWays *in = &own->shared->rows->in;
    guint32 *turns = own->turn, tail = next, width = next - level, left = 0;
    guint32 *tails = own->backward.tails, *heads = own->backward.heads;
    guint32 *order = own->order, *unseen = own->unseen;
    double *sigma = own->sigma, *here = own->here;
    const guint8 *sides = own->shared->sides;
    guint8 skipped = (search->side + search->level) % 2; /* the last level's own */
    gsize noted = own->backward.length;

    memcpy(here, sigma + level, width * sizeof *here);
    here[width] = 0;
    if (search->unseen_length == 0)
        list_unseen(own, search);
    for (guint32 i = 0, length = search->unseen_length; i < length; i++) {
        guint32 node = unseen[i];
        const guint32 *head = in->heads + in->starts[node];
        const guint32 *stop = in->heads + in->starts[node + 1];
        gsize first = noted;
        double paths = 0;

        if (turns[node] != UNSEEN)
            continue;
        if (sides[node] == skipped) {
            unseen[left++] = node;
            continue;
        }
        for (; head < stop; head++) {
            guint32 turn = turns[*head], place = MIN(turn - level, width);

            tails[noted] = turn;
            heads[noted] = tail;
            noted += place < width;
            paths += here[place];
        }
        if (noted > first) {
            turns[node] = tail;
            sigma[tail] = paths;
            order[tail++] = node;
        } else {
            unseen[left++] = node;
        }
    }
    search->unseen_length = left;
    own->backward.length = (guint32)noted;
    return tail;
}

/* The new level, whose turns end at tail, becomes the last. */
static void advance(Own *own, Search *search, guint32 tail)
{
    const EntRows *rows = own->shared->rows;
    Level *level = &own->levels[++search->level];

    level->onward = level[1].onward = own->onward.length;
    level->backward = level[1].backward = own->backward.length;
    level[1].turn = tail;
    search->near = 0;
    for (guint32 i = level->turn; i < tail; i++) {
        search->near += ent_ways_count(&rows->out, own->order[i]);
        if (rows->directed)
            search->far -= ent_ways_count(&rows->in, own->order[i]);
    }
    if (!rows->directed)
        search->far -= search->near;
}

/* Goes out from the source; the last level reached, which may be empty. */
static guint32 search(Own *own, guint32 source)
{
    const EntRows *rows = own->shared->rows;
    guint32 component = ent_rows_component(rows, source);
    Search search = {
        .level = G_MAXUINT32, /* none */
        .side = own->shared->sides[source],
        .first = rows->components[component],
        .last = rows->components[component + 1],
    };

    /* To look back costs less for an arc; with two sides half of the arcs are not looked at. */
    guint32 less = search.side == ENT_SIDE_EITHER ? 2 : 4;
    search.far = rows->in.starts[search.last] - rows->in.starts[search.first];
    own->order[0] = source;
    own->turn[source] = 0;
    own->sigma[0] = ONE_PATH;
    own->onward.length = own->backward.length = 0;
    own->levels[0].turn = 0;
    advance(own, &search, 1);
    for (;;) {
        guint32 level = own->levels[search.level].turn, next = own->levels[search.level + 1].turn;

        if (level == next || search.far == 0)
            return search.level;
        advance(own, &search,
                search.near <= search.far / less ? search_onward(own, level, next)
                                              : search_backward(own, &search, level, next));
    }
}

/* Adds what the heads of a level's noted arcs give back to its nodes; then what its nodes give back
 * where the level was found from behind. */
static void pull(Own *own, const Level *level)
{
    const guint32 *ends = own->ends, *heads = own->onward.heads;
    const double *sigma = own->sigma;

    if (level->onward == level[1].onward)
        return;
    for (guint32 i = level->turn, j = level->onward, last = level[1].turn; i < last; i++) {
        double sum = own->pushed[i];

        for (; j < ends[i]; j++)
            sum += sigma[heads[j]];
        own->pushed[i] = sum;
    }
}

static void push(Own *own, const Level *level)
{
    const guint32 *tails = own->backward.tails, *heads = own->backward.heads;
    const double *sigma = own->sigma;
    double *pushed = own->pushed;

    for (guint32 j = level[-1].backward, last = level->backward; j < last; j++)
        pushed[tails[j]] += sigma[heads[j]];
}

/* Comes back from the last level, adds to the sum and forgets the search. */
static void gather(Own *own, guint32 source, guint32 last)
{
    const double *weights = own->shared->weights;
    const guint32 *order = own->order;
    guint32 *turns = own->turn;
    double share = weights[source], *sigma = own->sigma, *pushed = own->pushed, *sum = own->sum;

    for (const Level *level = own->levels + last; level > own->levels; level--) {
        pull(own, level);
        for (guint32 i = level->turn, end = level[1].turn; i < end; i++) {
            guint32 node = order[i];
            double delta = pushed[i] * sigma[i];

            sum[node] += share * delta;
            /* The difference is 0, or NaN where the paths were too many to count. */
            sigma[i] = (weights[node] + delta) / sigma[i] + (sigma[i] - sigma[i]);
            pushed[i] = 0;
            turns[node] = UNSEEN;
        }
        push(own, level);
    }
    own->pushed[0] = 0;
    own->turn[source] = UNSEEN;
}

static void work(gpointer data, guint part, EntWatch *watch)
{
    Own *own = data;
    guint32 nodes = own->shared->rows->nodes, source = part * own->shared->sources;
    guint32 last = source + MIN(nodes - source, own->shared->sources);

    for (; source < last && !ent_watch_stopped(watch); source++)
        gather(own, source, search(own, source));
}

static bool take(gpointer data, guint part)
{
    Own *own = data;
    double *sum = own->shared->sum;

    (void)part;
    for (guint32 i = 0; i < own->shared->rows->nodes; i++) {
        sum[i] += own->sum[i];
        own->sum[i] = 0;
    }
    return true;
}

/* weight: NULL: all 1. */
static bool add_up(const EntRows *rows, const guint32 *weight, double *sum, EntWatch *watch)
{
    guint32 sources = PART_COST / (rows->nodes / 2 + ent_rows_arcs(rows) / 2 + 1);
    g_autofree double *weights = g_new(double, (gsize)rows->nodes + 1);
    g_autofree guint8 *sides = ent_rows_sides(rows);
    Shared shared = {rows, weights, sides, sum, CLAMP(sources, 1, PART_MOST)};
    EntJob job = {rows->nodes / shared.sources + (rows->nodes % shared.sources > 0), begin, end,
                  work, take};

    for (guint32 i = 0; i < rows->nodes; i++)
        weights[i] = weight ? weight[i] : 1;
    return ent_job_run(&job, &shared, watch);
}

static bool run_undirected(const EntRows *rows, double *result, EntWatch *watch)
{
    g_auto(EntFold) fold = {0};
    g_autofree double *sum = NULL;

    ent_fold_init(&fold, rows);
    sum = g_new0(double, (gsize)fold.core->nodes + 1);
    if (!add_up(fold.core, fold.weight, sum, watch))
        return false;
    for (guint32 i = 0; i < fold.core->nodes; i++)
        fold.inside[fold.core->names[i]] += sum[i] / 2; /* each pair was met from both its ends */
    for (guint32 i = 0; i < rows->nodes; i++)
        result[rows->names[i]] = fold.inside[i];
    return true;
}

bool ent_rows_betweenness(const EntRows *rows, double *result, EntWatch *watch)
{
    g_autofree double *sum = NULL;

    if (!rows->directed)
        return run_undirected(rows, result, watch);
    sum = g_new0(double, (gsize)rows->nodes + 1);
    if (!add_up(rows, NULL, sum, watch))
        return false;
    for (guint32 i = 0; i < rows->nodes; i++)
        result[rows->names[i]] = sum[i];
    return true;
}
