/* SPDX-License-Identifier: MIT */
/*
 * PageRank: the share of time that a random walk spends at a node. The walk follows an edge from
 * where it is with probability 0.85, chosen in proportion to the edges' weights, and jumps to any
 * node otherwise; from a node without a way out it always jumps. The values add up to 1.
 *
 * Undirected edges are walked both ways. Where nodes to restart at are given, all jumps lead to
 * those, each as often: the value is then nearness to them (personalized PageRank). Brin, S., Page,
 * L. (1998): The anatomy of a large-scale hypertextual web search engine, Computer Networks 30,
 * 107-117. Computed by PRPACK. Cost: some tens of n + m.
 */
#include "measure/measure_def.h"
#include "measure/registry.h"

#include "base/text.h"

#include <omp.h>

#define DAMPING 0.85
#define LISTED  10 /* nodes named in the note */
#define BRIEF   60 /* characters of an id */

/* How often a jump leads to each node. */
static bool find_jumps(const EntGraph *graph, const EntMeasureOptions *options,
                       igraph_vector_t *jumps, GError **error)
{
    const EntDossier *dossier = ent_view_dossier(graph->view);
    igraph_integer_t nodes = igraph_vcount(&graph->graph);

    if (!ent_igraph_done(igraph_vector_init(jumps, nodes), error))
        return false;
    igraph_vector_fill(jumps, options->restart_length ? 0 : 1);
    for (gsize i = 0; i < options->restart_length; i++) {
        guint32 node = options->restart[i], place = ent_view_place(graph->view, node);

        if (place == ENT_NONE) {
            g_autofree char *id = ent_text_brief(ent_dossier_node(dossier, node)->id, BRIEF);

            g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                        "it cannot restart at '%s', which is not in the graph that is measured: "
                        "the filters leave it out",
                        id);
            return false;
        }
        VECTOR(*jumps)[place] = 1;
    }
    return true;
}

static void note_jumps(const EntDossier *dossier, const EntMeasureOptions *options,
                       EntColumn *column)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (gsize i = 0; i < options->restart_length && i < LISTED; i++) {
        g_autofree char *id =
            ent_text_brief(ent_dossier_node(dossier, options->restart[i])->id, BRIEF);

        g_string_append_printf(list, "%s'%s'", i ? ", " : "", id);
    }
    if (options->restart_length > LISTED)
        g_string_append_printf(list, " and %" G_GSIZE_FORMAT " more",
                               options->restart_length - LISTED);
    if (options->restart_length)
        ent_column_note(column, "restarts at %s", list->str);
}

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    g_auto(igraph_vector_t) result = {0}, jumps = {0};
    int threads = omp_get_max_threads();
    bool done;

    if (!find_jumps(graph, options, &jumps, error) ||
        !ent_igraph_done(igraph_vector_init(&result, 0), error))
        return false;
    note_jumps(ent_view_dossier(graph->view), options, column);
    omp_set_num_threads(1); /* more change the last digits from run to run, and are slower */
    done = ent_igraph_done(igraph_personalized_pagerank(&graph->graph, IGRAPH_PAGERANK_ALGO_PRPACK,
                                                        &result, NULL, igraph_vss_all(),
                                                        graph->directed, DAMPING,
                                                        options->restart_length ? &jumps : NULL,
                                                        ent_graph_weights(graph), NULL),
                           error);
    omp_set_num_threads(threads);
    if (done)
        ent_column_take(column, &result);
    return done;
}

const EntMeasure ent_measure_pagerank = {
    .name = "pagerank",
    .summary = "how often a random walk comes by",
    .definition = "share of time a random walk spends at the node that follows an edge, chosen by "
                  "weight, with probability 0.85 and jumps to any node otherwise, or to those "
                  "that '--restart' names; adds up to 1",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .run = run,
};
