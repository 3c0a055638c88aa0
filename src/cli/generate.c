/* SPDX-License-Identifier: MIT */
#include "cli/generate.h"

#include "cli/groups.h"
#include "cli/run.h"

#define MAN_OF "man-"

void ent_put_backslashed(EntOutput *output, const char *text, const char *characters)
{
    for (; *text; text++) {
        if (strchr(characters, *text))
            ent_put(output, "\\");
        ent_put_bytes(output, text, 1);
    }
}

void ent_put_names(EntOutput *output, const GPtrArray *names)
{
    for (guint i = 0; i < names->len; i++)
        ent_putf(output, "%s%s", i ? " " : "", (const char *)names->pdata[i]);
}

GPtrArray *ent_names_of(EntChoices *choices)
{
    GPtrArray *names = g_ptr_array_new();

    choices(names);
    return names;
}

typedef struct {
    const char *name;
    void (*put)(EntOutput *output);
} Product;

static const Product products[] = {
    {"bash", ent_generate_bash},
    {"fish", ent_generate_fish},
    {"man", ent_generate_man},
    {"zsh", ent_generate_zsh},
};

static void choose_products(GPtrArray *names)
{
    for (gsize i = 0; i < G_N_ELEMENTS(products); i++)
        g_ptr_array_add(names, (gpointer)products[i].name);
}

static bool put_product(EntOutput *output, const char *name, GError **error)
{
    const EntCommand *command;

    for (gsize i = 0; i < G_N_ELEMENTS(products); i++) {
        if (g_str_equal(products[i].name, name)) {
            products[i].put(output);
            return true;
        }
    }
    if (!g_str_has_prefix(name, MAN_OF)) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "cannot generate '%s'", name);
        return false;
    }
    command = ent_command_find(name + strlen(MAN_OF), error);
    if (command)
        ent_generate_man_of(output, command);
    return command != NULL;
}

static int run_generate(EntRun *run)
{
    EntOutput *output = ent_run_output(run);
    GError *error = NULL;

    if (!output)
        return ENT_EXIT_FAILED;
    if (!put_product(output, ent_args_words(run->args, NULL)[0], &error)) {
        ent_output_free(output);
        return ent_run_failed(run, error);
    }
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

const EntCommand ent_command_generate = {
    .name = "generate",
    .words = "bash|fish|zsh|man|man-COMMAND",
    .summary = "prints completions, and manual pages for scdoc",
    .description = "For the build and for packagers.",
    .groups = (const EntOptionGroup *const[]){&ent_group_common, NULL},
    .least = 1,
    .most = 1,
    .choices = choose_products,
    .hidden = true,
    .run = run_generate,
};
