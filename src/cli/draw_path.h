/* SPDX-License-Identifier: MIT */
/* What 'draw --path' makes stand out. */
#ifndef ENT_CLI_DRAW_PATH_H
#define ENT_CLI_DRAW_PATH_H

#include "cli/run.h"

typedef struct {
    bool *nodes, *edges; /* by the view's nodes and edges; NULL: nothing was asked for */
    char *words;
} EntMarked;

void ent_marked_clear(EntMarked *marked);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntMarked, ent_marked_clear)

/* Marks the shortest paths of --path in a view that also shows what was denied, which is on none:
 * the paths are those that 'path' tells. The exit status: not ENT_EXIT_DONE after a failure, also
 * where there is no path. */
int ent_mark_paths(EntRun *run, const EntView *shown, EntMarked *marked);

#endif
