/* SPDX-License-Identifier: MIT */
#include "cli/draw_path.h"

#include "cli/find.h"
#include "cli/path.h"

void ent_marked_clear(EntMarked *marked)
{
    g_free(marked->nodes);
    g_free(marked->edges);
    g_free(marked->words);
    *marked = (EntMarked){0};
}

/* The two nodes of --path. */
static bool take_ends(EntRun *run, const EntDossier *dossier, EntPathQuery *query)
{
    GError *error = NULL;
    g_autoptr(GArray) ends = ent_find_nodes(dossier, ent_args_lists(run->args, "path"), &error);

    if (ends && ends->len != 2)
        g_set_error(&error, ENT_ERROR, ENT_ERROR_USAGE, "a path has two ends, not %u", ends->len);
    if (error) {
        g_prefix_error(&error, "'--path': ");
        ent_run_failed(run, error);
        return false;
    }
    query->from = g_array_index(ends, guint32, 0);
    query->to = g_array_index(ends, guint32, 1);
    return true;
}

static void mark(const EntView *shown, const EntPaths *paths, EntMarked *marked)
{
    const EntDossier *dossier = ent_view_dossier(shown);
    g_autofree bool *on = g_new0(bool, (gsize)ent_dossier_edge_count(dossier) + 1);
    guint32 length, nodes;
    const EntPath *list = ent_paths_list(paths, &length);
    g_autoptr(GArray) edges = ent_path_edges(list, length);
    const guint32 *drawn;

    for (guint i = 0; i < edges->len; i++)
        on[g_array_index(edges, guint32, i)] = true;
    drawn = ent_view_edges(shown, &length);
    ent_view_nodes(shown, &nodes);
    marked->nodes = g_new0(bool, (gsize)nodes + 1);
    marked->edges = g_new0(bool, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, drawn[i]);

        if (!on[drawn[i]])
            continue;
        marked->edges[i] = marked->nodes[ent_view_place(shown, edge->from)] =
            marked->nodes[ent_view_place(shown, edge->to)] = true;
    }
}

int ent_mark_paths(EntRun *run, const EntView *shown, EntMarked *marked)
{
    const EntDossier *dossier = ent_view_dossier(shown);
    g_autoptr(EntView) view = NULL;
    g_autoptr(EntPaths) paths = NULL;
    EntPathQuery query = {0};
    int status;

    if (!ent_args_given(run->args, "path"))
        return ENT_EXIT_DONE;
    if (!take_ends(run, dossier, &query))
        return ENT_EXIT_FAILED;
    view = ent_run_view(run, dossier, false);
    if (!view)
        return ENT_EXIT_FAILED;
    paths = ent_run_paths(run, view, query, &status);
    if (status == ENT_EXIT_DONE) {
        mark(shown, paths, marked);
        marked->words = ent_path_title(view, &query);
    }
    return status;
}
