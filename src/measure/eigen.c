/* SPDX-License-Identifier: MIT */
#include "measure/eigen.h"

#include <math.h>

#define RESIDUAL 1e-9 /* how far, as a share of the eigenvalue, an answer may miss the equation */

/* ARPACK's patience: most graphs need a few rounds with its usual basis of 20 vectors; long thin
 * ones get a second try with a larger one. Large ones get fewer rounds, so that giving up takes
 * seconds. */
#define LEAST_ROUNDS 20
#define MOST_ROUNDS  200
#define ROUND_SIZE   1000000 /* rounds times nodes and edges, between those bounds */
#define LARGE_BASIS  60

/* What the scores flow to along the edges: sums = A' scores. ARPACK's callback. */
static igraph_error_t flow(igraph_real_t *sums, const igraph_real_t *scores, int length, void *data)
{
    const EntComponent *component = data;
    const igraph_t *graph = &component->graph;
    bool both = !igraph_is_directed(graph);
    igraph_integer_t edges = igraph_ecount(graph);

    for (int i = 0; i < length; i++)
        sums[i] = 0;
    for (igraph_integer_t i = 0; i < edges; i++) {
        igraph_integer_t from = IGRAPH_FROM(graph, i), to = IGRAPH_TO(graph, i);
        double weight = VECTOR(component->weights)[i];

        sums[to] += weight * scores[from];
        if (both)
            sums[from] += weight * scores[to];
    }
    return igraph_allow_interruption(NULL);
}

static bool solves(EntComponent *component, const double *scores, double value)
{
    g_autofree double *sums = g_new(double, (gsize)component->length + 1);

    if (!isfinite(value) || value <= 0)
        return false;
    flow(sums, scores, (int)component->length, component);
    for (guint32 i = 0; i < component->length; i++)
        if (!(fabs(sums[i] / value - scores[i]) <= RESIDUAL))
            return false;
    return true;
}

/* Scaled to a largest score of 1; what is below 0 is so by rounding alone. */
static void take_scores(const igraph_matrix_t *vectors, double *scores, guint32 length)
{
    double largest = 0;

    for (guint32 i = 0; i < length; i++)
        if (fabs(MATRIX(*vectors, i, 0)) > fabs(largest))
            largest = MATRIX(*vectors, i, 0);
    for (guint32 i = 0; i < length; i++)
        scores[i] = largest < 0 || largest > 0 ? MAX(MATRIX(*vectors, i, 0) / largest, 0) : 0;
}

/* The same first guess always gives the same digits: the sums of the weights at each vertex. */
static igraph_error_t guess(EntComponent *component, igraph_matrix_t *vectors)
{
    g_auto(igraph_vector_t) strength = {0};
    igraph_error_t code = igraph_vector_init(&strength, 0);

    if (code == IGRAPH_SUCCESS)
        code = igraph_strength(&component->graph, &strength, igraph_vss_all(), IGRAPH_ALL,
                               IGRAPH_LOOPS, &component->weights);
    for (guint32 i = 0; i < component->length && code == IGRAPH_SUCCESS; i++)
        MATRIX(*vectors, i, 0) = VECTOR(strength)[i];
    return code;
}

static igraph_error_t solve_symmetric(EntComponent *component, igraph_arpack_options_t *options,
                                      igraph_matrix_t *vectors, double *value)
{
    g_auto(igraph_vector_t) values = {0};
    igraph_error_t code = igraph_vector_init(&values, 0);

    options->which[0] = 'L';
    options->which[1] = 'A';
    if (code == IGRAPH_SUCCESS)
        code = igraph_arpack_rssolve(flow, component, options, NULL, &values, vectors);
    if (code == IGRAPH_SUCCESS)
        *value = VECTOR(values)[0];
    return code;
}

static igraph_error_t solve_directed(EntComponent *component, igraph_arpack_options_t *options,
                                     igraph_matrix_t *vectors, double *value)
{
    g_auto(igraph_matrix_t) values = {0};
    igraph_error_t code = igraph_matrix_init(&values, 0, 0);

    options->which[0] = 'L';
    options->which[1] = 'R';
    if (code == IGRAPH_SUCCESS)
        code = igraph_arpack_rnsolve(flow, component, options, NULL, &values, vectors);
    if (code == IGRAPH_SUCCESS)
        *value = MATRIX(values, 0, 0);
    return code;
}

