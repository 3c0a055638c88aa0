/* SPDX-License-Identifier: MIT */
/* A fact as its keys with their values, as they are compared. */
#ifndef ENT_DIFF_MEMBERS_H
#define ENT_DIFF_MEMBERS_H

#include <entente/diff.h>

/*
 * Compares two objects of compact JSON in the canonical layout and notes the keys that are another,
 * in the order of old, then those that new has beside. Maps are alike whatever the order of their
 * members, as are lists of names. "evidence" is compared piece by piece.
 */
void ent_members_compare(const char *old, const char *new, EntDifference *difference);

void ent_difference_clear(EntDifference *difference);

#endif
