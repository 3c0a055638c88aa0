/* SPDX-License-Identifier: MIT */
#include "cli/run.h"

#include "cli/find.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "measure/measure_def.h"

#include <math.h>
#include <unistd.h>

#define EXACT_NODES 20000 /* beyond them --sample auto takes a sample */
#define AUTO_ERROR  0.01
#define MINUTES     120 /* seconds that are told as minutes */

int ent_run_failed(EntRun *run, GError *error)
{
    ent_messages_error(run->messages, error);
    g_error_free(error);
    return ENT_EXIT_FAILED;
}

/* What says the format of the facts: --from, unless that names a node. */
static const char *format_option(const EntRun *run)
{
    return ent_args_has(run->args, "read-as") ? "read-as" : "from";
}

void ent_run_hint_format(const EntRun *run, GError *error)
{
    char *message;

    if (!g_error_matches(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED))
        return;
    message = g_strdup_printf("%s (or say --%s FORMAT)", error->message, format_option(run));
    g_free(error->message);
    error->message = message;
}

static void tell_reading(EntRun *run, const EntDossier *dossier, const char *const *paths,
                         guint length)
{
    for (guint i = 0; i < length; i++)
        ent_messages_say(run->messages, ENT_LEVEL_DETAIL, "read", "read '%s'", paths[i]);
    if (dossier)
        ent_messages_say(run->messages, ENT_LEVEL_DETAIL, "read",
                         "%u nodes, %u edges, %u sources, %u quotes",
                         ent_dossier_node_count(dossier), ent_dossier_edge_count(dossier),
                         ent_dossier_source_count(dossier), ent_dossier_evidence_count(dossier));
}

static EntDossier *load(EntRun *run, const char *const *paths, guint length, bool texts_wanted,
                        GError **error)
{
    EntProgress progress;
    EntLoadOptions options = {
        .format = ent_args_text(run->args, format_option(run)),
        .schema = ent_args_text(run->args, "schema"),
        .texts_wanted = texts_wanted,
        .texts_dropped = !ent_args_command(run->args)->texts,
        .progress = ent_progress_tell,
        .progress_data = &progress,
    };
    EntDossier *dossier;

    ent_progress_begin(&progress, run->progress, "reading");
    dossier =
        ent_dossier_load(paths, length, &options, ent_messages_findings(run->messages), error);
    ent_progress_end(&progress);
    ent_run_hint_format(run, *error);
    tell_reading(run, dossier, paths, length);
    return dossier;
}

EntDossier *ent_run_check(EntRun *run, const char *const *paths, guint length, GError **error)
{
    return load(run, paths, length, true, error);
}

EntDossier *ent_run_load(EntRun *run, const char *const *paths, guint length)
{
    GError *error = NULL;
    g_autoptr(EntDossier) dossier = load(run, paths, length, false, &error);

    ent_messages_report(run->messages, ENT_FINDINGS_ASIDE);
    if (error)
        ent_run_failed(run, error);
    if (dossier && ent_args_has(run->args, "project") && ent_args_given(run->args, "project"))
        return ent_run_project(run, dossier);
    return g_steal_pointer(&dossier);
}

bool ent_run_load_both(EntRun *run, const char *const *paths, EntDossier **first,
                       EntDossier **second)
{
    GError *error = NULL, *other = NULL;

    *first = load(run, paths, 1, false, &error);
    *second = load(run, paths + 1, 1, false, &other);
    ent_messages_report(run->messages, ENT_FINDINGS_ASIDE);
    if (error)
        ent_run_failed(run, error);
    if (other)
        ent_run_failed(run, other);
    return *first && *second;
}

void ent_measured_clear(EntMeasured *columns)
{
    for (gsize i = 0; i < columns->length; i++)
        ent_column_free(columns->columns[i]);
    g_clear_pointer(&columns->columns, g_free);
    columns->length = 0;
}

static guint32 count_nodes(const EntView *view)
{
    guint32 length;

    ent_view_nodes(view, &length);
    return length;
}

static bool has_measure(const GPtrArray *measures, const EntMeasure *measure)
{
    return g_ptr_array_find((GPtrArray *)measures, measure, NULL);
}

