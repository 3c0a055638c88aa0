/* SPDX-License-Identifier: MIT */
/*
 * The sweep: edges of confidence below a threshold left out, for each of some thresholds.
 *
 * The edges that go at a threshold go at all higher ones. Where as many go as at the one before,
 * they are the same: that run is not done again. Cost: a trial (trial.h) for each other threshold.
 */
#include "stability/study.h"

#define MOST 20 /* different confidences that are all tried */

static double confidence(const EntStudy *study, guint32 edge)
{
    const guint32 *edges = ent_view_edges(study->view, &(guint32){0});

    return ent_dossier_edge(ent_view_dossier(study->view), edges[edge])->fact.confidence;
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return a < b ? -1 : a > b;
}

/* In order, each once; how many are left. */
static guint32 sort(double *numbers, gsize length)
{
    guint32 kept = 0;

    qsort(numbers, length, sizeof *numbers, compare_numbers);
    for (gsize i = 0; i < length; i++)
        if (kept == 0 || numbers[i] > numbers[kept - 1])
            numbers[kept++] = numbers[i];
    return kept;
}

/* The confidences there are, but for the least, at which no edge goes; where they are many, tenths.
 * The caller's. */
static double *choose(const EntStudy *study, guint32 *length)
{
    double *found = g_new(double, (gsize)study->ties.edges + MOST);

    for (guint32 i = 0; i < study->ties.edges; i++)
        found[i] = confidence(study, i);
    *length = sort(found, study->ties.edges);
    if (*length > MOST) {
        *length = 9;
        for (guint32 i = 0; i < *length; i++)
            found[i] = (i + 1) / 10.0;
    } else if (*length > 0) {
        --*length;
        for (guint32 i = 0; i < *length; i++)
            found[i] = found[i + 1];
    }
    return found;
}

static guint32 find_below(EntStudy *study, double threshold)
{
    guint32 length = 0;

    for (guint32 i = 0; i < study->ties.edges; i++)
        if (confidence(study, i) < threshold)
            study->fallen[length++] = i;
    return length;
}

void ent_study_thresholds(EntStudy *study)
{
    const EntStabilityOptions *options = study->options;
    EntStability *result = study->result;

    if (options->threshold_count) {
        result->thresholds =
            g_memdup2(options->thresholds, sizeof *options->thresholds * options->threshold_count);
        result->threshold_count = sort(result->thresholds, options->threshold_count);
    } else {
        result->thresholds = choose(study, &result->threshold_count);
    }
    result->threshold_edges = g_new(guint32, (gsize)result->threshold_count + 1);
    for (guint32 i = 0; i < result->threshold_count; i++)
        result->threshold_edges[i] = find_below(study, result->thresholds[i]);
}

bool ent_study_sweep(EntStudy *study, GError **error)
{
    const EntStability *result = study->result;
    EntTrial *trial = &study->trial;
    guint32 before = 0;

    for (guint32 i = 0; i < trial->full.length; i++)
        ent_ranks_widen(&ent_study_node(study, i)->sweep, trial->full.ranks[i]);
    for (guint32 i = 0; i < result->threshold_count; i++) {
        guint32 length = find_below(study, result->thresholds[i]);

        if (i > 0 && length == before) {
            study->measure->sweep[i] = study->measure->sweep[i - 1];
            continue;
        }
        if (!ent_study_step(study, "threshold", i + 1, result->threshold_count, error) ||
            !ent_trial_run(trial, study->fallen, length, error))
            return false;
        for (guint32 j = 0; j < trial->now.length; j++)
            ent_ranks_widen(&ent_study_node(study, j)->sweep, trial->now.ranks[j]);
        study->measure->sweep[i] = ent_study_effect(study);
        before = length;
    }
    return true;
}
