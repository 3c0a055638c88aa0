/* SPDX-License-Identifier: MIT */
#include "cli/start.h"

#include "cli/terminal.h"
#include "cli/usage.h"

#include <stdio.h>
#include <unistd.h>

void ent_run_begin(EntRun *run)
{
    const EntArgs *args = run->args;
    const char *form = ent_args_text(args, "message-format");
    EntMessageOptions options = {
        .form = form,
        .color = ent_terminal_colors(STDERR_FILENO, ent_args_text(args, "color")),
        .quiet = ent_args_flag(args, "quiet"),
        .verbose = ent_args_flag(args, "verbose"),
    };

    run->messages = ent_messages_new(&options);
    run->progress = isatty(STDERR_FILENO) && g_str_equal(form, "text") && !options.quiet &&
                    !ent_args_flag(args, "no-progress");
}

void ent_run_end(EntRun *run)
{
    ent_messages_close(run->messages);
    g_clear_pointer(&run->messages, ent_messages_free);
    g_clear_pointer(&run->restart, g_array_unref);
}

int ent_run_misused(EntRun *run, GError *error)
{
    const EntCommand *command = ent_args_command(run->args);

    ent_run_failed(run, error);
    if (g_str_equal(command->name, "help"))
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "usage",
                         "'entente help' lists all commands");
    else
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "usage",
                         "'entente %s --help' tells all about it", command->name);
    return ENT_EXIT_FAILED;
}

int ent_run_help(EntRun *run, const EntCommand *command)
{
    guint width = ent_terminal_width(STDOUT_FILENO);
    EntOutput *output = ent_run_open(run, "-");

    if (!output)
        return ENT_EXIT_FAILED;
    if (width == 0)
        width = ENT_USUAL_WIDTH;
    if (command)
        ent_usage_command(output, command, width);
    else
        ent_usage_program(output, width);
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

int ent_run_version(EntRun *run)
{
    EntOutput *output = ent_run_open(run, "-");

    if (!output)
        return ENT_EXIT_FAILED;
    ent_put(output, "entente " ENT_VERSION "\n");
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

int ent_no_command(void)
{
    guint width = ent_terminal_width(STDERR_FILENO);
    g_autoptr(EntOutput) output = ent_output_memory();

    ent_usage_program(output, width ? width : ENT_USUAL_WIDTH);
    fputs(ent_output_text(output, NULL), stderr);
    return ENT_EXIT_FAILED;
}

bool ent_is_general(const char *word)
{
    return g_str_equal(word, "-h") || g_str_equal(word, "--help") || g_str_equal(word, "--version");
}
