/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/start.h"

static int run_help(EntRun *run)
{
    const char *const *words = ent_args_words(run->args, NULL);
    const EntCommand *command = NULL;
    GError *error = NULL;

    if (*words && !(command = ent_command_find(*words, &error)))
        return ent_run_misused(run, error);
    return ent_run_help(run, command);
}

const EntCommand ent_command_help = {
    .name = "help",
    .words = "[COMMAND]",
    .summary = "tells all about a command, or lists them",
    .description = "Prints the same as 'entente COMMAND --help'.",
    .groups = (const EntOptionGroup *const[]){&ent_group_common, NULL},
    .examples =
        (const EntExample[]){{"help rank", "how nodes are ranked, and by what"}, {NULL, NULL}},
    .most = 1,
    .choices = ent_choices_commands,
    .run = run_help,
};
