/* SPDX-License-Identifier: MIT */
/* What 'rank --stability' adds to the answer of 'rank'. */
#ifndef ENT_CLI_RANK_STABILITY_H
#define ENT_CLI_RANK_STABILITY_H

#include "cli/run.h"
#include "cli/table.h"

extern const EntOptionGroup ent_group_stability; /* --stability, --resamples, --sweep */

/* Whether the options go together and are such as can be; tells the user where not. */
bool ent_stability_check(EntRun *run);

/* NULL after a failure, which the user was told. */
EntStability *ent_run_stability(EntRun *run, const EntView *view, const EntMeasured *columns);

/*
 * The columns of a node in an answer of that format, and its cells; a table shows the first measure
 * alone. Fills in columns (NULL: none) and says how many there are, 0 where stability is NULL.
 */
guint ent_stability_columns(const EntStability *stability, const char *format,
                            EntTableColumn *columns);
void ent_stability_cells(const EntStability *stability, const EntView *view, const char *format,
                         guint32 place, EntTable *table);

/* The numbers of the sources, those that the first measure's ranks depend on most first; the
 * caller's. */
guint32 *ent_stability_order(const EntStability *stability);

/* What it says in words, a line each: an array of char *, the caller's. Empty where NULL. */
GPtrArray *ent_stability_lines(const EntStability *stability, const EntView *view);

/* "stability" of the JSON answer, as a member with a comma after it; nothing where NULL. */
void ent_put_stability(EntOutput *output, const EntStability *stability, const EntView *view);

/* The "stability" of a node, as JSON; the caller's. */
char *ent_stability_json(const EntStability *stability, const EntView *view, guint32 place);

#endif
