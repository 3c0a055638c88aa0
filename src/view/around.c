/* SPDX-License-Identifier: MIT */
#include "view/filter.h"

/* Breadth first over the chosen edges, direction ignored: linear in them. */
static bool *reach(const EntChosen *chosen, const EntDossier *dossier, guint32 centre, guint depth)
{
    guint32 length = ent_dossier_node_count(dossier), head = 0, tail = 0;
    bool *reached = g_new0(bool, (gsize)length + 1);
    g_autofree guint32 *queue = g_new(guint32, (gsize)length + 1);

    if (chosen->nodes[centre]) {
        reached[centre] = true;
        queue[tail++] = centre;
    }
    for (guint step = 0; step < depth && head < tail; step++) {
        for (guint32 end = tail; head < end; head++) {
            guint32 count, node = queue[head];
            const guint32 *edges = ent_dossier_node_edges(dossier, node, &count);

            for (guint32 i = 0; i < count; i++) {
                const EntEdge *edge = ent_dossier_edge(dossier, edges[i]);
                guint32 other = edge->from == node ? edge->to : edge->from;

                if (chosen->edges[edges[i]] && !reached[other]) {
                    reached[other] = true;
                    queue[tail++] = other;
                }
            }
        }
    }
    return reached;
}

void ent_chosen_around(EntChosen *chosen, const EntDossier *dossier, guint32 centre, guint depth)
{
    g_autofree bool *reached = reach(chosen, dossier, centre, depth);

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++)
        chosen->nodes[i] = chosen->nodes[i] && reached[i];
    for (guint32 i = 0; i < ent_dossier_edge_count(dossier); i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, i);

        chosen->edges[i] = chosen->edges[i] && reached[edge->from] && reached[edge->to];
    }
}
