/* SPDX-License-Identifier: MIT */
#include "stability/trial.h"

#include "measure/compute.h"
#include "view/subgraph.h"

#define WITHOUT_BOUND G_MAXUINT
#define MANY          8 /* where one in so many edges goes, the part is nearly the whole */

enum { STANDS, GONE, TAKEN }; /* marks of edges */

void ent_trial_init(EntTrial *trial, const EntMeasure *measure, const EntMeasureOptions *options,
                    const EntView *view, const EntTies *ties)
{
    *trial = (EntTrial){
        .measure = measure,
        .options = *options,
        .view = view,
        .ties = ties,
        .edge_marks = g_new0(guint8, (gsize)ties->edges + 1),
        .node_marks = g_new0(bool, (gsize)ties->nodes + 1),
        .nodes = g_array_new(FALSE, FALSE, sizeof(guint32)),
        .edges = g_array_new(FALSE, FALSE, sizeof(guint32)),
    };
    ent_ranking_init(&trial->full, ties->nodes);
    ent_ranking_init(&trial->now, ties->nodes);
}

void ent_trial_start(EntTrial *trial, const double *values)
{
    ent_ranking_set(&trial->full, values);
}

void ent_trial_clear(EntTrial *trial)
{
    if (!trial->nodes)
        return;
    ent_ranking_clear(&trial->full);
    ent_ranking_clear(&trial->now);
    g_free(trial->edge_marks);
    g_free(trial->node_marks);
    g_array_free(trial->nodes, TRUE);
    g_array_free(trial->edges, TRUE);
    *trial = (EntTrial){0};
}

static guint32 item(const GArray *list, guint index)
{
    return g_array_index(list, guint32, index);
}

static void add_node(EntTrial *trial, guint32 node)
{
    if (trial->node_marks[node])
        return;
    trial->node_marks[node] = true;
    g_array_append_val(trial->nodes, node);
}

static void add_ends(EntTrial *trial, guint32 edge)
{
    add_node(trial, trial->ties->from[edge]);
    add_node(trial, trial->ties->to[edge]);
}

/* Adds to the nodes those at most that many steps away; how many they are then. */
static guint spread(EntTrial *trial, guint steps)
{
    const EntTies *ties = trial->ties;
    guint next = 0;

    for (guint step = 0; step < steps && next < trial->nodes->len; step++) {
        for (guint end = trial->nodes->len; next < end; next++) {
            guint32 node = item(trial->nodes, next);

            for (guint32 i = ties->starts[node]; i < ties->starts[node + 1]; i++)
                add_ends(trial, ties->at[i]);
        }
    }
    return trial->nodes->len;
}

/* Adds the edges that stand at the first nodes of the list, and the nodes at their other ends. */
static void take_edges(EntTrial *trial, guint nodes)
{
    const EntTies *ties = trial->ties;

    for (guint i = 0; i < nodes; i++) {
        guint32 node = item(trial->nodes, i);

        for (guint32 j = ties->starts[node]; j < ties->starts[node + 1]; j++) {
            guint32 edge = ties->at[j];

            if (trial->edge_marks[edge] != STANDS)
                continue;
            trial->edge_marks[edge] = TAKEN;
            g_array_append_val(trial->edges, edge);
            add_ends(trial, edge);
        }
    }
}

static gint compare_places(gconstpointer left, gconstpointer right)
{
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;

    return a < b ? -1 : a > b;
}

static EntPlaces places(const GArray *list)
{
    return (EntPlaces){(const guint32 *)(const void *)list->data, list->len};
}

/* The measure on the nodes and edges of the lists, which are in order; NULL and an error where it
 * fails. */
static EntColumn *compute(EntTrial *trial, EntView **part, GError **error)
{
    *part = ent_view_subgraph(trial->view, places(trial->nodes), places(trial->edges));
    return ent_measure_compute(trial->measure, *part, &trial->options, error);
}

static bool run_whole(EntTrial *trial, GError **error)
{
    g_autoptr(EntView) part = NULL;
    g_autoptr(EntColumn) column = NULL;

    for (guint32 i = 0; i < trial->ties->nodes; i++)
        g_array_append_val(trial->nodes, i);
    for (guint32 i = 0; i < trial->ties->edges; i++)
        if (trial->edge_marks[i] == STANDS)
            g_array_append_val(trial->edges, i);
    column = compute(trial, &part, error);
    if (column)
        ent_ranking_set(&trial->now, column->values);
    return column != NULL;
}

static bool run_part(EntTrial *trial, guint steps, GError **error)
{
    guint length = spread(trial, steps), needed = spread(trial, steps);
    g_autofree guint32 *changed = g_memdup2(trial->nodes->data, sizeof(guint32) * (gsize)length);
    g_autofree double *values = g_new(double, (gsize)length + 1);
    const guint32 *nodes = ent_view_nodes(trial->view, &(guint32){0});
    g_autoptr(EntView) part = NULL;
    g_autoptr(EntColumn) column = NULL;

    take_edges(trial, needed);
    g_array_sort(trial->nodes, compare_places);
    g_array_sort(trial->edges, compare_places);
    column = compute(trial, &part, error);
    if (!column)
        return false;
    for (guint i = 0; i < length; i++)
        values[i] = column->values[ent_view_place(part, nodes[changed[i]])];
    ent_ranking_change(&trial->now, &trial->full, changed, values, length);
    return true;
}

static bool run_reached(EntTrial *trial, const guint32 *edges, guint32 length, GError **error)
{
    static const guint steps[] = {
        [ENT_REACH_COMPONENT] = WITHOUT_BOUND, [ENT_REACH_NEIGHBOURS] = 1, [ENT_REACH_NODE] = 0};

    EntReach reach = ent_measure_reach(trial->measure, &trial->options);

    if (reach == ENT_REACH_GRAPH || length > trial->ties->edges / MANY)
        return run_whole(trial, error);
    for (guint32 i = 0; i < length; i++)
        add_ends(trial, edges[i]);
    return run_part(trial, steps[reach], error);
}

/* Marks the edges as gone; how many of them are ties. */
static guint32 mark_gone(EntTrial *trial, const guint32 *edges, guint32 length)
{
    guint32 ties = 0;

    for (guint32 i = 0; i < length; i++) {
        trial->edge_marks[edges[i]] = GONE;
        ties += trial->ties->from[edges[i]] != trial->ties->to[edges[i]];
    }
    return ties;
}

static void wipe(EntTrial *trial, const guint32 *edges, guint32 length)
{
    for (guint32 i = 0; i < length; i++)
        trial->edge_marks[edges[i]] = STANDS;
    for (guint i = 0; i < trial->edges->len; i++)
        trial->edge_marks[item(trial->edges, i)] = STANDS;
    for (guint i = 0; i < trial->nodes->len; i++)
        trial->node_marks[item(trial->nodes, i)] = false;
    g_array_set_size(trial->edges, 0);
    g_array_set_size(trial->nodes, 0);
}

bool ent_trial_run(EntTrial *trial, const guint32 *edges, guint32 length, GError **error)
{
    guint32 gone = mark_gone(trial, edges, length);
    bool done = true;

    if (gone == 0)
        ent_ranking_change(&trial->now, &trial->full, NULL, NULL, 0);
    else if (gone == trial->ties->ties)
        ent_ranking_empty(&trial->now);
    else
        done = run_reached(trial, edges, length, error);
    wipe(trial, edges, length);
    return done;
}
