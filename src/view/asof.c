/* SPDX-License-Identifier: MIT */
#include "view/asof.h"

/* The day the earliest of a fact's sources was published; ENT_DAY_FIRST where none says. */
static gint32 first_published(const EntDossier *dossier, const EntFact *fact)
{
    gint32 first = ENT_DAY_LAST;

    for (guint32 i = 0; i < fact->evidence_length; i++) {
        guint32 source = ent_dossier_evidence(dossier, fact->evidence + i)->source;
        EntDate published = ent_dossier_source(dossier, source)->published;

        if (published != ENT_DATE_NONE)
            first = MIN(first, ent_date_first(published));
    }
    return first == ENT_DAY_LAST ? ENT_DAY_FIRST : first;
}

EntDays ent_fact_days(const EntDossier *dossier, const EntFact *fact)
{
    const EntDetails *own = fact->details;
    EntDays days = {ENT_DAY_FIRST, ENT_DAY_LAST, own->date || own->start || own->end || own->by};

    if (own->end)
        days.last = ent_date_last(own->end);
    if (fact->status == ENT_STATUS_PLANNED || !(own->date || own->start || own->end))
        days.first = first_published(dossier, fact);
    else if (own->start)
        days.first = ent_date_first(own->start);
    else if (own->date)
        days.first = ent_date_first(own->date);
    return days;
}

EntDays ent_node_bounds(const EntDossier *dossier, guint32 node)
{
    const EntFact *fact = &ent_dossier_node(dossier, node)->fact;
    const EntDetails *own = fact->details;
    EntDays days = ent_fact_days(dossier, fact);

    if (fact->status == ENT_STATUS_PLANNED || !(own->date || own->start || own->end))
        days.first = ENT_DAY_FIRST;
    return days;
}

/* An edge among those of the same type and ends. */
typedef struct {
    guint32 type, from, to;
    guint32 edge;
    EntDays days;
} Alike;

static int compare_alike(const void *left, const void *right)
{
    const Alike *a = left, *b = right;

    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->days.first != b->days.first)
        return a->days.first < b->days.first ? -1 : 1;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

static bool is_alike(const Alike *a, const Alike *b)
{
    return a->type == b->type && a->from == b->from && a->to == b->to;
}

static bool is_replacing(const EntDossier *dossier, const Alike *alike)
{
    return ent_dossier_edge(dossier, alike->edge)->fact.status == ENT_STATUS_ACTUAL &&
           alike->days.first <= alike->days.last;
}

static void replace_plan(EntDays *plan, gint64 day)
{
    if (day <= plan->first) {
        plan->first = ENT_DAY_LAST;
        plan->last = ENT_DAY_FIRST;
    } else if (day <= plan->last) {
        plan->last = (gint32)(day - 1);
    }
}

/*
 * Ends each plan among edges that are alike, sorted by first day, the day before an actual one
 * first holds on the plan's first day or later. latest is scratch: for each edge, the last day of
 * the actual ones up to it.
 */
static void replace_plans(const EntDossier *dossier, const Alike *alike, gsize length,
                          EntDays *edges, gint64 *latest)
{
    gint64 last = G_MININT64, next = G_MAXINT64;

    for (gsize i = 0; i < length; i++) {
        if (is_replacing(dossier, &alike[i]))
            last = MAX(last, alike[i].days.last);
        latest[i] = last;
    }
    for (gsize i = length; i-- > 0;) {
        if (is_replacing(dossier, &alike[i]))
            next = alike[i].days.first;
        else if (ent_dossier_edge(dossier, alike[i].edge)->fact.status == ENT_STATUS_PLANNED)
            replace_plan(&edges[alike[i].edge],
                         latest[i] >= alike[i].days.first ? alike[i].days.first : next);
    }
}

static bool has_plans(const EntDossier *dossier)
{
    for (guint32 i = 0; i < ent_dossier_edge_count(dossier); i++)
        if (ent_dossier_edge(dossier, i)->fact.status == ENT_STATUS_PLANNED)
            return true;
    return false;
}

static void replace_all_plans(const EntDossier *dossier, EntDays *edges)
{
    guint32 length = ent_dossier_edge_count(dossier);
    g_autofree Alike *alike = g_new(Alike, (gsize)length + 1);
    g_autofree gint64 *latest = g_new(gint64, (gsize)length + 1);

    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, i);
        bool swap = edge->from > edge->to && ent_dossier_edge_type(dossier, edge)->symmetric;

        alike[i] = (Alike){edge->type, swap ? edge->to : edge->from, swap ? edge->from : edge->to,
                           i, edges[i]};
    }
    qsort(alike, length, sizeof *alike, compare_alike);
    for (guint32 i = 0, end; i < length; i = end) {
        for (end = i + 1; end < length && is_alike(&alike[i], &alike[end]); end++)
            continue;
        if (end - i > 1)
            replace_plans(dossier, alike + i, end - i, edges, latest);
    }
}

EntDays *ent_edge_days(const EntDossier *dossier)
{
    guint32 length = ent_dossier_edge_count(dossier), nodes = ent_dossier_node_count(dossier);
    g_autofree EntDays *bounds = g_new(EntDays, (gsize)nodes + 1);
    EntDays *edges = g_new(EntDays, (gsize)length + 1);

    for (guint32 i = 0; i < nodes; i++)
        bounds[i] = ent_node_bounds(dossier, i);
    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, i);

        edges[i] = ent_fact_days(dossier, &edge->fact);
        edges[i].first = MAX(edges[i].first, bounds[edge->from].first);
        edges[i].first = MAX(edges[i].first, bounds[edge->to].first);
        edges[i].last = MIN(edges[i].last, bounds[edge->from].last);
        edges[i].last = MIN(edges[i].last, bounds[edge->to].last);
    }
    if (has_plans(dossier))
        replace_all_plans(dossier, edges);
    return edges;
}
