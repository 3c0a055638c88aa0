/* SPDX-License-Identifier: MIT */
#include "cli/why.h"

#include "base/text.h"
#include "cli/find.h"
#include "cli/groups.h"
#include "cli/progress.h"
#include "cli/run.h"

#define TOP        10      /* ties and pairs where --top says nothing */
#define MOST_PAIRS 1000000 /* that --top 0 keeps */
#define BRIEF      60      /* characters of a name in a message */

static void choose_explained(GPtrArray *names)
{
    g_autofree const EntMeasure **measures = ent_why_measures();

    for (const EntMeasure **measure = measures; *measure; measure++)
        g_ptr_array_add(names, (gpointer)ent_measure_name(*measure));
}

static const EntOption why[] = {
    {"why", 0, ENT_OPTION_NAME, "MEASURE", NULL,
     "what carries the node's score instead: its ties, strongest first, with their quotes; of "
     "betweenness also the pairs of nodes it lies between",
     choose_explained, 0, 0},
    {"top", 0, ENT_OPTION_COUNT, "N", NULL,
     "only the first N ties and pairs; 0: all (default: 10, in CSV and JSON all ties)", NULL, 0, 0},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_why = {"Why (the options of graph and measures go with it)", why};

static const char *first_given(const EntRun *run, const EntOptionGroup *group)
{
    for (const EntOption *option = group->options; option->name; option++)
        if (ent_args_given(run->args, option->name))
            return option->name;
    return NULL;
}

bool ent_why_not_asked(EntRun *run)
{
    const char *given = first_given(run, &ent_group_why);

    if (!given)
        given = first_given(run, &ent_group_measures);
    if (!given)
        given = first_given(run, &ent_group_graph);
    if (given)
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage", "'--%s' goes with '--why'",
                         given);
    return !given;
}

/* The measure asked for, NULL after a failure. */
static const EntMeasure *find_measure(EntRun *run)
{
    GError *error = NULL;
    const EntMeasure *measure = ent_measure_find(ent_args_text(run->args, "why"), &error);

    if (measure && ent_args_given(run->args, "sample")) {
        ent_run_failed(run, g_error_new(ENT_ERROR, ENT_ERROR_USAGE,
                                        "'--why' explains exact scores: leave out '--sample'"));
        return NULL;
    }
    if (measure && ent_why_explains(measure, &error))
        return measure;
    g_prefix_error(&error, "'--why': ");
    ent_run_failed(run, error);
    return NULL;
}

/* How many to tell of what there are. */
static gsize choose_top(const EntRun *run, gsize usual, gsize most)
{
    guint64 top = ent_args_given(run->args, "top") ? ent_args_count(run->args, "top") : usual;

    return top == 0 || top > most ? most : (gsize)top;
}

static EntWhy *explain(EntRun *run, const EntView *view, guint32 node, const EntMeasure *measure)
{
    g_autofree char *what = g_strconcat("explaining ", ent_measure_name(measure), NULL);
    EntProgress progress;
    EntWhyOptions options = {.pairs = (guint32)choose_top(run, TOP, MOST_PAIRS)};
    GError *error = NULL;
    EntWhy *result;

    if (!ent_run_measure_options(run, view, &progress, &options.measure))
        return NULL;

    ent_progress_begin(&progress, run->progress, what);
    result = ent_why_run(measure, view, node, &options, &error);
    ent_progress_end(&progress);
    if (!result)
        ent_run_failed(run, error);
    return result;
}

/* CSV has no place for what was measured: that is told beside it. */
static void tell_graph(EntRun *run, const EntExplained *explained)
{
    ent_messages_say(run->messages, ENT_LEVEL_NOTE, "graph", "%s",
                     ent_view_describe(explained->view));
    if (explained->why->note)
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "measure", "%s: %s",
                         ent_measure_name(explained->why->measure), explained->why->note);
}

static int print(EntRun *run, EntExplained *explained)
{
    const char *format = ent_run_format(run, "table");
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json")) {
        explained->edge_ids = ent_dossier_edge_ids(explained->dossier);
        ent_why_json(output, explained);
        ent_edge_ids_free(explained->edge_ids);
    } else if (g_str_equal(format, "csv")) {
        tell_graph(run, explained);
        ent_why_csv(output, explained);
    } else {
        ent_why_text(output, explained, ent_run_width(run));
    }
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

static int fail_not_measured(EntRun *run, const EntNode *node)
{
    g_autofree char *id = ent_text_brief(node->id, BRIEF);

    if (node->fact.status == ENT_STATUS_DENIED && !ent_args_given(run->args, "status"))
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "data",
                         "node '%s' is denied, and what is denied is not measured unless "
                         "'--status' asks for it",
                         id);
    else
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "data", "the filters leave no node '%s'",
                         id);
    return ENT_EXIT_FAILED;
}

int ent_show_why(EntRun *run)
{
    guint length;
    const char *const *words = ent_args_words(run->args, &length);
    const EntMeasure *measure = find_measure(run);
    g_autoptr(EntDossier) dossier = measure ? ent_run_load(run, words + 1, length - 1) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, false) : NULL;
    g_autoptr(EntWhy) result = NULL;
    EntExplained explained = {.view = view, .dossier = dossier};
    bool table = g_str_equal(ent_run_format(run, "table"), "table");
    GError *error = NULL;
    guint32 node;

    if (!view)
        return ENT_EXIT_FAILED;
    node = ent_find_node(dossier, words[0], &error);
    if (node == ENT_NONE)
        return ent_run_failed(run, error);
    if (ent_view_place(view, node) == ENT_NONE)
        return fail_not_measured(run, ent_dossier_node(dossier, node));
    explained.why = result = explain(run, view, node, measure);
    if (!result)
        return ENT_EXIT_FAILED;
    explained.parts = choose_top(run, table ? TOP : 0, result->part_count);
    return print(run, &explained);
}
