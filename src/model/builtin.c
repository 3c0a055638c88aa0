/* SPDX-License-Identifier: MIT */
#include "model/builtin.h"
#include "model/schema_read.h"

const char *const ent_builtin_schemas[] = {"diplomacy", "open", NULL};

const char *ent_builtin(const char *name, gsize *length)
{
    g_autofree char *file = g_strconcat(name, ".json", NULL);

    for (const EntBuiltin *builtin = ent_builtins; builtin->name; builtin++) {
        if (g_str_equal(builtin->name, name) || g_str_equal(builtin->name, file)) {
            if (length)
                *length = builtin->length;
            return builtin->text;
        }
    }
    return NULL;
}
