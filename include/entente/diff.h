/* SPDX-License-Identifier: MIT */
/*
 * What is another between two dossiers: facts added, removed, changed key by key, evidence gained
 * and lost.
 *
 * Nodes and sources are the same where their ids are. Edges are the same where both have the same
 * written id; of those left over, where they have the same ends and type and not both an id: first
 * equal ones, then one after the other in the order of the facts. What has no order or is a default
 * makes no difference: the order of facts, keys, aliases and evidence, `"status": "actual"`.
 */
#ifndef ENTENTE_DIFF_H
#define ENTENTE_DIFF_H

#include <entente/dossier.h>

G_BEGIN_DECLS

/* A key's values as compact JSON; NULL: it is not there and has no default. */
typedef struct {
    char *key, *old, *new;
} EntKeyChange;

/* A fact that is another. */
typedef struct {
    guint32 old, new; /* its index in each dossier; ENT_NONE: it was added, it was removed */
    EntKeyChange *changes;
    guint32 changes_length; /* of a fact in both; in the order of the keys in a facts file */
    char **gained, **lost;  /* evidence of a fact in both, a piece a text of compact JSON, sorted;
                               NULL-terminated */
} EntDifference;

typedef struct {
    EntDifference *items; /* nodes, sources: sorted by id; edges: by their ends, types and ids */
    guint32 length;
    guint32 added, removed, changed; /* of length */
} EntDifferences;

typedef struct {
    const EntDossier *old, *new;
    char **old_ids, **new_ids; /* of the dossiers' edges */
    EntDifferences nodes, edges, sources;
    EntDifference head; /* title, description, schema, x-...: changes alone */
} EntDiff;

/* Both dossiers are borrowed. Cost: as much as writing both, and sorting their edges. */
ENT_API EntDiff *ent_diff_new(const EntDossier *old, const EntDossier *new);
ENT_API void ent_diff_free(EntDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntDiff, ent_diff_free)

/* Whether anything is another. */
ENT_API bool ent_diff_any(const EntDiff *diff);

/* A fact of the diff's nodes, edges or sources as compact JSON, without an id; evidence included.
 * From the new dossier where it is there, else from the old one. The caller's. */
ENT_API char *ent_diff_node_json(const EntDiff *diff, const EntDifference *node);
ENT_API char *ent_diff_edge_json(const EntDiff *diff, const EntDifference *edge);
ENT_API char *ent_diff_source_json(const EntDiff *diff, const EntDifference *source);

/* How a fact of the joined dossier came about. */
typedef enum {
    ENT_CHANGE_NONE,
    ENT_CHANGE_ADDED,
    ENT_CHANGE_REMOVED,
    ENT_CHANGE_CHANGED
} EntChange;

/* All that is in either dossier, the new one's words where it is in both, to be drawn. */
typedef struct {
    EntDossier *dossier;      /* keeps both alive */
    EntChange *nodes, *edges; /* by its nodes and edges */
} EntJoined;

ENT_API EntJoined *ent_diff_join(const EntDiff *diff);
ENT_API void ent_joined_free(EntJoined *joined);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntJoined, ent_joined_free)

G_END_DECLS

#endif
