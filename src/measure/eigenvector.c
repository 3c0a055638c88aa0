/* SPDX-License-Identifier: MIT */
/*
 * Eigenvector centrality: a node counts as much as those it is tied to.
 *
 *     x(v) = 1 / lambda * sum over edges u -> v of w(u, v) x(u),  max x = 1
 *
 * with lambda the largest eigenvalue of the adjacency matrix; undirected edges go both ways.
 *
 * A graph of several components has no such vector of its own (igraph's is then arbitrary): each
 * component with edges gets its own, and a note says so; an isolated node has 0. Directed, the
 * values come from cycles: without one there is none, where two strongly connected parts share the
 * largest eigenvalue it is not unique, and both are undefined here; what the strongest part does
 * not lead to has 0. Bonacich, P. (1972): Factoring and weighting approaches to status scores and
 * clique identification, Journal of Mathematical Sociology 2, 113-120.
 * Cost: some hundreds of n + m; more for long thin graphs.
 */
#include "measure/eigen.h"
#include "measure/registry.h"

#include <math.h>

/* Whether one strongly connected part of the component has the largest eigenvalue alone. */
static bool has_one_leader(const EntComponent *component, const EntComponents *parts,
                           double *scores, bool *one, GError **error)
{
    double first = 0, second = 0; /* largest eigenvalues */

    *one = true;
    for (guint32 i = 0; i < parts->count && parts->count > 1; i++) {
        g_auto(EntComponent) part = {0};
        double value;
        bool converged;

        if (ent_component_length(parts, i) == 1)
            continue;
        if (!ent_component_init(&part, parts, i, error) ||
            !ent_eigen_solve(&part, scores, &value, &converged, error))
            return false;
        if (!converged)
            continue;
        second = MAX(second, MIN(value, first));
        first = MAX(first, value);
    }
    if (component->length > 1 && second > 0)
        *one = first - second > ENT_EIGEN_SAME * first;
    return true;
}

static void take(const EntComponent *component, const double *scores, EntColumn *column,
                 EntEigenTally *tally)
{
    tally->solved++;
    for (guint32 i = 0; i < component->length; i++) {
        column->values[component->nodes[i]] = scores[i];
        tally->outside = tally->outside || !(scores[i] > 0);
    }
}

/* One weakly connected component of a directed graph, of two nodes or more. */
static bool run_component(EntComponent *component, double *scores, EntColumn *column,
                          EntEigenTally *tally, GError **error)
{
    g_auto(EntComponents) parts = {0};
    double value;
    bool one, converged;

    if (!ent_components_init(&parts, &component->graph,
                             component->weighted ? &component->weights : NULL, IGRAPH_STRONG,
                             error))
        return false;
    if (parts.count == component->length) {
        tally->acyclic++;
        return true;
    }
    if (!has_one_leader(component, &parts, scores, &one, error))
        return false;
    if (!one) {
        tally->tied++;
        return true;
    }
    if (!ent_eigen_solve(component, scores, &value, &converged, error))
        return false;
    if (converged)
        take(component, scores, column, tally);
    else
        tally->unsolved++;
    return true;
}

static bool run_directed(const EntGraph *graph, EntColumn *column, GError **error)
{
    g_auto(EntComponents) components = {0};
    g_autofree double *scores = g_new(double, column->length);
    EntEigenTally tally = {0};

    if (ent_eigen_edgeless(graph, column))
        return true;
    if (!ent_components_init(&components, &graph->graph, ent_graph_weights(graph), IGRAPH_WEAK,
                             error))
        return false;
    for (guint32 i = 0; i < components.count; i++) {
        g_auto(EntComponent) component = {0};

        if (ent_component_length(&components, i) == 1)
            continue;
        if (!ent_component_init(&component, &components, i, error) ||
            !run_component(&component, scores, column, &tally, error))
            return false;
    }
    for (guint32 i = 0; i < components.count && tally.solved; i++)
        if (ent_component_length(&components, i) == 1)
            column->values[components.nodes[components.node_starts[i]]] = 0;
    ent_eigen_note(&tally, column);
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    (void)options;
    return graph->directed ? run_directed(graph, column, error)
                           : ent_eigen_undirected(graph, column, error);
}

const EntMeasure ent_measure_eigenvector = {
    .name = "eigenvector",
    .summary = "ties to nodes that have ties that count",
    .definition = "sum of the scores of the nodes whose edges lead to the node (undirected: that "
                  "it is tied to), times the edges' weights, up to a factor that makes the "
                  "largest score 1",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .run = run,
};
