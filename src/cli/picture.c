/* SPDX-License-Identifier: MIT */
#include "cli/picture.h"

#include "cli/groups.h"
#include "cli/progress.h"

#include "draw/layouts.h"
#include "draw/theme.h"

static void choose_layouts(GPtrArray *names)
{
    ent_choices_add(names, (gconstpointer const *)ent_layouts);
}

static void choose_themes(GPtrArray *names)
{
    for (guint i = 0; ent_themes[i]; i++)
        g_ptr_array_add(names, (gpointer)ent_themes[i]);
}

static void choose_directions(GPtrArray *names)
{
    static const char *const directions[] = {"down", "right", "up", "left"};

    for (gsize i = 0; i < G_N_ELEMENTS(directions); i++)
        g_ptr_array_add(names, (gpointer)directions[i]);
}

static void tell_notice(const char *message, gpointer data)
{
    EntRun *run = data;

    ent_messages_say(run->messages, ENT_LEVEL_WARNING, "draw", "%s", message);
}

int ent_run_draw(EntRun *run, const EntView *view, const char *format, EntDrawOptions *options)
{
    const EntArgs *args = run->args;
    const char *path = ent_args_text(args, "output");
    EntProgress progress;
    GError *error = NULL;
    bool drawn;

    options->format = format;
    options->layout = ent_args_text(args, "layout");
    options->theme = ent_args_text(args, "theme");
    options->direction = ent_args_text(args, "direction");
    options->ranks = ent_args_flag(args, "ranks");
    options->title = ent_args_text(args, "title");
    options->seconds = (guint)ent_args_count(args, "timeout");
    options->scale = ent_args_number(args, "scale");
    options->notice = tell_notice;
    options->notice_data = run;
    ent_progress_announce(&progress, run->progress, "drawing");
    drawn = ent_draw(view, options, path, &error);
    ent_progress_end(&progress);
    if (!drawn)
        return ent_run_failed(run, error);
    ent_messages_say(run->messages, ENT_LEVEL_DETAIL, "write", "wrote '%s' (%s): %s", path, format,
                     ent_view_describe(view));
    return ENT_EXIT_DONE;
}

static const EntOption picture[] = {
    {"layout", 0, ENT_OPTION_CHOICE, "LAYOUT", "auto", "how nodes are placed", choose_layouts, 0,
     0},
    {"direction", 0, ENT_OPTION_CHOICE, "WAY", NULL,
     "which way edges run, in layouts that have one; chosen if not said", choose_directions, 0, 0},
    {"ranks", 0, ENT_OPTION_FLAG, NULL, NULL,
     "columns by type, in the schema's order; rows with --direction down", NULL, 0, 0},
    {"theme", 0, ENT_OPTION_FILE, "NAME|FILE", "light",
     "the colours: light, dark, print (greys), colour-blind, or a JSON file of your own",
     choose_themes, 0, 0},
    {"title", 0, ENT_OPTION_TEXT, "TEXT", NULL, "the title, in place of the facts' own", NULL, 0,
     0},
    {"scale", 0, ENT_OPTION_NUMBER, "X", "2", "pixels of a PNG for each point of the drawing", NULL,
     0.1, 20},
    {"timeout", 0, ENT_OPTION_COUNT, "SECONDS", "60",
     "how long a layout may take before a quicker one is tried, and a grouping at all", NULL, 1,
     86400},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_picture = {"Picture", picture};
