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
 * reached or those that were not; a byte per node says all that the search asks of it and stays in
 * the nearest cache; the noted arcs are read back without a test.
 */
#include "kernel/betweenness.h"

#include "kernel/fold.h"
#include "kernel/job.h"

#define PART_COST (1u << 20) /* nodes and arcs searched in a part, about: some milliseconds */
#define PART_MOST 64u        /* sources */
#define ONE_PATH  0x1p-900   /* only ratios of path numbers count: this leaves room for many more */

/* States of a node during a search; those between are "reached at this level", by turns. */
enum { UNSEEN = 0, DONE = 255 };

typedef struct {
    const EntRows *rows;
    const guint32 *weight; /* NULL: all 1 */
    double *sum;           /* by place */
    guint sources;         /* in a part */
} Shared;

/* Arcs on shortest paths, noted node by node in the order in which nodes are reached: those of the
 * ith end at ends[i]. */
typedef struct {
    guint32 *nodes, *ends;
    guint32 length;
} Notes;

/* What a thread has for itself. */
typedef struct {
    const Shared *shared;
    double *sum;     /* of its part */
    double *sigma;   /* paths from the source; on the way back (weight + delta) / sigma */
    double *pushed;  /* what nodes gave back to their tails; 0 between the searches */
    guint8 *state;   /* UNSEEN between the searches */
    guint32 *order;  /* nodes as they are reached */
    guint32 *unseen; /* those that were not reached when it was last looked at */
    Notes heads;     /* of a node's arcs, where its level was searched from it */
    Notes tails;     /* likewise, where it was found from behind */
} Own;

/* A search under way. */
typedef struct {
    guint32 level, tail;   /* the last level reached is order[level] ... order[tail - 1] */
    guint8 here, next;     /* states of that level and the one to come */
    guint32 first, last;   /* places of the component */
    guint32 near, far;     /* arcs out of that level, arcs into what is unseen */
    guint32 unseen_length; /* 0: not gathered */
} Search;

static Notes new_notes(const EntRows *rows)
{
    return (Notes){g_new(guint32, (gsize)ent_rows_arcs(rows) + 1),
                   g_new(guint32, (gsize)rows->nodes + 1), 0};
}

static gpointer begin(gpointer data)
{
    const Shared *shared = data;
    gsize room = (gsize)shared->rows->nodes + 1;
    Own *own = g_new(Own, 1);

    own->shared = shared;
    own->sum = g_new0(double, room);
    own->sigma = g_new(double, room);
    own->pushed = g_new0(double, room);
    own->state = g_new0(guint8, room);
    own->order = g_new(guint32, room);
    own->unseen = g_new(guint32, room);
    own->heads = new_notes(shared->rows);
    own->tails = new_notes(shared->rows);
    return own;
}

static void end(gpointer data)
{
    Own *own = data;

    g_free(own->sum);
    g_free(own->sigma);
    g_free(own->pushed);
    g_free(own->state);
    g_free(own->order);
    g_free(own->unseen);
    g_free(own->heads.nodes);
    g_free(own->heads.ends);
    g_free(own->tails.nodes);
    g_free(own->tails.ends);
    g_free(own);
}

/* Those nodes note nothing. */
static void end_notes(Notes *notes, guint32 first, guint32 last)
{
    for (guint32 i = first; i < last; i++)
        notes->ends[i] = notes->length;
}

/* Goes on from each node of the level; the new tail of the order. */
static guint32 search_onward(Own *own, const Search *search)
{
    const EntWays *out = &own->shared->rows->out;
    guint8 *states = own->state, next = search->next;
    guint32 *noted = own->heads.nodes + own->heads.length, *tail = own->order + search->tail;
    double *sigma = own->sigma;

    for (guint32 i = search->level; i < search->tail; i++) {
        guint32 node = own->order[i], *first_noted = noted, *first_new = tail;
        double paths = sigma[node];
        const guint32 *head = out->heads + out->starts[node];
        const guint32 *stop = out->heads + out->starts[node + 1];

        for (; head < stop; head++) {
            guint32 there = *head;
            guint8 state = states[there];
            bool new = state == UNSEEN;

            *tail = *noted = there;
            tail += new;
            noted += new | (state == next);
            states[there] = new ? next : state;
        }
        for (guint32 *at = first_new; at < tail; at++)
            sigma[*at] = 0;
        for (guint32 *at = first_noted; at < noted; at++)
            sigma[*at] += paths;
        own->heads.ends[i] = (guint32)(noted - own->heads.nodes);
    }
    own->heads.length = (guint32)(noted - own->heads.nodes);
    end_notes(&own->tails, search->tail, (guint32)(tail - own->order));
    return (guint32)(tail - own->order);
}

