/* SPDX-License-Identifier: MIT */
/* The answers of 'diff': in words, as CSV, as JSON. */
#ifndef ENT_CLI_DIFF_H
#define ENT_CLI_DIFF_H

#include <entente/diff.h>
#include <entente/output.h>

/* One kind of fact. */
typedef struct {
    const char *name, *plural;
    const EntDifferences *differences;
    char *(*json)(const EntDiff *diff, const EntDifference *item);
} EntDiffKind;

/* Nodes, edges, sources, and one without a name to end them. */
void ent_diff_kinds(const EntDiff *diff, EntDiffKind kinds[4]);

typedef struct {
    const EntDossier *dossier; /* where the fact is; the new one where it is in both */
    guint32 index;
} EntDiffAt;

EntDiffAt ent_diff_at(const EntDiff *diff, const EntDifference *item);

/* The id of a fact: an edge's as `entente show --format json` has it. */
const char *ent_diff_id(const EntDiff *diff, const EntDiffKind *kind, const EntDifference *item);

/* "nodes: 2 added, 1 removed, 3 changed; edges: ..."; "no difference". The caller's. */
char *ent_diff_sum(const EntDiff *diff);

void ent_diff_text(EntOutput *output, const EntDiff *diff, guint width);
void ent_diff_csv(EntOutput *output, const EntDiff *diff);
void ent_diff_json(EntOutput *output, const EntDiff *diff);

#endif
