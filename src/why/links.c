/* SPDX-License-Identifier: MIT */
#include "why/links.h"

/* Counts the edge at its ends (first round), or puts it there. */
static void add_edge(EntLinks *links, guint32 edge, igraph_neimode_t mode, bool put)
{
    const igraph_t *graph = &links->graph->graph;
    guint32 from = (guint32)IGRAPH_FROM(graph, edge), to = (guint32)IGRAPH_TO(graph, edge);
    const guint32 ends[] = {from, to};
    const bool wanted[] = {mode != IGRAPH_IN, mode != IGRAPH_OUT};

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (!wanted[i])
            continue;
        if (put)
            links->links[links->starts[ends[i] + 1]++] = (EntLink){ends[1 - i], edge};
        else
            links->starts[ends[i] + 2]++;
    }
}

EntLinks *ent_links_new(const EntGraph *graph, igraph_neimode_t mode)
{
    EntLinks *links = g_new0(EntLinks, 1);
    guint32 edges = (guint32)igraph_ecount(&graph->graph);

    if (!graph->directed)
        mode = IGRAPH_ALL;
    links->graph = graph;
    links->nodes = (guint32)igraph_vcount(&graph->graph);
    links->starts = g_new0(guint32, (gsize)links->nodes + 2);
    links->links = g_new(EntLink, 2 * (gsize)edges + 1);
    for (guint32 i = 0; i < edges; i++)
        add_edge(links, i, mode, false);
    for (guint32 i = 2; i < links->nodes + 2; i++)
        links->starts[i] += links->starts[i - 1];
    for (guint32 i = 0; i < edges; i++)
        add_edge(links, i, mode, true);
    return links;
}

void ent_links_free(EntLinks *links)
{
    if (!links)
        return;
    g_free(links->starts);
    g_free(links->links);
    g_free(links);
}
