/* SPDX-License-Identifier: MIT */
/* Parts of a score: the dossier's edges behind an edge of the graph, and the parts' order. */
#include "why/why_def.h"

#include "measure/measure_def.h"

#include <math.h>
#include <string.h>

typedef enum { ANY, FROM, TO, BOTH } Way; /* as seen from one of an edge's ends */

static Way way_of(const EntDossier *dossier, const EntEdge *edge, guint32 near)
{
    if (ent_dossier_edge_type(dossier, edge)->symmetric)
        return BOTH;
    return edge->from == near ? FROM : TO;
}

/* Which way the edges behind the graph's edge point, as seen from the vertex near. */
static Way wanted_way(const EntWhyRun *run, guint32 near, guint32 edge)
{
    const EntDossier *dossier = ent_view_dossier(run->view);
    const EntEdge *first = ent_dossier_edge(dossier, run->graph->edges[edge]);
    guint32 node = ent_view_nodes(run->view, &(guint32){0})[near];

    if (run->graph->directed)
        return IGRAPH_FROM(&run->graph->graph, edge) == near ? FROM : TO;
    if (run->measure->arrows == ENT_ARROWS_IGNORE && ent_view_directed(run->view))
        return way_of(dossier, first, node);
    return ANY;
}

static bool passes(const EntWhyRun *run, Way wanted, Way way)
{
    return wanted == ANY || way == wanted || (run->graph->directed && way == BOTH);
}

/* The first of the view's edges, which are sorted by their ends, that is not before those ends. */
static guint32 find_edges(const EntView *view, guint32 from, guint32 to)
{
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 low = 0, high;
    const guint32 *edges = ent_view_edges(view, &high);

    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        const EntEdge *edge = ent_dossier_edge(dossier, edges[middle]);
        guint32 start = ent_view_place(view, edge->from), end = ent_view_place(view, edge->to);

        if (start < from || (start == from && end < to))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What edges are looked for: between two vertices, one way, up to a length. */
typedef struct {
    guint32 near, far;
    Way way;
    double most;
} Wanted;

/* Those that lead from the one vertex to the other. */
static void collect(const EntWhyRun *run, const Wanted *wanted, guint32 from, guint32 to,
                    GArray *found)
{
    const EntDossier *dossier = ent_view_dossier(run->view);
    guint32 length, near = ent_view_nodes(run->view, &length)[wanted->near];
    const guint32 *edges = ent_view_edges(run->view, &length);

    for (guint32 i = find_edges(run->view, from, to); i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, edges[i]);

        if (ent_view_place(run->view, edge->from) != from ||
            ent_view_place(run->view, edge->to) != to)
            return;
        if (passes(run, wanted->way, way_of(dossier, edge, near)) &&
            ent_view_edge_weight(run->view, i) <= wanted->most)
            g_array_append_val(found, edges[i]);
    }
}

/* In a graph of merged edges whose weights are lengths only the shortest are ever gone along. */
static GArray *edges_behind(const EntWhyRun *run, guint32 near, const EntLink *link)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint32));
    EntMerge merge = ent_measure_merge(run->measure, run->view);
    Wanted wanted = {near, link->far, wanted_way(run, near, link->edge), INFINITY};

    if (merge == ENT_MERGE_SHORTEST)
        wanted.most = ent_link_weight(run->links, link);
    if (merge == ENT_MERGE_NOT) {
        g_array_append_val(found, run->graph->edges[link->edge]);
        return found;
    }
    collect(run, &wanted, near, link->far, found);
    collect(run, &wanted, link->far, near, found);
    return found;
}

static void append(EntWhyRun *run, guint32 near, guint32 far, double value, GArray *edges)
{
    const guint32 *nodes = ent_view_nodes(run->view, &(guint32){0});
    EntWhyPart part = {.value = value, .share = NAN, .near = nodes[near], .far = nodes[far]};

    part.length = edges->len;
    part.edges = (guint32 *)(gpointer)g_array_free(edges, FALSE);
    g_array_append_val(run->parts, part);
}

