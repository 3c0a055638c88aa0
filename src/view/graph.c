/* SPDX-License-Identifier: MIT */
#include "view/graph.h"

#include "view/view_data.h"

/* An igraph edge in the making. */
typedef struct {
    guint32 from, to; /* places; from <= to where direction does not count */
    guint32 edge;     /* place among the view's edges */
    guint32 way;      /* what keeps edges of the same from and to from being parallel */
    double weight;
} Arc;

enum { WAY_BOTH, WAY_ON, WAY_BACK };

static int compare_arcs(const void *left, const void *right)
{
    const Arc *a = left, *b = right;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->way != b->way)
        return a->way < b->way ? -1 : 1;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

static bool is_parallel(const Arc *a, const Arc *b)
{
    return a->from == b->from && a->to == b->to && a->way == b->way;
}

/* Appends the edge's arc or arcs; the new length. */
static gsize add_arcs(const EntView *view, guint32 place, EntArrows arrows, bool directed,
                      Arc *arcs)
{
    const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[place]);
    bool symmetric = ent_dossier_edge_type(view->dossier, edge)->symmetric;
    Arc arc = {view->places[edge->from], view->places[edge->to], place, WAY_BOTH,
               view->weights ? view->weights[place] : 1};
    Arc back = {arc.to, arc.from, place, WAY_BOTH, arc.weight};

    if (edge->from == edge->to)
        return 0;
    if (directed) {
        arcs[0] = arc;
        arcs[1] = back;
        return symmetric ? 2 : 1;
    }
    arcs[0] = arc.from <= arc.to ? arc : back;
    if (arrows == ENT_ARROWS_IGNORE && view->directed && !symmetric)
        arcs[0].way = arc.from <= arc.to ? WAY_ON : WAY_BACK;
    return 1;
}

/* Notes what igraph edge an arc became: an edge has up to two. */
static void note_arc(EntGraph *graph, const Arc *arc, gsize became)
{
    guint32 *arcs = graph->arcs + 2 * (gsize)arc->edge;

    arcs[arcs[0] != ENT_NONE] = (guint32)became;
}

static gsize merge_arcs(EntGraph *graph, Arc *arcs, gsize length, EntMerge merge)
{
    gsize kept = 0;

    if (merge != ENT_MERGE_NOT)
        qsort(arcs, length, sizeof *arcs, compare_arcs);
    for (gsize i = 0; i < length; i++) {
        Arc *last = kept && merge != ENT_MERGE_NOT ? &arcs[kept - 1] : NULL;

        if (!last || !is_parallel(last, &arcs[i]))
            arcs[kept++] = arcs[i];
        else if (merge == ENT_MERGE_SHORTEST)
            last->weight = MIN(last->weight, arcs[i].weight);
        else
            last->weight += arcs[i].weight;
        note_arc(graph, &arcs[i], kept - 1);
    }
    return kept;
}

static bool build(EntGraph *graph, const Arc *arcs, gsize length, GError **error)
{
    g_auto(igraph_vector_int_t) ends = {0};

    if (!ent_igraph_done(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)length), error) ||
        !ent_igraph_done(igraph_vector_init(&graph->weights, (igraph_integer_t)length), error))
        return false;
    graph->edges = g_new(guint32, length + 1);
    for (gsize i = 0; i < length; i++) {
        double weight = graph->weighted ? arcs[i].weight : 1;

        VECTOR(ends)[2 * i] = arcs[i].from;
        VECTOR(ends)[2 * i + 1] = arcs[i].to;
        VECTOR(graph->weights)[i] = weight;
        graph->edges[i] = graph->view->edges[arcs[i].edge];
    }
    return ent_igraph_done(
        igraph_create(&graph->graph, &ends, graph->view->node_count, graph->directed), error);
}

/* Whether weights say anything. */
static bool has_weights(const Arc *arcs, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (arcs[i].weight < 1 || arcs[i].weight > 1)
            return true;
    return false;
}

EntGraph *ent_graph_new(const EntView *view, EntArrows arrows, EntMerge merge, GError **error)
{
    g_autoptr(EntGraph) graph = g_new0(EntGraph, 1);
    g_autofree Arc *arcs = g_new(Arc, (gsize)2 * view->edge_count + 2);
    gsize length = 0;
    bool done;

    graph->view = view;
    graph->directed = arrows == ENT_ARROWS_FOLLOW || (arrows == ENT_ARROWS_VIEW && view->directed);
    for (guint32 i = 0; i < view->edge_count; i++)
        length += add_arcs(view, i, arrows, graph->directed, arcs + length);
    graph->arcs = g_new(guint32, (gsize)2 * view->edge_count + 2);
    for (gsize i = 0; i < (gsize)2 * view->edge_count; i++)
        graph->arcs[i] = ENT_NONE;
    length =
        merge_arcs(graph, arcs, length, view->weight == ENT_WEIGHT_COUNT ? ENT_MERGE_SUM : merge);
    graph->weighted =
        (view->weight != ENT_WEIGHT_NONE || merge == ENT_MERGE_EACH) && has_weights(arcs, length);
    ent_igraph_begin(NULL, NULL);
    done = build(graph, arcs, length, error);
    ent_igraph_end();
    return done ? g_steal_pointer(&graph) : NULL;
}

void ent_graph_free(EntGraph *graph)
{
    if (!graph)
        return;
    if (graph->graph.cache)
        igraph_destroy(&graph->graph);
    igraph_vector_destroy(&graph->weights);
    g_free(graph->edges);
    g_free(graph->arcs);
    g_free(graph);
}

const igraph_vector_t *ent_graph_weights(const EntGraph *graph)
{
    return graph->weighted ? &graph->weights : NULL;
}
