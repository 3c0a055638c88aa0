/* SPDX-License-Identifier: MIT */
#include "stability/study.h"

#include "view/order.h"

#include <math.h>

#define FEW_SOURCES 10 /* fewer: the coefficient is of the pieces of evidence */
#define SUBSETS     200

static bool ask(const EntStudy *study)
{
    const EntStabilityOptions *options = study->options;

    return !options->progress ||
           options->progress(study->what, study->number, study->all, options->progress_data);
}

static bool ask_within(double share, gpointer study)
{
    (void)share;
    return ask(study);
}

bool ent_study_step(EntStudy *study, const char *what, guint32 number, guint32 all, GError **error)
{
    study->what = what;
    study->number = number;
    study->all = all;
    if (ask(study))
        return true;
    g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "stopped before it was done");
    return false;
}

EntNodeStability *ent_study_node(const EntStudy *study, guint32 node)
{
    return &study->measure->nodes[study->places[node]];
}

EntEffect ent_study_effect(EntStudy *study)
{
    return (EntEffect){ent_ranking_moved(&study->trial.full, &study->trial.now),
                       ent_ranking_correlation(&study->trial.full, &study->trial.now)};
}

void ent_ranks_widen(EntRanks *ranks, guint32 rank)
{
    if (!rank)
        return;
    ranks->low = ranks->low ? MIN(ranks->low, rank) : rank;
    ranks->high = MAX(ranks->high, rank);
}

static void study_clear(EntStudy *study)
{
    ent_trial_clear(&study->trial);
    ent_support_clear(&study->support);
    ent_ties_clear(&study->ties);
    ent_view_free(study->view);
    g_free(study->places);
    g_free(study->fallen);
    g_free(study->gone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntStudy, study_clear)

/* What does not depend on the measure. */
static void study_init(EntStudy *study, const EntView *view, EntStability *result,
                       const EntStabilityOptions *options)
{
    const guint32 *nodes;

    *study = (EntStudy){.options = options, .result = result, .view = ent_view_in_order(view)};
    nodes = ent_view_nodes(study->view, &result->nodes);
    study->places = g_new(guint32, (gsize)result->nodes + 1);
    for (guint32 i = 0; i < result->nodes; i++)
        study->places[i] = ent_view_place(view, nodes[i]);
    ent_ties_init(&study->ties, study->view);
    ent_support_init(&study->support, study->view, options->sources);
    study->fallen = g_new(guint32, (gsize)study->ties.edges + 1);
    study->gone = g_new(bool, (gsize)study->support.items + 1);
}

static void describe(EntStudy *study)
{
    EntStability *result = study->result;
    const EntSupport *support = &study->support;
    guint32 wanted = study->options->subsets ? study->options->subsets : study->options->resamples;

    result->edges = study->ties.edges;
    result->evidence = support->items;
    result->bare = support->bare;
    result->source_count = support->sources;
    result->sources = g_memdup2(support->ids, sizeof *support->ids * ((gsize)support->sources));
    result->source_edges = g_new(guint32, (gsize)support->sources + 1);
    for (guint32 i = 0; i < support->sources; i++)
        result->source_edges[i] = support->alone_starts[i + 1] - support->alone_starts[i];
    result->resamples = support->items ? study->options->resamples : 0;
    result->subsets = wanted ? wanted : SUBSETS;
    result->drops_sources = support->sources >= FEW_SOURCES;
    ent_study_thresholds(study);
}

/* Room for what will be found out. */
static void measure_init(EntMeasureStability *measure, const char *name, const EntStability *result)
{
    measure->name = name;
    measure->nodes = g_new(EntNodeStability, (gsize)result->nodes + 1);
    for (guint32 i = 0; i < result->nodes; i++)
        measure->nodes[i] = (EntNodeStability){.source = ENT_NONE, .low = NAN, .high = NAN};
    measure->sources = g_new0(EntEffect, (gsize)result->source_count + 1);
    measure->sweep = g_new0(EntEffect, (gsize)result->threshold_count + 1);
    measure->cs = NAN;
}

static bool study_measure(EntStudy *study, const EntColumn *column, GError **error)
{
    EntMeasureOptions options = study->options->measure;
    g_autofree double *values = g_new(double, column->length + 1);

    options.progress = ask_within;
    options.progress_data = study;
    for (gsize i = 0; i < column->length; i++)
        values[i] = column->values[study->places[i]];
    ent_trial_clear(&study->trial);
    ent_trial_init(&study->trial, column->measure, &options, study->view, &study->ties);
    ent_trial_start(&study->trial, values);
    for (guint32 i = 0; i < study->result->nodes; i++)
        ent_study_node(study, i)->rank = study->trial.full.ranks[i];
    return ent_study_jackknife(study, error) && ent_study_sweep(study, error) &&
           ent_study_bootstrap(study, error) && ent_study_subsets(study, error);
}

EntStability *ent_stability_new(const EntView *view, const EntColumn *const *columns, gsize length,
                                const EntStabilityOptions *options, GError **error)
{
    g_autoptr(EntStability) result = g_new0(EntStability, 1);
    g_auto(EntStudy) study = {0};

    for (gsize i = 0; i < length; i++) {
        if (columns[i]->of == ENT_OF_NODES)
            continue;
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                    "stability is of the ranks of nodes, and '%s' ranks edges", columns[i]->name);
        return NULL;
    }
    study_init(&study, view, result, options);
    describe(&study);
    result->measures = g_new0(EntMeasureStability, length + 1);
    for (gsize i = 0; i < length; i++) {
        study.measure = &result->measures[result->length++];
        measure_init(study.measure, columns[i]->name, result);
        if (!study_measure(&study, columns[i], error))
            return NULL;
    }
    return g_steal_pointer(&result);
}

void ent_stability_free(EntStability *stability)
{
    if (!stability)
        return;
    for (gsize i = 0; i < stability->length; i++) {
        g_free(stability->measures[i].nodes);
        g_free(stability->measures[i].sources);
        g_free(stability->measures[i].sweep);
    }
    g_free(stability->measures);
    g_free(stability->sources);
    g_free(stability->source_edges);
    g_free(stability->thresholds);
    g_free(stability->threshold_edges);
    g_free(stability);
}
