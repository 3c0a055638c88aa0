/* SPDX-License-Identifier: MIT */
#include "figure/figure_def.h"

#include "view/order.h"

#include <math.h>
#include <string.h>

void ent_figured_free(EntFigured *figured)
{
    if (!figured)
        return;
    g_free(figured->values);
    g_free(figured->note);
    g_free(figured);
}

void ent_figured_add(EntFigured *figured, const char *name, double value)
{
    gsize length = figured->values[0].name ? figured->length : 0; /* in place of the only value */

    figured->values = g_renew(EntFigureValue, figured->values, length + 1);
    figured->values[length] = (EntFigureValue){name, value};
    figured->length = length + 1;
}

void ent_figured_note(EntFigured *figured, const char *note)
{
    char *old = figured->note;

    figured->note = old ? g_strconcat(old, "; ", note, NULL) : g_strdup(note);
    g_free(old);
}

double ent_centralization(const double *values, gsize length, double most)
{
    double largest = -INFINITY, sum = 0;

    for (gsize i = 0; i < length; i++)
        largest = MAX(largest, values[i]);
    for (gsize i = 0; i < length; i++)
        sum += largest - values[i];
    return most > 0 ? sum / most : NAN;
}

/* What no number can hold is undefined too. */
static void complete(EntFigured *figured, const EntView *view)
{
    const EntFigure *figure = figured->figure;
    bool undefined = !isfinite(figured->values[0].value);

    if (undefined)
        figured->values[0].value = NAN;
    if (undefined && !figured->note)
        ent_figured_note(figured, figure->undefined);
    if (undefined || !strcmp(ent_view_weight(view), "none"))
        return;
    if (figure->weighs == ENT_WEIGHS_NOTHING)
        ent_figured_note(figured, "weights do not count");
    else if (figure->weighs == ENT_WEIGHS_LENGTHS)
        ent_figured_note(figured,
                         "weights are lengths: the greater the weight, the longer the way");
}

EntFigured *ent_figure_run(const EntFigure *figure, const EntView *view,
                           const EntMeasureOptions *options, GError **error)
{
    static const EntMeasureOptions plain;
    g_autoptr(EntView) ordered = ent_view_in_order(view);
    g_autoptr(EntFigured) figured = g_new0(EntFigured, 1);
    g_autoptr(EntGraph) graph = NULL;
    EntMerge merge = figure->weighs == ENT_WEIGHS_LENGTHS ? ENT_MERGE_SHORTEST : ENT_MERGE_SUM;
    guint32 nodes;
    bool done = true;

    ent_view_nodes(ordered, &nodes);
    figured->figure = figure;
    figured->values = g_new(EntFigureValue, 1);
    figured->values[figured->length++] = (EntFigureValue){NULL, NAN};
    graph = ent_graph_new(ordered, figure->arrows, merge, error);
    if (!graph)
        return NULL;
    if (!options)
        options = &plain;
    ent_igraph_begin(options->progress, options->progress_data);
    if (nodes)
        done = figure->run(graph, options, figured, error);
    else
        ent_figured_note(figured, "undefined without nodes");
    ent_igraph_end();
    if (!done) {
        g_prefix_error(error, "cannot compute '%s': ", figure->name);
        return NULL;
    }
    complete(figured, view);
    return g_steal_pointer(&figured);
}
