/* SPDX-License-Identifier: MIT */
/* Figures of the whole graph, for 'info --all'. */
#ifndef ENT_CLI_FIGURES_H
#define ENT_CLI_FIGURES_H

#include "cli/run.h"
#include "cli/table.h"

typedef struct {
    EntView *view;     /* what they are of: without what is denied */
    GPtrArray *values; /* EntFigured, by name */
} EntFigures;

/* Computes all; false after a failure. */
bool ent_run_figures(EntRun *run, const EntDossier *dossier, EntFigures *figures);
void ent_figures_clear(EntFigures *figures);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntFigures, ent_figures_clear)

void ent_put_figures(EntOutput *output, const EntFigures *figures, guint width);

/* Rows of a table of what, name and value. */
void ent_add_figures(EntTable *table, const EntFigures *figures);

/* Members "figuresOf" and "figures" of an object, each after a comma. */
void ent_put_json_figures(EntOutput *output, const EntFigures *figures);

#endif
