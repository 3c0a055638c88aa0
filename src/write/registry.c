/* SPDX-License-Identifier: MIT */
#include "write/registry.h"
#include "write/writer_def.h"
#include "base/lookup.h"

#define DECLARE(writer) extern const EntWriter ent_writer_##writer;
#define ADDRESS(writer) &ent_writer_##writer,

ENT_WRITERS(DECLARE)

static const EntWriter *const writers[] = {ENT_WRITERS(ADDRESS) NULL};

const EntWriter *const *ent_writers(void)
{
    return writers;
}

const char *ent_writer_name(const EntWriter *writer)
{
    return writer->name;
}

const char *ent_writer_summary(const EntWriter *writer)
{
    return writer->summary;
}

const EntWriter *ent_writer_find(const char *name, GError **error)
{
    return ent_lookup((gconstpointer const *)writers, "format", name, error);
}

static bool ends_with(const char *path, const char *ending)
{
    gsize length = strlen(path), wanted = strlen(ending);

    return length > wanted && g_ascii_strcasecmp(path + length - wanted, ending) == 0;
}

static bool has_ending(const EntWriter *writer, const char *path)
{
    for (const char *const *ending = writer->endings; *ending; ending++)
        if (ends_with(path, *ending))
            return true;
    return false;
}

static char *list_endings(void)
{
    GString *list = g_string_new(NULL);

    for (const EntWriter *const *writer = writers; *writer; writer++)
        for (const char *const *ending = (*writer)->endings; *ending; ending++)
            g_string_append_printf(list, "%s%s", list->len ? ", " : "", *ending);
    return g_string_free(list, FALSE);
}

const EntWriter *ent_writer_for_path(const char *path, GError **error)
{
    g_autofree char *known = NULL;

    for (const EntWriter *const *writer = writers; *writer; writer++)
        if (has_ending(*writer, path))
            return *writer;
    known = list_endings();
    g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                "cannot tell the format of '%s' from its ending: known are %s", path, known);
    return NULL;
}