const EntMeasure **ent_run_measures(EntRun *run, const char *option)
{
    g_auto(GStrv) names = ent_args_split(run->args, option);
    GPtrArray *measures = g_ptr_array_new();
    GError *error = NULL;

    for (char **name = names; name && *name; name++) {
        const EntMeasure *measure = ent_measure_find(*name, &error);

        if (!measure) {
            g_prefix_error(&error, "'--%s': ", option);
            g_ptr_array_free(measures, TRUE);
            ent_run_failed(run, error);
            return NULL;
        }
        if (!has_measure(measures, measure))
            g_ptr_array_add(measures, (gpointer)measure);
    }
    g_ptr_array_add(measures, NULL);
    return (const EntMeasure **)g_ptr_array_free(measures, FALSE);
}

/* The nodes that --restart names; false after a failure. */
static bool find_restart(EntRun *run, const EntDossier *dossier)
{
    g_auto(GStrv) names = ent_args_split(run->args, "restart");
    GError *error = NULL;

    g_clear_pointer(&run->restart, g_array_unref);
    run->restart = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (char **name = names; name && *name; name++) {
        guint32 node = ent_find_node(dossier, *name, &error);

        if (node == ENT_NONE) {
            g_prefix_error(&error, "'--restart': ");
            ent_run_failed(run, error);
            return false;
        }
        g_array_append_val(run->restart, node);
    }
    return true;
}

/* The error that --sample asks for; 0: exact. */
static double choose_sample(const EntRun *run, const EntView *view)
{
    if (!ent_args_given(run->args, "sample"))
        return 0;
    if (!ent_args_text(run->args, "sample"))
        return ent_args_number(run->args, "sample");
    return count_nodes(view) > EXACT_NODES ? AUTO_ERROR : 0;
}

bool ent_run_measure_options(EntRun *run, const EntView *view, EntProgress *progress,
                             EntMeasureOptions *options)
{
    if (!find_restart(run, ent_view_dossier(view)))
        return false;
    *options = (EntMeasureOptions){
        .normalized = ent_args_flag(run->args, "normalized"),
        .seed = ent_args_count(run->args, "seed"),
        .restart = (const guint32 *)(gpointer)run->restart->data,
        .restart_length = run->restart->len,
        .sample = choose_sample(run, view),
        .alpha = ent_args_number(run->args, "alpha"),
        .progress = ent_progress_tell,
        .progress_data = progress,
    };
    return true;
}

/* How long an exact measure will take, and what to do about it. */
static void tell_long(EntRun *run, const EntView *view, const EntMeasure *measure)
{
    double seconds = ent_measure_seconds(measure, view);

    if (ent_args_given(run->args, "sample") || count_nodes(view) <= EXACT_NODES || !(seconds > 0))
        return;
    ent_messages_say(run->messages, ENT_LEVEL_NOTE, "sample",
                     "exact %s of %u nodes takes about %.0f %s here: '--sample auto' estimates it "
                     "from a sample of shortest paths, much sooner",
                     ent_measure_name(measure), count_nodes(view),
                     ceil(seconds > MINUTES ? seconds / 60 : seconds),
                     seconds > MINUTES ? "minutes" : "seconds");
}

static EntColumn *measure_one(EntRun *run, const EntView *view, const EntMeasure *measure)
{
    g_autofree char *what = g_strconcat("computing ", ent_measure_name(measure), NULL);
    EntProgress progress;
    EntMeasureOptions options;
    GError *error = NULL;
    EntColumn *column;

    if (!ent_run_measure_options(run, view, &progress, &options))
        return NULL;
    tell_long(run, view, measure);
    ent_messages_say(run->messages, ENT_LEVEL_DETAIL, "measure", "%s: %s",
                     ent_measure_name(measure), ent_measure_definition(measure));
    ent_progress_begin(&progress, run->progress, what);
    column = ent_measure_run(measure, view, &options, &error);
    ent_progress_end(&progress);
    if (!column)
        ent_run_failed(run, error);
    return column;
}

