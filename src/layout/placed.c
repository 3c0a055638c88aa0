/* SPDX-License-Identifier: MIT */
#include "placed.h"

#include <math.h>
#include <string.h>

#include <gvc.h>

#include "input.h"

static EntPoint from_graphviz(pointf p)
{
    return (EntPoint){p.x, p.y};
}

static void clear_edge(gpointer data)
{
    EntPlacedEdge *edge = data;
    g_array_unref(edge->points);
}

static int by_node_number(gconstpointer a, gconstpointer b)
{
    const EntPlacedNode *first = a;
    const EntPlacedNode *second = b;
    return (first->number > second->number) - (first->number < second->number);
}

static void read_nodes(EntPlaced *placed, Agraph_t *graph)
{
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
        const char *shape = agget(n, "shape");
        EntPlacedNode node = {
            .number = ent_input_number(agnameof(n), 'n'),
            .centre = from_graphviz(ND_coord(n)),
            .width = ND_width(n) * 72,
            .height = ND_height(n) * 72,
            .round = !shape || *shape == '\0' || strcmp(shape, "ellipse") == 0 ||
                     strcmp(shape, "oval") == 0 || strcmp(shape, "circle") == 0,
        };
        g_array_append_val(placed->nodes, node);
    }
    g_array_sort(placed->nodes, by_node_number);
}

static guint node_index(const EntPlaced *placed, Agnode_t *n)
{
    EntPlacedNode key = {.number = ent_input_number(agnameof(n), 'n')};
    guint index = 0;
    g_array_binary_search(placed->nodes, &key, by_node_number, &index);
    return index;
}

static void add_straight(GArray *points, EntPoint end)
{
    EntPoint start = g_array_index(points, EntPoint, points->len - 1);
    double dx = (end.x - start.x) / 3;
    double dy = (end.y - start.y) / 3;
    EntPoint rest[] = {{start.x + dx, start.y + dy}, {end.x - dx, end.y - dy}, end};
    g_array_append_vals(points, rest, G_N_ELEMENTS(rest));
}

/* Graphviz ends the curve where an arrow begins: the arrow is put back as a straight piece. */
static GArray *read_chain(const bezier *chain)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(EntPoint));
    EntPoint first = from_graphviz(chain->sflag ? chain->sp : chain->list[0]);
    g_array_append_val(points, first);
    if (chain->sflag)
        add_straight(points, from_graphviz(chain->list[0]));
    for (int i = 1; i < chain->size; i++) {
        EntPoint next = from_graphviz(chain->list[i]);
        g_array_append_val(points, next);
    }
    if (chain->eflag)
        add_straight(points, from_graphviz(chain->ep));
    return points;
}

/* Where the way from NODE's centre to TARGET leaves NODE. */
static EntPoint leave(const EntPlacedNode *node, EntPoint target)
{
    double dx = target.x - node->centre.x;
    double dy = target.y - node->centre.y;
    double across = fabs(dx) / (node->width / 2);
    double along = fabs(dy) / (node->height / 2);
    double times = node->round ? hypot(across, along) : MAX(across, along);
    double part = times > 1 ? 1 / times : 0.5; /* nodes on one another: at least see something */
    return (EntPoint){node->centre.x + dx * part, node->centre.y + dy * part};
}

/* For an edge that Graphviz has lost. */
static GArray *straight_chain(const EntPlaced *placed, guint tail, guint head)
{
    const EntPlacedNode *from = ent_placed_node(placed, tail);
    const EntPlacedNode *to = ent_placed_node(placed, head);
    GArray *points = g_array_new(FALSE, FALSE, sizeof(EntPoint));
    EntPoint start = leave(from, to->centre);
    g_array_append_val(points, start);
    add_straight(points, leave(to, from->centre));
    return points;
}

static void read_edge(EntPlaced *placed, Agedge_t *e)
{
    EntPlacedEdge edge = {
        .number = ent_input_number(agget(e, "id"), 'e'),
        .tail = node_index(placed, agtail(e)),
        .head = node_index(placed, aghead(e)),
    };
    const splines *chains = ED_spl(e);
    for (int i = 0; chains && i < chains->size; i++) {
        edge.points = read_chain(&chains->list[i]);
        g_array_append_val(placed->edges, edge);
    }
    if (!chains || chains->size == 0) {
        edge.points = straight_chain(placed, edge.tail, edge.head);
        g_array_append_val(placed->edges, edge);
    }
}

static void read_label(EntPlaced *placed, Agedge_t *e, guint edge)
{
    const textlabel_t *label = ED_label(e);
    if (!label || label->dimen.x <= 0 || label->dimen.y <= 0)
        return;
    EntPlacedLabel copy = {
        .edge = edge,
        .centre = from_graphviz(label->pos),
        .width = label->dimen.x,
        .height = label->dimen.y,
        .set = label->set,
    };
    g_array_append_val(placed->labels, copy);
}

static int by_edge_number(gconstpointer a, gconstpointer b)
{
    guint first = ent_input_number(agget(*(Agedge_t *const *)a, "id"), 'e');
    guint second = ent_input_number(agget(*(Agedge_t *const *)b, "id"), 'e');
    return (first > second) - (first < second);
}

static void read_edges(EntPlaced *placed, Agraph_t *graph)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
        for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e))
            g_ptr_array_add(sorted, e);
    }
    g_ptr_array_sort(sorted, by_edge_number);
    for (guint i = 0; i < sorted->len; i++) {
        guint first_chain = placed->edges->len;
        read_edge(placed, sorted->pdata[i]);
        read_label(placed, sorted->pdata[i], first_chain);
    }
}

EntPlaced *ent_placed_new(Agraph_t *graph)
{
    EntPlaced *placed = g_new0(EntPlaced, 1);
    placed->nodes = g_array_new(FALSE, FALSE, sizeof(EntPlacedNode));
    placed->edges = g_array_new(FALSE, FALSE, sizeof(EntPlacedEdge));
    placed->labels = g_array_new(FALSE, FALSE, sizeof(EntPlacedLabel));
    g_array_set_clear_func(placed->edges, clear_edge);
    read_nodes(placed, graph);
    read_edges(placed, graph);
    return placed;
}

void ent_placed_free(EntPlaced *placed)
{
    if (!placed)
        return;
    g_array_unref(placed->nodes);
    g_array_unref(placed->edges);
    g_array_unref(placed->labels);
    g_free(placed);
}
