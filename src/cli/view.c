/* SPDX-License-Identifier: MIT */
/* From the options of a command to a filter, and the view it leaves. */
#include "cli/run.h"

#include "base/lookup.h"
#include "base/text.h"
#include "model/dossier_new.h"

typedef struct {
    EntFilter filter;
    GPtrArray *texts; /* char *, what the filter borrows */
    GPtrArray *lists; /* arrays of texts, likewise */
} Asked;

static Asked init_asked(void)
{
    return (Asked){.texts = g_ptr_array_new_with_free_func(g_free),
                   .lists = g_ptr_array_new_with_free_func(g_free)};
}

static void clear_asked(Asked *asked)
{
    g_ptr_array_free(asked->texts, TRUE);
    g_ptr_array_free(asked->lists, TRUE);
}

typedef bool Exists(const EntDossier *dossier, const char *name);

static bool is_source(const EntDossier *dossier, const char *name)
{
    return ent_dossier_find_source(dossier, name) != ENT_NONE;
}

static bool have(const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (g_str_equal(names->pdata[i], name))
            return true;
    return false;
}

static bool is_node_type(const EntDossier *dossier, const char *name)
{
    return have(ent_dossier_facts(dossier)->node_types, name);
}

static bool is_edge_type(const EntDossier *dossier, const char *name)
{
    return have(ent_dossier_facts(dossier)->edge_types, name);
}

/* The names of an option: an argument that as a whole is a name stands for it, commas and all. */
static const char *const *take_list(EntRun *run, Asked *asked, const EntDossier *dossier,
                                    const char *option, Exists *exists)
{
    const char *const *arguments = ent_args_lists(run->args, option);
    GPtrArray *list;

    if (!arguments)
        return NULL;
    list = g_ptr_array_new();
    for (; *arguments; arguments++) {
        g_autofree char **parts = exists(dossier, *arguments)
                                      ? g_strdupv((char *[]){(char *)*arguments, NULL})
                                      : ent_text_split(*arguments);

        for (char **part = parts; *part; part++) {
            g_ptr_array_add(asked->texts, *part);
            g_ptr_array_add(list, *part);
        }
    }
    g_ptr_array_add(list, NULL);
    g_ptr_array_add(asked->lists, list->pdata);
    return (const char *const *)g_ptr_array_free(list, FALSE);
}

static bool take_statuses(EntRun *run, EntFilter *filter, GError **error)
{
    g_auto(GStrv) names = ent_args_split(run->args, "status");
    const char *known[ENT_STATUS_COUNT];
    gconstpointer items[ENT_STATUS_COUNT + 1] = {NULL};

    for (guint i = 0; i < ENT_STATUS_COUNT; i++) {
        known[i] = ent_status_name((EntStatus)i);
        items[i] = &known[i];
    }
    for (char **name = names; name && *name; name++) {
        const char *const *found = ent_lookup(items, "status", *name, error);

        if (!found)
            return false;
        filter->statuses |= 1u << (found - known);
    }
    return true;
}

/* "ID[:DEPTH]". Ids may hold colons: what is an id as a whole is one. */
static void take_around(EntRun *run, Asked *asked, const EntDossier *dossier)
{
    const char *text = ent_args_text(run->args, "around");
    const char *colon = text ? strrchr(text, ':') : NULL;
    guint64 depth;

    asked->filter.around = text;
    asked->filter.depth = 1;
    if (!colon || ent_dossier_find_node(dossier, text) != ENT_NONE ||
        !g_ascii_string_to_unsigned(colon + 1, 10, 0, G_MAXUINT, &depth, NULL))
        return;
    asked->filter.around = g_strndup(text, (gsize)(colon - text));
    asked->filter.depth = (guint)depth;
    g_ptr_array_add(asked->texts, (gpointer)asked->filter.around);
}

/* What is asked of facts one by one: of a projection, of those that it is made of. */
static bool take_filters(EntRun *run, Asked *asked, const EntDossier *dossier, GError **error)
{
    EntFilter *filter = &asked->filter;
    const EntArgs *args = run->args;

    filter->as_of = ent_args_date(args, "as-of");
    filter->since = ent_args_date(args, "since");
    filter->until = ent_args_date(args, "until");
    filter->drop_undated = g_str_equal(ent_args_text(args, "undated"), "drop");
    filter->relations = take_list(run, asked, dossier, "relation", is_edge_type);
    filter->sources = take_list(run, asked, dossier, "source", is_source);
    filter->min_confidence = ent_args_number(args, "min-confidence");
    return take_statuses(run, filter, error);
}

