/* SPDX-License-Identifier: MIT */
/* Authority score; see hits.h. */
#include "measure/hits.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    (void)options;
    return ent_hits(graph, ENT_HITS_AUTHORITY, column, error);
}

const EntMeasure ent_measure_authority = {
    .name = "authority",
    .summary = "is led to by nodes that lead to many good authorities",
    .definition = "sum of the hub scores of the nodes whose edges lead to the node, times the "
                  "edges' weights, up to a factor that makes the largest score 1; undirected, the "
                  "same as eigenvector",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .run = run,
};
