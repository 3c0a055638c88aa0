/* SPDX-License-Identifier: MIT */
#include "view/view_data.h"

#include <string.h>

static void describe_weight(const EntView *view, GString *out)
{
    if (view->weight == ENT_WEIGHT_NONE)
        g_string_append(out, ", unweighted");
    else if (view->weight == ENT_WEIGHT_COUNT)
        g_string_append(out, ", weighted by the count of parallel edges");
    else
        g_string_append_printf(out, ", weighted by %s", ent_view_weight(view));
}

static void describe_parallel(const EntView *view, GString *out)
{
    if (view->parallel == ENT_PARALLEL_KEEP)
        g_string_append(out, ", parallel edges each");
    else if (view->parallel == ENT_PARALLEL_MERGE || view->weight == ENT_WEIGHT_COUNT)
        g_string_append(out, ", parallel edges once");
    else
        g_string_append(out, ", parallel edges once for paths");
}

static void describe_loops(const EntView *view, GString *out)
{
    guint32 loops = 0;

    for (guint32 i = 0; i < view->edge_count; i++) {
        const EntEdge *edge = ent_dossier_edge(view->dossier, view->edges[i]);
        loops += edge->from == edge->to;
    }
    if (loops)
        g_string_append_printf(out, ", %u loop%s dropped", loops, loops == 1 ? "" : "s");
    else
        g_string_append(out, ", loops dropped");
}

static char *describe(const EntView *view, const EntFilter *filter)
{
    const EntDerivation *derivation = ent_dossier_derivation(view->dossier);
    GString *out = g_string_new(NULL);

    g_string_append_printf(out, "%u node%s, %u edge%s", view->node_count,
                           view->node_count == 1 ? "" : "s", view->edge_count,
                           view->edge_count == 1 ? "" : "s");
    if (derivation)
        g_string_append_printf(out, ", %s", derivation->words);
    g_string_append(out, view->directed ? ", directed" : ", undirected");
    describe_weight(view, out);
    describe_parallel(view, out);
    describe_loops(view, out);
    if (!filter->keep_denied && !filter->statuses)
        g_string_append(out, ", denied left out");
    if (view->no_amount)
        g_string_append_printf(out, ", %u edge%s without an amount left out", view->no_amount,
                               view->no_amount == 1 ? "" : "s");
    return g_string_free(out, FALSE);
}

static void append_escaped(GString *out, const char *text)
{
    for (; *text; text++) {
        if (*text == ',')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
}

char *ent_filter_text(const char *start, const char *const *texts)
{
    GString *out = g_string_new(start);

    for (gsize i = 0; texts[i]; i++) {
        if (i)
            g_string_append_c(out, ',');
        append_escaped(out, texts[i]);
    }
    return g_string_free(out, FALSE);
}

static void add_list(GPtrArray *filters, const char *start, const char *const *texts)
{
    if (texts)
        g_ptr_array_add(filters, ent_filter_text(start, texts));
}

static void add_statuses(GPtrArray *filters, guint statuses)
{
    const char *names[ENT_STATUS_COUNT + 1];
    gsize length = 0;

    for (guint i = 0; i < ENT_STATUS_COUNT; i++)
        if (statuses & (1u << i))
            names[length++] = ent_status_name((EntStatus)i);
    names[length] = NULL;
    add_list(filters, "status=", length ? names : NULL);
}

static void add_date(GPtrArray *filters, const char *name, EntDate date)
{
    char text[ENT_DATE_TEXT];

    if (date != ENT_DATE_NONE)
        g_ptr_array_add(filters, g_strdup_printf("%s=%s", name, ent_date_text(date, text)));
}

static char **list_filters(const EntView *view, const EntFilter *filter)
{
    GPtrArray *filters = g_ptr_array_new();
    const EntDerivation *derivation = ent_dossier_derivation(view->dossier);
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    for (char **made = derivation ? derivation->filters : NULL; made && *made; made++)
        g_ptr_array_add(filters, g_strdup(*made));
    add_date(filters, "as-of", filter->as_of);
    add_date(filters, "since", filter->since);
    add_date(filters, "until", filter->until);
    if (filter->drop_undated && (filter->as_of || filter->since || filter->until))
        g_ptr_array_add(filters, g_strdup("undated=drop"));
    add_list(filters, "type=", filter->types);
    add_list(filters, "relation=", filter->relations);
    add_list(filters, "source=", filter->sources);
    add_statuses(filters, filter->statuses);
    if (filter->min_confidence > 0)
        g_ptr_array_add(filters, g_strconcat("min-confidence=",
                                             g_ascii_formatd(number, sizeof number, "%.9g",
                                                             filter->min_confidence),
                                             NULL));
    if (filter->around)
        g_ptr_array_add(filters, g_strdup_printf("around=%s:%u", filter->around, filter->depth));
    g_ptr_array_add(filters, NULL);
    return (char **)g_ptr_array_free(filters, FALSE);
}

void ent_view_note(EntView *view, const EntFilter *filter)
{
    view->description = describe(view, filter);
    view->filters = list_filters(view, filter);
}
