/* SPDX-License-Identifier: MIT */
#include "cli/diff.h"

#include "cli/groups.h"
#include "cli/picture.h"
#include "draw/formats.h"

#include <string.h>

static void choose_formats(GPtrArray *names)
{
    ent_choices_answers(names);
    ent_choices_add(names, (gconstpointer const *)ent_draw_formats);
}

/* The format of the picture that is asked for; NULL: an answer in text. */
static const EntDrawFormat *picture_format(const EntRun *run)
{
    const char *name = ent_args_text(run->args, "format");
    const char *path = ent_args_text(run->args, "output");

    for (guint i = 0; name && ent_draw_formats[i]; i++)
        if (g_str_equal(ent_draw_formats[i]->name, name))
            return ent_draw_formats[i];
    return name || g_str_equal(path, "-") ? NULL : ent_draw_format(NULL, path, NULL);
}

static int draw(EntRun *run, const EntDiff *diff, const EntDrawFormat *format)
{
    g_autoptr(EntJoined) joined = ent_diff_join(diff);
    EntFilter filter = {.keep_denied = true};
    GError *error = NULL;
    g_autoptr(EntView) view = ent_view_new(joined->dossier, &filter, &error);
    EntDrawOptions options = {.node_changes = joined->nodes, .edge_changes = joined->edges};

    if (!view)
        return ent_run_failed(run, error);
    return ent_run_draw(run, view, format->name, &options);
}

static int print(EntRun *run, const EntDiff *diff)
{
    const char *format = ent_run_format(run, "table");
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json"))
        ent_diff_json(output, diff);
    else if (g_str_equal(format, "csv"))
        ent_diff_csv(output, diff);
    else
        ent_diff_text(output, diff, ent_run_width(run));
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

static int run_diff(EntRun *run)
{
    const char *const *paths = ent_args_words(run->args, &(guint){0});
    const EntDrawFormat *format = picture_format(run);
    g_autoptr(EntDossier) old = NULL, new = NULL;
    g_autoptr(EntDiff) diff = NULL;
    int status;

    if (!ent_run_load_both(run, paths, &old, &new))
        return ENT_EXIT_FAILED;
    diff = ent_diff_new(old, new);
    status = format ? draw(run, diff, format) : print(run, diff);
    if (status == ENT_EXIT_DONE && ent_args_flag(run->args, "exit-code") && ent_diff_any(diff))
        return ENT_EXIT_FINDINGS;
    return status;
}

static const EntOption own[] = {
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-",
     "where to; .svg, .png, .pdf and .dot draw the difference; - is standard output", NULL, 0, 0},
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", NULL,
     "words for people, CSV or JSON for programs, or a picture; not said: by the ending of -o, "
     "else words",
     choose_formats, 0, 0},
    {"exit-code", 0, ENT_OPTION_FLAG, NULL, NULL, "exit 1 where there is a difference", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_diff = {
    .name = "diff",
    .words = "OLD NEW",
    .summary = "what was added, removed, changed between two facts files",
    .description =
        "Compares two dossiers fact by fact: nodes, edges and sources that were added or removed, "
        "and of those in both the keys whose values are others and the quotes that were gained or "
        "lost. The order of facts, keys, aliases and quotes makes no difference.\n\n"
        "Nodes and sources are the same where their ids are. Edges are the same where their ids "
        "are, or, without ids, where ends and type are: first those that say the same, then one "
        "after the other.\n\n"
        "'git show HEAD:facts.json | entente diff --from json - facts.json' tells what is not "
        "committed yet.\n\n"
        "A picture shows both: what was added green and thick, what was removed red and dashed, "
        "what changed amber; all else is faded.",
    .groups = (const EntOptionGroup *const[]){&options, &ent_group_picture, &ent_group_reading,
                                              &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"diff old.json facts.json", "in words"},
            {"diff old.json facts.json -o diff.svg", "as a picture"},
            {"diff --exit-code old.json facts.json >diff.txt || echo another", "in a script"},
            {"diff -f json old.json facts.json | jq '.added.nodes[].id'", "for programs"},
            {NULL, NULL},
        },
    .least = 2,
    .most = 2,
    .texts = true,
    .run = run_diff,
};
