/* SPDX-License-Identifier: MIT */
/* A quote as cells of a table. */
#ifndef ENT_CLI_EVIDENCE_CSV_H
#define ENT_CLI_EVIDENCE_CSV_H

#include <entente/dossier.h>
#include "cli/table.h"

#define ENT_EVIDENCE_COLUMNS                                                                       \
    {"source", NULL, ENT_CELL_TEXT, false}, {"quote", NULL, ENT_CELL_TEXT, false},                 \
        {"start", NULL, ENT_CELL_NUMBER, false},                                                   \
    {                                                                                              \
        "end", NULL, ENT_CELL_NUMBER, false                                                        \
    }

/* Those cells of a row; empty for NULL. */
void ent_table_evidence(EntTable *table, const EntDossier *dossier, const EntEvidence *evidence);

#endif
