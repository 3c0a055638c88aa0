/* SPDX-License-Identifier: MIT */
/* 'show --why': what carries a node's score, in three forms. */
#ifndef ENT_CLI_WHY_H
#define ENT_CLI_WHY_H

#include <entente/output.h>
#include <entente/why.h>
#include "cli/command.h"

/* --why and what goes with it. */
extern const EntOptionGroup ent_group_why;

/* The command, where --why was given: explains the node that the first word names. */
int ent_show_why(EntRun *run);

/* Where it was not: whether nothing was given that goes with it; else the user is told. */
bool ent_why_not_asked(EntRun *run);

typedef struct {
    const EntView *view; /* that was measured */
    const EntDossier *dossier;
    const EntWhy *why;
    gsize parts;     /* how many of them to tell */
    char **edge_ids; /* of JSON; else NULL */
} EntExplained;

void ent_why_text(EntOutput *output, const EntExplained *explained, guint width);
void ent_why_json(EntOutput *output, const EntExplained *explained);
void ent_why_csv(EntOutput *output, const EntExplained *explained);

#endif
