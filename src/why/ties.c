/* SPDX-License-Identifier: MIT */
/*
 * Degree, in-degree, out-degree, strength: what each edge at the node adds.
 *
 * A degree counts an edge as 1, strength as its weight. The parts add up to the score.
 * Cost: the edges at the node.
 */
#include "why/why_def.h"

#include "measure/measure_def.h"

static bool explain(EntWhyRun *run, GError **error)
{
    guint32 length;
    const EntLink *links = ent_links_of(run->links, run->node, &length);
    bool weighs = run->measure->weighs == ENT_WEIGHS_TIES;

    (void)error;
    for (guint32 i = 0; i < length; i++)
        ent_why_add(run, run->node, &links[i], weighs ? ent_link_weight(run->links, &links[i]) : 1);
    return true;
}

static const EntWhyRow rows[] = {
    {"degree", IGRAPH_ALL, ENT_WHY_SCORE, "each tie counts", NULL},
    {"in-degree", IGRAPH_IN, ENT_WHY_SCORE, "each tie that leads to it counts", NULL},
    {"out-degree", IGRAPH_OUT, ENT_WHY_SCORE, "each tie that leads from it counts", NULL},
    {"strength", IGRAPH_ALL, ENT_WHY_SCORE, "each tie adds its weight", NULL},
    {NULL},
};

const EntWhyFamily ent_why_ties = {rows, explain};
