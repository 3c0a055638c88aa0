/* SPDX-License-Identifier: MIT */
/* Edges as wide as what they tell of is large: in proportion, so that twice the sum is drawn twice
 * as wide; those that tell no sum are the thinnest. */
#include "draw/picture.h"

#include "model/edge_words.h"

#include <math.h>

#define LEAST 0.8
#define MOST  10.0

/* The size of what an edge tells of; 0 where it tells none. */
static double value_of(const EntEdge *edge, EntWeight by)
{
    const char *sum = edge->fact.details->amount.value;
    if (by == ENT_WEIGHT_WEIGHT)
        return fabs(edge->weight);
    return sum ? fabs(g_ascii_strtod(sum, NULL)) : 0;
}

double ent_width_of(double share)
{
    return MAX(LEAST, MOST * CLAMP(share, 0, 1));
}

double ent_picture_widest(const EntPicture *picture, const char **currency)
{
    double most = 0;
    *currency = NULL;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntEdge *edge = picture->edges[i].edge;
        double value = value_of(edge, picture->options->width_by);
        if (!isfinite(value) || value <= most)
            continue;
        most = value;
        if (picture->options->width_by == ENT_WEIGHT_AMOUNT)
            *currency = edge->fact.details->amount.currency;
    }
    return most;
}

void ent_picture_widen(EntPicture *picture)
{
    EntWeight by = picture->options->width_by;
    const char *currency = NULL;
    if (by == ENT_WEIGHT_NONE)
        return;
    double most = ent_picture_widest(picture, &currency);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        double value = value_of(picture->edges[i].edge, by);
        double share = most > 0 && isfinite(value) ? value / most : 0;
        picture->edges[i].width = ent_width_of(share);
    }
}

static bool refuse(const EntView *view, const EntEdge *edge, const char *other, GError **error)
{
    const char *here = edge->fact.details->amount.currency;
    g_autofree char *name = ent_edge_words(ent_view_dossier(view), edge);
    g_set_error(error, ENT_ERROR, ENT_ERROR_DATA,
                "%s has an amount in %s, others are in %s: choose edges of one currency to draw "
                "them as wide as their amounts",
                name, here ? here : "no currency", other ? other : "no currency");
    return false;
}

bool ent_width_check(const EntView *view, EntWeight by, GError **error)
{
    guint32 length = 0;
    const guint32 *edges = ent_view_edges(view, &length);
    const EntEdge *first = NULL;
    if (by != ENT_WEIGHT_NONE && by != ENT_WEIGHT_WEIGHT && by != ENT_WEIGHT_AMOUNT) {
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_USAGE,
                            "edges are drawn as wide as their amount or their weight");
        return false;
    }
    for (guint32 i = 0; i < length && by == ENT_WEIGHT_AMOUNT; i++) {
        const EntEdge *edge = ent_dossier_edge(ent_view_dossier(view), edges[i]);
        if (!edge->fact.details->amount.value)
            continue;
        if (!first)
            first = edge;
        const char *there = first->fact.details->amount.currency;
        if (g_strcmp0(edge->fact.details->amount.currency, there) != 0)
            return refuse(view, edge, there, error);
    }
    return true;
}
