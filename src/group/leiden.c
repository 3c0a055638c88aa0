/* SPDX-License-Identifier: MIT */
/*
 * Leiden: groups with more ties inside than chance would give them. It looks for the partition of
 * largest modularity,
 *
 *     Q = 1 / 2m * sum over groups c of (2 m(c) - r K(c)^2 / 2m)
 *
 * with m the weight of all edges, m(c) of those inside c, K(c) the summed strength of c's nodes and
 * r the resolution; it moves nodes, refines and merges groups until nothing changes, and each of
 * its groups hangs together. In igraph's terms the nodes weigh their strength and its resolution is
 * r / 2m: its own defaults would leave every node alone. Of several starts the best is kept.
 *
 * Direction does not count. Traag, V. A., Waltman, L., van Eck, N. J. (2019): From Louvain to
 * Leiden: guaranteeing well-connected communities, Scientific Reports 9, 5233; resolution:
 * Reichardt, J., Bornholdt, S. (2006): Statistical mechanics of community detection, Physical
 * Review E 74, 016110. Cost: near linear in m.
 */
#include "group/group_def.h"
#include "group/registry.h"

#include <math.h>

#define RANDOMNESS 0.01    /* of the refinement; Traag's own */
#define STARTS     10      /* of a small graph; large ones have one */
#define SMALL      200000u /* edges */

/* igraph's inputs. */
typedef struct {
    const igraph_t *graph;
    const igraph_vector_t *weights;
    igraph_vector_t strengths;
    double resolution;
} Problem;

static igraph_error_t find_best(const Problem *problem, igraph_vector_int_t *membership)
{
    g_auto(igraph_vector_int_t) tried = {0};
    guint starts = igraph_ecount(problem->graph) <= SMALL ? STARTS : 1;
    double best = -HUGE_VAL, quality = 0;
    igraph_error_t code = igraph_vector_int_init(&tried, 0);

    for (guint i = 0; i < starts && code == IGRAPH_SUCCESS; i++) {
        code = igraph_community_leiden(problem->graph, problem->weights, &problem->strengths,
                                       problem->resolution, RANDOMNESS, false, -1, &tried, NULL,
                                       &quality);
        if (code == IGRAPH_SUCCESS && quality > best) {
            best = quality;
            code = igraph_vector_int_update(membership, &tried);
        }
    }
    return code;
}

static bool run(const EntGraph *graph, const EntGroupOptions *options,
                igraph_vector_int_t *membership, GError **error)
{
    Problem problem = {.graph = &graph->graph, .weights = ent_graph_weights(graph)};
    double total = 2 * igraph_vector_sum(&graph->weights);
    bool done = ent_igraph_done(igraph_vector_init(&problem.strengths, 0), error) &&
                ent_igraph_done(igraph_strength(problem.graph, &problem.strengths, igraph_vss_all(),
                                                IGRAPH_ALL, IGRAPH_NO_LOOPS, problem.weights),
                                error);

    problem.resolution = total > 0 ? options->resolution / total : 1;
    done = done && ent_igraph_done(find_best(&problem, membership), error);
    igraph_vector_destroy(&problem.strengths);
    return done;
}

const EntGrouping ent_group_leiden = {
    .name = "leiden",
    .summary = "communities of largest modularity, each hanging together; quick",
    .definition = "groups with more ties inside than chance would give them: the partition of "
                  "largest modularity that is found, at the resolution asked for; each group "
                  "hangs together",
    .arrows = ENT_ARROWS_NONE,
    .weighs = true,
    .resolves = true,
    .run = run,
};
