/* SPDX-License-Identifier: MIT */
#include "cli/counts.h"

#include "model/dossier_new.h"

typedef struct {
    EntCounts *counts;
    const EntDossier *dossier;
    guint32 *seen; /* by source: the number of the last fact that cites it */
    guint32 facts; /* looked at so far */
} Counting;

static gint compare_counts(gconstpointer a, gconstpointer b)
{
    const EntCount *first = a, *second = b;

    if (first->count != second->count)
        return first->count > second->count ? -1 : 1;
    return strcmp(first->name, second->name);
}

/* Those of the numbers that are not 0, with the names of the same index. */
static GArray *list_counts(const guint32 *numbers, const GPtrArray *names)
{
    GArray *counts = g_array_new(FALSE, FALSE, sizeof(EntCount));

    for (guint i = 0; i < names->len; i++) {
        EntCount count = {names->pdata[i], numbers[i]};

        if (numbers[i])
            g_array_append_val(counts, count);
    }
    g_array_sort(counts, compare_counts);
    return counts;
}

static void count_quote(const EntDossier *dossier, const EntEvidence *evidence,
                        EntQuoteCount *quotes)
{
    if (!ent_dossier_source(dossier, evidence->source)->has_text)
        quotes->unseen++;
    else if (evidence->end > 0)
        quotes->found++;
    else
        quotes->several++;
}

static bool take_date(EntCounts *counts, EntDate date)
{
    if (date == ENT_DATE_NONE)
        return false;
    if (counts->first == ENT_DATE_NONE || ent_date_first(date) < ent_date_first(counts->first))
        counts->first = date;
    if (counts->last == ENT_DATE_NONE || ent_date_last(date) > ent_date_last(counts->last))
        counts->last = date;
    return true;
}

/* Whether the fact has a date. */
static bool take_dates(EntCounts *counts, const EntDetails *details)
{
    bool any = take_date(counts, details->date);

    any = take_date(counts, details->start) || any;
    any = take_date(counts, details->end) || any;
    return take_date(counts, details->by) || any;
}

static void count_evidence(Counting *counting, const EntFact *fact, bool node)
{
    counting->facts++;
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(counting->dossier, fact->evidence + i);
        EntSourceCount *source =
            &g_array_index(counting->counts->sources, EntSourceCount, evidence->source);

        count_quote(counting->dossier, evidence, &counting->counts->quotes);
        source->quotes++;
        if (counting->seen[evidence->source] == counting->facts)
            continue;
        counting->seen[evidence->source] = counting->facts;
        source->nodes += node;
        source->edges += !node;
    }
}

static void count_nodes(Counting *counting, const EntView *view)
{
    EntCounts *counts = counting->counts;
    const GPtrArray *names = ent_dossier_facts(counting->dossier)->node_types;
    g_autofree guint32 *types = g_new0(guint32, (gsize)names->len + 1);
    guint32 length;
    const guint32 *nodes = ent_view_nodes(view, &length);

    for (guint32 i = 0; i < length; i++) {
        const EntNode *node = ent_dossier_node(counting->dossier, nodes[i]);

        types[node->type]++;
        counts->node_statuses[node->fact.status]++;
        counts->dated_nodes += take_dates(counts, node->fact.details);
        counts->bare_nodes += node->fact.evidence_length == 0;
        count_evidence(counting, &node->fact, true);
    }
    counts->node_types = list_counts(types, names);
}

static void count_edges(Counting *counting, const EntView *view)
{
    EntCounts *counts = counting->counts;
    const GPtrArray *names = ent_dossier_facts(counting->dossier)->edge_types;
    g_autofree guint32 *types = g_new0(guint32, (gsize)names->len + 1);
    guint32 length;
    const guint32 *edges = ent_view_edges(view, &length);

    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(counting->dossier, edges[i]);

        types[edge->type]++;
        counts->edge_statuses[edge->fact.status]++;
        counts->dated_edges += take_dates(counts, edge->fact.details);
        counts->bare_edges += edge->fact.evidence_length == 0;
        count_evidence(counting, &edge->fact, false);
    }
    counts->edge_types = list_counts(types, names);
}

void ent_counts_init(EntCounts *counts, const EntView *view)
{
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 sources = ent_dossier_source_count(dossier);
    g_autofree guint32 *seen = g_new0(guint32, (gsize)sources + 1);
    Counting counting = {counts, dossier, seen, 0};

    *counts = (EntCounts){.sources = g_array_new(FALSE, TRUE, sizeof(EntSourceCount))};
    for (guint32 i = 0; i < sources; i++) {
        EntSourceCount source = {.source = ent_dossier_source(dossier, i),
                                 .has_text = ent_dossier_source(dossier, i)->has_text};

        g_array_append_val(counts->sources, source);
    }
    count_nodes(&counting, view);
    count_edges(&counting, view);
}

void ent_counts_clear(EntCounts *counts)
{
    g_clear_pointer(&counts->node_types, g_array_unref);
    g_clear_pointer(&counts->edge_types, g_array_unref);
    g_clear_pointer(&counts->sources, g_array_unref);
}

EntQuoteCount ent_count_quotes(const EntDossier *dossier)
{
    EntQuoteCount quotes = {0};

    for (guint32 i = 0; i < ent_dossier_evidence_count(dossier); i++)
        count_quote(dossier, ent_dossier_evidence(dossier, i), &quotes);
    return quotes;
}
