/* SPDX-License-Identifier: MIT */
#include "view/view_data.h"

#include "view/filter.h"

static const char *const weight_names[] = {"none", "weight", "confidence", "amount", "count"};
static const char *const parallel_names[] = {"auto", "keep", "merge"};

/* The indices whose flags are set; the caller's. */
static guint32 *list_set(const bool *flags, guint32 length, guint32 *count)
{
    guint32 *list = g_new(guint32, (gsize)length + 1);

    *count = 0;
    for (guint32 i = 0; i < length; i++)
        if (flags[i])
            list[(*count)++] = i;
    return g_renew(guint32, list, (gsize)*count + 1);
}

static void take_chosen(EntView *view, const EntChosen *chosen)
{
    guint32 nodes = ent_dossier_node_count(view->dossier);

    view->nodes = list_set(chosen->nodes, nodes, &view->node_count);
    view->edges = list_set(chosen->edges, ent_dossier_edge_count(view->dossier), &view->edge_count);
    view->places = g_new(guint32, (gsize)nodes + 1);
    for (guint32 i = 0; i < nodes; i++)
        view->places[i] = ENT_NONE;
    for (guint32 i = 0; i < view->node_count; i++)
        view->places[view->nodes[i]] = i;
}

EntView *ent_view_new(const EntDossier *dossier, const EntFilter *filter, GError **error)
{
    static const EntFilter everything;
    g_autoptr(EntView) view = g_new0(EntView, 1);
    EntChosen chosen = {0};

    if (!filter)
        filter = &everything;
    view->dossier = dossier;
    view->directed = filter->directed;
    view->weight = filter->weight;
    view->parallel = filter->parallel;
    if (!ent_filter_choose(dossier, filter, &chosen, error))
        return NULL;
    take_chosen(view, &chosen);
    ent_chosen_clear(&chosen);
    if (!ent_view_weigh(view, filter->report, error))
        return NULL;
    view->centre = filter->around ? ent_dossier_find_node(dossier, filter->around) : ENT_NONE;
    ent_view_note(view, filter);
    return g_steal_pointer(&view);
}

void ent_view_free(EntView *view)
{
    if (!view)
        return;
    g_free(view->nodes);
    g_free(view->edges);
    g_free(view->places);
    g_free(view->weights);
    g_free(view->description);
    g_strfreev(view->filters);
    g_free(view);
}

const EntDossier *ent_view_dossier(const EntView *view)
{
    return view->dossier;
}

const guint32 *ent_view_nodes(const EntView *view, guint32 *length)
{
    *length = view->node_count;
    return view->nodes;
}

const guint32 *ent_view_edges(const EntView *view, guint32 *length)
{
    *length = view->edge_count;
    return view->edges;
}

double ent_view_edge_weight(const EntView *view, guint32 place)
{
    return view->weights ? view->weights[place] : 1;
}

guint32 ent_view_place(const EntView *view, guint32 node)
{
    g_assert(node < ent_dossier_node_count(view->dossier));
    return view->places[node];
}

guint32 ent_view_centre(const EntView *view)
{
    return view->centre;
}

const char *ent_view_describe(const EntView *view)
{
    return view->description;
}

const char *const *ent_view_filters(const EntView *view)
{
    return (const char *const *)view->filters;
}

bool ent_view_directed(const EntView *view)
{
    return view->directed;
}

const char *ent_view_weight(const EntView *view)
{
    return weight_names[view->weight];
}

const char *ent_view_parallel(const EntView *view)
{
    return parallel_names[view->parallel];
}
