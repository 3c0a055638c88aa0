/* SPDX-License-Identifier: MIT */
#include "why/registry.h"

#include "measure/measure_def.h"
#include "view/order.h"

#include <math.h>
#include <string.h>

#define PAIRS 10 /* kept where the caller does not say */

#define LIST(name) &ent_why_##name,
static const EntWhyFamily *const families[] = {ENT_WHY_FAMILIES(LIST) NULL};
#undef LIST

/* The measure's row and its family; NULL where it is not explained. */
static const EntWhyFamily *find_family(const EntMeasure *measure, const EntWhyRow **row)
{
    for (const EntWhyFamily *const *family = families; *family; family++)
        for (*row = (*family)->rows; (*row)->measure; (*row)++)
            if (!strcmp((*row)->measure, measure->name))
                return *family;
    return NULL;
}

const EntMeasure **ent_why_measures(void)
{
    GPtrArray *explained = g_ptr_array_new();
    const EntWhyRow *row;

    for (const EntMeasure *const *measure = ent_measures(); *measure; measure++)
        if (find_family(*measure, &row))
            g_ptr_array_add(explained, (gpointer)*measure);
    g_ptr_array_add(explained, NULL);
    return (const EntMeasure **)g_ptr_array_free(explained, FALSE);
}

bool ent_why_explains(const EntMeasure *measure, GError **error)
{
    g_autofree const EntMeasure **explained = NULL;
    g_autoptr(GString) names = NULL;
    const EntWhyRow *row;

    if (find_family(measure, &row))
        return true;
    explained = ent_why_measures();
    names = g_string_new(NULL);
    for (const EntMeasure **one = explained; *one; one++)
        g_string_append_printf(names, "%s'%s'", one == explained ? "" : ", ", (*one)->name);
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "'%s' cannot be explained; these can: %s",
                measure->name, names->str);
    return false;
}

const char *ent_why_unit_name(EntWhyUnit unit)
{
    static const char *const names[] = {"score", "nodes", "coreness"};

    return names[unit];
}

/* Its place in the ranking; equals share the first one's. */
static guint32 find_rank(const EntColumn *column, guint32 place)
{
    guint32 rank = 1;

    for (gsize i = 0; i < column->length; i++)
        rank += ent_scores_compare(column->values[i], column->values[place]) < 0;
    return isnan(column->values[place]) ? 0 : rank;
}

/* What neighbours pass on; the column itself where that is the same measure. */
static bool measure_partner(EntWhyRun *run, EntColumn **partner, GError **error)
{
    const EntMeasure *measure =
        run->row->partner ? ent_measure_find(run->row->partner, error) : NULL;

    if (!measure)
        return !run->row->partner;
    *partner = ent_measure_run(measure, run->view, &run->options->measure, error);
    if (*partner)
        run->values = (*partner)->values;
    return *partner != NULL;
}

static bool explain(EntWhyRun *run, const EntWhyFamily *family, GError **error)
{
    g_autoptr(EntColumn) partner = NULL;
    g_autoptr(EntGraph) graph = NULL;
    g_autoptr(EntLinks) links = NULL;
    EntMerge merge = ent_measure_merge(run->measure, run->view);
    bool done;

    if (!measure_partner(run, &partner, error))
        return false;
    graph = ent_graph_new(run->view, run->measure->arrows, merge, error);
    if (!graph)
        return false;
    links = ent_links_new(graph, run->row->mode);
    run->graph = graph;
    run->links = links;
    run->parts = g_array_new(FALSE, FALSE, sizeof(EntWhyPart));
    ent_igraph_begin(run->options->measure.progress, run->options->measure.progress_data);
    done = family->explain(run, error);
    ent_igraph_end();
    ent_why_finish_parts(run);
    return done;
}

static EntWhy *new_why(const EntWhyRun *run, const EntColumn *column, guint32 node)
{
    EntWhy *why = g_new0(EntWhy, 1);

    why->measure = run->measure;
    why->node = node;
    why->value = column->values[run->node];
    why->rank = find_rank(column, run->node);
    why->of = (guint32)column->length;
    why->note = g_strdup(column->note);
    why->unit = run->row->unit;
    why->says = run->row->says;
    return why;
}

EntWhy *ent_why_run(const EntMeasure *measure, const EntView *view, guint32 node,
                    const EntWhyOptions *options, GError **error)
{
    static const EntWhyOptions plain = {.pairs = PAIRS};
    g_autoptr(EntView) ordered = NULL;
    g_autoptr(EntColumn) column = NULL;
    g_autoptr(EntWhy) why = NULL;
    EntWhyRun run = {.measure = measure, .options = options ? options : &plain};
    const EntWhyFamily *family;

    if (!ent_why_explains(measure, error))
        return NULL;
    family = find_family(measure, &run.row);
    run.view = ordered = ent_view_in_order(view);
    run.node = ent_view_place(ordered, node);
    g_assert(run.node != ENT_NONE);
    column = ent_measure_run(measure, ordered, &run.options->measure, error);
    if (!column)
        return NULL;
    run.values = column->values;
    run.why = why = new_why(&run, column, node);
    if (!isnan(why->value) && !explain(&run, family, error)) {
        g_prefix_error(error, "cannot explain '%s': ", measure->name);
        return NULL;
    }
    return g_steal_pointer(&why);
}

void ent_why_free(EntWhy *why)
{
    if (!why)
        return;
    for (gsize i = 0; i < why->part_count; i++)
        g_free(why->parts[i].edges);
    for (gsize i = 0; i < why->pair_count; i++)
        g_free(why->pairs[i].steps);
    g_free(why->parts);
    g_free(why->pairs);
    g_free(why->reaches);
    g_free(why->note);
    g_free(why->remark);
    g_free(why);
}
