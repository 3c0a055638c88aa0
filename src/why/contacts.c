/* SPDX-License-Identifier: MIT */
/*
 * Constraint: what each contact adds.
 *
 *     c(v) = sum over u tied to v of (p(v, u) + sum over q other than u, v of p(v, q) p(q, u))^2
 *     p(v, u) = (a(v, u) + a(u, v)) / (sum over k other than v of a(v, k) + a(k, v))
 *
 * a is the weight of the edges from the one to the other. The parts add up to the score.
 * Cost: the edges at the node's neighbours.
 */
#include "why/why_def.h"

/* Adds p(v, u), times a factor, to the sum of every u the vertex v is tied to. */
static void add_shares(const EntLinks *ties, guint32 vertex, double factor, double *sums)
{
    guint32 length;
    const EntLink *links = ent_links_of(ties, vertex, &length);
    double total = 0;

    for (guint32 i = 0; i < length; i++)
        total += ent_link_weight(ties, &links[i]);
    for (guint32 i = 0; i < length; i++)
        sums[links[i].far] += factor * ent_link_weight(ties, &links[i]) / total;
}

static bool explain(EntWhyRun *run, GError **error)
{
    gsize nodes = run->links->nodes;
    g_autofree double *direct = g_new0(double, nodes + 1), *all = g_new0(double, nodes + 1);

    (void)error;
    add_shares(run->links, run->node, 1, direct);
    add_shares(run->links, run->node, 1, all);
    for (guint32 i = 0; i < nodes; i++)
        if (direct[i] > 0)
            add_shares(run->links, i, direct[i], all);
    for (guint32 i = 0; i < nodes; i++)
        if (direct[i] > 0)
            ent_why_add_between(run, run->node, i, all[i] * all[i]);
    return true;
}

static const EntWhyRow rows[] = {
    {"constraint", IGRAPH_ALL, ENT_WHY_SCORE,
     "how much each contact has of its ties, directly and through other contacts, squared", NULL},
    {NULL},
};

const EntWhyFamily ent_why_contacts = {rows, explain};
