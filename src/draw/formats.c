/* SPDX-License-Identifier: MIT */
#include "draw/formats.h"

#include "base/lookup.h"

#define X(name, sheets, summary)                                                                   \
    static const EntDrawFormat format_##name = {#name, summary, sheets};
ENT_DRAW_FORMATS(X)
#undef X

const EntDrawFormat *const ent_draw_formats[] = {
#define X(name, sheets, summary) &format_##name,
    ENT_DRAW_FORMATS(X)
#undef X
        NULL,
};

static bool ends_with(const char *path, const char *format)
{
    const char *dot = strrchr(path, '.');
    return dot && !strchr(dot, '/') && g_ascii_strcasecmp(dot + 1, format) == 0;
}

const EntDrawFormat *ent_draw_format(const char *name, const char *path, GError **error)
{
    if (name)
        return ent_lookup((gconstpointer const *)ent_draw_formats, "format of drawings", name,
                          error);
    GString *known = g_string_new(NULL);
    for (guint i = 0; ent_draw_formats[i]; i++) {
        if (ends_with(path, ent_draw_formats[i]->name)) {
            g_string_free(known, TRUE);
            return ent_draw_formats[i];
        }
        g_string_append_printf(known, "%s.%s", i > 0 ? ", " : "", ent_draw_formats[i]->name);
    }
    g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                "cannot tell a drawing's format from '%s': its ending is none of %s", path,
                known->str);
    g_string_free(known, TRUE);
    return NULL;
}
