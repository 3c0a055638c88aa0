/* SPDX-License-Identifier: MIT */
/* What the kinds of stability share while one measure is studied. */
#ifndef ENT_STABILITY_STUDY_H
#define ENT_STABILITY_STUDY_H

#include <entente/stability.h>
#include "stability/support.h"
#include "stability/trial.h"

typedef struct {
    const EntStabilityOptions *options;
    EntStability *result;
    EntView *view;   /* in order: nodes are numbered as in here */
    guint32 *places; /* node -> its place in the view that was asked about */
    EntTies ties;
    EntSupport support;
    EntTrial trial;               /* of the measure that is studied */
    EntMeasureStability *measure; /* what is found out about it */
    guint32 *fallen;              /* scratch: edges of the next run */
    bool *gone;                   /* scratch: by source or item */
    const char *what;             /* the run that is on, for progress */
    guint32 number, all;
} EntStudy;

/* Says which run comes next; false and an error where it is to stop. */
bool ent_study_step(EntStudy *study, const char *what, guint32 number, guint32 all, GError **error);

/* What the study knows of a node. */
EntNodeStability *ent_study_node(const EntStudy *study, guint32 node);

/* What the last run did to the ranks. */
EntEffect ent_study_effect(EntStudy *study);

/* Takes the rank (0: none) into the range. */
void ent_ranks_widen(EntRanks *ranks, guint32 rank);

/* The kinds, a file each. */
bool ent_study_jackknife(EntStudy *study, GError **error);
bool ent_study_sweep(EntStudy *study, GError **error);
bool ent_study_bootstrap(EntStudy *study, GError **error);
bool ent_study_subsets(EntStudy *study, GError **error);

/* Chooses the thresholds of the sweep. */
void ent_study_thresholds(EntStudy *study);

#endif
