/* SPDX-License-Identifier: MIT */
/*
 * Closeness, harmonic, eccentricity: which of the node's edges shortest paths take, and how far.
 *
 *     h(v) = sum over u other than v of 1 / d(v, u)
 *
 * Every node reached is shared out to the edges of v by which the shortest paths to it begin, in
 * proportion to their number: its 1 / d for harmonic, so that the parts add up to the score; itself
 * for the others, which are no sums over nodes, so that they add up to the nodes that are reached.
 * The measures of the way in go by the paths to v, and the edges by which these end. Cost: n + m,
 * with weights (n + m) log n.
 */
#include "why/routes.h"
#include "why/why_def.h"

/* How many nodes there are at each distance; those that are equal up to rounding are one. */
static void count_reaches(EntWhy *why, const EntRoutes *routes)
{
    GArray *reaches = g_array_new(FALSE, FALSE, sizeof(EntWhyReach));

    for (guint32 i = 1; i < routes->length; i++) {
        double distance = routes->distances[routes->order[i]];
        EntWhyReach reach = {distance, 1};
        EntWhyReach *last =
            reaches->len ? &g_array_index(reaches, EntWhyReach, reaches->len - 1) : NULL;

        if (last && ent_lengths_compare(last->distance, distance) == 0)
            last->nodes++;
        else
            g_array_append_val(reaches, reach);
    }
    why->reach_count = reaches->len;
    why->reaches = (EntWhyReach *)(gpointer)g_array_free(reaches, FALSE);
}

static bool explain(EntWhyRun *run, GError **error)
{
    g_autoptr(EntRoutes) routes = ent_routes_new(run->links);
    g_autofree double *amounts = g_new0(double, (gsize)run->links->nodes + 1);
    g_autofree double *by_link = NULL;
    guint32 length;
    const EntLink *links = ent_links_of(run->links, run->node, &length);

    (void)error;
    ent_routes_search(routes, run->node, ENT_NONE);
    for (guint32 i = 1; i < routes->length; i++) {
        guint32 vertex = routes->order[i];

        amounts[vertex] = run->row->unit == ENT_WHY_SCORE ? 1 / routes->distances[vertex] : 1;
    }
    by_link = g_new0(double, (gsize)length + 1);
    ent_routes_send_home(routes, amounts, by_link);
    for (guint32 i = 0; i < length; i++)
        ent_why_add(run, run->node, &links[i], by_link[i]);
    count_reaches(run->why, routes);
    return true;
}

#define REACHES   "how many nodes it reaches first by each"
#define REACHED   "how many nodes reach it last by each"
#define AS_SHARES ", as 1 / distance"

static const EntWhyRow rows[] = {
    {"closeness", IGRAPH_OUT, ENT_WHY_NODES, REACHES, NULL},
    {"closeness-in", IGRAPH_IN, ENT_WHY_NODES, REACHED, NULL},
    {"closeness-out", IGRAPH_OUT, ENT_WHY_NODES, REACHES, NULL},
    {"eccentricity", IGRAPH_OUT, ENT_WHY_NODES, REACHES, NULL},
    {"harmonic", IGRAPH_OUT, ENT_WHY_SCORE, REACHES AS_SHARES, NULL},
    {"harmonic-in", IGRAPH_IN, ENT_WHY_SCORE, REACHED AS_SHARES, NULL},
    {"harmonic-out", IGRAPH_OUT, ENT_WHY_SCORE, REACHES AS_SHARES, NULL},
    {NULL},
};

const EntWhyFamily ent_why_distances = {rows, explain};
