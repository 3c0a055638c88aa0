/* SPDX-License-Identifier: MIT */
#include "stability/trial.h"

static bool is_tie(const EntTies *ties, guint32 edge)
{
    return ties->from[edge] != ties->to[edge];
}

void ent_ties_init(EntTies *ties, const EntView *view)
{
    const EntDossier *dossier = ent_view_dossier(view);
    const guint32 *edges;

    *ties = (EntTies){0};
    ent_view_nodes(view, &ties->nodes);
    edges = ent_view_edges(view, &ties->edges);
    ties->from = g_new(guint32, (gsize)ties->edges + 1);
    ties->to = g_new(guint32, (gsize)ties->edges + 1);
    ties->starts = g_new0(guint32, (gsize)ties->nodes + 3);
    for (guint32 i = 0; i < ties->edges; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, edges[i]);

        ties->from[i] = ent_view_place(view, edge->from);
        ties->to[i] = ent_view_place(view, edge->to);
        if (!is_tie(ties, i))
            continue;
        ties->ties++;
        ties->starts[ties->from[i] + 2]++;
        ties->starts[ties->to[i] + 2]++;
    }
    for (guint32 i = 2; i < ties->nodes + 2; i++)
        ties->starts[i] += ties->starts[i - 1];
    ties->at = g_new(guint32, (gsize)2 * ties->ties + 1);
    for (guint32 i = 0; i < ties->edges; i++) {
        if (!is_tie(ties, i))
            continue;
        ties->at[ties->starts[ties->from[i] + 1]++] = i;
        ties->at[ties->starts[ties->to[i] + 1]++] = i;
    }
}

void ent_ties_clear(EntTies *ties)
{
    g_free(ties->from);
    g_free(ties->to);
    g_free(ties->starts);
    g_free(ties->at);
    *ties = (EntTies){0};
}
