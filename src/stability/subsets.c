/* SPDX-License-Identifier: MIT */
/*
 * The correlation-stability coefficient: how large a share of the sources can be left out. What is
 * left out is drawn without replacement, at least the share asked for; a draw without a defined
 * correlation (nothing left to rank) counts as one below 0.7. Definition and reference:
 * stability.h. Shares are tried from the largest down: one that is too large is given up as soon as
 * more than 5 % of its draws have failed, which is soon, so that little more than the draws of the
 * one that holds are computed. Cost: a trial (trial.h) for each of these.
 */
#include "stability/lot.h"
#include "stability/study.h"

#include <math.h>

#define SHARES  10  /* tenths; the last, everything, is not tried */
#define ENOUGH  0.7 /* the least correlation */
#define FAILING 20u /* one in so many draws may fail: 5 % */

/* Marks `length` of the units as gone, chosen by lot. order: scratch, all units. */
static void choose(EntStudy *study, guint32 *order, guint32 units, guint32 length, EntLot *lot)
{
    for (guint32 i = 0; i < units; i++) {
        order[i] = i;
        study->gone[i] = false;
    }
    for (guint32 i = 0; i < length; i++) {
        guint32 other = i + ent_lot_below(lot, units - i), kept = order[i];

        order[i] = order[other];
        order[other] = kept;
        study->gone[order[i]] = true;
    }
}

/* Whether the ranking holds without so many tenths of the units, in enough draws. */
static bool try_share(EntStudy *study, guint32 tenths, guint32 *order, bool *holds, GError **error)
{
    const EntStability *result = study->result;
    guint32 units = result->drops_sources ? study->support.sources : study->support.items;
    guint32 length = (guint32)(((guint64)units * tenths + SHARES - 1) / SHARES);
    guint32 draws = result->subsets, failed = 0;

    for (guint32 i = 0; i < draws && failed * FAILING <= draws; i++) {
        guint32 number = (SHARES - 1 - tenths) * draws + i, count;
        EntLot lot;

        ent_lot_init(&lot, study->options->measure.seed, ENT_LOT_SUBSET, number);
        choose(study, order, units, length, &lot);
        count =
            ent_support_fall(&study->support, result->drops_sources, study->gone, study->fallen);
        if (!ent_study_step(study, "subset", number + 1, (SHARES - 1) * draws, error) ||
            !ent_trial_run(&study->trial, study->fallen, count, error))
            return false;
        failed += !(ent_ranking_correlation(&study->trial.full, &study->trial.now) >= ENOUGH);
    }
    *holds = failed * FAILING <= draws;
    return true;
}

bool ent_study_subsets(EntStudy *study, GError **error)
{
    g_autofree guint32 *order = g_new(guint32, (gsize)study->support.items + 1);
    EntTrial *trial = &study->trial;
    bool holds = false;

    if (study->support.items == 0 || isnan(ent_ranking_correlation(&trial->full, &trial->full)))
        return true;
    for (guint32 tenths = SHARES - 1; tenths > 0 && !holds; tenths--) {
        if (!try_share(study, tenths, order, &holds, error))
            return false;
        study->measure->cs = holds ? tenths / (double)SHARES : 0;
    }
    return true;
}
