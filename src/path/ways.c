/* SPDX-License-Identifier: MIT */
#include "path/ways.h"

#include "view/graph.h"
#include "view/order.h"

#include <math.h>
#include <string.h>

#define SAME 1e-9 /* share of a cost by which equal ones may differ */

int ent_cost_compare(EntCost a, EntCost b)
{
    if (fabs(a.cost - b.cost) > SAME * MAX(fabs(a.cost), fabs(b.cost)))
        return a.cost < b.cost ? -1 : 1;
    return a.tie < b.tie ? -1 : a.tie > b.tie;
}

/* An edge, in one of its directions. */
typedef struct {
    guint32 from, to, edge;
    EntCost cost;
    guint status;
    const char *id;
} Arc;

static int compare_arcs(const void *left, const void *right)
{
    const Arc *a = left, *b = right;
    int costs;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    costs = ent_cost_compare(a->cost, b->cost);
    if (costs)
        return costs;
    if (a->status != b->status)
        return a->status < b->status ? -1 : 1;
    return strcmp(a->id, b->id);
}

/* A confidence of 1 costs nothing: there the step itself counts. */
static EntCost cost_of(const EntGraph *graph, gsize arc)
{
    double weight = VECTOR(graph->weights)[arc];

    if (strcmp(ent_view_weight(graph->view), "confidence") != 0)
        return (EntCost){weight, 0};
    return (EntCost){weight < 1 ? -log(weight) : 0, 1};
}

/* Both directions of undirected edges; sorted. */
static Arc *list_arcs(const EntGraph *graph, char **ids, gsize *length)
{
    gsize edges = (gsize)igraph_ecount(&graph->graph);
    Arc *arcs = g_new(Arc, 2 * edges + 1);

    *length = 0;
    for (gsize i = 0; i < edges; i++) {
        guint32 edge = graph->edges[i];
        guint status = ent_dossier_edge(ent_view_dossier(graph->view), edge)->fact.status;
        guint32 from = (guint32)IGRAPH_FROM(&graph->graph, (igraph_integer_t)i);
        guint32 to = (guint32)IGRAPH_TO(&graph->graph, (igraph_integer_t)i);
        EntCost cost = cost_of(graph, i);

        arcs[(*length)++] = (Arc){from, to, edge, cost, status, ids[edge]};
        if (!graph->directed)
            arcs[(*length)++] = (Arc){to, from, edge, cost, status, ids[edge]};
    }
    qsort(arcs, *length, sizeof *arcs, compare_arcs);
    return arcs;
}

/* Arcs of the same ends become one way. The number of ways. */
static guint32 take_arcs(EntWays *ways, const Arc *arcs, gsize length)
{
    guint32 count = 0;

    ways->ways = g_new(EntWay, length + 1);
    ways->edges = g_new(guint32, length + 1);
    for (gsize i = 0; i < length; i++) {
        EntWay *last = count ? &ways->ways[count - 1] : NULL;

        ways->edges[i] = arcs[i].edge;
        if (last && last->from == arcs[i].from && last->to == arcs[i].to)
            last->edges_length++;
        else
            ways->ways[count++] = (EntWay){arcs[i].from, arcs[i].to, arcs[i].cost, (guint32)i, 1};
    }
    return count;
}

static void make_rows(EntWays *ways, guint32 count)
{
    g_autofree guint32 *next = NULL;

    ways->starts = g_new0(guint32, (gsize)ways->nodes + 2);
    ways->back_starts = g_new0(guint32, (gsize)ways->nodes + 2);
    ways->back = g_new(guint32, (gsize)count + 1);
    for (guint32 i = 0; i < count; i++) {
        ways->starts[ways->ways[i].from + 1]++;
        ways->back_starts[ways->ways[i].to + 1]++;
    }
    for (guint32 i = 0; i < ways->nodes; i++) {
        ways->starts[i + 1] += ways->starts[i];
        ways->back_starts[i + 1] += ways->back_starts[i];
    }
    next = g_memdup2(ways->back_starts, sizeof *next * ((gsize)ways->nodes + 1));
    for (guint32 i = 0; i < count; i++)
        ways->back[next[ways->ways[i].to]++] = i;
}

static bool check_weight(const EntView *view, GError **error)
{
    static const char *const known[] = {"none", "weight", "confidence", NULL};

    if (g_strv_contains(known, ent_view_weight(view)))
        return true;
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                "paths are weighed by weight or confidence, not by '%s'", ent_view_weight(view));
    return false;
}

EntWays *ent_ways_new(const EntView *view, GError **error)
{
    g_autoptr(EntWays) ways = g_new0(EntWays, 1);
    g_autoptr(EntGraph) graph = NULL;
    g_autofree Arc *arcs = NULL;
    char **ids;
    gsize length;

    if (!check_weight(view, error))
        return NULL;
    ways->view = ent_view_in_order(view);
    ent_view_nodes(view, &ways->nodes);
    graph = ent_graph_new(ways->view, ENT_ARROWS_VIEW, ENT_MERGE_NOT, error);
    if (!graph)
        return NULL;
    ids = ent_dossier_edge_ids(ent_view_dossier(view));
    arcs = list_arcs(graph, ids, &length);
    ent_edge_ids_free(ids);
    make_rows(ways, take_arcs(ways, arcs, length));
    return g_steal_pointer(&ways);
}

void ent_ways_free(EntWays *ways)
{
    if (!ways)
        return;
    ent_view_free(ways->view);
    g_free(ways->ways);
    g_free(ways->starts);
    g_free(ways->back);
    g_free(ways->back_starts);
    g_free(ways->edges);
    g_free(ways);
}
