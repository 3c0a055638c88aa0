/* SPDX-License-Identifier: MIT */
/*
 * Spinglass: nodes are spins of a magnet with 25 states; ties pull their ends into the same state,
 * pairs that chance would tie push apart, and slow cooling finds a state of little energy, which is
 * one of large modularity (see leiden.c). Groups are the nodes of one state, at most 25 in each
 * component: igraph knows it for connected graphs alone, so each component is parted by itself.
 *
 * Direction does not count. Reichardt, J., Bornholdt, S. (2006): Statistical mechanics of community
 * detection, Physical Review E 74, 016110. Cost: some hundred sweeps of 25 m: slow.
 */
#include "group/group_def.h"
#include "group/registry.h"

#include "view/component.h"

#define STATES  25
#define HOT     1.0
#define COLD    0.01
#define COOLING 0.99

static igraph_error_t cool(const EntComponent *component, igraph_vector_int_t *states)
{
    return igraph_community_spinglass(
        &component->graph, component->weighted ? &component->weights : NULL, NULL, NULL, states,
        NULL, STATES, false, HOT, COLD, COOLING, IGRAPH_SPINCOMM_UPDATE_CONFIG, 1,
        IGRAPH_SPINCOMM_IMP_ORIG, 1);
}

/* The groups of a component are numbered from `first`. */
static bool run_component(const EntComponents *components, guint32 index, igraph_integer_t first,
                          igraph_vector_int_t *membership, GError **error)
{
    g_auto(EntComponent) component = {0};
    g_auto(igraph_vector_int_t) states = {0};

    if (!ent_component_init(&component, components, index, error) ||
        !ent_igraph_done(igraph_vector_int_init(&states, component.length), error) ||
        (component.length > 1 && !ent_igraph_done(cool(&component, &states), error)))
        return false;
    for (guint32 i = 0; i < component.length; i++)
        VECTOR(*membership)[component.nodes[i]] = first + VECTOR(states)[i];
    return true;
}

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    g_auto(EntComponents) components = {0};

    (void)options;
    if (!ent_components_init(&components, &graph->graph, ent_graph_weights(graph), IGRAPH_WEAK,
                             error) ||
        !ent_igraph_done(igraph_vector_int_resize(membership, igraph_vcount(&graph->graph)), error))
        return false;
    for (guint32 i = 0; i < components.count; i++)
        if (!run_component(&components, i, (igraph_integer_t)i * STATES, membership, error))
            return false;
    return true;
}

const EntGrouping ent_group_spinglass = {
    .name = "spinglass",
    .summary = "communities by slow cooling of a magnet; slow",
    .definition = "ties pull their ends into the same of 25 states, pairs that chance would tie "
                  "push apart; the groups are the states when it has cooled slowly, each component "
                  "by itself",
    .arrows = ENT_ARROWS_NONE,
    .weighs = true,
    .run = run,
};
