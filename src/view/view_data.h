/* SPDX-License-Identifier: MIT */
/* What a view is made of; only src/view looks inside. */
#ifndef ENT_VIEW_DATA_H
#define ENT_VIEW_DATA_H

#include <entente/view.h>

struct EntView {
    const EntDossier *dossier;
    guint32 *nodes, *edges; /* dossier's indices, ascending */
    guint32 node_count, edge_count;
    guint32 *places;   /* dossier's node -> place, ENT_NONE */
    double *weights;   /* by the view's edges; NULL where all are 1 */
    guint32 centre;    /* the node that is asked to be around, the dossier's; ENT_NONE */
    guint32 no_amount; /* edges left out for want of an amount to weigh */
    bool directed;
    EntWeight weight;
    EntParallel parallel;
    char *description;
    char **filters;
};

/*
 * Fills in weights, as view->weight says. Edges that have none (no amount) leave the view. False
 * and an error where a weight, or the sum of all, is not finite and > 0, or amounts are of several
 * currencies; the error tells of the first edge, findings in report (may be NULL) of each.
 */
bool ent_view_weigh(EntView *view, EntReport *report, GError **error);

/* "type=nation,leader" of a start ("type=") and names; the caller's. */
char *ent_filter_text(const char *start, const char *const *texts);

/* Fills in description and filters. */
void ent_view_note(EntView *view, const EntFilter *filter);

#endif
