/* SPDX-License-Identifier: MIT */
/*
 * Betweenness: the pairs of nodes whose shortest paths run through the node, and its edges that
 * they take.
 *
 *     b(v) = sum over pairs s, t of share(s, t)
 *     share(s, t) = (shortest paths from s to t through v) / (shortest paths from s to t)
 *
 * A path comes to v by one edge and leaves it by another: each has half of it, so that the edges'
 * parts add up to the score. Each pair counts once in an undirected graph, both ways in a directed
 * one. Brandes, U. (2001): A faster algorithm for betweenness centrality, Journal of Mathematical
 * Sociology 25, 163-177. Cost: n m, with weights n m log n; it can be stopped.
 */
#include "why/routes.h"
#include "why/why_def.h"

#include <math.h>

#define SPARE 1000 /* pairs gathered beyond those that are kept, before they are sorted */

/* A pair in the making. */
typedef struct {
    double share;
    guint32 from, to; /* vertices: the order of their ids */
} Pair;

typedef struct {
    EntWhyRun *run;
    EntRoutes *in, *out;   /* from v against the arrows and along them; the same where undirected */
    EntRoutes *routes;     /* from each node in turn */
    double *starts, *ends; /* vertex -> sum of the shares of the pairs that begin, end there */
    GArray *pairs;
} Search;

static gint compare_pairs(gconstpointer left, gconstpointer right)
{
    const Pair *a = left, *b = right;
    int order = ent_scores_compare(a->share, b->share);

    if (order)
        return order;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to < b->to ? -1 : a->to > b->to;
}

static void keep_best(Search *search)
{
    g_array_sort(search->pairs, compare_pairs);
    g_array_set_size(search->pairs, MIN(search->pairs->len, search->run->options->pairs));
}

static void add_pair(Search *search, guint32 from, guint32 to, double share)
{
    Pair pair = {share, from, to};

    search->starts[from] += share;
    search->ends[to] += share;
    search->run->why->pairs_all++;
    g_array_append_val(search->pairs, pair);
    if (search->pairs->len >= (gsize)search->run->options->pairs + SPARE)
        keep_best(search);
}

/* The pairs that begin at the vertex. */
static void add_pairs(Search *search, guint32 from)
{
    const EntRoutes *routes = search->routes;
    bool directed = search->run->graph->directed;

    ent_routes_search(search->routes, from, search->run->node);
    for (guint32 i = routes->places[search->run->node] + 1; i < routes->length; i++) {
        guint32 to = routes->order[i];

        if (routes->through[to] > 0 && (directed || to > from))
            add_pair(search, from, to, routes->through[to] / routes->ways[to]);
    }
}

static bool find_pairs(Search *search, GError **error)
{
    guint32 nodes = search->run->links->nodes;

    for (guint32 i = 0; i < nodes && search->out->length > 1; i++) {
        if (i == search->run->node || search->in->places[i] == ENT_NONE)
            continue;
        ent_igraph_span((double)i / nodes, (i + 1.) / nodes);
        if (!ent_igraph_done(igraph_allow_interruption(NULL), error))
            return false;
        add_pairs(search, i);
    }
    keep_best(search);
    return true;
}

/* Half of what the vertices send home along the routes is of the edges that it comes in by. */
static void add_parts(EntWhyRun *run, const EntRoutes *routes, double *amounts)
{
    guint32 length;
    const EntLink *links = ent_links_of(routes->links, run->node, &length);
    g_autofree double *by_link = g_new0(double, (gsize)length + 1);

    ent_routes_send_home(routes, amounts, by_link);
    for (guint32 i = 0; i < length; i++)
        ent_why_add(run, run->node, &links[i], by_link[i] / 2);
}

static void add_step(const EntWhyRun *run, guint32 near, const EntLink *link, EntWhyStep *step)
{
    const guint32 *nodes = ent_view_nodes(run->view, &(guint32){0});

    *step = (EntWhyStep){nodes[near], ent_why_edge(run, near, link), nodes[link->far]};
}

/* One of the pair's paths through v. */
static EntWhyPair describe(const Search *search, const Pair *pair)
{
    const EntWhyRun *run = search->run;
    const guint32 *nodes = ent_view_nodes(run->view, &(guint32){0});
    EntWhyPair result = {nodes[pair->from], nodes[pair->to], pair->share, NULL, 0};
    guint32 last;

    for (guint32 vertex = pair->from; vertex != run->node; vertex = search->in->before[vertex].far)
        result.length++;
    for (guint32 vertex = pair->to; vertex != run->node; vertex = search->out->before[vertex].far)
        result.length++;
    result.steps = g_new(EntWhyStep, result.length);
    last = result.length;
    for (guint32 vertex = pair->to; vertex != run->node;) {
        EntLink step = {vertex, search->out->before[vertex].edge};

        vertex = search->out->before[vertex].far;
        add_step(run, vertex, &step, &result.steps[--last]);
    }
    for (guint32 vertex = pair->from, i = 0; vertex != run->node; i++) {
        add_step(run, vertex, &search->in->before[vertex], &result.steps[i]);
        vertex = search->in->before[vertex].far;
    }
    return result;
}

static void take_pairs(const Search *search)
{
    EntWhy *why = search->run->why;

    why->pairs = g_new(EntWhyPair, (gsize)search->pairs->len + 1);
    for (guint i = 0; i < search->pairs->len; i++)
        why->pairs[why->pair_count++] = describe(search, &g_array_index(search->pairs, Pair, i));
}

static void add_all_parts(Search *search)
{
    EntWhyRun *run = search->run;

    if (run->graph->directed) {
        add_parts(run, search->in, search->starts);
        add_parts(run, search->out, search->ends);
        return;
    }
    for (guint32 i = 0; i < run->links->nodes; i++)
        search->ends[i] += search->starts[i];
    add_parts(run, search->out, search->ends);
}

static bool explain(EntWhyRun *run, GError **error)
{
    gsize nodes = run->links->nodes;
    g_autoptr(EntLinks) back = ent_links_new(run->graph, IGRAPH_IN);
    g_autoptr(EntRoutes) in = ent_routes_new(back), out = ent_routes_new(run->links);
    g_autoptr(EntRoutes) routes = ent_routes_new(run->links);
    g_autofree double *starts = g_new0(double, nodes + 1), *ends = g_new0(double, nodes + 1);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    Search search = {run, in, out, routes, starts, ends, pairs};

    ent_routes_search(in, run->node, ENT_NONE);
    ent_routes_search(out, run->node, ENT_NONE);
    if (!find_pairs(&search, error))
        return false;
    add_all_parts(&search);
    take_pairs(&search);
    return true;
}

static const EntWhyRow rows[] = {
    {"betweenness", IGRAPH_OUT, ENT_WHY_SCORE,
     "a shortest path counts half for the tie it comes by, half for the one it leaves by", NULL},
    {NULL},
};

const EntWhyFamily ent_why_pairs = {rows, explain};
