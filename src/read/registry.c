/* SPDX-License-Identifier: MIT */
#include "read/registry.h"

#include "base/lookup.h"

#define ENTRY(name) &ent_reader_##name,
const EntReader *const ent_readers[] = {ENT_READERS(ENTRY) NULL};
#undef ENTRY

const EntReader *ent_reader_find(const char *name, GError **error)
{
    return ent_lookup((gconstpointer const *)ent_readers, "input format", name, error);
}

static char *known_endings(void)
{
    GString *endings = g_string_new(NULL);

    for (guint i = 0; ent_readers[i]; i++)
        for (guint k = 0; ent_readers[i]->endings[k]; k++)
            g_string_append_printf(endings, "%s%s", endings->len ? ", " : "",
                                   ent_readers[i]->endings[k]);
    return g_string_free(endings, FALSE);
}

const EntReader *ent_reader_for_path(const char *path, GError **error)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    g_autofree char *known = NULL;

    for (guint i = 0; ent_readers[i]; i++)
        for (guint k = 0; ent_readers[i]->endings[k]; k++)
            if (g_str_has_suffix(lower, ent_readers[i]->endings[k]))
                return ent_readers[i];
    known = known_endings();
    g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                "cannot tell the format of '%s' by its ending; known are %s", path, known);
    return NULL;
}

bool ent_read_file(EntFacts *facts, const EntReader *reader, const char *path, const char *name,
                   EntReport *report, bool (*progress)(double, gpointer), gpointer data,
                   GError **error)
{
    EntInput *input = ent_input_open(path, name, error);
    EntFile like = {.locate = reader->locate};
    EntReading reading = {.facts = facts,
                          .report = report,
                          .input = input,
                          .progress = progress,
                          .progress_data = data};

    if (!input)
        return false;
    reading.file = ent_facts_add_file(facts, input, &like);
    if (reading.file == G_MAXUINT16) {
        ent_input_free(input);
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_USAGE, "too many files for one dossier");
        return false;
    }
    return reader->read(&reading, error) && ent_input_close(input, error);
}
