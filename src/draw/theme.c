/* SPDX-License-Identifier: MIT */
#include "draw/theme.h"

#include "base/json.h"
#include "base/json_decode.h"
#include "base/lookup.h"
#include "model/builtin.h"
#include "model/schema_read.h"

#include <string.h>

#define MOST_BYTES (64 * 1024)

const char *const ent_themes[] = {"light", "colour-blind", "dark", "print", NULL};

static const struct {
    const char *key;
    gsize offset; /* of its colour in a theme */
} keys[] = {
    {"paper", offsetof(EntTheme, paper)},     {"ink", offsetof(EntTheme, ink)},
    {"denied", offsetof(EntTheme, denied)},   {"added", offsetof(EntTheme, added)},
    {"removed", offsetof(EntTheme, removed)}, {"changed", offsetof(EntTheme, changed)},
};

static bool fail(GError **error, const char *name, const char *format, ...) G_GNUC_PRINTF(3, 4);

static bool fail(GError **error, const char *name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, ENT_ERROR, ENT_ERROR_DATA, "theme '%s': %s", name, message);
    return false;
}

static bool is_color(const cJSON *value)
{
    const char *text = cJSON_IsString(value) ? value->valuestring : "";
    bool good = strlen(text) == 7 && *text == '#';
    for (const char *at = text + 1; good && *at; at++)
        good = g_ascii_isxdigit(*at);
    return good;
}

static bool read_nodes(EntTheme *theme, const char *name, const cJSON *value, GError **error)
{
    theme->grey = false;
    theme->colors_length = 0;
    if (cJSON_IsString(value) && strcmp(value->valuestring, "schema") == 0)
        return true;
    if (cJSON_IsString(value) && strcmp(value->valuestring, "grey") == 0)
        return theme->grey = true;
    for (const cJSON *item = cJSON_IsArray(value) ? value->child : NULL; item; item = item->next) {
        if (!is_color(item) || theme->colors_length == ENT_THEME_COLORS)
            return fail(error, name, "\"nodes\" lists at most %d colours, each \"#rrggbb\"",
                        ENT_THEME_COLORS);
        theme->colors[theme->colors_length++] = ent_color(item->valuestring);
    }
    if (theme->colors_length == 0)
        return fail(error, name, "\"nodes\" is \"schema\", \"grey\" or a list of colours");
    return true;
}

static bool read_member(EntTheme *theme, const char *name, const cJSON *member, GError **error)
{
    const char *known[G_N_ELEMENTS(keys) + 2] = {"nodes"};
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        known[i + 1] = keys[i].key;
        if (strcmp(keys[i].key, member->string) != 0)
            continue;
        if (!is_color(member))
            return fail(error, name, "\"%s\" must be a colour, \"#rrggbb\"", keys[i].key);
        *(EntColor *)(void *)((char *)theme + keys[i].offset) = ent_color(member->valuestring);
        return true;
    }
    if (strcmp(member->string, "nodes") == 0)
        return read_nodes(theme, name, member, error);
    if (g_str_has_prefix(member->string, "x-") || strcmp(member->string, "$schema") == 0)
        return true;
    const char *near = ent_nearest(known, member->string);
    return fail(error, name, "unknown key \"%s\"%s%s%s", member->string,
                near ? ": did you mean \"" : "", near ? near : "", near ? "\"?" : "");
}

static bool read_theme(EntTheme *theme, const char *name, const char *text, gsize length,
                       GError **error)
{
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    EntJsonFault fault;
    gsize end = ent_json_scan(text, length, &fault);
    if (end == 0)
        return fail(error, name, "%s, at byte %" G_GSIZE_FORMAT, fault.what, fault.at + 1);
    const cJSON *object = ent_decode(decoder, text, end);
    if (!cJSON_IsObject(object) || ent_json_space(text, length, end) < length || fault.has_nul)
        return fail(error, name, "a theme is one JSON object");
    for (const cJSON *member = object->child; member; member = member->next) {
        if (!read_member(theme, name, member, error))
            return false;
    }
    return true;
}

static bool read_built_in(EntTheme *theme, const char *name, GError **error)
{
    gsize length = 0;
    g_autofree char *file = g_strconcat(name, ".json", NULL);
    const char *text = ent_builtin(file, &length);
    return read_theme(theme, name, text, length, error);
}

static bool read_file(EntTheme *theme, const char *path, GError **error)
{
    g_autoptr(EntInput) input = ent_input_open(path, NULL, error);
    gsize length;
    if (!input)
        return false;
    if (!ent_input_fill_all(input, MOST_BYTES))
        return fail(error, path, "it is too large for a theme");
    const char *text = ent_input_window(input, &length);
    if (!read_theme(theme, path, text, length, error))
        return false;
    return ent_input_close(input, error);
}

bool ent_theme_load(EntTheme *theme, const char *name, GError **error)
{
    if (!read_built_in(theme, ent_themes[0], error))
        return false;
    if (!name || strcmp(name, ent_themes[0]) == 0)
        return true;
    for (guint i = 1; ent_themes[i]; i++) {
        if (strcmp(ent_themes[i], name) == 0)
            return read_built_in(theme, name, error);
    }
    if (strchr(name, '/') || g_str_has_suffix(name, ".json"))
        return read_file(theme, name, error);
    const char *near = ent_nearest(ent_themes, name);
    g_set_error(
        error, ENT_ERROR, ENT_ERROR_USAGE,
        "unknown theme '%s': %s%s%slight, dark, print and colour-blind are built in, a file "
        "of your own ends in .json",
        name, near ? "did you mean '" : "", near ? near : "", near ? "'? " : "");
    return false;
}

EntColor ent_theme_type(const EntTheme *theme, const char *color, guint order)
{
    if (theme->colors_length > 0)
        return theme->colors[order % theme->colors_length];
    return theme->grey ? ent_color_grey(ent_color(color)) : ent_color(color);
}

EntColor ent_theme_ink(const EntTheme *theme, guint fourteenths)
{
    return ent_color_mix(theme->ink, theme->paper, fourteenths / 14.0);
}
