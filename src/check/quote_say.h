/* SPDX-License-Identifier: MIT */
/* What is said of a quote that does not stand once, as wanted, in the text of its source. */
#ifndef ENT_CHECK_QUOTE_SAY_H
#define ENT_CHECK_QUOTE_SAY_H

#include "check/check.h"
#include "check/match.h"

/* What hints have cost so far. */
typedef struct {
    guint looked_for;
    gsize bytes;
} EntPassages;

/* What a finding speaks of; all borrowed. */
typedef struct {
    EntChecking *checking;
    EntPassages *passages;
    const EntFolded *folded; /* may be NULL for an empty quote */
    const EntEvidence *evidence;
    const EntSource *source;
    EntEvidencePlace place;
} EntQuoteCase;

/* Of any result but one hit found as wanted. */
void ent_quote_say(const EntQuoteCase *at, const EntMatch *match);

#endif
