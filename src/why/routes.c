/* SPDX-License-Identifier: MIT */
/*
 * Counting shortest paths on the way out and handing sums back on the way home is Brandes, U.
 * (2001): A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25,
 * 163-177.
 */
#include "why/routes.h"

#include <math.h>

/* A vertex that may be next; one that was reached by a shorter way since is out of date. */
typedef struct {
    double distance;
    guint32 vertex;
} Candidate;

EntRoutes *ent_routes_new(const EntLinks *links)
{
    EntRoutes *routes = g_new0(EntRoutes, 1);
    gsize nodes = links->nodes;

    routes->links = links;
    routes->order = g_new(guint32, nodes + 1);
    routes->places = g_new(guint32, nodes + 1);
    routes->distances = g_new(double, nodes + 1);
    routes->ways = g_new0(double, nodes + 1);
    routes->through = g_new0(double, nodes + 1);
    routes->before = g_new(EntLink, nodes + 1);
    routes->heap = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (gsize i = 0; i < nodes; i++) {
        routes->places[i] = ENT_NONE;
        routes->distances[i] = INFINITY;
    }
    return routes;
}

void ent_routes_free(EntRoutes *routes)
{
    if (!routes)
        return;
    g_free(routes->order);
    g_free(routes->places);
    g_free(routes->distances);
    g_free(routes->ways);
    g_free(routes->through);
    g_free(routes->before);
    g_array_unref(routes->heap);
    g_free(routes);
}

static void forget(EntRoutes *routes)
{
    for (guint32 i = 0; i < routes->length; i++) {
        guint32 vertex = routes->order[i];

        routes->places[vertex] = ENT_NONE;
        routes->distances[vertex] = INFINITY;
        routes->ways[vertex] = routes->through[vertex] = 0;
    }
    routes->length = 0;
}

static void append(EntRoutes *routes, guint32 vertex)
{
    routes->places[vertex] = routes->length;
    routes->order[routes->length++] = vertex;
}

/* The link's far end is first reached from the vertex, at that distance. */
static void reach(EntRoutes *routes, guint32 vertex, const EntLink *link, double distance)
{
    routes->distances[link->far] = distance;
    routes->ways[link->far] = routes->ways[vertex];
    routes->through[link->far] = routes->through[vertex];
    routes->before[link->far] = (EntLink){vertex, link->edge};
}

/* ... and also from there. */
static void reach_too(EntRoutes *routes, guint32 vertex, guint32 far)
{
    routes->ways[far] += routes->ways[vertex];
    routes->through[far] += routes->through[vertex];
}

static void search_hops(EntRoutes *routes, guint32 root, guint32 interest)
{
    append(routes, root);
    for (guint32 i = 0; i < routes->length; i++) {
        guint32 length, vertex = routes->order[i];
        const EntLink *links = ent_links_of(routes->links, vertex, &length);
        double next = routes->distances[vertex] + 1;

        if (vertex == interest)
            routes->through[vertex] = routes->ways[vertex];
        for (guint32 j = 0; j < length; j++) {
            if (routes->places[links[j].far] == ENT_NONE) {
                append(routes, links[j].far);
                reach(routes, vertex, &links[j], next);
            } else if (routes->distances[links[j].far] >= next) {
                reach_too(routes, vertex, links[j].far);
            }
        }
    }
}

static bool is_before(const Candidate *a, const Candidate *b)
{
    if (a->distance < b->distance || a->distance > b->distance)
        return a->distance < b->distance;
    return a->vertex < b->vertex;
}

static void push(GArray *heap, double distance, guint32 vertex)
{
    Candidate new = {distance, vertex}, *items;
    guint place = heap->len;

    g_array_append_val(heap, new);
    items = (Candidate *)(gpointer)heap->data;
    for (; place && is_before(&new, &items[(place - 1) / 2]); place = (place - 1) / 2)
        items[place] = items[(place - 1) / 2];
    items[place] = new;
}

static Candidate pop(GArray *heap)
{
    Candidate *items = (Candidate *)(gpointer)heap->data, first = items[0];
    Candidate last = items[heap->len - 1];
    guint length = heap->len - 1, place = 0, child;

    for (; (child = 2 * place + 1) < length; place = child) {
        if (child + 1 < length && is_before(&items[child + 1], &items[child]))
            child++;
        if (!is_before(&items[child], &last))
            break;
        items[place] = items[child];
    }
    items[place] = last;
    g_array_set_size(heap, length);
    return first;
}

static void search_lengths(EntRoutes *routes, guint32 root, guint32 interest)
{
    push(routes->heap, 0, root);
    while (routes->heap->len) {
        guint32 length, vertex = pop(routes->heap).vertex;
        const EntLink *links = ent_links_of(routes->links, vertex, &length);

        if (routes->places[vertex] != ENT_NONE)
            continue;
        append(routes, vertex);
        if (vertex == interest)
            routes->through[vertex] = routes->ways[vertex];
        for (guint32 j = 0; j < length; j++) {
            guint32 far = links[j].far;
            double next = routes->distances[vertex] + ent_link_weight(routes->links, &links[j]);
            int order = routes->places[far] != ENT_NONE
                            ? 1
                            : ent_lengths_compare(next, routes->distances[far]);

            if (order < 0) {
                push(routes->heap, next, far);
                reach(routes, vertex, &links[j], next);
            } else if (order == 0) {
                reach_too(routes, vertex, far);
            }
        }
    }
}

void ent_routes_search(EntRoutes *routes, guint32 root, guint32 interest)
{
    forget(routes);
    routes->distances[root] = 0;
    routes->ways[root] = 1;
    routes->before[root] = (EntLink){ENT_NONE, ENT_NONE};
    if (routes->links->graph->weighted)
        search_lengths(routes, root, interest);
    else
        search_hops(routes, root, interest);
}

/* Whether the link of the vertex is a step of shortest paths. */
static bool is_step(const EntRoutes *routes, guint32 vertex, const EntLink *link)
{
    double next = routes->distances[vertex] + ent_link_weight(routes->links, link);

    return routes->places[link->far] > routes->places[vertex] &&
           ent_lengths_compare(next, routes->distances[link->far]) == 0;
}

void ent_routes_send_home(const EntRoutes *routes, double *amounts, double *by_link)
{
    for (guint32 i = routes->length; i > 0; i--) {
        guint32 length, vertex = routes->order[i - 1];
        const EntLink *links = ent_links_of(routes->links, vertex, &length);

        for (guint32 j = 0; j < length; j++) {
            double share = is_step(routes, vertex, &links[j])
                               ? routes->ways[vertex] / routes->ways[links[j].far]
                               : 0;
            double amount = share * amounts[links[j].far];

            amounts[vertex] += amount;
            if (i == 1)
                by_link[j] = amount;
        }
    }
}
