/* SPDX-License-Identifier: MIT */
/*
 * Triad census: how many triples of nodes are of each of the 16 kinds that arrows among three nodes
 * make, named by their numbers of mutual, asymmetric and null pairs, and a letter (Down, Up,
 * Cyclic, Transitive) where these are not enough. Follows the arrows also where the view does not;
 * an edge of a symmetric type is two. Davis, J. A., Leinhardt, S. (1972): The structure of positive
 * interpersonal relations in small groups, in Sociological Theories in Progress 2. Cost: the sum of
 * the squared degrees at most; it can be stopped.
 */
#include "figure/figure_def.h"
#include "figure/registry.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntFigured *figured,
                GError **error)
{
    static const char *const names[] = {"003",  "012",  "102",  "021D", "021U", "021C",
                                        "111D", "111U", "030T", "030C", "201",  "120D",
                                        "120U", "120C", "210",  "300"};
    g_auto(igraph_vector_t) counts = {0};

    (void)options;
    if (!ent_igraph_done(igraph_vector_init(&counts, 0), error) ||
        !ent_igraph_done(igraph_triad_census(&graph->graph, &counts), error))
        return false;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        ent_figured_add(figured, names[i], VECTOR(counts)[i]);
    return true;
}

const EntFigure ent_figure_triad_census = {
    .name = "triad-census",
    .summary = "triples of nodes by the arrows among them: 030T is transitive, 030C a circle",
    .definition = "number of triples of nodes of each of the 16 kinds, named by how many of their "
                  "pairs have arrows both ways, one way and none, a symmetric relation being two "
                  "arrows; D, U, C, T: down, up, cyclic, transitive",
    .arrows = ENT_ARROWS_FOLLOW,
    .weighs = ENT_WEIGHS_NOTHING,
    .run = run,
};
