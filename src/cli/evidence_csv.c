/* SPDX-License-Identifier: MIT */
#include "cli/evidence_csv.h"

#include <math.h>

void ent_table_evidence(EntTable *table, const EntDossier *dossier, const EntEvidence *evidence)
{
    bool found = evidence && evidence->end > 0;

    ent_table_text(table, evidence ? ent_dossier_source(dossier, evidence->source)->id : NULL);
    ent_table_text(table, evidence ? evidence->quote : NULL);
    ent_table_number(table, found ? evidence->start : NAN);
    ent_table_number(table, found ? evidence->end : NAN);
}
