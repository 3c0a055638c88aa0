/* SPDX-License-Identifier: MIT */
/*
 * Clustering: the edges among a node's neighbours.
 *
 *     c(v) = sum over pairs of neighbours that are tied of 2 / (k(v) (k(v) - 1))
 *
 * with k(v) the neighbours. The parts add up to the score. Cost: the edges at the neighbours.
 */
#include "why/why_def.h"

static bool explain(EntWhyRun *run, GError **error)
{
    guint32 length, tied = 0;
    const EntLink *links = ent_links_of(run->links, run->node, &length);
    g_autofree bool *is_neighbour = g_new0(bool, (gsize)run->links->nodes + 1);
    double pairs = length * (length - 1.) / 2;

    (void)error;
    for (guint32 i = 0; i < length; i++)
        is_neighbour[links[i].far] = true;
    for (guint32 i = 0; i < length; i++) {
        guint32 count;
        const EntLink *ties = ent_links_of(run->links, links[i].far, &count);

        for (guint32 j = 0; j < count; j++) {
            if (!is_neighbour[ties[j].far] || ties[j].far < links[i].far)
                continue;
            ent_why_add(run, links[i].far, &ties[j], 1 / pairs);
            tied++;
        }
    }
    run->why->remark =
        g_strdup_printf("%u of the %.0f pairs of its %u neighbours are tied", tied, pairs, length);
    return true;
}

static const EntWhyRow rows[] = {
    {"clustering", IGRAPH_ALL, ENT_WHY_SCORE, "they tie its neighbours to each other", NULL},
    {NULL},
};

const EntWhyFamily ent_why_triangles = {rows, explain};