/* Gathers what is unseen. */
static void list_unseen(Own *own, Search *search)
{
    guint32 length = 0;

    for (guint32 i = search->first; i < search->last; i++) {
        own->unseen[length] = i;
        length += own->state[i] == UNSEEN;
    }
    search->unseen_length = length;
}

/* Looks back from each node that is unseen. */
static guint32 search_backward(Own *own, Search *search)
{
    const EntWays *in = &own->shared->rows->in;
    const guint8 *states = own->state;
    guint8 here = search->here;
    guint32 *noted = own->tails.nodes + own->tails.length, tail = search->tail, left = 0;

    if (search->unseen_length == 0)
        list_unseen(own, search);
    for (guint32 i = 0; i < search->unseen_length; i++) {
        guint32 node = own->unseen[i], *first_noted = noted;
        const guint32 *head = in->heads + in->starts[node];
        const guint32 *stop = in->heads + in->starts[node + 1];
        double paths = 0;

        if (states[node] != UNSEEN)
            continue;
        for (; head < stop; head++) {
            guint32 there = *head;

            *noted = there;
            noted += states[there] == here;
        }
        for (guint32 *at = first_noted; at < noted; at++)
            paths += own->sigma[*at];
        if (noted > first_noted) {
            own->state[node] = search->next;
            own->sigma[node] = paths;
            own->tails.ends[tail] = (guint32)(noted - own->tails.nodes);
            own->order[tail++] = node;
        } else {
            own->unseen[left++] = node;
        }
    }
    search->unseen_length = left;
    own->tails.length = (guint32)(noted - own->tails.nodes);
    end_notes(&own->heads, search->level, search->tail);
    return tail;
}

/* The new level becomes the last. There are fewer states than levels may be: when they are used up,
 * all that was reached is done with, and they begin anew. */
static void advance(Own *own, Search *search, guint32 tail)
{
    const EntRows *rows = own->shared->rows;

    search->level = search->tail;
    search->tail = tail;
    search->near = 0;
    for (guint32 i = search->level; i < tail; i++) {
        search->near += ent_ways_count(&rows->out, own->order[i]);
        search->far -= ent_ways_count(&rows->in, own->order[i]);
    }
    search->here = search->next++;
    if (search->next < DONE)
        return;
    for (guint32 i = 0; i < tail; i++)
        own->state[own->order[i]] = i < search->level ? DONE : UNSEEN + 1;
    search->here = UNSEEN + 1;
    search->next = UNSEEN + 2;
}

/* Goes out from the source; the number of nodes reached, itself included. */
static guint32 search(Own *own, guint32 source)
{
    const EntRows *rows = own->shared->rows;
    guint32 component = ent_rows_component(rows, source);
    Search search = {
        .next = UNSEEN + 1,
        .first = rows->components[component],
        .last = rows->components[component + 1],
    };

    search.far = rows->in.starts[search.last] - rows->in.starts[search.first];
    own->order[0] = source;
    own->state[source] = search.next;
    own->sigma[source] = ONE_PATH;
    own->heads.length = own->tails.length = own->tails.ends[0] = 0;
    advance(own, &search, 1);
    while (search.level < search.tail && search.far > 0)
        advance(own, &search,
                search.near <= search.far / 2 ? search_onward(own, &search)
                                              : search_backward(own, &search));
    end_notes(&own->heads, search.level, search.tail);
    return search.tail;
}

/* Comes back, adds to the sum and forgets the search. */
static void gather(Own *own, guint32 source, guint32 reached)
{
    const guint32 *weight = own->shared->weight;
    double share = weight ? weight[source] : 1, *sigma = own->sigma;

    for (guint32 i = reached; i-- > 1;) {
        guint32 node = own->order[i];
        double delta = own->pushed[node];

        for (guint32 j = own->heads.ends[i - 1]; j < own->heads.ends[i]; j++)
            delta += sigma[own->heads.nodes[j]];
        delta *= sigma[node];
        own->sum[node] += share * delta;
        /* The difference is 0, or NaN where the paths were too many to count. */
        sigma[node] =
            ((weight ? weight[node] : 1) + delta) / sigma[node] + (sigma[node] - sigma[node]);
        for (guint32 j = own->tails.ends[i - 1]; j < own->tails.ends[i]; j++)
            own->pushed[own->tails.nodes[j]] += sigma[node];
        own->pushed[node] = 0;
        own->state[node] = UNSEEN;
    }
    own->pushed[source] = 0;
    own->state[source] = UNSEEN;
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

static bool add_up(const EntRows *rows, const guint32 *weight, double *sum, EntWatch *watch)
{
    guint32 sources = PART_COST / (rows->nodes / 2 + ent_rows_arcs(rows) / 2 + 1);
    Shared shared = {rows, weight, sum, CLAMP(sources, 1, PART_MOST)};
    EntJob job = {rows->nodes / shared.sources + (rows->nodes % shared.sources > 0), begin, end,
                  work, take};

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
