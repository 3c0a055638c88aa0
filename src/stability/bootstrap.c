/* SPDX-License-Identifier: MIT */
/*
 * The bootstrap over evidence: as many pieces of the edges' evidence drawn, with replacement, as
 * there are; an edge stays when one of its own was drawn. Definition, intervals and reference:
 * stability.h. Cost: a trial (trial.h) for each resample; memory: 5 % of the resamples' numbers.
 */
#include "stability/lot.h"
#include "stability/study.h"
#include "stability/tails.h"

/* The edges of which nothing was drawn; how many. */
static guint32 draw(EntStudy *study, guint32 resample)
{
    guint32 items = study->support.items;
    EntLot lot;

    ent_lot_init(&lot, study->options->measure.seed, ENT_LOT_RESAMPLE, resample);
    for (guint32 i = 0; i < items; i++)
        study->gone[i] = true;
    for (guint32 i = 0; i < items; i++)
        study->gone[ent_lot_below(&lot, items)] = false;
    return ent_support_fall(&study->support, false, study->gone, study->fallen);
}

static void take(const EntRanking *ranking, EntTails *ranks, EntTails *scores)
{
    for (guint32 i = 0; i < ranking->ranked; i++) {
        guint32 node = ranking->order[i];

        ent_tails_add(ranks, node, ranking->ranks[node]);
        ent_tails_add(scores, node, ranking->scores[node]);
    }
}

static void put_intervals(const EntStudy *study, const EntTails *ranks, const EntTails *scores)
{
    for (guint32 i = 0; i < ranks->length; i++) {
        EntNodeStability *node = ent_study_node(study, i);

        if (ranks->counts[i])
            node->interval =
                (EntRanks){(guint32)ent_tails_low(ranks, i), (guint32)ent_tails_high(ranks, i)};
        node->low = ent_tails_low(scores, i);
        node->high = ent_tails_high(scores, i);
    }
}

bool ent_study_bootstrap(EntStudy *study, GError **error)
{
    guint32 resamples = study->result->resamples;
    g_auto(EntTails) ranks = {0}, scores = {0};

    ent_tails_init(&ranks, study->trial.full.length, resamples);
    ent_tails_init(&scores, study->trial.full.length, resamples);
    for (guint32 i = 0; i < resamples; i++) {
        if (!ent_study_step(study, "resample", i + 1, resamples, error) ||
            !ent_trial_run(&study->trial, study->fallen, draw(study, i), error))
            return false;
        take(&study->trial.now, &ranks, &scores);
    }
    put_intervals(study, &ranks, &scores);
    return true;
}
