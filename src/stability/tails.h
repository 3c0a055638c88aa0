/* SPDX-License-Identifier: MIT */
/*
 * The middle 95 % of many numbers, of which only the outer ones are kept: of the D numbers added,
 * in order, those numbered ceil(0.025 D) and ceil(0.975 D) (percentiles by the nearest rank).
 */
#ifndef ENT_STABILITY_TAILS_H
#define ENT_STABILITY_TAILS_H

#include <glib.h>

/* For each of `length` series. */
typedef struct {
    guint32 length, kept; /* kept: numbers at either end */
    double *least;        /* series by series, ascending */
    double *greatest;     /* ... descending */
    guint32 *counts;      /* by series: how many numbers were added */
} EntTails;

/* most: how many numbers are added to a series at most. */
void ent_tails_init(EntTails *tails, guint32 length, guint32 most);
void ent_tails_clear(EntTails *tails);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntTails, ent_tails_clear)

void ent_tails_add(EntTails *tails, guint32 series, double number);

/* NaN where nothing was added. */
double ent_tails_low(const EntTails *tails, guint32 series);
double ent_tails_high(const EntTails *tails, guint32 series);

#endif