bool ent_run_measure(EntRun *run, const EntView *view, const EntMeasure *const *measures,
                     EntMeasured *columns)
{
    gsize length = 0;

    while (measures[length])
        length++;
    columns->columns = g_new0(EntColumn *, length + 1);
    for (; *measures; measures++) {
        EntColumn *column = measure_one(run, view, *measures);

        if (!column)
            return false;
        columns->columns[columns->length++] = column;
    }
    return true;
}

bool ent_run_measure_shown(EntRun *run, const EntView *shown, const EntMeasure *const *measures,
                           EntMeasured *columns)
{
    g_autoptr(EntView) measured = NULL;

    if (!measures[0])
        return true;
    measured = ent_run_view(run, ent_view_dossier(shown), false);
    if (!measured || !ent_run_measure(run, measured, measures, columns))
        return false;
    for (gsize i = 0; i < columns->length; i++) {
        ent_column_carry(columns->columns[i], measured, shown);
        if (columns->columns[i]->note)
            ent_messages_say(run->messages, ENT_LEVEL_NOTE, "measure", "%s: %s",
                             columns->columns[i]->name, columns->columns[i]->note);
    }
    return true;
}

static const char *output_path(const EntRun *run)
{
    return ent_args_has(run->args, "output") ? ent_args_text(run->args, "output") : "-";
}

const char *ent_run_format(const EntRun *run, const char *usual)
{
    static const char *const formats[] = {"csv", "json"};
    const char *dot = strrchr(output_path(run), '.');

    if (ent_args_given(run->args, "format"))
        return ent_args_text(run->args, "format");
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
        if (dot && g_ascii_strcasecmp(dot + 1, formats[i]) == 0)
            return formats[i];
    return usual;
}

guint32 ent_run_top(const EntRun *run, guint32 usual, guint32 length)
{
    bool table = g_str_equal(ent_run_format(run, "table"), "table");
    guint64 top = ent_args_given(run->args, "top") ? ent_args_count(run->args, "top")
                  : table                          ? usual
                                                   : 0;

    return top == 0 || top > length ? length : (guint32)top;
}

EntOutput *ent_run_open(EntRun *run, const char *path)
{
    GError *error = NULL;
    EntOutput *output;

    if (!g_str_equal(path, "-"))
        ent_interrupt_hold();
    output = ent_output_file(path, &error);
    if (output)
        return output;
    ent_interrupt_release();
    ent_run_failed(run, error);
    return NULL;
}

EntOutput *ent_run_output(EntRun *run)
{
    return ent_run_open(run, output_path(run));
}

guint ent_run_width(const EntRun *run)
{
    return g_str_equal(output_path(run), "-") ? ent_terminal_width(STDOUT_FILENO) : 0;
}

int ent_run_close(EntRun *run, EntOutput *output, int status)
{
    GError *error = NULL;

    if (!ent_output_close(output, &error))
        status = ent_run_failed(run, error);
    ent_output_free(output);
    ent_interrupt_release();
    return status;
}

void ent_put_graph(EntOutput *output, const EntView *view)
{
    const char *const *filters = ent_view_filters(view);
    guint32 nodes, edges;

    ent_view_nodes(view, &nodes);
    ent_view_edges(view, &edges);
    ent_putf(output,
             "  \"graph\": { \"nodes\": %u, \"edges\": %u, \"directed\": %s, \"weight\": \"%s\", "
             "\"parallel\": \"%s\", \"filters\": [",
             nodes, edges, ent_view_directed(view) ? "true" : "false", ent_view_weight(view),
             ent_view_parallel(view));
    for (guint i = 0; filters[i]; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_json(output, filters[i]);
    }
    ent_put(output, "] }");
}

void ent_put_head(EntOutput *output, const EntView *view, const char *start)
{
    const char *const *filters = ent_view_filters(view);
    g_autofree char *words = ent_safe_text(ent_view_describe(view));

    ent_putf(output, "%s%s\n", start, words);
    if (!filters[0])
        return;
    ent_putf(output, "%sonly:", start);
    for (; *filters; filters++) {
        g_autofree char *safe = ent_safe_text(*filters);

        ent_putf(output, " %s", safe);
    }
    ent_put(output, "\n");
}
