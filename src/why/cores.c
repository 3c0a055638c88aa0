/* SPDX-License-Identifier: MIT */
/*
 * Coreness: the edges that hold a node in its core.
 *
 * A node of coreness k is in the k-core by its edges to nodes that are in it too, those of coreness
 * k or more: they are at least k. Each counts as its neighbour's coreness, which does not add up.
 * Cost: the edges at the node.
 */
#include "why/why_def.h"

static bool explain(EntWhyRun *run, GError **error)
{
    guint32 length, kept = 0;
    const EntLink *links = ent_links_of(run->links, run->node, &length);

    (void)error;
    for (guint32 i = 0; i < length; i++) {
        double coreness = run->values[links[i].far];

        if (coreness < run->why->value)
            continue;
        ent_why_add(run, run->node, &links[i], coreness);
        kept++;
    }
    run->why->remark = g_strdup_printf("%u of its %u ties are to nodes of coreness %.0f or more",
                                       kept, length, run->why->value);
    return true;
}

static const EntWhyRow rows[] = {
    {"coreness", IGRAPH_ALL, ENT_WHY_CORENESS,
     "they join it to nodes of at least its coreness, which is given", NULL},
    {NULL},
};

const EntWhyFamily ent_why_cores = {rows, explain};
