/* SPDX-License-Identifier: MIT */
/*
 * From paths to a dossier: read all files, settle on a schema, run the checks. A file that is
 * broken off leaves facts that speak of what was never read, so after a fault of syntax nothing is
 * checked.
 */
#include "check/load.h"

#include "base/lookup.h"
#include "base/text.h"
#include "check/inside.h"
#include "check/registry.h"
#include "check/say.h"
#include "model/dossier_new.h"
#include "model/schema_read.h"
#include "read/reader.h"

#include <string.h>
#include <sys/stat.h>

#define READING_SHARE 0.8 /* of the whole work, the rest is checking */
#define DEFAULT       "diplomacy"
#define STAND_IN      "open" /* where the facts' own schema is broken: all other rules still hold */

typedef struct {
    const EntLoadOptions *options;
    double done, share; /* of the whole, before and during what runs now */
    bool stopped;
} Load;

static bool go_on(double share, gpointer data)
{
    Load *load = data;

    if (load->options->progress && !load->stopped)
        load->stopped = !load->options->progress(load->done + load->share * CLAMP(share, 0, 1),
                                                 load->options->progress_data);
    return !load->stopped;
}

static const EntReader *reader_for(const char *path, const EntLoadOptions *options, GError **error)
{
    if (options->format)
        return ent_reader_find(options->format, error);
    return strcmp(path, "-") == 0 ? ent_reader_find("json", error)
                                  : ent_reader_for_path(path, error);
}

static const char *name_for(const char *path, const EntLoadOptions *options)
{
    if (strcmp(path, "-") != 0)
        return path;
    return options->input_name ? options->input_name : "<stdin>";
}

/* Bytes of the files whose size is known. */
static guint64 expected_bytes(const char *const *paths, gsize length)
{
    struct stat status;
    guint64 bytes = 0;

    for (gsize i = 0; i < length; i++)
        if (stat(paths[i], &status) == 0 && S_ISREG(status.st_mode))
            bytes += (guint64)status.st_size;
    return bytes;
}

static EntFacts *read_all(const char *const *paths, gsize length, Load *load, EntReport *report,
                          GError **error)
{
    g_autoptr(EntFacts) facts = ent_facts_new();

    ent_facts_expect(facts, expected_bytes(paths, length));
    load->share = READING_SHARE / (double)length;
    for (gsize i = 0; i < length; i++) {
        const EntReader *reader = reader_for(paths[i], load->options, error);

        load->done = load->share * (double)i;
        if (!reader || !ent_read_file(facts, reader, paths[i], name_for(paths[i], load->options),
                                      report, go_on, load, error))
            return NULL;
    }
    return g_steal_pointer(&facts);
}

static const EntLoadOptions no_options = {0};

EntFacts *ent_facts_load(const char *const *paths, gsize length, const EntLoadOptions *options,
                         EntReport *report, GError **error)
{
    Load load = {.options = options ? options : &no_options};

    return read_all(paths, length, &load, report, error);
}

/* What the files mean when none of them names a schema: the first reader that says so decides. */
static const char *default_schema(const char *const *paths, gsize length,
                                  const EntLoadOptions *options)
{
    for (gsize i = 0; i < length; i++) {
        const EntReader *reader = reader_for(paths[i], options, NULL);

        if (reader && reader->schema)
            return reader->schema;
    }
    return DEFAULT;
}

static void schema_finding(const EntFacts *facts, EntReport *report, const char *code, char *hint,
                           char *message)
{
    ent_facts_finding(facts, report, ENT_SEVERITY_ERROR, code, &facts->schema_origin, "/schema",
                      false, hint, "%s", message);
    g_free(message);
}

static void unknown_schema(const EntFacts *facts, EntReport *report)
{
    const char *near = ent_nearest(ent_builtin_schemas, facts->schema);
    g_autofree char *name = ent_say_name(facts->schema);

    schema_finding(facts, report, "unknown-schema",
                   near ? g_strdup_printf("did you mean \"%s\"?", near)
                        : g_strdup("built in are diplomacy and open; a schema file ends in .json"),
                   g_strdup_printf("unknown schema %s", name));
}

