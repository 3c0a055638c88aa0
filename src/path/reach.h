/* SPDX-License-Identifier: MIT */
/*
 * One search for the cheapest ways to a target, with nodes left out: what the path finders ask
 * again and again.
 *
 * A state is a node and whether a node that must be passed has been; where none must, it always
 * has. The cheapest walk over states may come to a node twice, once in each.
 */
#ifndef ENT_PATH_REACH_H
#define ENT_PATH_REACH_H

#include "path/ways.h"

typedef struct EntReach EntReach;

/* passes: by node, those of which one must be passed before the target; NULL: none. Both are
 * borrowed. */
EntReach *ent_reach_new(const EntWays *ways, guint32 target, const bool *passes);
void ent_reach_free(EntReach *reach);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntReach, ent_reach_free)

typedef struct {
    guint32 node;
    bool passed;
} EntState;

/* The state in which a path begins that starts at node. */
EntState ent_reach_begin(const EntReach *reach, guint32 node);
/* That after a way was gone. */
EntState ent_reach_after(const EntReach *reach, EntState state, const EntWay *way);

/* Nodes that may not be entered, and ways that may not be the first; kept until changed. */
void ent_reach_close(EntReach *reach, guint32 node, bool closed);
void ent_reach_shut(EntReach *reach, guint32 way, bool shut);

/* Whether the target can be reached from the state; what follows is about that. */
bool ent_reach_run(EntReach *reach, EntState start);

/* The first way at or after `way` (ENT_NONE: of all), by ids, that goes on cheapest from a state of
 * which the target was found reachable; ENT_NONE where there is none (left). */
guint32 ent_reach_next(const EntReach *reach, EntState state, guint32 way);

/* Appends to a walk (guint32: ways) what goes on from the state to the target by first ways. */
void ent_reach_walk(const EntReach *reach, EntState state, GArray *walk);

/* The states that were reached, from the target on: each after those that lead on from it. */
const GArray *ent_reach_reached(const EntReach *reach);

/* Ways looked at since the search was made: how long it all took, on any machine. */
guint64 ent_reach_work(const EntReach *reach);

#endif
