/* SPDX-License-Identifier: MIT */
#include "stability/support.h"

#include "base/text.h"

#include <string.h>

/* A view's edge with its evidence, sorted, while the order by contents is made. */
typedef struct {
    const EntDossier *dossier;
    const EntEdge *edge;
    guint32 place;
    const guint32 *evidence; /* indices of the dossier */
    guint32 length;
} Carried;

static const char *source_id(const EntDossier *dossier, guint32 source)
{
    return ent_dossier_source(dossier, source)->id;
}

static gint compare_evidence(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntEvidence *a = ent_dossier_evidence(data, *(const guint32 *)left);
    const EntEvidence *b = ent_dossier_evidence(data, *(const guint32 *)right);
    int order = strcmp(source_id(data, a->source), source_id(data, b->source));

    return order ? order : strcmp(a->quote, b->quote);
}

static gint compare_sources(gconstpointer left, gconstpointer right, gpointer dossier)
{
    return strcmp(source_id(dossier, *(const guint32 *)left),
                  source_id(dossier, *(const guint32 *)right));
}

/* Edges of the same ends. What is equal but for its place is alike to every computation. */
static int compare_carried(const void *left, const void *right)
{
    const Carried *a = left, *b = right;
    int order = strcmp(ent_dossier_edge_type(a->dossier, a->edge)->name,
                       ent_dossier_edge_type(b->dossier, b->edge)->name);

    for (guint32 i = 0; !order && i < a->length && i < b->length; i++)
        order = compare_evidence(&a->evidence[i], &b->evidence[i], (gpointer)a->dossier);
    if (order)
        return order;
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* Flags by the dossier's sources: which count; NULL: all. */
static bool *choose_sources(const EntDossier *dossier, const char *const *only)
{
    guint32 length = ent_dossier_source_count(dossier);
    bool *counts = only ? g_new(bool, (gsize)length + 1) : NULL;

    for (guint32 i = 0; counts && i < length; i++)
        counts[i] = ent_texts_have(only, source_id(dossier, i));
    return counts;
}

/* The evidence of all edges, edge by edge as in the view, sorted within; the caller's. */
static guint32 *list_evidence(const EntView *view, const bool *counts, Carried *carried)
{
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 length, kept = 0;
    const guint32 *edges = ent_view_edges(view, &length);
    guint32 *evidence = g_new(guint32, (gsize)ent_dossier_evidence_count(dossier) + 1);

    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(dossier, edges[i]);
        guint32 first = kept;

        for (guint32 j = 0; j < edge->fact.evidence_length; j++) {
            guint32 item = edge->fact.evidence + j;

            if (!counts || counts[ent_dossier_evidence(dossier, item)->source])
                evidence[kept++] = item;
        }
        g_qsort_with_data(evidence + first, (gint)(kept - first), sizeof *evidence,
                          compare_evidence, (gpointer)dossier);
        carried[i] = (Carried){dossier, edge, i, evidence + first, kept - first};
    }
    return evidence;
}

/* The view has edges by their ends; here those of the same ends come into order too. */
static void order_alike(Carried *carried, guint32 length)
{
    for (guint32 first = 0, end; first < length; first = end) {
        for (end = first + 1;
             end < length && carried[end].edge->from == carried[first].edge->from &&
             carried[end].edge->to == carried[first].edge->to;
             end++)
            continue;
        if (end - first > 1)
            qsort(carried + first, end - first, sizeof *carried, compare_carried);
    }
}

static void take_items(EntSupport *support, const Carried *carried)
{
    support->places = g_new(guint32, (gsize)support->edges + 1);
    support->starts = g_new(guint32, (gsize)support->edges + 1);
    for (guint32 i = 0; i < support->edges; i++) {
        support->places[i] = carried[i].place;
        support->starts[i] = support->items;
        support->items += carried[i].length;
        support->bare += carried[i].length == 0;
    }
    support->starts[support->edges] = support->items;
    support->origins = g_new(guint32, (gsize)support->items + 1);
    for (guint32 i = 0; i < support->edges; i++)
        for (guint32 j = 0; j < carried[i].length; j++)
            support->origins[support->starts[i] + j] =
                ent_dossier_evidence(carried[i].dossier, carried[i].evidence[j])->source;
}

/* Numbers the sources that have items; origins turn from the dossier's indices to those numbers. */
static void number_sources(EntSupport *support, const EntDossier *dossier)
{
    guint32 length = ent_dossier_source_count(dossier);
    g_autofree guint32 *numbers = g_new0(guint32, (gsize)length + 1);

    support->ids = g_new(guint32, (gsize)length + 1);
    for (guint32 i = 0; i < support->items; i++)
        numbers[support->origins[i]] = 1;
    for (guint32 i = 0; i < length; i++)
        if (numbers[i])
            support->ids[support->sources++] = i;
    g_qsort_with_data(support->ids, (gint)support->sources, sizeof *support->ids, compare_sources,
                      (gpointer)dossier);
    for (guint32 i = 0; i < support->sources; i++)
        numbers[support->ids[i]] = i;
    for (guint32 i = 0; i < support->items; i++)
        support->origins[i] = numbers[support->origins[i]];
}

/* The source that carries an edge alone, or how many sources there are. */
static guint32 find_carrier(const EntSupport *support, guint32 edge)
{
    guint32 first = support->starts[edge], end = support->starts[edge + 1];

    for (guint32 i = first; i < end; i++)
        if (support->origins[i] != support->origins[first])
            return support->sources;
    return first < end ? support->origins[first] : support->sources;
}

static void list_alone(EntSupport *support)
{
    guint32 *starts = g_new0(guint32, (gsize)support->sources + 3);

    support->alone = g_new(guint32, (gsize)support->edges + 1);
    for (guint32 i = 0; i < support->edges; i++)
        starts[find_carrier(support, i) + 2]++;
    for (guint32 i = 2; i < support->sources + 3; i++)
        starts[i] += starts[i - 1];
    for (guint32 i = 0; i < support->edges; i++)
        support->alone[starts[find_carrier(support, i) + 1]++] = support->places[i];
    support->alone_starts = starts;
}

void ent_support_init(EntSupport *support, const EntView *view, const char *const *only)
{
    const EntDossier *dossier = ent_view_dossier(view);
    g_autofree bool *counts = choose_sources(dossier, only);
    g_autofree Carried *carried = NULL;
    g_autofree guint32 *evidence = NULL;

    *support = (EntSupport){0};
    ent_view_edges(view, &support->edges);
    carried = g_new(Carried, (gsize)support->edges + 1);
    evidence = list_evidence(view, counts, carried);
    order_alike(carried, support->edges);
    take_items(support, carried);
    number_sources(support, dossier);
    list_alone(support);
}

void ent_support_clear(EntSupport *support)
{
    g_free(support->places);
    g_free(support->starts);
    g_free(support->origins);
    g_free(support->ids);
    g_free(support->alone);
    g_free(support->alone_starts);
    *support = (EntSupport){0};
}

guint32 ent_support_fall(const EntSupport *support, bool by_source, const bool *gone,
                         guint32 *fallen)
{
    guint32 length = 0;

    for (guint32 i = 0; i < support->edges; i++) {
        bool stands = support->starts[i] == support->starts[i + 1];

        for (guint32 j = support->starts[i]; j < support->starts[i + 1] && !stands; j++)
            stands = !gone[by_source ? support->origins[j] : j];
        if (!stands)
            fallen[length++] = support->places[i];
    }
    return length;
}