/* A schema file that the facts name is held to the same folder as their sources. */
static EntSchema *own_schema_file(const EntFacts *facts, EntReport *report)
{
    const EntFile *file = ent_facts_file(facts, facts->schema_origin.file);
    const char *folder = ent_input_folder(file->input), *why = NULL;
    g_autofree char *path = NULL;
    g_autoptr(GError) failed = NULL;
    EntSchema *schema = NULL;

    switch (ent_inside(folder, facts->schema, &path, &why)) {
    case ENT_OUTSIDE:
        schema_finding(facts, report, "schema-outside",
                       g_strdup("put the schema file beside the facts file, or name it with "
                                "--schema"),
                       g_strdup_printf("'%s' is outside the facts file's folder", facts->schema));
        break;
    case ENT_MISSING:
    case ENT_UNREADABLE:
        schema_finding(facts, report, "schema-file", NULL,
                       g_strdup_printf("cannot read '%s': %s", facts->schema, why));
        break;
    case ENT_INSIDE:
        schema = ent_schema_load(facts->schema, folder, report, &failed);
        if (failed)
            schema_finding(facts, report, "schema-file", NULL, g_strdup(failed->message));
        break;
    }
    return schema;
}

/* The schema that the facts name; NULL after a finding. */
static EntSchema *own_schema(const EntFacts *facts, EntReport *report)
{
    if (ent_texts_have(ent_builtin_schemas, facts->schema))
        return ent_schema_load(facts->schema, NULL, report, NULL);
    if (strchr(facts->schema, '/') || g_str_has_suffix(facts->schema, ".json"))
        return own_schema_file(facts, report);
    unknown_schema(facts, report);
    return NULL;
}

/* NULL and an error only where the caller asked for a schema that cannot be read. */
static EntSchema *choose_schema(const EntFacts *facts, const char *wanted, const char *fallback,
                                EntReport *report, GError **error)
{
    GError *failed = NULL;
    EntSchema *schema;

    if (wanted)
        schema = ent_schema_load(wanted, NULL, report, &failed);
    else if (facts->schema)
        schema = own_schema(facts, report);
    else
        schema = ent_schema_load(fallback, NULL, report, &failed);
    if (failed) {
        g_propagate_error(error, failed);
        return NULL;
    }
    return schema ? schema : ent_schema_load(STAND_IN, NULL, report, error);
}

/* Whether so little was understood that most of what the checks would find is noise. */
static bool is_broken(const EntFacts *facts, EntReport *report, guint errors_before)
{
    if (ent_report_count(report, ENT_SEVERITY_ERROR) == errors_before)
        return false;
    for (guint i = 0; i < ent_report_length(report); i++) {
        const char *code = ent_report_get(report, i)->code;

        if (strcmp(code, "syntax") == 0 || strcmp(code, "not-facts") == 0)
            return true;
    }
    for (guint32 i = 0; i < facts->nodes->len; i++)
        if (ent_facts_get_node(facts, i)->declared)
            return false;
    return true;
}

static void run_checks(Load *load, EntFacts *facts, EntSchema *schema, EntReport *report)
{
    EntChecking checking = {.facts = facts,
                            .schema = schema,
                            .report = report,
                            .texts_wanted = load->options->texts_wanted,
                            .texts_kept = !load->options->texts_dropped,
                            .progress = go_on,
                            .progress_data = load};

    load->done = READING_SHARE;
    load->share = 1 - READING_SHARE;
    for (guint i = 0; ent_checks[i] && !load->stopped; i++)
        ent_checks[i]->run(&checking);
}

EntDossier *ent_dossier_load(const char *const *paths, gsize length, const EntLoadOptions *options,
                             EntReport *report, GError **error)
{
    Load load = {.options = options ? options : &no_options};
    guint before = ent_report_count(report, ENT_SEVERITY_ERROR);
    g_autoptr(EntFacts) facts = NULL;
    g_autoptr(EntSchema) schema = NULL;

    if (length == 0) {
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_USAGE, "no facts files given");
        return NULL;
    }
    facts = read_all(paths, length, &load, report, error);
    if (!facts || is_broken(facts, report, before))
        return NULL;
    schema = choose_schema(facts, load.options->schema, default_schema(paths, length, load.options),
                           report, error);
    if (!schema)
        return NULL;
    run_checks(&load, facts, schema, report);
    if (load.stopped)
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_COMPUTE, "interrupted");
    if (load.stopped || ent_report_count(report, ENT_SEVERITY_ERROR) > before)
        return NULL;
    return ent_dossier_new(g_steal_pointer(&facts), g_steal_pointer(&schema));
}
