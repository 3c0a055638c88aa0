/* SPDX-License-Identifier: MIT */
/*
 * The cheapest ways to one target, by labels that are settled in order of their cost, backwards
 * from the target until the start is settled (Dijkstra, E. W. (1959): A note on two problems in
 * connexion with graphs, Numerische Mathematik 1, 269-271). Where a node must be passed, each node
 * has a label for before and one for after. From the labels the cheapest walks are read forwards,
 * by ids.
 *
 * It is not igraph's: that can neither leave out the nodes and ways that differ from search to
 * search without building each graph anew, nor carry costs of 0 and a tie beside them.
 * Cost: m log m for m ways; nothing is cleared between searches.
 */
#include "path/reach.h"

typedef struct {
    EntCost cost;
    guint32 round; /* the search that wrote it; of others it says nothing */
    guint32 rank;  /* from 1, in order of settling; 0: not settled */
} Label;

typedef struct {
    EntCost cost;
    guint32 state;
} Item;

struct EntReach {
    const EntWays *ways;
    guint32 target;
    const bool *passes;
    bool *closed, *shut; /* by node, by way */
    Label *labels;       /* by state */
    GArray *reached;     /* EntState, as settled */
    GArray *heap;        /* Item, the least first */
    EntState start;
    guint32 round;
    guint64 work;
};

EntReach *ent_reach_new(const EntWays *ways, guint32 target, const bool *passes)
{
    EntReach *reach = g_new0(EntReach, 1);

    reach->ways = ways;
    reach->target = target;
    reach->passes = passes;
    reach->closed = g_new0(bool, (gsize)ways->nodes + 1);
    reach->shut = g_new0(bool, (gsize)ways->starts[ways->nodes] + 1);
    reach->labels = g_new0(Label, 2 * (gsize)ways->nodes + 1);
    reach->reached = g_array_new(FALSE, FALSE, sizeof(EntState));
    reach->heap = g_array_new(FALSE, FALSE, sizeof(Item));
    return reach;
}

void ent_reach_free(EntReach *reach)
{
    if (!reach)
        return;
    g_free(reach->closed);
    g_free(reach->shut);
    g_free(reach->labels);
    g_array_unref(reach->reached);
    g_array_unref(reach->heap);
    g_free(reach);
}

static guint32 index_of(EntState state)
{
    return 2 * state.node + state.passed;
}

/* The ends do not count: what must be passed is between them. */
static bool is_pass(const EntReach *reach, guint32 node)
{
    return reach->passes && node != reach->target && reach->passes[node];
}

EntState ent_reach_begin(const EntReach *reach, guint32 node)
{
    return (EntState){node, reach->passes == NULL};
}

EntState ent_reach_after(const EntReach *reach, EntState state, const EntWay *way)
{
    return (EntState){way->to, state.passed || is_pass(reach, way->to)};
}

void ent_reach_close(EntReach *reach, guint32 node, bool closed)
{
    reach->closed[node] = closed;
}

void ent_reach_shut(EntReach *reach, guint32 way, bool shut)
{
    reach->shut[way] = shut;
}

static bool is_before(const Item *a, const Item *b)
{
    int costs = ent_cost_compare(a->cost, b->cost);

    return costs < 0 || (costs == 0 && a->state < b->state);
}

static void push(GArray *heap, Item item)
{
    guint at = heap->len;
    Item *items;

    g_array_append_val(heap, item);
    items = (Item *)(void *)heap->data;
    for (; at > 0 && is_before(&item, &items[(at - 1) / 2]); at = (at - 1) / 2)
        items[at] = items[(at - 1) / 2];
    items[at] = item;
}

static Item pop(GArray *heap)
{
    Item *items = (Item *)(void *)heap->data, least = items[0], last = items[heap->len - 1];
    guint length = heap->len - 1, at = 0;

    g_array_set_size(heap, length);
    for (guint child = 1; child < length; child = 2 * at + 1) {
        if (child + 1 < length && is_before(&items[child + 1], &items[child]))
            child++;
        if (!is_before(&items[child], &last))
            break;
        items[at] = items[child];
        at = child;
    }
    if (length)
        items[at] = last;
    return least;
}

static void offer(EntReach *reach, EntState state, EntCost cost)
{
    Label *label = &reach->labels[index_of(state)];

    if (label->round == reach->round && (label->rank || ent_cost_compare(cost, label->cost) >= 0))
        return;
    *label = (Label){cost, reach->round, 0};
    push(reach->heap, (Item){cost, index_of(state)});
}

/* Whether a search may come backwards over the way into a state of its first node. */
static bool is_open(const EntReach *reach, guint32 way, EntState before)
{
    if (before.node == reach->start.node)
        return before.passed == reach->start.passed && !reach->shut[way];
    return before.node != reach->target && !reach->closed[before.node];
}

/* Offers the states from which one way leads to the state. */
static void look_back(EntReach *reach, EntState state, EntCost cost)
{
    const EntWays *ways = reach->ways;

    for (guint32 i = ways->back_starts[state.node]; i < ways->back_starts[state.node + 1]; i++) {
        const EntWay *way = &ways->ways[ways->back[i]];
        EntCost sum = {way->cost.cost + cost.cost, way->cost.tie + cost.tie};

        reach->work++;
        for (int passed = 0; passed < 2; passed++) {
            EntState before = {way->from, passed};

            if (ent_reach_after(reach, before, way).passed == state.passed &&
                is_open(reach, ways->back[i], before))
                offer(reach, before, sum);
        }
    }
}

bool ent_reach_run(EntReach *reach, EntState start)
{
    reach->round++;
    reach->start = start;
    g_array_set_size(reach->reached, 0);
    g_array_set_size(reach->heap, 0);
    offer(reach, (EntState){reach->target, true}, (EntCost){0, 0});
    while (reach->heap->len) {
        Item item = pop(reach->heap);
        EntState state = {item.state / 2, item.state % 2};
        Label *label = &reach->labels[item.state];

        if (label->rank)
            continue;
        g_array_append_val(reach->reached, state);
        label->rank = reach->reached->len;
        if (item.state == index_of(start))
            return true;
        look_back(reach, state, item.cost);
    }
    return false;
}

/* A way goes on cheapest if it leads to a state settled earlier and costs what that leaves. */
static bool leads_on(const EntReach *reach, EntState state, guint32 index)
{
    const EntWay *way = &reach->ways->ways[index];
    EntState after = ent_reach_after(reach, state, way);
    const Label *here = &reach->labels[index_of(state)];
    const Label *there = &reach->labels[index_of(after)];
    EntCost sum = {way->cost.cost + there->cost.cost, way->cost.tie + there->cost.tie};

    return there->round == reach->round && there->rank && there->rank < here->rank &&
           is_open(reach, index, state) && ent_cost_compare(sum, here->cost) == 0;
}

guint32 ent_reach_next(const EntReach *reach, EntState state, guint32 way)
{
    const guint32 *starts = reach->ways->starts;

    for (guint32 i = way == ENT_NONE ? starts[state.node] : way; i < starts[state.node + 1]; i++)
        if (leads_on(reach, state, i))
            return i;
    return ENT_NONE;
}

void ent_reach_walk(const EntReach *reach, EntState state, GArray *walk)
{
    guint32 way;

    while ((way = ent_reach_next(reach, state, ENT_NONE)) != ENT_NONE) {
        g_array_append_val(walk, way);
        state = ent_reach_after(reach, state, &reach->ways->ways[way]);
    }
}

const GArray *ent_reach_reached(const EntReach *reach)
{
    return reach->reached;
}

guint64 ent_reach_work(const EntReach *reach)
{
    return reach->work;
}
