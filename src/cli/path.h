/* SPDX-License-Identifier: MIT */
/* The paths between two nodes, as 'path' tells them. */
#ifndef ENT_CLI_PATH_H
#define ENT_CLI_PATH_H

#include "cli/run.h"

typedef struct {
    const EntView *view;
    const EntDossier *dossier;
    const EntPathQuery *query;
    const EntPath *list;
    guint32 length;
    double count;    /* of all that cost least; NaN: not known */
    char **edge_ids; /* of the dossier's edges */
} EntPathsShown;

/* Finds paths. NULL after a failure, also where there is none: *status is then the exit status. */
EntPaths *ent_run_paths(EntRun *run, const EntView *view, EntPathQuery query, int *status);

/* "shortest", "most credible" */
const char *ent_path_kind(const EntView *view);

/* "shortest paths from Lawrence Wong to South Korea"; the caller's. */
char *ent_path_title(const EntView *view, const EntPathQuery *query);

/* All edges of the paths, parallel ones too; guint32, the dossier's. The caller's. */
GArray *ent_path_edges(const EntPath *list, guint32 length);

void ent_path_text(EntOutput *output, const EntPathsShown *shown, guint width);
void ent_path_json(EntOutput *output, const EntPathsShown *shown);
void ent_path_csv(EntOutput *output, const EntPathsShown *shown);

#endif
