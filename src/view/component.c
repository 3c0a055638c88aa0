/* SPDX-License-Identifier: MIT */
#include "view/component.h"

static void group_nodes(EntComponents *components, guint32 nodes)
{
    guint32 *starts = g_new0(guint32, (gsize)components->count + 2);

    components->nodes = g_new(guint32, (gsize)nodes + 1);
    components->local = g_new(guint32, (gsize)nodes + 1);
    for (guint32 i = 0; i < nodes; i++)
        starts[components->membership[i] + 2]++;
    for (guint32 i = 2; i < components->count + 2; i++)
        starts[i] += starts[i - 1];
    for (guint32 i = 0; i < nodes; i++)
        components->nodes[starts[components->membership[i] + 1]++] = i;
    components->node_starts = starts;
    for (guint32 i = 0; i < components->count; i++)
        for (guint32 j = starts[i]; j < starts[i + 1]; j++)
            components->local[components->nodes[j]] = j - starts[i];
}

/* The edge's component, or count where it leads from one to another. */
static guint32 find_component(const EntComponents *components, guint32 edge)
{
    guint32 from = components->membership[IGRAPH_FROM(components->whole, edge)];
    guint32 to = components->membership[IGRAPH_TO(components->whole, edge)];

    return from == to ? from : components->count;
}

static void group_edges(EntComponents *components, guint32 edges)
{
    guint32 *starts = g_new0(guint32, (gsize)components->count + 3);

    components->edges = g_new(guint32, (gsize)edges + 1);
    for (guint32 i = 0; i < edges; i++)
        starts[find_component(components, i) + 2]++;
    for (guint32 i = 2; i < components->count + 3; i++)
        starts[i] += starts[i - 1];
    for (guint32 i = 0; i < edges; i++)
        components->edges[starts[find_component(components, i) + 1]++] = i;
    components->edge_starts = starts;
}

bool ent_components_init(EntComponents *components, const igraph_t *graph,
                         const igraph_vector_t *weights, igraph_connectedness_t mode,
                         GError **error)
{
    g_auto(igraph_vector_int_t) membership = {0};
    guint32 nodes = (guint32)igraph_vcount(graph);
    igraph_integer_t count;

    *components = (EntComponents){.whole = graph, .weights = weights};
    if (!ent_igraph_done(igraph_vector_int_init(&membership, 0), error) ||
        !ent_igraph_done(igraph_connected_components(graph, &membership, NULL, &count, mode),
                         error))
        return false;
    components->count = (guint32)count;
    components->membership = g_new(guint32, (gsize)nodes + 1);
    for (guint32 i = 0; i < nodes; i++)
        components->membership[i] = (guint32)VECTOR(membership)[i];
    group_nodes(components, nodes);
    group_edges(components, (guint32)igraph_ecount(graph));
    return true;
}

void ent_components_clear(EntComponents *components)
{
    g_free(components->membership);
    g_free(components->nodes);
    g_free(components->node_starts);
    g_free(components->edges);
    g_free(components->edge_starts);
    g_free(components->local);
    *components = (EntComponents){0};
}

guint32 ent_component_length(const EntComponents *components, guint32 index)
{
    return components->node_starts[index + 1] - components->node_starts[index];
}

static bool build(EntComponent *component, const EntComponents *components, const guint32 *edges,
                  guint32 length, GError **error)
{
    g_auto(igraph_vector_int_t) ends = {0};

    if (!ent_igraph_done(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)length), error) ||
        !ent_igraph_done(igraph_vector_init(&component->weights, length), error))
        return false;
    for (guint32 i = 0; i < length; i++) {
        guint32 edge = edges[i];
        double weight = components->weights ? VECTOR(*components->weights)[edge] : 1;

        VECTOR(ends)[2 * i] = components->local[IGRAPH_FROM(components->whole, edge)];
        VECTOR(ends)[2 * i + 1] = components->local[IGRAPH_TO(components->whole, edge)];
        VECTOR(component->weights)[i] = weight;
    }
    return ent_igraph_done(igraph_create(&component->graph, &ends, component->length,
                                         igraph_is_directed(components->whole)),
                           error);
}

bool ent_component_init(EntComponent *component, const EntComponents *components, guint32 index,
                        GError **error)
{
    guint32 first = components->edge_starts[index];

    *component = (EntComponent){
        .weighted = components->weights != NULL,
        .nodes = components->nodes + components->node_starts[index],
        .length = ent_component_length(components, index),
    };
    return build(component, components, components->edges + first,
                 components->edge_starts[index + 1] - first, error);
}

void ent_component_clear(EntComponent *component)
{
    if (component->graph.cache)
        igraph_destroy(&component->graph);
    igraph_vector_destroy(&component->weights);
    *component = (EntComponent){0};
}
