/* SPDX-License-Identifier: MIT */
/*
 * The jackknife: each source left out in turn.
 *
 * Quenouille, M. H. (1956): Notes on bias in estimation, Biometrika 43, 353-360, leaves out one
 * observation at a time; here it is one source, with the edges that no other source carries. An
 * edge is carried alone by one source at most: the edges that go are never the same for two
 * sources, and all runs together take each edge away once. Sources that carry no edge alone change
 * nothing and cost nothing. Cost: a trial (trial.h) for each of the others.
 */
#include "stability/study.h"

#include <math.h>

#define LOST G_MAXUINT32 /* more than any change of a rank */

/* The largest move of a node's rank so far. */
typedef struct {
    guint32 ranks;
    double score;
} Move;

static Move find_move(const EntTrial *trial, guint32 node)
{
    guint32 before = trial->full.ranks[node], after = trial->now.ranks[node];

    if (!before || !after)
        return (Move){before || after ? LOST : 0, 0};
    return (Move){before > after ? before - after : after - before,
                  fabs(trial->full.scores[node] - trial->now.scores[node])};
}

/* Takes in what the run without that source did to each node. */
static void take(EntStudy *study, guint32 source, Move *largest)
{
    const EntTrial *trial = &study->trial;

    for (guint32 i = 0; i < trial->now.length; i++) {
        EntNodeStability *node = ent_study_node(study, i);
        Move move = find_move(trial, i);

        ent_ranks_widen(&node->left_out, trial->now.ranks[i]);
        node->lost = node->lost || (trial->full.ranks[i] && !trial->now.ranks[i]);
        if (move.ranks > largest[i].ranks ||
            (move.ranks == largest[i].ranks && move.score > largest[i].score)) {
            largest[i] = move;
            node->source = study->support.ids[source];
        }
    }
}

static bool leave_out(EntStudy *study, guint32 source, Move *largest, GError **error)
{
    const EntSupport *support = &study->support;
    guint32 first = support->alone_starts[source];
    guint32 length = support->alone_starts[source + 1] - first;

    if (length == 0) {
        study->measure->sources[source] = (EntEffect){0, 1};
        return true;
    }
    if (!ent_study_step(study, "source", source + 1, support->sources, error) ||
        !ent_trial_run(&study->trial, support->alone + first, length, error))
        return false;
    take(study, source, largest);
    study->measure->sources[source] = ent_study_effect(study);
    return true;
}

bool ent_study_jackknife(EntStudy *study, GError **error)
{
    g_autofree Move *largest = g_new0(Move, (gsize)study->trial.full.length + 1);

    for (guint32 i = 0; i < study->trial.full.length; i++)
        ent_ranks_widen(&ent_study_node(study, i)->left_out, study->trial.full.ranks[i]);
    for (guint32 i = 0; i < study->support.sources; i++)
        if (!leave_out(study, i, largest, error))
            return false;
    return true;
}
