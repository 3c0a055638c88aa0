/* SPDX-License-Identifier: MIT */
#include "measure/compute.h"
#include "measure/measure_def.h"

#include "view/order.h"

#include <math.h>
#include <string.h>

/* What a measure has numbers of, as the dossier's indices in the view's order. */
static const guint32 *list_items(const EntView *view, EntOf of, guint32 *length)
{
    return of == ENT_OF_EDGES ? ent_view_edges(view, length) : ent_view_nodes(view, length);
}

EntColumn *ent_column_new(const EntMeasure *measure, const EntView *view)
{
    EntColumn *column = g_new0(EntColumn, 1);
    guint32 length;

    list_items(view, measure->of, &length);
    column->measure = measure;
    column->name = measure->name;
    column->of = measure->of;
    column->length = length;
    column->values = g_new(double, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        column->values[i] = NAN;
    return column;
}

EntMerge ent_measure_merge(const EntMeasure *measure, const EntView *view)
{
    const char *asked = ent_view_parallel(view);
    bool merge = measure->parallel == ENT_COUNTS_ALWAYS_ONCE || !strcmp(asked, "merge") ||
                 (measure->parallel == ENT_COUNTS_ONCE && !strcmp(asked, "auto"));

    if (!strcmp(ent_view_weight(view), "count"))
        return ENT_MERGE_SUM;
    if (!merge)
        return ENT_MERGE_NOT;
    return measure->weighs == ENT_WEIGHS_LENGTHS ? ENT_MERGE_SHORTEST : ENT_MERGE_SUM;
}

/* Says what weights were to the measure, where the view has them. */
static void note_weights(const EntView *view, EntColumn *column)
{
    if (!strcmp(ent_view_weight(view), "none"))
        return;
    if (column->measure->weighs == ENT_WEIGHS_NOTHING)
        ent_column_note(column, "weights do not count");
    else if (column->measure->weighs == ENT_WEIGHS_LENGTHS)
        ent_column_note(column, "weights are lengths: the greater the weight, the longer the way");
}

/* Says why values are undefined; makes those so that no number can hold. */
static void note_undefined(EntColumn *column)
{
    bool some = false, infinite = false;

    for (gsize i = 0; i < column->length; i++) {
        some = some || isnan(column->values[i]);
        if (isinf(column->values[i])) {
            infinite = true;
            column->values[i] = NAN;
        }
    }
    if (some && column->measure->undefined)
        ent_column_note(column, "%s", column->measure->undefined);
    if (infinite)
        ent_column_note(column, "undefined where it is more than a number can hold");
}

void ent_column_carry(EntColumn *column, const EntView *from, const EntView *to)
{
    const EntDossier *dossier = ent_view_dossier(from);
    gsize all = column->of == ENT_OF_EDGES ? ent_dossier_edge_count(dossier)
                                           : ent_dossier_node_count(dossier);
    g_autofree double *values = g_new(double, all + 1);
    guint32 length;
    const guint32 *items = list_items(from, column->of, &length);

    for (gsize i = 0; i < all; i++)
        values[i] = NAN;
    for (guint32 i = 0; i < length; i++)
        values[items[i]] = column->values[i];
    items = list_items(to, column->of, &length);
    column->values = g_renew(double, column->values, (gsize)length + 1);
    column->length = length;
    for (guint32 i = 0; i < length; i++)
        column->values[i] = values[items[i]];
}

/* Normal forms divide by what depends on the number of all nodes. */
EntReach ent_measure_reach(const EntMeasure *measure, const EntMeasureOptions *options)
{
    return options->normalized ? ENT_REACH_GRAPH : measure->reach;
}

EntColumn *ent_measure_compute(const EntMeasure *measure, const EntView *ordered,
                               const EntMeasureOptions *options, GError **error)
{
    static const EntMeasureOptions plain;
    g_autoptr(EntGraph) graph = NULL;
    g_autoptr(EntColumn) column = NULL;
    bool done;

    if (!options)
        options = &plain;
    column = ent_column_new(measure, ordered);
    note_weights(ordered, column);
    if (!column->length)
        return g_steal_pointer(&column);
    graph = ent_graph_new(ordered, measure->arrows, ent_measure_merge(measure, ordered), error);
    if (!graph)
        return NULL;
    ent_igraph_begin(options->progress, options->progress_data);
    done = measure->run(graph, options, column, error);
    ent_igraph_end();
    if (!done) {
        g_prefix_error(error, "cannot compute '%s': ", measure->name);
        return NULL;
    }
    note_undefined(column);
    return g_steal_pointer(&column);
}

EntColumn *ent_measure_run(const EntMeasure *measure, const EntView *view,
                           const EntMeasureOptions *options, GError **error)
{
    g_autoptr(EntView) ordered = ent_view_in_order(view);
    EntColumn *column = ent_measure_compute(measure, ordered, options, error);

    if (column)
        ent_column_carry(column, ordered, view);
    return column;
}
