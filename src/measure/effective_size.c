/* SPDX-License-Identifier: MIT */
/*
 * Effective size: how many contacts of a node are not redundant.
 *
 *     s(v) = sum over u tied to v of (1 - sum over q tied to v of p(v, q) m(u, q))
 *     p(v, q) = z(v, q) / (sum over k of z(v, k)),  m(u, q) = z(u, q) / (max over k of z(u, k))
 *
 * with z(a, b) the weights of the edges between a and b, both ways, added up (their number without
 * weights; parallel edges once). Undirected and unweighted it is k - 2 t / k, with k the number of
 * contacts and t that of ties among them (Borgatti). High: structural holes, see constraint.
 * Undefined for a node without ties. Burt, R. S. (1992): Structural holes, Harvard University
 * Press; Borgatti, S. P. (1997): Structural holes: unpacking Burt's redundancy measures,
 * Connections 20, 35-38. Cost: the sum of the squares of all degrees; it can be stopped.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include <math.h>

typedef struct {
    const EntGraph *graph;
    igraph_adjlist_t contacts; /* each once */
    igraph_inclist_t edges;
    double *largest; /* by vertex u: max of z(u, k) */
    double *ties;    /* scratch by vertex k: z(v, k) of the v at hand, else 0 */
} Network;

static void clear_network(Network *network)
{
    igraph_adjlist_destroy(&network->contacts);
    igraph_inclist_destroy(&network->edges);
    g_free(network->largest);
    g_free(network->ties);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Network, clear_network)

/* Sets ties to z(v, k), or takes them away again; their sum. */
static double lay_ties(Network *network, igraph_integer_t vertex, bool away)
{
    const igraph_vector_int_t *edges = igraph_inclist_get(&network->edges, vertex);
    double sum = 0;

    for (igraph_integer_t i = 0; i < igraph_vector_int_size(edges); i++) {
        igraph_integer_t edge = VECTOR(*edges)[i];
        double *tie = &network->ties[IGRAPH_OTHER(&network->graph->graph, edge, vertex)];

        *tie = away ? 0 : *tie + VECTOR(network->graph->weights)[edge];
        sum += VECTOR(network->graph->weights)[edge];
    }
    return sum;
}

static double find_largest(Network *network, igraph_integer_t vertex)
{
    const igraph_vector_int_t *contacts = igraph_adjlist_get(&network->contacts, vertex);
    double largest = 0;

    lay_ties(network, vertex, false);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(contacts); i++)
        largest = MAX(largest, network->ties[VECTOR(*contacts)[i]]);
    lay_ties(network, vertex, true);
    return largest;
}

/* The sum over k of z(v, k) z(u, k), of the v whose ties are laid. */
static double find_shared(const Network *network, igraph_integer_t contact)
{
    const igraph_vector_int_t *edges = igraph_inclist_get(&network->edges, contact);
    double shared = 0;

    for (igraph_integer_t i = 0; i < igraph_vector_int_size(edges); i++) {
        igraph_integer_t edge = VECTOR(*edges)[i];

        shared += network->ties[IGRAPH_OTHER(&network->graph->graph, edge, contact)] *
                  VECTOR(network->graph->weights)[edge];
    }
    return shared;
}

static double find_size(Network *network, igraph_integer_t vertex)
{
    const igraph_vector_int_t *contacts = igraph_adjlist_get(&network->contacts, vertex);
    igraph_integer_t length = igraph_vector_int_size(contacts);
    double size = (double)length, sum = lay_ties(network, vertex, false);

    for (igraph_integer_t i = 0; i < length; i++) {
        igraph_integer_t contact = VECTOR(*contacts)[i];

        size -= find_shared(network, contact) / sum / network->largest[contact];
    }
    lay_ties(network, vertex, true);
    return length ? size : NAN;
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(Network) network = {.graph = graph};

    (void)options;
    if (!ent_igraph_done(igraph_adjlist_init(&graph->graph, &network.contacts, IGRAPH_ALL,
                                             IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE),
                         error) ||
        !ent_igraph_done(
            igraph_inclist_init(&graph->graph, &network.edges, IGRAPH_ALL, IGRAPH_NO_LOOPS), error))
        return false;
    network.largest = g_new(double, column->length);
    network.ties = g_new0(double, column->length);
    for (gsize i = 0; i < column->length; i++)
        network.largest[i] = find_largest(&network, (igraph_integer_t)i);
    for (gsize i = 0; i < column->length; i++) {
        column->values[i] = find_size(&network, (igraph_integer_t)i);
        if (!ent_igraph_done(igraph_allow_interruption(NULL), error))
            return false;
    }
    return true;
}

const EntMeasure ent_measure_effective_size = {
    .name = "effective-size",
    .summary = "how many of the node's contacts are not redundant (Burt)",
    .definition =
        "number of the node's contacts, less the share of each one's ties, against its "
        "strongest, that the node has too; undirected and unweighted, contacts less their "
        "mean number of ties to one another; undefined without ties",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_ONCE,
    .weighs = ENT_WEIGHS_TIES,
    .reach = ENT_REACH_NEIGHBOURS,
    .undefined = "undefined for nodes without ties",
    .run = run,
};