/* What is asked of the graph. */
static void take_part(EntRun *run, Asked *asked, const EntDossier *dossier)
{
    asked->filter.types = take_list(run, asked, dossier, "type", is_node_type);
    take_around(run, asked, dossier);
}

static void take_graph(const EntArgs *args, EntFilter *filter)
{
    static const char *const weights[] = {"none", "weight", "confidence", "amount", "count"};
    static const char *const parallels[] = {"auto", "keep", "merge"};

    for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
        if (g_str_equal(ent_args_text(args, "weight"), weights[i]))
            filter->weight = (EntWeight)i;
    for (guint i = 0; ent_args_has(args, "parallel") && i < G_N_ELEMENTS(parallels); i++)
        if (g_str_equal(ent_args_text(args, "parallel"), parallels[i]))
            filter->parallel = (EntParallel)i;
}

static guint32 count_nodes(const EntView *view)
{
    guint32 length;

    ent_view_nodes(view, &length);
    return length;
}

/* Where findings told what is wrong, the error only sums them up. */
static void fail(EntRun *run, EntReport *report, GError *error)
{
    guint refused = ent_report_length(report);

    if (refused) {
        g_clear_error(&error);
        error = g_error_new(ENT_ERROR, ENT_ERROR_DATA, "%u edge%s cannot be weighed by %s", refused,
                            refused == 1 ? "" : "s", ent_args_text(run->args, "weight"));
    }
    ent_run_failed(run, error);
}

/* Nothing to project is no failure: the answer is that nobody is tied. */
static void tell_nothing_shared(EntRun *run, const EntProjection *how)
{
    g_autofree char *types = g_strjoinv(", ", (char **)how->via);

    ent_messages_say(run->messages, ENT_LEVEL_NOTE, "empty", "no %s is left to project", types);
}

EntDossier *ent_run_project(EntRun *run, const EntDossier *dossier)
{
    Asked asked = init_asked();
    bool newman = g_str_equal(ent_args_text(run->args, "project-weight"), "newman");
    EntProjection how = {take_list(run, &asked, dossier, "project", is_node_type),
                         newman ? ENT_PROJECT_NEWMAN : ENT_PROJECT_COUNT};
    g_autoptr(EntView) view = NULL;
    EntDossier *projected = NULL;
    GError *error = NULL;

    if (take_filters(run, &asked, dossier, &error))
        view = ent_view_new(dossier, &asked.filter, &error);
    if (view)
        projected = ent_dossier_project(view, &how, &error);
    if (!projected)
        ent_run_failed(run, error);
    else if (count_nodes(view) == ent_dossier_node_count(projected))
        tell_nothing_shared(run, &how);
    clear_asked(&asked);
    return projected;
}

static EntView *make_view(EntRun *run, const EntDossier *dossier, bool keep_denied,
                          const EntDate *date)
{
    bool projected = ent_dossier_derivation(dossier) != NULL;
    Asked asked = init_asked();
    g_autoptr(EntReport) report = ent_report_new();
    GError *error = NULL;
    EntView *view = NULL;

    asked.filter.keep_denied = projected ? ent_args_given(run->args, "status") : keep_denied;
    asked.filter.report = report;
    if (ent_args_has(run->args, "directed"))
        asked.filter.directed = ent_args_flag(run->args, "directed");
    if (ent_args_has(run->args, "weight"))
        take_graph(run->args, &asked.filter);
    take_part(run, &asked, dossier);
    if (projected || take_filters(run, &asked, dossier, &error)) {
        if (date) {
            asked.filter.since = asked.filter.until = ENT_DATE_NONE;
            asked.filter.as_of = *date;
        }
        view = ent_view_new(dossier, &asked.filter, &error);
    }
    clear_asked(&asked);
    if (ent_report_length(report))
        ent_messages_report_more(run->messages, report);
    if (!view)
        fail(run, report, error);
    else if (ent_dossier_node_count(dossier) && count_nodes(view) == 0 && !run->told_empty)
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "empty", "the filters leave nothing");
    run->told_empty = true;
    return view;
}

EntView *ent_run_view(EntRun *run, const EntDossier *dossier, bool keep_denied)
{
    return make_view(run, dossier, keep_denied, NULL);
}

EntView *ent_run_view_at(EntRun *run, const EntDossier *dossier, bool keep_denied, EntDate date)
{
    return make_view(run, dossier, keep_denied, &date);
}
