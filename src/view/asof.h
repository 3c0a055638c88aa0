/* SPDX-License-Identifier: MIT */
/*
 * When facts hold. One rule, here alone; as-of, since and until, and whatever else asks about
 * dates go through it.
 *
 *   written                        holds
 *   start, end (either, both)      from the first day start may mean to the last day end may mean;
 *                                  a side that is missing is open
 *   date                           an event: from its first day on
 *   none of these                  from the day its earliest source was published, or always where
 *                                  no source of its own says when
 *   status planned                 from that day likewise, whatever its dates, up to its `end`
 *
 * An edge holds only while both its ends may: a node whose own dates exclude a day takes its edges
 * with it. (A node that only its sources place in time does not: an edge that holds shows that the
 * node is there.) A planned edge holds until an actual edge of the same type and ends does, and
 * does not come back. `by` is a deadline and says nothing about when a fact holds.
 */
#ifndef ENT_VIEW_ASOF_H
#define ENT_VIEW_ASOF_H

#include <entente/dossier.h>

/* Days on which something holds, both included; first > last: on none. */
typedef struct {
    gint32 first, last;
    bool dated; /* has a date, a start, an end or a deadline of its own */
} EntDays;

/* When a fact holds, looked at alone. */
EntDays ent_fact_days(const EntDossier *dossier, const EntFact *fact);

/* When a node may hold: its own dates alone, not its sources'. */
EntDays ent_node_bounds(const EntDossier *dossier, guint32 node);

/* When each edge holds, ends and replaced plans included; an array by edge, the caller's. */
EntDays *ent_edge_days(const EntDossier *dossier);

static inline bool ent_days_meet(EntDays a, EntDays b)
{
    return MAX(a.first, b.first) <= MIN(a.last, b.last);
}

#endif
