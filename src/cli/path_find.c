/* SPDX-License-Identifier: MIT */
/* Finding paths, and telling why there is none. */
#include "cli/path.h"

#include "base/text.h"
#include "cli/progress.h"
#include "view/summary.h"

/* "(12 and 3 nodes)", of the components of the ends; the caller's. */
static char *component_sizes(const EntView *view, const EntPathQuery *query)
{
    g_autofree guint32 *components = ent_view_components(view, NULL);
    guint32 from = components[ent_view_place(view, query->from)];
    guint32 to = components[ent_view_place(view, query->to)];
    guint32 length, here = 0, there = 0;

    ent_view_nodes(view, &length);
    for (guint32 i = 0; i < length; i++) {
        here += components[i] == from;
        there += components[i] == to;
    }
    return g_strdup_printf("(%u and %u node%s)", here, there, there == 1 ? "" : "s");
}

static void tell_hints(EntRun *run, const EntView *view, EntPathOutcome outcome)
{
    if (outcome == ENT_PATH_ARROWS)
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "hint",
                         "without --directed paths may go against the arrows");
    if (ent_view_filters(view)[0])
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "hint",
                         "the filters leave a part of the graph: without them there may be a path");
}

static void tell_none(EntRun *run, const EntView *view, const EntPathQuery *query,
                      EntPathOutcome outcome)
{
    static const char *const reasons[] = {
        [ENT_PATH_APART] = "they are in different components ",
        [ENT_PATH_ARROWS] = "none follows the arrows",
        [ENT_PATH_AVOIDED] = "each goes through a node that is to be avoided",
        [ENT_PATH_THROUGH] = "none goes through a node of the types asked for",
    };
    const EntDossier *dossier = ent_view_dossier(view);
    g_autofree char *from = ent_text_brief(ent_dossier_node(dossier, query->from)->id, 60);
    g_autofree char *to = ent_text_brief(ent_dossier_node(dossier, query->to)->id, 60);
    g_autofree char *sizes = outcome == ENT_PATH_APART ? component_sizes(view, query) : NULL;

    ent_messages_say(run->messages, ENT_LEVEL_ERROR, "no-path", "no path from '%s' to '%s': %s%s",
                     from, to, reasons[outcome], sizes ? sizes : "");
    tell_hints(run, view, outcome);
}

EntPaths *ent_run_paths(EntRun *run, const EntView *view, EntPathQuery query, int *status)
{
    EntProgress progress;
    EntPaths *paths;
    GError *error = NULL;

    query.progress = ent_progress_tell;
    query.progress_data = &progress;
    ent_progress_begin(&progress, run->progress, "looking for paths");
    paths = ent_paths_find(view, &query, &error);
    ent_progress_end(&progress);
    *status = ENT_EXIT_DONE;
    if (!paths)
        *status = ent_run_failed(run, error);
    else if (ent_paths_outcome(paths) != ENT_PATH_FOUND)
        *status = ENT_EXIT_FINDINGS;
    if (*status == ENT_EXIT_FINDINGS)
        tell_none(run, view, &query, ent_paths_outcome(paths));
    return paths;
}

GArray *ent_path_edges(const EntPath *list, guint32 length)
{
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint32 i = 0; i < length; i++)
        for (guint32 j = 0; j < list[i].length; j++)
            g_array_append_vals(edges, list[i].steps[j].edges, list[i].steps[j].edges_length);
    return edges;
}

const char *ent_path_kind(const EntView *view)
{
    return g_str_equal(ent_view_weight(view), "confidence") ? "most credible" : "shortest";
}

char *ent_path_title(const EntView *view, const EntPathQuery *query)
{
    const EntDossier *dossier = ent_view_dossier(view);

    return g_strdup_printf("%s paths from %s to %s", ent_path_kind(view),
                           ent_dossier_node(dossier, query->from)->name,
                           ent_dossier_node(dossier, query->to)->name);
}
