/* SPDX-License-Identifier: MIT */
/*
 * Katz centrality: how many walks end at a node, the longer the less.
 *
 *     x(v) = 1 + alpha * sum over edges u -> v of w(u, v) x(u), scaled to max x = 1
 *
 * so x = (I - alpha A')^-1 1; undirected edges are walked both ways. The sum has a limit where
 * alpha is below 1 / lambda, with lambda the largest eigenvalue of the adjacency matrix. If not
 * told, alpha is 0.85 / lambda: the share of a walk that goes on is then that of PageRank in every
 * graph, and the weights' unit does not matter. A directed graph without a cycle has lambda 0 and a
 * limit whatever alpha is: 0.85 over the largest weight is taken. Defined for every node, also
 * where eigenvector is not. Katz, L. (1953): A new status index derived from sociometric analysis,
 * Psychometrika 18, 39-43. Computed as the sum of its terms, until no value grows by more than its
 * 1e-12th. Cost: some hundreds of n + m, more where alpha is near 1 / lambda; it can be stopped.
 */
#include "measure/eigen.h"
#include "measure/registry.h"

#include <math.h>

#define SHARE 0.85
#define EXACT 1e-12 /* of each value: what is left of the sum may be */

/* The largest eigenvalue: that of one of the strongly connected parts; NaN where the computation
 * did not converge. */
static bool find_eigenvalue(const EntGraph *graph, double *largest, GError **error)
{
    g_auto(EntComponents) parts = {0};
    g_autofree double *scores = g_new(double, (gsize)igraph_vcount(&graph->graph) + 1);

    *largest = 0;
    if (!ent_components_init(&parts, &graph->graph, ent_graph_weights(graph), IGRAPH_STRONG, error))
        return false;
    for (guint32 i = 0; i < parts.count && !isnan(*largest); i++) {
        g_auto(EntComponent) part = {0};
        double value;
        bool converged;

        if (ent_component_length(&parts, i) == 1)
            continue;
        if (!ent_component_init(&part, &parts, i, error) ||
            !ent_eigen_solve(&part, scores, &value, &converged, error))
            return false;
        *largest = converged ? MAX(*largest, value) : NAN;
    }
    return true;
}

static double choose_alpha(const EntGraph *graph, double eigenvalue)
{
    if (eigenvalue > 0)
        return SHARE / eigenvalue;
    return igraph_ecount(&graph->graph) ? SHARE / igraph_vector_max(&graph->weights) : SHARE;
}

/* next = alpha A' terms, and adds it to the sums; the largest share by which one grew. */
static double add_terms(const EntGraph *graph, double alpha, const double *terms, double *next,
                        EntColumn *column)
{
    double growth = 0;

    for (gsize i = 0; i < column->length; i++)
        next[i] = 0;
    for (igraph_integer_t i = 0; i < igraph_ecount(&graph->graph); i++) {
        igraph_integer_t from = IGRAPH_FROM(&graph->graph, i), to = IGRAPH_TO(&graph->graph, i);
        double factor = alpha * VECTOR(graph->weights)[i];

        next[to] += factor * terms[from];
        if (!graph->directed)
            next[from] += factor * terms[to];
    }
    for (gsize i = 0; i < column->length; i++) {
        column->values[i] += next[i];
        growth = MAX(growth, next[i] / column->values[i]);
    }
    return growth;
}

/* left: the share of a term that the next one tends to. */
static bool add_up(const EntGraph *graph, double alpha, double left, EntColumn *column,
                   GError **error)
{
    g_autofree double *terms = g_new(double, column->length);
    g_autofree double *next = g_new(double, column->length);
    double growth = 1, largest = 0;

    for (gsize i = 0; i < column->length; i++)
        terms[i] = column->values[i] = 1;
    while (growth > EXACT * (1 - left)) {
        double *last = terms;

        if (!ent_igraph_done(igraph_allow_interruption(NULL), error))
            return false;
        growth = add_terms(graph, alpha, terms, next, column);
        terms = next;
        next = last;
    }
    for (gsize i = 0; i < column->length; i++)
        largest = MAX(largest, column->values[i]);
    for (gsize i = 0; i < column->length; i++)
        column->values[i] /= largest;
    return true;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE], limit[G_ASCII_DTOSTR_BUF_SIZE];
    double eigenvalue, alpha;

    if (!find_eigenvalue(graph, &eigenvalue, error))
        return false;
    if (isnan(eigenvalue)) {
        ent_column_note(column, "undefined: the largest eigenvalue, which bounds alpha, was not "
                                "found; 'pagerank' is defined");
        return true;
    }
    alpha = options->alpha > 0 ? options->alpha : choose_alpha(graph, eigenvalue);
    g_ascii_formatd(text, sizeof text, "%.9g", alpha);
    if (alpha * eigenvalue >= 1) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "with alpha %s its sum has no limit in this graph: alpha must be below %s",
                    text, g_ascii_formatd(limit, sizeof limit, "%.9g", 1 / eigenvalue));
        return false;
    }
    if (options->alpha > 0)
        ent_column_note(column, "alpha is %s", text);
    else if (!(eigenvalue > 0))
        ent_column_note(column, "alpha is %s: without a cycle it has no limit", text);
    else
        ent_column_note(column, "alpha is %s, %g of its limit", text, SHARE);
    return add_up(graph, alpha, alpha * eigenvalue, column, error);
}

const EntMeasure ent_measure_katz = {
    .name = "katz",
    .summary = "how many walks end at the node, the longer the less",
    .definition = "1 plus alpha times the sum of the values of the nodes whose edges lead to the "
                  "node (undirected: that it is tied to), times the edges' weights, up to a factor "
                  "that makes the largest value 1; alpha as '--alpha' says, else 0.85 divided by "
                  "the graph's largest eigenvalue",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .run = run,
};
