/* SPDX-License-Identifier: MIT */
/*
 * Eigenvector, hub, authority: what each neighbour passes on through its edge.
 *
 *     x(v) = 1 / lambda * sum over edges u -> v of w(u, v) y(u)
 *
 * y is the measure itself, for a hub's the authority of the nodes its edges lead to and the other
 * way round. lambda is as the score has it: the sum divided by x(v), which is the eigenvalue, or
 * for hubs and authorities, whose largest values are both made 1, what that makes of it. The parts
 * add up to the score. Cost: the edges at the node, and for hub and authority the other measure's.
 */
#include "why/why_def.h"

static bool explain(EntWhyRun *run, GError **error)
{
    guint32 length;
    const EntLink *links = ent_links_of(run->links, run->node, &length);
    double sum = 0;

    (void)error;
    for (guint32 i = 0; i < length; i++)
        sum += ent_link_weight(run->links, &links[i]) * run->values[links[i].far];
    for (guint32 i = 0; i < length && sum > 0; i++)
        ent_why_add(run, run->node, &links[i],
                    run->why->value * ent_link_weight(run->links, &links[i]) *
                        run->values[links[i].far] / sum);
    if (!(sum > 0) && run->why->value > 0) {
        run->why->rest_name = "no ties";
        run->why->rest = run->why->value;
    }
    return true;
}

static const EntWhyRow rows[] = {
    {"authority", IGRAPH_IN, ENT_WHY_SCORE, "the hub scores that lead to it", "hub"},
    {"eigenvector", IGRAPH_IN, ENT_WHY_SCORE, "what its neighbours' scores add", NULL},
    {"hub", IGRAPH_OUT, ENT_WHY_SCORE, "the authority scores that it leads to", "authority"},
    {NULL},
};

const EntWhyFamily ent_why_neighbours = {rows, explain};
