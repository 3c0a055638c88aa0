/* SPDX-License-Identifier: MIT */
/* The arcs of a graph by the node they are at. */
#ifndef ENT_WHY_LINKS_H
#define ENT_WHY_LINKS_H

#include "view/graph.h"

typedef struct {
    guint32 far;  /* the vertex at the other end */
    guint32 edge; /* the graph's */
} EntLink;

typedef struct {
    const EntGraph *graph;
    guint32 nodes;
    guint32 *starts; /* vertex -> its first link; one more closes the last */
    EntLink *links;
} EntLinks;

/* Those that lead from each vertex (OUT), to it (IN), or both; undirected: all. Linear in the
 * graph, which must outlive it. */
EntLinks *ent_links_new(const EntGraph *graph, igraph_neimode_t mode);
void ent_links_free(EntLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntLinks, ent_links_free)

/* The links of a vertex. */
static inline const EntLink *ent_links_of(const EntLinks *links, guint32 vertex, guint32 *length)
{
    *length = links->starts[vertex + 1] - links->starts[vertex];
    return links->links + links->starts[vertex];
}

/* What the link's edge weighs, 1 where the graph is unweighted. */
static inline double ent_link_weight(const EntLinks *links, const EntLink *link)
{
    return VECTOR(links->graph->weights)[link->edge];
}

#endif
