/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/interrupt.h"
#include "cli/parted.h"
#include "cli/run.h"

/* Where to and in which format; NULL after a failure. */
static const EntWriter *choose_writer(EntRun *run, const char *path)
{
    const char *format = ent_args_text(run->args, "format");
    GError *error = NULL;
    const EntWriter *writer = NULL;

    if (format)
        writer = ent_writer_find(format, &error);
    else if (g_str_equal(path, "-"))
        error = g_error_new(ENT_ERROR, ENT_ERROR_USAGE,
                            "say where to or in which format: -o FILE, or -f FORMAT");
    else
        writer = ent_writer_for_path(path, &error);
    if (!writer)
        ent_run_failed(run, error);
    return writer;
}

static int write_file(EntRun *run, const EntWriter *writer, const EntView *view,
                      const EntMeasured *columns)
{
    const char *path = ent_args_text(run->args, "output");
    GError *error = NULL;
    bool written;

    if (!g_str_equal(path, "-"))
        ent_interrupt_hold();
    written = ent_write(writer, view, (const EntColumn *const *)columns->columns, columns->length,
                        path, &error);
    ent_interrupt_release();
    if (!written)
        return ent_run_failed(run, error);
    ent_messages_say(run->messages, ENT_LEVEL_DETAIL, "write", "wrote '%s' (%s)", path,
                     ent_writer_name(writer));
    return ENT_EXIT_DONE;
}

static int run_export(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    const EntWriter *writer = choose_writer(run, ent_args_text(run->args, "output"));
    g_auto(EntAsked) with = {NULL, NULL};
    bool asked = writer && ent_run_ask(run, "with", &with);
    g_autoptr(EntDossier) dossier = asked ? ent_run_load(run, paths, length) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, true) : NULL;
    g_auto(EntMeasured) columns = {NULL, 0};

    if (!view || !ent_run_columns_shown(run, view, &with, &columns))
        return ENT_EXIT_FAILED;
    return write_file(run, writer, view, &columns);
}

static const EntOption own[] = {
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-",
     "where to; its ending says the format; - is standard output", NULL, 0, 0},
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", NULL, "the format, whatever the file's ending",
     ent_choices_writers, 0, 0},
    {"with", 0, ENT_OPTION_LIST, "MEASURE[,…]", NULL,
     "write these measures, or the numbers of its group by these groupings, beside each node",
     ent_choices_results, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_export = {
    .name = "export",
    .words = "FACTS…",
    .summary = "another format: GraphML, JSON, NDJSON, CSV",
    .description =
        "Writes the facts in another format, whole or as far as the filters leave them. It also "
        "turns any readable file into a facts file, and joins several files into one.\n\n"
        "A file is written whole or not at all. CSV is several files: -o talks.csv writes "
        "talks-nodes.csv, talks-edges.csv and so on.",
    .groups =
        (const EntOptionGroup *const[]){&options, &ent_group_parting, &ent_group_measures,
                                        &ent_group_graph, &ent_group_filters, &ent_group_projection,
                                        &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"export -o talks.graphml --with degree,betweenness facts.json",
             "for Gephi, Cytoscape, yEd, NetworkX, igraph"},
            {"export -o talks.csv --with leiden facts.json",
             "each node with the number of its group"},
            {"export -o facts.json nodes.csv edges.csv", "a facts file from a spreadsheet"},
            {"export -f ndjson facts.json | wc -l", "a fact a line"},
            {NULL, NULL},
        },
    .least = 1,
    .most = G_MAXUINT,
    .run = run_export,
};
