/* SPDX-License-Identifier: MIT */
#include "cli/generate.h"

static void put_quoted(EntOutput *output, const char *text)
{
    ent_put(output, "'");
    ent_put_backslashed(output, text, "'\\");
    ent_put(output, "'");
}

/* What fish offers for an argument: of a list the words after those that are there. */
static void put_choices(EntOutput *output, const EntOption *option)
{
    g_autoptr(GPtrArray) names = ent_names_of(option->choices);
    bool list = option->kind == ENT_OPTION_LIST;

    ent_put(output, list ? " -a '(__fish_append , " : " -a '");
    ent_put_names(output, names);
    ent_put(output, list ? ")'" : "'");
}

static void put_option(EntOutput *output, const EntCommand *command, const EntOption *option)
{
    ent_putf(output, "complete -c entente -n '__fish_seen_subcommand_from %s' -l %s", command->name,
             option->name);
    if (option->letter)
        ent_putf(output, " -s %c", option->letter);
    if (option->kind == ENT_OPTION_FILE)
        ent_put(output, " -r -F");
    else if (option->kind != ENT_OPTION_FLAG)
        ent_put(output, " -x");
    if (option->choices)
        put_choices(output, option);
    ent_put(output, " -d ");
    put_quoted(output, option->help);
    ent_put(output, "\n");
}

static void put_command(EntOutput *output, const EntCommand *command)
{
    ent_putf(output, "\ncomplete -c entente -f -n __fish_use_subcommand -a %s -d ", command->name);
    put_quoted(output, command->summary);
    ent_put(output, "\n");
    for (const EntOptionGroup *const *group = command->groups; *group; group++)
        for (const EntOption *option = (*group)->options; option->name; option++)
            put_option(output, command, option);
    if (command->choices) {
        g_autoptr(GPtrArray) names = ent_names_of(command->choices);

        ent_putf(output, "complete -c entente -f -n '__fish_seen_subcommand_from %s' -a '",
                 command->name);
        ent_put_names(output, names);
        ent_put(output, "'\n");
    }
}

void ent_generate_fish(EntOutput *output)
{
    ent_put(output, "# fish completion for entente\n"
                    "complete -c entente -n __fish_use_subcommand -s h -l help -d 'print help'\n"
                    "complete -c entente -n __fish_use_subcommand -l version -d 'print the "
                    "version'\n");
    for (const EntCommand *const *command = ent_commands; *command; command++)
        if (!(*command)->hidden)
            put_command(output, *command);
}
