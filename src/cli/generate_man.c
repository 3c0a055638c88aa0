/* SPDX-License-Identifier: MIT */
#include "cli/generate.h"

#include "cli/groups.h"
#include "cli/usage.h"

static void put_text(EntOutput *output, const char *text)
{
    ent_put_backslashed(output, text, "\\*_+-"); /* a paragraph may begin with a hyphen */
}

/* Paragraphs are parted by empty lines there too. */
static void put_section(EntOutput *output, const char *title, const char *text)
{
    ent_putf(output, "\n# %s\n\n", title);
    put_text(output, text);
    ent_put(output, "\n");
}

static void put_option(EntOutput *output, const EntOption *option)
{
    g_autofree char *text = ent_usage_option(option);

    ent_put(output, "\n");
    if (option->letter)
        ent_putf(output, "*-%c*, ", option->letter);
    ent_putf(output, "*--%s*", option->name);
    if (option->argument) {
        ent_put(output, " _");
        put_text(output, option->argument);
        ent_put(output, "_");
    }
    ent_put(output, "\n\t");
    put_text(output, text);
    ent_put(output, "\n");
}

static void put_group(EntOutput *output, const EntOptionGroup *group)
{
    g_autofree char *title = g_ascii_strup(group->title, -1);

    ent_putf(output, "\n# %s\n", title);
    for (const EntOption *option = group->options; option->name; option++)
        put_option(output, option);
}

static void put_statuses(EntOutput *output)
{
    ent_put(output, "\n# EXIT STATUS\n");
    for (const char *const *at = ent_usage_statuses; *at; at += 2) {
        ent_putf(output, "\n*%s*\n\t", at[0]);
        put_text(output, at[1]);
        ent_put(output, "\n");
    }
}

static void put_examples(EntOutput *output, const EntExample *example)
{
    ent_put(output, "\n# EXAMPLES\n");
    for (; example->words; example++) {
        ent_put(output, "\n*entente ");
        put_text(output, example->words);
        ent_put(output, "*\n\t");
        put_text(output, example->says);
        ent_put(output, "\n");
    }
}

static void put_head(EntOutput *output, const char *name, const char *summary)
{
    ent_putf(output, "%s(1)\n\n# NAME\n\n%s - ", name, name);
    put_text(output, summary);
    ent_put(output, "\n\n# SYNOPSIS\n\n");
}

void ent_generate_man_of(EntOutput *output, const EntCommand *command)
{
    g_autofree char *name = g_strconcat("entente-", command->name, NULL);

    put_head(output, name, command->summary);
    ent_putf(output, "*entente %s* [_OPTION_…]%s", command->name, *command->words ? " " : "");
    put_text(output, command->words);
    ent_put(output, "\n");
    put_section(output, "DESCRIPTION", command->description);
    for (const EntOptionGroup *const *group = command->groups; group && *group; group++)
        put_group(output, *group);
    put_statuses(output);
    if (command->examples)
        put_examples(output, command->examples);
    if (command->next)
        put_section(output, "WHAT NEXT", command->next);
    ent_put(output, "\n# SEE ALSO\n\n*entente*(1)\n");
}

void ent_generate_man(EntOutput *output)
{
    put_head(output, "entente", "sourced facts as a graph: checked, drawn, ranked, handed on");
    ent_put(output, "*entente* _COMMAND_ [_OPTION_…] _FACTS_…\n");
    put_section(
        output, "DESCRIPTION",
        "entente turns sourced facts about leaders, nations, agencies and agreements into a "
        "graph in which every line can be traced to a quote.\n\n"
        "FACTS are files of any readable format, read together as one dossier; - is "
        "standard input (with --from FORMAT).");
    ent_put(output, "\n# COMMANDS\n");
    for (const EntCommand *const *command = ent_commands; *command; command++) {
        if ((*command)->hidden)
            continue;
        ent_putf(output, "\n*entente-%s*(1)\n\t", (*command)->name);
        put_text(output, (*command)->summary);
        ent_put(output, "\n");
    }
    put_group(output, &ent_group_common);
    put_statuses(output);
    ent_put(output,
            "\n# ENVIRONMENT\n\n*NO_COLOR*\n\twhere it is set and not empty, messages have "
            "no colour unless --color asks for it\n\n*COLUMNS*\n\tthe width of the terminal, "
            "in place of its own\n");
}
