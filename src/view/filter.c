/* SPDX-License-Identifier: MIT */
#include "view/filter.h"

#include "view/asof.h"

#define ALL_STATUSES ((1u << ENT_STATUS_COUNT) - 1)

void ent_chosen_clear(EntChosen *chosen)
{
    g_free(chosen->nodes);
    g_free(chosen->edges);
    *chosen = (EntChosen){0};
}

static bool fail(GError **error, const char *message)
{
    g_set_error_literal(error, ENT_ERROR, ENT_ERROR_USAGE, message);
    return false;
}

static bool check_filter(const EntFilter *filter, GError **error)
{
    if (filter->as_of && (filter->since || filter->until))
        return fail(error, "'as-of' asks for one day: it cannot go with 'since' or 'until'");
    if (filter->since && filter->until &&
        ent_date_first(filter->since) > ent_date_last(filter->until)) {
        char since[ENT_DATE_TEXT], until[ENT_DATE_TEXT];

        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "since '%s' is after until '%s'",
                    ent_date_text(filter->since, since), ent_date_text(filter->until, until));
        return false;
    }
    if (!(filter->min_confidence >= 0 && filter->min_confidence <= 1))
        return fail(error, "the least confidence must be a number from 0 to 1");
    if (filter->statuses & ~ALL_STATUSES)
        return fail(error, "unknown status");
    if (filter->weight == ENT_WEIGHT_COUNT && filter->parallel == ENT_PARALLEL_KEEP)
        return fail(error, "the weight 'count' is the number of parallel edges merged into one: "
                           "it cannot go with parallel edges kept apart");
    return true;
}

static guint wanted_statuses(const EntFilter *filter)
{
    if (filter->statuses)
        return filter->statuses;
    return filter->keep_denied ? ALL_STATUSES : ALL_STATUSES & ~(1u << ENT_STATUS_DENIED);
}

/* Whether a fact passes what is asked of facts one by one, but for date and status. */
static bool fact_passes(const EntDossier *dossier, const EntFilter *filter, const EntNames *names,
                        const EntFact *fact)
{
    if (fact->confidence < filter->min_confidence)
        return false;
    if (!names->sources)
        return true;
    for (guint32 i = 0; i < fact->evidence_length; i++)
        if (names->sources[ent_dossier_evidence(dossier, fact->evidence + i)->source])
            return true;
    return false;
}

static bool is_dated_filter(const EntFilter *filter)
{
    return filter->as_of || filter->since || filter->until;
}

static EntDays asked_days(const EntFilter *filter)
{
    EntDays days = {ENT_DAY_FIRST, ENT_DAY_LAST, true};

    if (filter->as_of)
        days.first = days.last = ent_date_last(filter->as_of);
    if (filter->since)
        days.first = ent_date_first(filter->since);
    if (filter->until)
        days.last = ent_date_last(filter->until);
    return days;
}

static bool is_shown(const EntFilter *filter, EntDays days)
{
    return ent_days_meet(days, asked_days(filter)) && (days.dated || !filter->drop_undated);
}

/* Nodes that may be in view at all; an edge needs both its ends to be such. */
static bool *choose_possible(const EntDossier *dossier, const EntFilter *filter,
                             const EntNames *names)
{
    guint32 length = ent_dossier_node_count(dossier);
    bool *possible = g_new(bool, (gsize)length + 1);

    for (guint32 i = 0; i < length; i++)
        possible[i] = (!names->types || names->types[ent_dossier_node(dossier, i)->type]) &&
                      (!is_dated_filter(filter) ||
                       ent_days_meet(ent_node_bounds(dossier, i), asked_days(filter)));
    return possible;
}

static void choose_edges(const EntDossier *dossier, const EntFilter *filter, const EntNames *names,
                         const bool *possible, EntChosen *chosen)
{
    g_autofree EntDays *days = is_dated_filter(filter) ? ent_edge_days(dossier) : NULL;
    guint32 length = ent_dossier_edge_count(dossier);
    guint statuses = wanted_statuses(filter);

    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, i);

        if (!possible[edge->from] || !possible[edge->to] ||
            (names->relations && !names->relations[edge->type]) ||
            (days && !is_shown(filter, days[i])) || !(statuses & (1u << edge->fact.status)) ||
            !fact_passes(dossier, filter, names, &edge->fact))
            continue;
        chosen->edges[i] = chosen->nodes[edge->from] = chosen->nodes[edge->to] = true;
    }
}

/* Nodes in view for their own sake, not only as ends. */
static void choose_nodes(const EntDossier *dossier, const EntFilter *filter, const EntNames *names,
                         const bool *possible, EntChosen *chosen)
{
    guint statuses = wanted_statuses(filter);

    for (guint32 i = 0; i < ent_dossier_node_count(dossier); i++) {
        const EntFact *fact = &ent_dossier_node(dossier, i)->fact;

        if (possible[i] && (statuses & (1u << fact->status)) &&
            (!is_dated_filter(filter) || is_shown(filter, ent_fact_days(dossier, fact))) &&
            fact_passes(dossier, filter, names, fact))
            chosen->nodes[i] = true;
    }
}

bool ent_filter_choose(const EntDossier *dossier, const EntFilter *filter, EntChosen *chosen,
                       GError **error)
{
    g_autofree bool *possible = NULL;
    EntNames names;

    if (!check_filter(filter, error) || !ent_names_find(&names, dossier, filter, error))
        return false;
    *chosen = (EntChosen){
        .nodes = g_new0(bool, (gsize)ent_dossier_node_count(dossier) + 1),
        .edges = g_new0(bool, (gsize)ent_dossier_edge_count(dossier) + 1),
    };
    possible = choose_possible(dossier, filter, &names);
    choose_edges(dossier, filter, &names, possible, chosen);
    if (!names.relations)
        choose_nodes(dossier, filter, &names, possible, chosen);
    if (names.around != ENT_NONE)
        ent_chosen_around(chosen, dossier, names.around, filter->depth);
    ent_names_clear(&names);
    return true;
}
