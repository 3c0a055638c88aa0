/* SPDX-License-Identifier: MIT */
#include "cli/generate.h"

#include "cli/groups.h"

static const char head[] =
    "# bash completion for entente\n"
    "\n"
    "# Words of a list with commas between.\n"
    "_entente_list()\n"
    "{\n"
    "    local before=\n"
    "    [[ $cur == *,* ]] && before=${cur%,*},\n"
    "    COMPREPLY=( $(compgen -P \"$before\" -W \"$1\" -- \"${cur##*,}\") )\n"
    "    compopt -o nospace 2>/dev/null\n"
    "}\n"
    "\n"
    "_entente_words()\n"
    "{\n"
    "    COMPREPLY=( $(compgen -W \"$1\" -- \"$cur\") )\n"
    "}\n"
    "\n"
    "_entente()\n"
    "{\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
    "    local command=${COMP_WORDS[1]}\n"
    "    COMPREPLY=()\n"
    "    if (( COMP_CWORD == 1 )); then\n"
    "        _entente_words \"";

static const char middle[] = "\"\n"
                             "        return\n"
                             "    fi\n"
                             "    # \"--option=argument\" comes as three words.\n"
                             "    if [[ $cur == = ]]; then\n"
                             "        cur=\n"
                             "    elif [[ $prev == = ]]; then\n"
                             "        prev=${COMP_WORDS[COMP_CWORD-2]}\n"
                             "    fi\n"
                             "    case $command:$prev in\n";

static const char tail[] = "    esac\n"
                           "}\n"
                           "\n"
                           "complete -o default -F _entente entente\n";

static void put_option(EntOutput *output, const EntCommand *command, const EntOption *option)
{
    g_autoptr(GPtrArray) names = option->choices ? ent_names_of(option->choices) : NULL;

    if (option->kind == ENT_OPTION_FLAG)
        return;
    ent_putf(output, "    %s:--%s", command->name, option->name);
    if (option->letter)
        ent_putf(output, "|%s:-%c", command->name, option->letter);
    ent_put(output, ")\n");
    if (names) {
        ent_putf(output, "        _entente_%s \"",
                 option->kind == ENT_OPTION_LIST ? "list" : "words");
        ent_put_names(output, names);
        ent_put(output, "\"\n");
    }
    ent_put(output, "        return ;;\n");
}

static void put_command(EntOutput *output, const EntCommand *command)
{
    for (const EntOptionGroup *const *group = command->groups; *group; group++)
        for (const EntOption *option = (*group)->options; option->name; option++)
            put_option(output, command, option);
}

static void put_words(EntOutput *output, const EntCommand *command)
{
    g_autoptr(GPtrArray) names = command->choices ? ent_names_of(command->choices) : NULL;

    ent_putf(output, "    %s)\n        if [[ $cur == -* ]]; then\n            _entente_words \"",
             command->name);
    for (const EntOptionGroup *const *group = command->groups; *group; group++)
        for (const EntOption *option = (*group)->options; option->name; option++)
            ent_putf(output, "--%s ", option->name);
    ent_put(output, "\"\n");
    if (names) {
        ent_put(output, "        else\n            _entente_words \"");
        ent_put_names(output, names);
        ent_put(output, "\"\n");
    }
    ent_put(output, "        fi ;;\n");
}

void ent_generate_bash(EntOutput *output)
{
    g_autoptr(GPtrArray) names = ent_names_of(ent_choices_commands);

    ent_put(output, head);
    ent_put_names(output, names);
    ent_put(output, " --help --version");
    ent_put(output, middle);
    for (const EntCommand *const *command = ent_commands; *command; command++)
        if (!(*command)->hidden)
            put_command(output, *command);
    ent_put(output, "    esac\n    case $command in\n");
    for (const EntCommand *const *command = ent_commands; *command; command++)
        if (!(*command)->hidden)
            put_words(output, *command);
    ent_put(output, tail);
}
