/* SPDX-License-Identifier: MIT */
#include "view/summary.h"

#include "view/view_data.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The root of a node's tree; halves the way to it. */
static guint32 find_root(guint32 *parents, guint32 node)
{
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

/* Each node's root: the smallest place in its component. */
static guint32 *join(const EntView *view)
{
    guint32 *parents = g_new(guint32, (gsize)view->node_count + 1);

    for (guint32 i = 0; i < view->node_count; i++)
        parents[i] = i;
    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);
        guint32 a = find_root(parents, view->places[edge->from]);
        guint32 b = find_root(parents, view->places[edge->to]);

        parents[MAX(a, b)] = MIN(a, b);
    }
    for (guint32 i = 0; i < view->node_count; i++)
        parents[i] = find_root(parents, i);
    return parents;
}

typedef struct {
    guint32 root, size;
} Component;

static int compare_components(const void *left, const void *right)
{
    const Component *a = left, *b = right;

    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->root < b->root ? -1 : a->root > b->root;
}

/* The components, largest first. */
static Component *list_components(const EntView *view, const guint32 *roots, guint32 *count)
{
    Component *components = g_new0(Component, (gsize)view->node_count + 1);
    g_autofree guint32 *sizes = g_new0(guint32, (gsize)view->node_count + 1);

    *count = 0;
    for (guint32 i = 0; i < view->node_count; i++)
        sizes[roots[i]]++;
    for (guint32 i = 0; i < view->node_count; i++)
        if (roots[i] == i)
            components[(*count)++] = (Component){i, sizes[i]};
    qsort(components, *count, sizeof *components, compare_components);
    return components;
}

guint32 *ent_view_components(const EntView *view, guint32 *count)
{
    guint32 length;
    guint32 *roots = join(view);
    g_autofree Component *components = list_components(view, roots, &length);
    g_autofree guint32 *numbers = g_new(guint32, (gsize)view->node_count + 1);

    for (guint32 i = 0; i < length; i++)
        numbers[components[i].root] = i;
    for (guint32 i = 0; i < view->node_count; i++)
        roots[i] = numbers[roots[i]];
    if (count)
        *count = length;
    return roots;
}

static int compare_keys(const void *left, const void *right)
{
    guint64 a = *(const guint64 *)left, b = *(const guint64 *)right;

    return a < b ? -1 : a > b;
}

/* Sorted, each once; the new length. */
static gsize sort_once(guint64 *keys, gsize length)
{
    gsize kept = 0;

    qsort(keys, length, sizeof *keys, compare_keys);
    for (gsize i = 0; i < length; i++)
        if (kept == 0 || keys[kept - 1] != keys[i])
            keys[kept++] = keys[i];
    return kept;
}

static guint64 key_of(guint32 from, guint32 to)
{
    return (guint64)from << 32 | to;
}

/* All arcs, and all unordered pairs, that the edges other than loops make. */
typedef struct {
    guint64 *arcs, *pairs;
    gsize arcs_length, pairs_length;
} Ties;

static void collect(const EntView *view, Ties *ties, EntSummary *summary)
{
    ties->arcs = g_new(guint64, 2 * (gsize)view->edge_count + 1);
    ties->pairs = g_new(guint64, (gsize)view->edge_count + 1);
    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);
        guint32 from = edge->from, to = edge->to;

        if (from == to) {
            summary->loops++;
            continue;
        }
        ties->pairs[ties->pairs_length++] = key_of(MIN(from, to), MAX(from, to));
        ties->arcs[ties->arcs_length++] = key_of(from, to);
        if (ent_dossier_edge_type(view->dossier, edge)->symmetric)
            ties->arcs[ties->arcs_length++] = key_of(to, from);
    }
    ties->arcs_length = sort_once(ties->arcs, ties->arcs_length);
    ties->pairs_length = sort_once(ties->pairs, ties->pairs_length);
}

static guint32 count_isolated(const EntView *view)
{
    g_autofree bool *tied = g_new0(bool, (gsize)view->node_count + 1);
    guint32 isolated = 0;

    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);

        if (edge->from != edge->to)
            tied[view->places[edge->from]] = tied[view->places[edge->to]] = true;
    }
    for (guint32 i = 0; i < view->node_count; i++)
        isolated += !tied[i];
    return isolated;
}

void ent_view_summary(const EntView *view, EntSummary *summary)
{
    Ties ties = {0};
    double nodes = view->node_count, ordered = nodes * (nodes - 1);
    g_autofree guint32 *roots = join(view);
    g_autofree Component *components = NULL;

    *summary = (EntSummary){.density = NAN, .reciprocity = NAN};
    components = list_components(view, roots, &summary->components);
    summary->largest = summary->components ? components[0].size : 0;
    summary->isolated = count_isolated(view);
    collect(view, &ties, summary);
    summary->parallel = view->edge_count - summary->loops - (guint32)ties.pairs_length;
    if (nodes > 1)
        summary->density = view->directed ? (double)ties.arcs_length / ordered
                                          : 2 * (double)ties.pairs_length / ordered;
    /* A pair with arcs both ways has two arcs, each with one back. */
    if (ties.arcs_length)
        summary->reciprocity =
            2 * (double)(ties.arcs_length - ties.pairs_length) / (double)ties.arcs_length;
    g_free(ties.arcs);
    g_free(ties.pairs);
}
