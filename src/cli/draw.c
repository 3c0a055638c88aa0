/* SPDX-License-Identifier: MIT */
#include "cli/draw_frames.h"
#include "cli/draw_path.h"
#include "cli/groups.h"
#include "cli/parted.h"
#include "cli/picture.h"

#include "draw/formats.h"

#include <unistd.h>

static void choose_formats(GPtrArray *names)
{
    ent_choices_add(names, (gconstpointer const *)ent_draw_formats);
}

static void choose_colors(GPtrArray *names)
{
    g_ptr_array_add(names, "type");
    g_ptr_array_add(names, "group");
}

static void choose_widths(GPtrArray *names)
{
    g_ptr_array_add(names, "amount");
    g_ptr_array_add(names, "weight");
}

/* The format, settled before any work; NULL after a failure. */
static const EntDrawFormat *choose_format(EntRun *run, const char *path)
{
    const char *name = ent_args_text(run->args, "format");
    const EntDrawFormat *format = NULL;
    GError *error = NULL;

    if (g_str_equal(path, "-") && isatty(STDOUT_FILENO))
        error = g_error_new(ENT_ERROR, ENT_ERROR_USAGE,
                            "a picture is nothing for a terminal: say where to with -o FILE");
    else
        format = ent_draw_format(name || !g_str_equal(path, "-") ? name : "svg", path, &error);
    if (!format)
        ent_run_failed(run, error);
    return format;
}

/* What is drawn beside the facts themselves. */
typedef struct {
    const EntColumn *size_by;    /* NULL: all alike */
    const EntGrouping *grouping; /* NULL: no groups are shown */
    const guint32 *groups;
    const EntMarked *marked;
    const EntMeasured *with; /* for a page */
    const EntFrames *frames;
    const EntView *whole; /* of all times, where a date is asked for; NULL: none */
} Extras;

static EntWeight choose_width(const EntArgs *args)
{
    if (!ent_args_given(args, "width-by"))
        return ENT_WEIGHT_NONE;
    return g_str_equal(ent_args_text(args, "width-by"), "amount") ? ENT_WEIGHT_AMOUNT
                                                                  : ENT_WEIGHT_WEIGHT;
}

static int draw(EntRun *run, const EntView *view, const EntDrawFormat *format, const Extras *extras)
{
    const EntArgs *args = run->args;
    bool by_group = g_str_equal(ent_args_text(args, "color-by"), "group") ||
                    (ent_args_given(args, "grouping") && !ent_args_flag(args, "groups"));
    EntDrawOptions options = {
        .size_by = extras->size_by,
        .width_by = choose_width(args),
        .color_by = by_group ? ENT_COLOR_GROUP : ENT_COLOR_TYPE,
        .groups = extras->groups,
        .grouping = extras->grouping ? ent_grouping_name(extras->grouping) : NULL,
        .boxes = ent_args_flag(args, "groups"),
        .marked_nodes = extras->marked->nodes,
        .marked_edges = extras->marked->edges,
        .marked = extras->marked->words,
        .whole = extras->whole,
        .frames = (const EntView *const *)extras->frames->views->pdata,
        .frame_words = (const char *const *)extras->frames->words,
        .frames_length = extras->frames->views->len,
        .columns = (const EntColumn *const *)extras->with->columns,
        .columns_length = extras->with->length,
    };

    return ent_run_draw(run, view, format->name, &options);
}

/* At most one; NULL after a failure. */
static const EntMeasure **choose_measure(EntRun *run)
{
    const EntMeasure **measures = ent_run_measures(run, "size-by");

    if (measures && measures[0] && measures[1])
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                         "'--size-by' takes one measure: a node has one size");
    else if (measures && measures[0] && ent_measure_of(measures[0]) == ENT_OF_EDGES)
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                         "'--size-by': '%s' is of edges: nodes are sized by a measure of nodes",
                         ent_measure_name(measures[0]));
    else
        return measures;
    g_free(measures);
    return NULL;
}

/* NULL where none is asked for. */
static const EntGrouping *choose_grouping(EntRun *run)
{
    bool wanted = ent_args_flag(run->args, "groups") || ent_args_given(run->args, "grouping") ||
                  g_str_equal(ent_args_text(run->args, "color-by"), "group");

    return wanted ? ent_group_find(ent_args_text(run->args, "grouping"), NULL) : NULL;
}

/* Whether only what holds at some time is drawn: then it stands where it stands among all. */
static bool is_dated(const EntRun *run)
{
    return ent_args_given(run->args, "as-of") || ent_args_given(run->args, "since") ||
           ent_args_given(run->args, "until");
}

