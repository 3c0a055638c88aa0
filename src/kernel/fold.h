/* SPDX-License-Identifier: MIT */
/*
 * Pendant trees of an undirected graph folded into the node they hang on: shortest paths within
 * them and out of them are known in closed form, and only the rest needs searching.
 */
#ifndef ENT_KERNEL_FOLD_H
#define ENT_KERNEL_FOLD_H

#include "kernel/rows.h"

typedef struct {
    EntRows *core;   /* what is left; its names are places of the whole */
    guint32 *weight; /* core's place -> nodes that stand there: itself and those folded into it */
    double *inside;  /* the whole's place -> pairs of nodes between which it lies with certainty: of
                        two of its own trees, or of one of them and the rest */
} EntFold;

/* Linear in the graph. rows are undirected. */
void ent_fold_init(EntFold *fold, const EntRows *rows);
void ent_fold_clear(EntFold *fold);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntFold, ent_fold_clear)

#endif
