/* SPDX-License-Identifier: MIT */
/* Groupings of a view, as commands share them. A failure is told to the user. */
#ifndef ENT_CLI_PARTED_H
#define ENT_CLI_PARTED_H

#include "cli/run.h"

/* Takes --seed, --timeout and --resolution. NULL after a failure. */
EntPartition *ent_run_group(EntRun *run, const EntView *view, const EntGrouping *grouping);

/* For a view that also shows what was denied, which is not grouped: the numbers of the groups are
 * those that 'groups' tells, one for each node shown, 0 for those that are in none. Notes are told.
 * The caller's (g_free); NULL after a failure. */
guint32 *ent_run_group_shown(EntRun *run, const EntView *shown, const EntGrouping *grouping);

/* Measures and groupings named by one option, each once. */
typedef struct {
    const EntMeasure **measures; /* NULL-terminated, as are groupings */
    const EntGrouping **groupings;
} EntAsked;

void ent_asked_clear(EntAsked *asked);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntAsked, ent_asked_clear)

/* Looks up the names of an option before any work is done. */
bool ent_run_ask(EntRun *run, const char *option, EntAsked *asked);

/* A column for each, measures first; of a grouping the groups' numbers. As
 * ent_run_measure_shown(). */
bool ent_run_columns_shown(EntRun *run, const EntView *shown, const EntAsked *asked,
                           EntMeasured *columns);

#endif