static int run_draw(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    const EntDrawFormat *format = choose_format(run, ent_args_text(run->args, "output"));
    g_autofree const EntMeasure **measures = format ? choose_measure(run) : NULL;
    g_auto(EntAsked) with = {NULL, NULL};
    g_auto(EntFrames) frames = {NULL, NULL, NULL};
    bool asked = measures && ent_run_ask(run, "with", &with) && ent_frames_read(run, &frames);
    g_autoptr(EntDossier) dossier = asked ? ent_run_load(run, paths, length) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, true) : NULL;
    g_auto(EntMeasured) columns = {NULL, 0}, more = {NULL, 0};
    g_auto(EntMarked) marked = {0};
    g_autofree guint32 *groups = NULL;
    g_autoptr(EntView) whole = NULL;
    Extras extras = {
        .grouping = choose_grouping(run), .marked = &marked, .with = &more, .frames = &frames};
    int status;

    if (!view || !ent_run_measure_shown(run, view, measures, &columns) ||
        !ent_run_columns_shown(run, view, &with, &more))
        return ENT_EXIT_FAILED;
    groups = extras.grouping ? ent_run_group_shown(run, view, extras.grouping) : NULL;
    if (extras.grouping && !groups)
        return ENT_EXIT_FAILED;
    if (!ent_frames_view(run, dossier, &frames))
        return ENT_EXIT_FAILED;
    if (is_dated(run) && !ent_dossier_derivation(dossier)) {
        extras.whole = whole = ent_run_view_at(run, dossier, true, ENT_DATE_NONE);
        if (!whole)
            return ENT_EXIT_FAILED;
    }
    status = ent_mark_paths(run, view, &marked);
    if (status != ENT_EXIT_DONE)
        return status;
    extras.groups = groups;
    extras.size_by = columns.length ? columns.columns[0] : NULL;
    return draw(run, view, format, &extras);
}

static const EntOption own[] = {
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-",
     "where to; its ending says the format; - is standard output", NULL, 0, 0},
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", NULL,
     "the format, whatever the file's ending; on standard output SVG if not said", choose_formats,
     0, 0},
    {"size-by", 0, ENT_OPTION_LIST, "MEASURE", NULL, "the larger, the higher a node's measure",
     ent_choices_measures, 0, 0},
    {"width-by", 0, ENT_OPTION_CHOICE, "WHAT", NULL,
     "the wider, the larger an edge's amount (of one currency) or weight", choose_widths, 0, 0},
    {"with", 0, ENT_OPTION_LIST, "MEASURE[,…]", NULL,
     "measures and groupings that a page (.html) can size and colour nodes by", ent_choices_results,
     0, 0},
    {"color-by", 0, ENT_OPTION_CHOICE, "WHAT", "type",
     "what a node's colour says: its type, or the group it is in", choose_colors, 0, 0},
    {"groups", 0, ENT_OPTION_FLAG, NULL, NULL,
     "boxes around the groups, in the layout dot; in others, colours", NULL, 0, 0},
    {"grouping", 0, ENT_OPTION_CHOICE, "GROUPING", "leiden",
     "how to group for --groups and --color-by group; alone it means --color-by group",
     ent_choices_groupings, 0, 0},
    {"path", 0, ENT_OPTION_LIST, "NODE,NODE", NULL,
     "make the shortest paths between two nodes stand out, all else being faded", NULL, 0, 0},
    {"frames", 0, ENT_OPTION_LIST, "DATE[,…]", NULL,
     "a sheet of pictures, what holds on each of these dates, all with the same places", NULL, 0,
     0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_draw = {
    .name = "draw",
    .words = "FACTS…",
    .summary = "a diagram: SVG, PNG, PDF, DOT; a page: HTML",
    .description =
        "Draws the facts, whole or as far as the filters leave them, with a legend of the types. "
        "Planned edges are dashed; denied ones are drawn as such; tooltips of an SVG have the "
        "quotes, and lines lead to their sources where these have an address.\n\n"
        "The layout follows the size of the picture; around one node (--around) it is rings. "
        "'entente list layouts' tells the others: timeline, matrix, two-mode ...\n\n"
        "With --as-of, --since or --until nodes stay where they are in the picture of all times, "
        "so "
        "that pictures of several dates can be compared.\n\n"
        "The layout runs in a program of its own under a limit of time; if it is hit, a quicker "
        "layout is used and a warning says so.",
    .groups = (const EntOptionGroup *const[]){&options, &ent_group_picture, &ent_group_resolution,
                                              &ent_group_measures, &ent_group_graph,
                                              &ent_group_filters, &ent_group_projection,
                                              &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"draw -o talks.svg facts.json", "the whole picture"},
            {"draw -o talks.html --with betweenness,leiden facts.json",
             "a page to look into: search, filters, paths, every quote in its text"},
            {"draw -o wong.png --around lawrence-wong:2 facts.json",
             "a person, with what is two steps away"},
            {"draw -o groups.svg --groups facts.json", "who belongs together"},
            {"draw -o years.svg --frames 2015,2020,2025 facts.json", "how it came about"},
            {"draw -o money.pdf --type nation,fund,company --size-by degree facts.json",
             "some types only, the well tied ones larger"},
            {"draw -o flows.svg --width-by amount facts.json", "lines as wide as their sums"},
            {"draw -o tie.svg --path lawrence-wong,south-korea facts.json",
             "how two nodes are tied, in the whole picture"},
            {NULL, NULL},
        },
    .least = 1,
    .most = G_MAXUINT,
    .texts = true,
    .run = run_draw,
};
