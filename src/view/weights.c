/* SPDX-License-Identifier: MIT */
#include "view/view_data.h"

#include "model/dossier_new.h"
#include "model/edge_words.h"

#include <math.h>
#include <string.h>

typedef struct {
    const EntView *view;
    EntReport *report;
    GError **error;
    guint refused; /* edges */
} Weighing;

static double weigh(const EntView *view, const EntEdge *edge)
{
    switch (view->weight) {
    case ENT_WEIGHT_WEIGHT:
        return edge->weight;
    case ENT_WEIGHT_CONFIDENCE:
        return edge->fact.confidence;
    case ENT_WEIGHT_AMOUNT:
        return g_ascii_strtod(edge->fact.details->amount.value, NULL);
    case ENT_WEIGHT_NONE:
    case ENT_WEIGHT_COUNT:
        break;
    }
    return 1;
}

/* Tells of an edge: a finding where it stands in the facts, and the error where it is the first. */
static void refuse(Weighing *weighing, const EntEdge *edge, const char *hint, char *why)
{
    const EntView *view = weighing->view;
    const EntFacts *facts = ent_dossier_facts(view->dossier);
    g_autofree char *name = ent_edge_words(view->dossier, edge);
    g_autofree char *pointer = g_strconcat("/", ent_view_weight(view), NULL);

    if (weighing->report)
        ent_facts_finding(facts, weighing->report, ENT_SEVERITY_ERROR, "bad-weight",
                          &edge->fact.origin, pointer, false, g_strdup(hint), "%s %s", name, why);
    if (!weighing->refused++)
        g_set_error(weighing->error, ENT_ERROR, ENT_ERROR_DATA, "%s %s", name, why);
    g_free(why);
}

static void check_weight(Weighing *weighing, const EntEdge *edge, double weight)
{
    const char *what = ent_view_weight(weighing->view);
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    if (isfinite(weight) && weight > 0)
        return;
    if (isfinite(weight))
        refuse(weighing, edge,
               weighing->view->weight == ENT_WEIGHT_CONFIDENCE
                   ? "'--min-confidence' leaves such edges out"
                   : NULL,
               g_strdup_printf("has the %s %s: a weight must be greater than 0", what,
                               g_ascii_formatd(number, sizeof number, "%.9g", weight)));
    else
        refuse(weighing, edge, NULL, g_strdup_printf("has no finite %s to weigh it by", what));
}

/* Sums of different currencies are no weights beside one another; first is the first edge seen. */
static void check_currency(Weighing *weighing, const EntEdge *first, const EntEdge *edge)
{
    const char *here = edge->fact.details->amount.currency;
    const char *there = first->fact.details->amount.currency;

    if (g_strcmp0(here, there) == 0)
        return;
    refuse(weighing, edge, NULL,
           g_strdup_printf("has an amount in %s, others are in %s: choose edges of one currency to "
                           "weigh them by amount",
                           here ? here : "no currency", there ? there : "no currency"));
}

/* Drops the edges without an amount. */
static void keep_amounts(EntView *view, Weighing *weighing)
{
    const EntEdge *first = NULL;
    guint32 kept = 0;

    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);

        if (!edge->fact.details->amount.value)
            continue;
        if (!first)
            first = edge;
        check_currency(weighing, first, edge);
        view->edges[kept++] = view->edges[i];
    }
    view->no_amount = view->edge_count - kept;
    view->edge_count = kept;
}

bool ent_view_weigh(EntView *view, EntReport *report, GError **error)
{
    bool derived = ent_dossier_derivation(view->dossier) != NULL; /* it stands in no file */
    Weighing weighing = {.view = view, .report = derived ? NULL : report, .error = error};
    double sum = 0;

    if (view->weight == ENT_WEIGHT_NONE || view->weight == ENT_WEIGHT_COUNT)
        return true;
    if (view->weight == ENT_WEIGHT_AMOUNT)
        keep_amounts(view, &weighing);
    view->weights = g_new(double, (gsize)view->edge_count + 1);
    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);

        view->weights[i] = weigh(view, edge);
        check_weight(&weighing, edge, view->weights[i]);
        sum += view->weights[i];
    }
    if (weighing.refused)
        return false;
    if (!isfinite(sum))
        g_set_error(error, ENT_ERROR, ENT_ERROR_DATA,
                    "the edges' weights add up to more than a number can hold");
    return isfinite(sum);
}
