/* SPDX-License-Identifier: MIT */
/* Hub score; see hits.h. */
#include "measure/hits.h"

static bool run(const EntGraph *graph, const EntMeasureOptions *options, EntColumn *column,
                GError **error)
{
    (void)options;
    return ent_hits(graph, ENT_HITS_HUB, column, error);
}

const EntMeasure ent_measure_hub = {
    .name = "hub",
    .summary = "leads to nodes that many good hubs lead to",
    .definition = "sum of the authority scores of the nodes that the node's edges lead to, times "
                  "the edges' weights, up to a factor that makes the largest score 1; undirected, "
                  "the same as eigenvector",
    .arrows = ENT_ARROWS_VIEW,
    .parallel = ENT_COUNTS_EACH,
    .weighs = ENT_WEIGHS_TIES,
    .run = run,
};
