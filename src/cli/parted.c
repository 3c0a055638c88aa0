/* SPDX-License-Identifier: MIT */
#include "cli/parted.h"

#include "base/lookup.h"
#include "cli/progress.h"

#include <math.h>

EntPartition *ent_run_group(EntRun *run, const EntView *view, const EntGrouping *grouping)
{
    g_autofree char *what = g_strconcat("computing ", ent_grouping_name(grouping), NULL);
    EntProgress progress;
    EntGroupOptions options = {
        .seed = ent_args_count(run->args, "seed"),
        .seconds = (guint)ent_args_count(run->args, "timeout"),
        .resolution = ent_args_number(run->args, "resolution"),
        .progress = ent_progress_tell,
        .progress_data = &progress,
    };
    GError *error = NULL;
    EntPartition *partition;

    ent_messages_say(run->messages, ENT_LEVEL_DETAIL, "group", "%s: %s",
                     ent_grouping_name(grouping), ent_grouping_definition(grouping));
    ent_progress_begin(&progress, run->progress, what);
    partition = ent_group_run(grouping, view, &options, &error);
    ent_progress_end(&progress);
    if (!partition)
        ent_run_failed(run, error);
    return partition;
}

guint32 *ent_run_group_shown(EntRun *run, const EntView *shown, const EntGrouping *grouping)
{
    g_autoptr(EntView) measured = ent_run_view(run, ent_view_dossier(shown), false);
    g_autoptr(EntPartition) partition = measured ? ent_run_group(run, measured, grouping) : NULL;
    guint32 length;
    const guint32 *nodes = ent_view_nodes(shown, &length);
    guint32 *groups;

    if (!partition)
        return NULL;
    if (partition->note)
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "group", "%s: %s", partition->name,
                         partition->note);
    groups = g_new(guint32, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++) {
        guint32 place = ent_view_place(measured, nodes[i]);

        groups[i] = place == ENT_NONE ? 0 : partition->groups[place];
    }
    return groups;
}

void ent_asked_clear(EntAsked *asked)
{
    g_clear_pointer(&asked->measures, g_free);
    g_clear_pointer(&asked->groupings, g_free);
}

static void add_items(GPtrArray *items, gconstpointer const *more)
{
    for (; *more; more++)
        g_ptr_array_add(items, (gpointer)*more);
}

static void add_once(GPtrArray *items, gconstpointer item)
{
    if (!g_ptr_array_find(items, item, NULL))
        g_ptr_array_add(items, (gpointer)item);
}

static bool is_grouping(gconstpointer item)
{
    for (const EntGrouping *const *at = ent_groupings(); *at; at++)
        if (*at == item)
            return true;
    return false;
}

/* A name may be of either kind: both descriptors begin with it. */
static bool ask_all(char **names, const char *option, GPtrArray *measures, GPtrArray *groupings,
                    GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();

    add_items(items, (gconstpointer const *)ent_measures());
    add_items(items, (gconstpointer const *)ent_groupings());
    g_ptr_array_add(items, NULL);
    for (; names && *names; names++) {
        gconstpointer item =
            ent_lookup((gconstpointer const *)items->pdata, "measure or grouping", *names, error);

        if (!item) {
            g_prefix_error(error, "'--%s': ", option);
            return false;
        }
        add_once(is_grouping(item) ? groupings : measures, item);
    }
    return true;
}

bool ent_run_ask(EntRun *run, const char *option, EntAsked *asked)
{
    g_auto(GStrv) names = ent_args_split(run->args, option);
    GPtrArray *measures = g_ptr_array_new(), *groupings = g_ptr_array_new();
    GError *error = NULL;
    bool known = ask_all(names, option, measures, groupings, &error);

    g_ptr_array_add(measures, NULL);
    g_ptr_array_add(groupings, NULL);
    asked->measures = (const EntMeasure **)g_ptr_array_free(measures, FALSE);
    asked->groupings = (const EntGrouping **)g_ptr_array_free(groupings, FALSE);
    if (!known)
        ent_run_failed(run, error);
    return known;
}

static EntColumn *group_column(EntRun *run, const EntView *shown, const EntGrouping *grouping)
{
    g_autofree guint32 *groups = ent_run_group_shown(run, shown, grouping);
    EntColumn *column;
    guint32 length;

    if (!groups)
        return NULL;
    ent_view_nodes(shown, &length);
    column = g_new0(EntColumn, 1);
    column->name = ent_grouping_name(grouping);
    column->length = length;
    column->values = g_new(double, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        column->values[i] = groups[i] ? groups[i] : NAN;
    return column;
}

bool ent_run_columns_shown(EntRun *run, const EntView *shown, const EntAsked *asked,
                           EntMeasured *columns)
{
    if (!ent_run_measure_shown(run, shown, asked->measures, columns))
        return false;
    for (const EntGrouping *const *at = asked->groupings; *at; at++) {
        EntColumn *column = group_column(run, shown, *at);

        if (!column)
            return false;
        columns->columns = g_renew(EntColumn *, columns->columns, columns->length + 1);
        columns->columns[columns->length++] = column;
    }
    return true;
}
