/* SPDX-License-Identifier: MIT */
#include "measure/kernels.h"

EntRows *ent_graph_rows(const EntGraph *graph)
{
    guint32 length = (guint32)igraph_ecount(&graph->graph);
    g_autofree guint32 *from = g_new(guint32, (gsize)length + 1);
    g_autofree guint32 *to = g_new(guint32, (gsize)length + 1);
    EntArcs arcs = {(guint32)igraph_vcount(&graph->graph), length, from, to, graph->directed};

    for (guint32 i = 0; i < length; i++) {
        from[i] = (guint32)IGRAPH_FROM(&graph->graph, i);
        to[i] = (guint32)IGRAPH_TO(&graph->graph, i);
    }
    return ent_rows_new(&arcs);
}

bool ent_kernel_done(bool done, GError **error)
{
    if (!done)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "stopped before it was done");
    return done;
}

bool ent_graph_distances(const EntGraph *graph, EntDistance which, const EntMeasureOptions *options,
                         EntDistances *distances, GError **error)
{
    g_autoptr(EntRows) rows = ent_graph_rows(graph);
    EntWatch watch;

    ent_watch_init(&watch, options->progress, options->progress_data);
    ent_distances_init(distances, rows->nodes);
    return ent_kernel_done(ent_rows_distances(rows, which, distances, &watch), error);
}
