/* SPDX-License-Identifier: MIT */
/* The components of a graph, each as a graph of its own. */
#ifndef ENT_VIEW_COMPONENT_H
#define ENT_VIEW_COMPONENT_H

#include "view/graph.h"

typedef struct {
    const igraph_t *whole;
    const igraph_vector_t *weights; /* NULL: unweighted */
    guint32 count;
    guint32 *membership;  /* vertex -> component */
    guint32 *nodes;       /* vertices by component, ascending within */
    guint32 *node_starts; /* component -> where its vertices begin; one more closes the last */
    guint32 *edges;       /* edges that stay inside a component, likewise */
    guint32 *edge_starts;
    guint32 *local; /* vertex -> its number within its component */
} EntComponents;

/* One of them: vertex i is nodes[i] of the whole. */
typedef struct {
    igraph_t graph;
    igraph_vector_t weights; /* all 1 where unweighted */
    bool weighted;
    const guint32 *nodes; /* borrowed from the components */
    guint32 length;
} EntComponent;

/* Linear in the graph. The graph and weights must outlive it. Clear it also after a failure. */
bool ent_components_init(EntComponents *components, const igraph_t *graph,
                         const igraph_vector_t *weights, igraph_connectedness_t mode,
                         GError **error);
void ent_components_clear(EntComponents *components);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntComponents, ent_components_clear)

guint32 ent_component_length(const EntComponents *components, guint32 index);

bool ent_component_init(EntComponent *component, const EntComponents *components, guint32 index,
                        GError **error);
void ent_component_clear(EntComponent *component);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntComponent, ent_component_clear)

#endif
