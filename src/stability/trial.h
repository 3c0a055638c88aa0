/* SPDX-License-Identifier: MIT */
/*
 * A measure on a view from which edges are taken: what all kinds of stability ask for.
 *
 * Nodes stay, and only what may have changed is computed again. A measure says which edges a node's
 * value depends on (measure/reach.h): those with an end at most k steps from it, k being 0,
 * 1, or without bound for a component. So when edges go, only nodes at most k steps from an end of
 * them can change, and their values need only the edges with an end at most k steps from those
 * nodes: the measure is run on that part of the graph. (Steps are counted with the edges that go:
 * without them no node comes nearer.) Cost: the measure's own on the part, and a small multiple of
 * the number of nodes for their ranks.
 *
 * Where no tie is left nobody has a rank.
 */
#ifndef ENT_STABILITY_TRIAL_H
#define ENT_STABILITY_TRIAL_H

#include "measure/reach.h"
#include "stability/ranking.h"

/* The edges at each node of a view, as places. */
typedef struct {
    guint32 nodes, edges;
    guint32 *from, *to; /* by edge */
    guint32 *starts;    /* node -> its first; one more closes the last */
    guint32 *at;        /* edges; loops are left out */
    guint32 ties;       /* edges that are no loops */
} EntTies;

void ent_ties_init(EntTies *ties, const EntView *view);
void ent_ties_clear(EntTies *ties);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntTies, ent_ties_clear)

typedef struct {
    const EntMeasure *measure;
    EntMeasureOptions options;
    const EntView *view; /* in order */
    const EntTies *ties;
    EntRanking full; /* with all edges */
    EntRanking now;  /* without those that the last run took */
    /* Scratch: the part of the graph that is computed, and what is marked while it is chosen. */
    GArray *nodes, *edges;
    guint8 *edge_marks;
    bool *node_marks;
} EntTrial;

/* View and ties must outlive it. */
void ent_trial_init(EntTrial *trial, const EntMeasure *measure, const EntMeasureOptions *options,
                    const EntView *view, const EntTies *ties);
void ent_trial_clear(EntTrial *trial);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntTrial, ent_trial_clear)

/* Ranks with all edges; values: the measure's, by the view's nodes. */
void ent_trial_start(EntTrial *trial, const double *values);

/* Ranks without those edges (each once) into trial->now. False and an error where the measure
 * fails or is stopped. */
bool ent_trial_run(EntTrial *trial, const guint32 *edges, guint32 length, GError **error);

#endif