void ent_why_add(EntWhyRun *run, guint32 near, const EntLink *link, double value)
{
    if (value > 0)
        append(run, near, link->far, value, edges_behind(run, near, link));
}

void ent_why_add_between(EntWhyRun *run, guint32 near, guint32 far, double value)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(guint32));
    Wanted wanted = {near, far, ANY, INFINITY};

    collect(run, &wanted, near, far, found);
    collect(run, &wanted, far, near, found);
    append(run, near, far, value, found);
}

guint32 ent_why_edge(const EntWhyRun *run, guint32 near, const EntLink *link)
{
    g_autoptr(GArray) edges = edges_behind(run, near, link);

    return g_array_index(edges, guint32, 0);
}

static int compare_edges(const EntDossier *dossier, guint32 a, guint32 b)
{
    const char *first = ent_dossier_edge_type(dossier, ent_dossier_edge(dossier, a))->name;
    const char *second = ent_dossier_edge_type(dossier, ent_dossier_edge(dossier, b))->name;
    int types = strcmp(first, second);

    return types ? types : a < b ? -1 : a > b;
}

/* By the ids of the nodes, then by the types of the edges. */
static int compare_what(const EntWhyPart *a, const EntWhyPart *b, const EntView *view)
{
    const guint32 first[] = {ent_view_place(view, a->far), ent_view_place(view, a->near)};
    const guint32 second[] = {ent_view_place(view, b->far), ent_view_place(view, b->near)};

    for (guint i = 0; i < G_N_ELEMENTS(first); i++)
        if (first[i] != second[i])
            return first[i] < second[i] ? -1 : 1;
    for (guint32 i = 0; i < a->length && i < b->length; i++) {
        int order = compare_edges(ent_view_dossier(view), a->edges[i], b->edges[i]);

        if (order)
            return order;
    }
    return a->length < b->length ? -1 : a->length > b->length;
}

static gint compare_parts(gconstpointer a, gconstpointer b, gpointer view)
{
    return compare_what(a, b, view);
}

static gint compare_values(gconstpointer left, gconstpointer right, gpointer view)
{
    const EntWhyPart *a = left, *b = right;
    int order = ent_scores_compare(a->value, b->value);

    return order ? order : compare_what(a, b, view);
}

/* A symmetric edge of a directed graph is two arcs, by which paths come and go. */
static void join_same(EntWhyRun *run)
{
    guint kept = 0;

    g_array_sort_with_data(run->parts, compare_parts, (gpointer)run->view);
    for (guint i = 0; i < run->parts->len; i++) {
        EntWhyPart *part = &g_array_index(run->parts, EntWhyPart, i);
        EntWhyPart *last = kept ? &g_array_index(run->parts, EntWhyPart, kept - 1) : NULL;

        if (last && compare_what(last, part, run->view) == 0) {
            last->value += part->value;
            g_free(part->edges);
        } else {
            g_array_index(run->parts, EntWhyPart, kept++) = *part;
        }
    }
    g_array_set_size(run->parts, kept);
}

static double sum_parts(const EntWhy *why)
{
    double sum = why->rest;

    for (gsize i = 0; i < why->part_count; i++)
        sum += why->parts[i].value;
    return sum;
}

/* Of a normalized measure the parts are so much smaller, or larger, as the score is. */
static void scale(EntWhy *why)
{
    double sum = sum_parts(why);

    for (gsize i = 0; i < why->part_count; i++)
        why->parts[i].value *= why->value / sum;
}

void ent_why_finish_parts(EntWhyRun *run)
{
    EntWhy *why = run->why;
    double sum;

    join_same(run);
    g_array_sort_with_data(run->parts, compare_values, (gpointer)run->view);
    why->part_count = run->parts->len;
    why->parts = (EntWhyPart *)(gpointer)g_array_free(g_steal_pointer(&run->parts), FALSE);
    if (why->unit == ENT_WHY_SCORE && run->options->measure.normalized)
        scale(why);
    sum = sum_parts(why);
    for (gsize i = 0; i < why->part_count && why->unit != ENT_WHY_CORENESS; i++)
        why->parts[i].share = why->parts[i].value / sum;
}
