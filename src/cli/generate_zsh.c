/* SPDX-License-Identifier: MIT */
#include "cli/generate.h"

#include "cli/groups.h"

/* Within single quotes, where a quote ends them, is escaped, and begins them again; the characters
 * are those that have a meaning to _arguments or _describe. */
static void put_quoted(EntOutput *output, const char *text, const char *characters)
{
    g_auto(GStrv) pieces = g_strsplit(text, "'", -1);

    for (char **piece = pieces; *piece; piece++) {
        ent_put(output, piece == pieces ? "" : "'\\''");
        ent_put_backslashed(output, *piece, characters);
    }
}

static void put_action(EntOutput *output, const EntOption *option)
{
    g_autoptr(GPtrArray) names = option->choices ? ent_names_of(option->choices) : NULL;

    ent_put(output, ":");
    put_quoted(output, option->argument, ":\\");
    ent_put(output, ":");
    if (names && option->kind == ENT_OPTION_LIST)
        ent_put(output, "_sequence compadd - ");
    else if (names)
        ent_put(output, "(");
    else if (option->kind == ENT_OPTION_FILE)
        ent_put(output, "_files");
    if (names)
        ent_put_names(output, names);
    if (names && option->kind != ENT_OPTION_LIST)
        ent_put(output, ")");
}

static void put_option(EntOutput *output, const EntOption *option)
{
    bool flag = option->kind == ENT_OPTION_FLAG;

    if (option->letter)
        ent_putf(output, " \\\n            '(-%c --%s)'{-%c%s,--%s%s}'[", option->letter,
                 option->name, option->letter, flag ? "" : "+", option->name, flag ? "" : "=");
    else
        ent_putf(output, " \\\n            '--%s%s[", option->name, flag ? "" : "=");
    put_quoted(output, option->help, ":\\[]");
    ent_put(output, "]");
    if (!flag)
        put_action(output, option);
    ent_put(output, "'");
}

static void put_command(EntOutput *output, const EntCommand *command)
{
    ent_putf(output, "    %s)\n        _arguments -s", command->name);
    for (const EntOptionGroup *const *group = command->groups; *group; group++)
        for (const EntOption *option = (*group)->options; option->name; option++)
            put_option(output, option);
    if (command->choices) {
        g_autoptr(GPtrArray) names = ent_names_of(command->choices);

        ent_put(output, " \\\n            '1:what:(");
        ent_put_names(output, names);
        ent_put(output, ")'");
    } else if (command->most > 0) {
        ent_put(output, " \\\n            '*:facts:_files'");
    }
    ent_put(output, " ;;\n");
}

void ent_generate_zsh(EntOutput *output)
{
    ent_put(output, "#compdef entente\n\n_entente()\n{\n    local -a commands=(\n");
    for (const EntCommand *const *command = ent_commands; *command; command++) {
        if ((*command)->hidden)
            continue;
        ent_putf(output, "        '%s:", (*command)->name);
        put_quoted(output, (*command)->summary, ":\\");
        ent_put(output, "'\n");
    }
    ent_put(output, "    )\n    if (( CURRENT == 2 )); then\n"
                    "        _describe -t commands command commands\n        return\n    fi\n"
                    "    shift words\n    (( CURRENT-- ))\n    case $words[1] in\n");
    for (const EntCommand *const *command = ent_commands; *command; command++)
        if (!(*command)->hidden)
            put_command(output, *command);
    ent_put(output, "    esac\n}\n\n_entente \"$@\"\n");
}
