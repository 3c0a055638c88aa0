/* SPDX-License-Identifier: MIT */
#include "cli/usage.h"

#include "cli/terminal.h"

#define NAMES  14u /* columns before a command's summary */
#define HEADS  28u /* columns before an option's help */
#define NARROW 40u
#define WIDE   100u

const char *const ent_usage_statuses[] = {
    "0",  "done",
    "1",  "the facts have errors ('check'), or files would change ('fmt --check')",
    "2",  "wrong usage, unreadable or invalid input, any failure",
    NULL,
};

static void put_wrapped(EntOutput *output, const char *text, guint indent, guint width)
{
    g_autoptr(GString) out = g_string_new(NULL);

    ent_wrap(out, text, indent, CLAMP(width, NARROW, WIDE));
    ent_put_bytes(output, out->str, out->len);
    ent_put(output, "\n");
}

/* Head, then text in a column of its own, which begins on the next line if the head is too long. */
static void put_row(EntOutput *output, const char *head, const char *text, guint column,
                    guint width)
{
    guint used = ent_text_columns(head);

    ent_put(output, head);
    if (used + 2 > column)
        ent_putf(output, "\n%*s", (int)column, "");
    else
        ent_putf(output, "%*s", (int)(column - used), "");
    put_wrapped(output, text, column, width);
}

static void put_paragraphs(EntOutput *output, const char *text, guint indent, guint width)
{
    g_auto(GStrv) paragraphs = g_strsplit(text, "\n\n", -1);

    for (char **paragraph = paragraphs; *paragraph; paragraph++) {
        ent_putf(output, "\n%*s", (int)indent, "");
        put_wrapped(output, *paragraph, indent, width);
    }
}

char *ent_usage_line(const EntCommand *command)
{
    return g_strdup_printf("entente %s [OPTION…]%s%s", command->name, *command->words ? " " : "",
                           command->words);
}

char *ent_usage_option(const EntOption *option)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    GString *out = g_string_new(option->help);

    if (option->kind == ENT_OPTION_CHOICE)
        option->choices(names);
    if (names->len || option->fallback)
        g_string_append(out, " (");
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "", (const char *)names->pdata[i]);
    if (option->fallback)
        g_string_append_printf(out, "%sdefault: %s", names->len ? "; " : "", option->fallback);
    if (names->len || option->fallback)
        g_string_append_c(out, ')');
    return g_string_free(out, FALSE);
}

static void put_option(EntOutput *output, const EntOption *option, guint width)
{
    g_autoptr(GString) head = g_string_new("  ");
    g_autofree char *text = ent_usage_option(option);

    if (option->letter)
        g_string_append_printf(head, "-%c, ", option->letter);
    else
        g_string_append(head, "    ");
    g_string_append_printf(head, "--%s", option->name);
    if (option->argument)
        g_string_append_printf(head, " %s", option->argument);
    put_row(output, head->str, text, HEADS, width);
}

static void put_statuses(EntOutput *output, guint width)
{
    ent_put(output, "\nExit status:\n");
    for (const char *const *at = ent_usage_statuses; *at; at += 2) {
        g_autofree char *head = g_strconcat("  ", at[0], NULL);

        put_row(output, head, at[1], 5, width);
    }
}

static void put_examples(EntOutput *output, const EntExample *examples, guint width)
{
    ent_put(output, "\nExamples:\n");
    for (; examples->words; examples++) {
        ent_putf(output, "  entente %s\n      ", examples->words);
        put_wrapped(output, examples->says, 6, width);
    }
}

void ent_usage_command(EntOutput *output, const EntCommand *command, guint width)
{
    g_autofree char *line = ent_usage_line(command);

    ent_putf(output, "Usage: %s\n\n%c", line, g_ascii_toupper(*command->summary));
    put_wrapped(output, command->summary + 1, 0, width);
    put_paragraphs(output, command->description, 0, width);
    for (const EntOptionGroup *const *group = command->groups; group && *group; group++) {
        ent_putf(output, "\n%s:\n", (*group)->title);
        for (const EntOption *option = (*group)->options; option->name; option++)
            put_option(output, option, width);
    }
    put_statuses(output, width);
    if (command->examples)
        put_examples(output, command->examples, width);
    if (command->next)
        put_paragraphs(output, command->next, 0, width);
}

void ent_usage_program(EntOutput *output, guint width)
{
    ent_put(output, "Usage: entente COMMAND [OPTION…] FACTS…\n\n");
    put_wrapped(output,
                "Sourced facts about leaders, nations, agencies and agreements as a graph that can "
                "be checked, drawn, ranked and handed on.",
                0, width);
    ent_put(output, "\nCommands:\n");
    for (const EntCommand *const *command = ent_commands; *command; command++) {
        g_autofree char *head = g_strconcat("  ", (*command)->name, NULL);

        if (!(*command)->hidden)
            put_row(output, head, (*command)->summary, NAMES, width);
    }
    put_paragraphs(output,
                   "FACTS are files of any readable format, read together as one dossier; - is "
                   "standard input (with --from FORMAT).\n\n"
                   "'entente COMMAND --help' tells all about a command. A first try: "
                   "'entente check FACTS', then 'entente draw -o picture.svg FACTS'.",
                   0, width);
}
