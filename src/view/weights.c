/* SPDX-License-Identifier: MIT */
#include "view/view_data.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

/* "edge 'a' -> 'b' (chairs)", for a message; the caller's. */
static char *describe_edge(const EntView *view, const EntEdge *edge)
{
    g_autofree char *from = ent_text_brief(ent_dossier_node(view->dossier, edge->from)->id, 60);
    g_autofree char *to = ent_text_brief(ent_dossier_node(view->dossier, edge->to)->id, 60);
    g_autofree char *type = ent_text_brief(ent_dossier_edge_type(view->dossier, edge)->name, 60);

    return g_strdup_printf("edge '%s' from '%s' to '%s'", type, from, to);
}

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

static bool check_weight(const EntView *view, const EntEdge *edge, double weight, GError **error)
{
    g_autofree char *name = NULL;
    const char *what = ent_view_weight(view);

    if (isfinite(weight) && weight > 0)
        return true;
    name = describe_edge(view, edge);
    if (isfinite(weight)) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];

        g_ascii_formatd(number, sizeof number, "%.9g", weight);
        g_set_error(error, ENT_ERROR, ENT_ERROR_DATA,
                    "%s has the %s %s: a weight must be greater than 0", name, what, number);
    } else {
        g_set_error(error, ENT_ERROR, ENT_ERROR_DATA, "%s has no finite %s to weigh it by", name,
                    what);
    }
    return false;
}

/* Sums of different currencies are no weights beside one another; first is the first edge seen. */
static bool check_currency(const EntView *view, const EntEdge *first, const EntEdge *edge,
                           GError **error)
{
    const char *here = edge->fact.details->amount.currency;
    const char *there = first->fact.details->amount.currency;
    g_autofree char *name = NULL;

    if (!g_strcmp0(here, there))
        return true;
    name = describe_edge(view, edge);
    g_set_error(error, ENT_ERROR, ENT_ERROR_DATA,
                "%s has an amount in %s, others are in %s: choose edges of one currency to weigh "
                "them by amount",
                name, here ? here : "no currency", there ? there : "no currency");
    return false;
}

/* Drops the edges without an amount. */
static bool keep_amounts(EntView *view, GError **error)
{
    const EntEdge *first = NULL;
    guint32 kept = 0;

    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);

        if (!edge->fact.details->amount.value)
            continue;
        if (!first)
            first = edge;
        if (!check_currency(view, first, edge, error))
            return false;
        view->edges[kept++] = view->edges[i];
    }
    view->no_amount = view->edge_count - kept;
    view->edge_count = kept;
    return true;
}

bool ent_view_weigh(EntView *view, GError **error)
{
    double sum = 0;

    if (view->weight == ENT_WEIGHT_NONE || view->weight == ENT_WEIGHT_COUNT)
        return true;
    if (view->weight == ENT_WEIGHT_AMOUNT && !keep_amounts(view, error))
        return false;
    view->weights = g_new(double, (gsize)view->edge_count + 1);
    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);

        view->weights[i] = weigh(view, edge);
        if (!check_weight(view, edge, view->weights[i], error))
            return false;
        sum += view->weights[i];
    }
    if (!isfinite(sum))
        g_set_error(error, ENT_ERROR, ENT_ERROR_DATA,
                    "the edges' weights add up to more than a number can hold");
    return isfinite(sum);
}
