/* SPDX-License-Identifier: MIT */
#include "cli/registry.h"
#include "cli/command.h"
#include "base/lookup.h"

#define DECLARE(command) extern const EntCommand ent_command_##command;
#define ADDRESS(command) &ent_command_##command,

ENT_COMMANDS(DECLARE)

const EntCommand *const ent_commands[] = {ENT_COMMANDS(ADDRESS) NULL};

const EntCommand *ent_command_find(const char *name, GError **error)
{
    g_autoptr(GPtrArray) shown = g_ptr_array_new();

    for (const EntCommand *const *command = ent_commands; *command; command++) {
        if ((*command)->hidden && g_str_equal((*command)->name, name))
            return *command;
        if (!(*command)->hidden)
            g_ptr_array_add(shown, (gpointer)*command);
    }
    g_ptr_array_add(shown, NULL);
    return ent_lookup((gconstpointer const *)shown->pdata, "command", name, error);
}
