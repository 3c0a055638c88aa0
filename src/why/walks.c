/* SPDX-License-Identifier: MIT */
/*
 * PageRank: how much of the walk comes in by each edge.
 *
 *     p(v) = sum over edges u -> v of 0.85 p(u) w(u, v) / s(u) + jump
 *
 * s(u) is the weight of all edges that lead from u. What is left is the jump, by which the walk
 * comes to any node: (0.15 + 0.85 * sum of p over nodes without a way out) / n.
 * Cost: the edges at the node's neighbours.
 */
#include "why/why_def.h"

#define DAMPING 0.85

/* The weight of the edges by which the walk leaves the vertex. */
static double weigh_out(const EntLinks *out, guint32 vertex)
{
    guint32 length;
    const EntLink *links = ent_links_of(out, vertex, &length);
    double sum = 0;

    for (guint32 i = 0; i < length; i++)
        sum += ent_link_weight(out, &links[i]);
    return sum;
}

static bool explain(EntWhyRun *run, GError **error)
{
    g_autoptr(EntLinks) out = ent_links_new(run->graph, IGRAPH_OUT);
    guint32 length;
    const EntLink *links = ent_links_of(run->links, run->node, &length);

    (void)error;
    run->why->rest_name = "jump";
    run->why->rest = run->why->value;
    for (guint32 i = 0; i < length; i++) {
        double share = ent_link_weight(out, &links[i]) / weigh_out(out, links[i].far);
        double value = DAMPING * run->values[links[i].far] * share;

        ent_why_add(run, run->node, &links[i], value);
        run->why->rest -= value;
    }
    run->why->rest = MAX(run->why->rest, 0);
    return true;
}

static const EntWhyRow rows[] = {
    {"pagerank", IGRAPH_IN, ENT_WHY_SCORE,
     "how much of the random walk comes by each; jumps bring the rest", NULL},
    {NULL},
};

const EntWhyFamily ent_why_walks = {rows, explain};
