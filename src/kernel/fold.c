/* SPDX-License-Identifier: MIT */
#include "kernel/fold.h"

typedef struct {
    const EntRows *rows;
    guint32 *degree; /* arcs to what is not folded; 0: folded itself, or nothing is left there */
    guint32 *weight; /* nodes that stand there */
    double *squares; /* sum of the squares of the weights folded into it */
} Folding;

static guint32 find_parent(const Folding *folding, guint32 node)
{
    const EntWays *ways = &folding->rows->out;
    guint32 i = ways->starts[node];

    while (folding->degree[ways->heads[i]] == 0)
        i++;
    return ways->heads[i];
}

static void fold_trees(Folding *folding)
{
    guint32 nodes = folding->rows->nodes, tail = 0;
    g_autofree guint32 *queue = g_new(guint32, (gsize)nodes + 1);

    for (guint32 i = 0; i < nodes; i++) {
        folding->weight[i] = 1;
        folding->degree[i] = ent_ways_count(&folding->rows->out, i);
        if (folding->degree[i] == 1)
            queue[tail++] = i;
    }
    for (guint32 i = 0; i < tail; i++) {
        guint32 node = queue[i], parent;

        if (folding->degree[node] == 0)
            continue; /* the last of a tree */
        parent = find_parent(folding, node);
        folding->degree[node] = 0;
        folding->weight[parent] += folding->weight[node];
        folding->squares[parent] += (double)folding->weight[node] * folding->weight[node];
        if (--folding->degree[parent] == 1)
            queue[tail++] = parent;
    }
}

static void count_inside(const Folding *folding, double *inside)
{
    const EntRows *rows = folding->rows;

    for (guint32 i = 0; i < rows->component_count; i++) {
        guint32 first = rows->components[i], last = rows->components[i + 1];

        for (guint32 j = first; j < last; j++) {
            double below = folding->weight[j] - 1, rest = last - first - folding->weight[j];

            inside[j] = (below * below - folding->squares[j]) / 2 + below * rest;
        }
    }
}

/* The graph of the nodes that have a degree left; kept: its numbers -> the whole's places. */
static EntRows *build_core(const Folding *folding, guint32 *kept)
{
    const EntWays *ways = &folding->rows->out;
    guint32 nodes = folding->rows->nodes, length = ent_rows_arcs(folding->rows) / 2;
    g_autofree guint32 *numbers = g_new(guint32, (gsize)nodes + 1);
    g_autofree guint32 *from = g_new(guint32, (gsize)length + 1);
    g_autofree guint32 *to = g_new(guint32, (gsize)length + 1);
    EntArcs arcs = {.from = from, .to = to};

    for (guint32 i = 0; i < nodes; i++) {
        if (folding->degree[i] == 0)
            continue;
        numbers[i] = arcs.nodes;
        kept[arcs.nodes++] = i;
        for (guint32 j = ways->starts[i]; j < ways->starts[i + 1]; j++) {
            guint32 head = ways->heads[j];

            if (head > i || folding->degree[head] == 0)
                continue;
            from[arcs.length] = numbers[head];
            to[arcs.length++] = numbers[i];
        }
    }
    return ent_rows_new(&arcs);
}

void ent_fold_init(EntFold *fold, const EntRows *rows)
{
    gsize room = (gsize)rows->nodes + 1;
    g_autofree guint32 *degree = g_new(guint32, room), *weight = g_new(guint32, room);
    g_autofree guint32 *kept = g_new(guint32, room);
    g_autofree double *squares = g_new0(double, room);
    Folding folding = {rows, degree, weight, squares};

    g_assert(!rows->directed);
    fold_trees(&folding);
    *fold = (EntFold){.inside = g_new(double, room)};
    count_inside(&folding, fold->inside);
    fold->core = build_core(&folding, kept);
    fold->weight = g_new(guint32, (gsize)fold->core->nodes + 1);
    for (guint32 i = 0; i < fold->core->nodes; i++) {
        fold->core->names[i] = kept[fold->core->names[i]];
        fold->weight[i] = weight[fold->core->names[i]];
    }
}

void ent_fold_clear(EntFold *fold)
{
    ent_rows_free(fold->core);
    g_free(fold->weight);
    g_free(fold->inside);
    *fold = (EntFold){0};
}
