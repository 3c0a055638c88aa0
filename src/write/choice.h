/* SPDX-License-Identifier: MIT */
/*
 * What a facts file is written of: sources, nodes and edges in the order to write them. Either all
 * that a store declares, as it was written, or what is in a view.
 */
#ifndef ENT_WRITE_CHOICE_H
#define ENT_WRITE_CHOICE_H

#include "model/facts_store.h"
#include "write/writer_def.h"

/* Indices of the store. */
typedef struct {
    guint32 *items;
    guint32 length;
} EntIndices;

typedef struct {
    const EntFacts *facts;
    const EntView *view; /* NULL: all facts */
    EntIndices sources, nodes, edges;
    const EntColumn *const *columns; /* a value for each of nodes */
    gsize columns_length;
    const EntColumn *const *edge_columns; /* a value for each of edges */
    gsize edge_columns_length;
} EntChoice;

/* All declared facts, in the order of their places in the file. */
void ent_choice_init_all(EntChoice *choice, const EntFacts *facts);

/* The view's facts in the dossier's order; all sources where nothing is filtered away or derived,
 * else those that the facts in view cite. */
void ent_choice_init_view(EntChoice *choice, const EntWriting *writing);

void ent_choice_clear(EntChoice *choice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntChoice, ent_choice_clear)

/* Whether a node's reference to another (same_as) stands: not where the other was filtered away. */
bool ent_choice_refers(const EntChoice *choice, const char *id);

#endif
