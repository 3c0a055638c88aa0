/* SPDX-License-Identifier: MIT */
#include <entente/path.h>

#include "base/text.h"
#include "path/finders.h"
#include "view/filter.h"
#include "view/summary.h"

#include <math.h>

struct EntPaths {
    EntWays *ways;
    GArray *list; /* EntPath */
    double count;
    EntPathOutcome outcome;
};

/* A query in terms of the ways. */
typedef struct {
    const EntPathQuery *asked;
    const EntWays *ways;
    guint32 from, to;
    bool *passes; /* by node; NULL: none must be passed */
} Query;

static void clear_path(gpointer path)
{
    g_free((gpointer)((EntPath *)path)->steps);
}

static bool check_ends(const EntView *view, const EntPathQuery *query, GError **error)
{
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 ends[] = {query->from, query->to};

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *id = ent_text_brief(ent_dossier_node(dossier, ends[i])->id, 60);
        bool avoided = false;

        for (gsize j = 0; j < query->avoid_length; j++)
            avoided = avoided || query->avoid[j] == ends[i];
        if (ent_view_place(view, ends[i]) == ENT_NONE)
            g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "the filters leave no node '%s'", id);
        else if (avoided)
            g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                        "'%s' is an end of the path: it cannot be avoided", id);
        else if (query->from == query->to)
            g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                        "a path is between two nodes, and both ends are '%s'", id);
        else
            continue;
        return false;
    }
    return true;
}

/* The nodes of the types asked for, by the ways' nodes. */
static bool take_through(Query *query, GError **error)
{
    const EntView *view = query->ways->view;
    const EntDossier *dossier = ent_view_dossier(view);
    EntFilter filter = {.types = query->asked->through};
    const guint32 *nodes = ent_view_nodes(view, &(guint32){0});
    EntNames names;

    if (!filter.types)
        return true;
    if (!ent_names_find(&names, dossier, &filter, error))
        return false;
    query->passes = g_new0(bool, (gsize)query->ways->nodes + 1);
    for (guint32 i = 0; i < query->ways->nodes; i++)
        query->passes[i] = names.types[ent_dossier_node(dossier, nodes[i])->type];
    ent_names_clear(&names);
    return true;
}

/* avoid: whether to leave out what is to be avoided; through: to ask for what is to be passed. */
static EntReach *new_reach(const Query *query, bool avoid, bool through)
{
    EntReach *reach = ent_reach_new(query->ways, query->to, through ? query->passes : NULL);

    for (gsize i = 0; avoid && i < query->asked->avoid_length; i++) {
        guint32 place = ent_view_place(query->ways->view, query->asked->avoid[i]);

        if (place != ENT_NONE)
            ent_reach_close(reach, place, true);
    }
    return reach;
}

static bool is_reached(const Query *query, bool avoid)
{
    g_autoptr(EntReach) reach = new_reach(query, avoid, false);

    return ent_reach_run(reach, ent_reach_begin(reach, query->from));
}

/* Why there is no path: the first condition without which there would be one. */
static EntPathOutcome explain(const Query *query)
{
    g_autofree guint32 *components = ent_view_components(query->ways->view, NULL);

    if (components[query->from] != components[query->to])
        return ENT_PATH_APART;
    if (!is_reached(query, false))
        return ENT_PATH_ARROWS;
    return is_reached(query, true) ? ENT_PATH_THROUGH : ENT_PATH_AVOIDED;
}

static void add_path(EntPaths *paths, const GArray *found)
{
    const EntWays *ways = paths->ways;
    const EntDossier *dossier = ent_view_dossier(ways->view);
    const guint32 *nodes = ent_view_nodes(ways->view, &(guint32){0});
    EntPathStep *steps = g_new(EntPathStep, found->len);
    EntPath path = {steps, found->len, 0, 1};

    for (guint i = 0; i < found->len; i++) {
        const EntWay *way = &ways->ways[g_array_index(found, guint32, i)];
        const guint32 *edges = ways->edges + way->edges;

        steps[i] = (EntPathStep){nodes[way->from], nodes[way->to], edges, way->edges_length};
        path.cost += way->cost.cost;
        path.confidence *= ent_dossier_edge(dossier, edges[0])->fact.confidence;
    }
    g_array_append_val(paths->list, path);
}

static bool find(EntPaths *paths, const Query *query, GError **error)
{
    const EntPathQuery *asked = query->asked;
    g_autoptr(EntReach) reach = new_reach(query, true, true);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    guint32 most = asked->most ? MIN(asked->most, ENT_PATHS_MOST) : ENT_PATHS_MOST;
    EntBestQuery best = {query->from, most, !asked->cheapest, asked->progress,
                         asked->progress_data};
    bool all = true;

    if (!asked->cheapest && !query->passes) {
        paths->count = ent_find_least(reach, paths->ways, query->from, most, found);
    } else {
        if (asked->cheapest)
            best.most = MIN(most, asked->cheapest);
        if (!ent_find_best(reach, paths->ways, &best, found, &all, error))
            return false;
        paths->count = asked->cheapest || !all ? NAN : found->len;
    }
    for (guint i = 0; i < found->len; i++)
        add_path(paths, found->pdata[i]);
    paths->outcome = found->len ? ENT_PATH_FOUND : explain(query);
    return true;
}

EntPaths *ent_paths_find(const EntView *view, const EntPathQuery *query, GError **error)
{
    g_autoptr(EntPaths) paths = NULL;
    Query inner = {.asked = query};
    bool done;

    if (!check_ends(view, query, error))
        return NULL;
    paths = g_new0(EntPaths, 1);
    paths->list = g_array_new(FALSE, FALSE, sizeof(EntPath));
    g_array_set_clear_func(paths->list, clear_path);
    paths->ways = ent_ways_new(view, error);
    if (!paths->ways)
        return NULL;
    inner.ways = paths->ways;
    inner.from = ent_view_place(paths->ways->view, query->from);
    inner.to = ent_view_place(paths->ways->view, query->to);
    done = take_through(&inner, error) && find(paths, &inner, error);
    g_free(inner.passes);
    return done ? g_steal_pointer(&paths) : NULL;
}

void ent_paths_free(EntPaths *paths)
{
    if (!paths)
        return;
    g_array_unref(paths->list);
    ent_ways_free(paths->ways);
    g_free(paths);
}

EntPathOutcome ent_paths_outcome(const EntPaths *paths)
{
    return paths->outcome;
}

const EntPath *ent_paths_list(const EntPaths *paths, guint32 *length)
{
    *length = paths->list->len;
    return (const EntPath *)(const void *)paths->list->data;
}

double ent_paths_count(const EntPaths *paths)
{
    return paths->count;
}