static int choose_rounds(const EntComponent *component)
{
    igraph_integer_t size = component->length + igraph_ecount(&component->graph);

    return (int)CLAMP(ROUND_SIZE / size, LEAST_ROUNDS, MOST_ROUNDS);
}

static igraph_error_t solve(EntComponent *component, int basis, igraph_matrix_t *vectors,
                            double *value)
{
    igraph_arpack_options_t options;
    igraph_error_t code = igraph_matrix_resize(vectors, component->length, 1);

    igraph_arpack_options_init(&options);
    options.n = (int)component->length;
    options.nev = 1;
    options.ncv = basis;
    options.mxiter = choose_rounds(component);
    options.start = 1;
    if (code == IGRAPH_SUCCESS)
        code = guess(component, vectors);
    if (code != IGRAPH_SUCCESS)
        return code;
    return igraph_is_directed(&component->graph)
               ? solve_directed(component, &options, vectors, value)
               : solve_symmetric(component, &options, vectors, value);
}

/* Whether a failure is not the equation's own. */
static bool is_fatal(igraph_error_t code)
{
    return code == IGRAPH_ENOMEM || (code != IGRAPH_SUCCESS && ent_igraph_stopped());
}

bool ent_eigen_solve(EntComponent *component, double *scores, double *value, bool *converged,
                     GError **error)
{
    g_auto(igraph_matrix_t) vectors = {0};
    igraph_error_t code = igraph_matrix_init(&vectors, 0, 0);

    *converged = false;
    if (code == IGRAPH_SUCCESS)
        code = solve(component, 0, &vectors, value);
    if (is_fatal(code))
        return ent_igraph_done(code, error);
    if (!ent_igraph_done(code, NULL) && component->length > LARGE_BASIS) {
        code = solve(component, LARGE_BASIS, &vectors, value);
        if (is_fatal(code))
            return ent_igraph_done(code, error);
        ent_igraph_done(code, NULL);
    }
    if (code != IGRAPH_SUCCESS)
        return true;
    take_scores(&vectors, scores, component->length);
    *converged = solves(component, scores, *value);
    return true;
}

bool ent_eigen_edgeless(const EntGraph *graph, EntColumn *column)
{
    if (igraph_ecount(&graph->graph) > 0)
        return false;
    for (gsize i = 0; i < column->length; i++)
        column->values[i] = 1;
    ent_column_note(column, "no ties: all nodes alike");
    return true;
}

/* " in 3 components" where others have values. */
static char *where(const EntEigenTally *tally, guint32 count)
{
    if (tally->solved + tally->acyclic + tally->tied + tally->unsolved == count)
        return g_strdup("");
    return g_strdup_printf(" in %u component%s", count, count == 1 ? "" : "s");
}

static void note_undefined(const EntEigenTally *tally, guint32 count, const char *why,
                           EntColumn *column)
{
    g_autofree char *in = where(tally, count);

    if (count)
        ent_column_note(column, "undefined%s: %s", in, why);
}

void ent_eigen_note(const EntEigenTally *tally, EntColumn *column)
{
    if (tally->solved > 1)
        ent_column_note(column,
                        "computed in each of %u components with ties, largest value 1 in each: "
                        "values of different components do not compare",
                        tally->solved);
    note_undefined(tally, tally->acyclic,
                   "no cycle of edges feeds it; 'katz' and 'pagerank' are defined", column);
    note_undefined(tally, tally->tied,
                   "no cycle of edges is the strongest; 'katz' and 'pagerank' are defined", column);
    note_undefined(tally, tally->unsolved,
                   "the computation did not converge; 'pagerank' is defined", column);
    if (tally->outside)
        ent_column_note(column, "0 for nodes outside the strongest part of their component");
}

bool ent_eigen_undirected(const EntGraph *graph, EntColumn *column, GError **error)
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
        double value;
        bool converged;

        if (ent_component_length(&components, i) == 1) {
            column->values[components.nodes[components.node_starts[i]]] = 0;
            continue;
        }
        if (!ent_component_init(&component, &components, i, error) ||
            !ent_eigen_solve(&component, scores, &value, &converged, error))
            return false;
        for (guint32 j = 0; j < component.length && converged; j++)
            column->values[component.nodes[j]] = scores[j];
        tally.solved += converged;
        tally.unsolved += !converged;
    }
    ent_eigen_note(&tally, column);
    return true;
}
