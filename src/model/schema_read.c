/* SPDX-License-Identifier: MIT */
#include "model/schema_reading.h"

#include "base/hash.h"
#include "base/input.h"
#include "base/json.h"
#include "base/lookup.h"
#include "base/text.h"

#include <string.h>

#define SCHEMA_BYTES (16 * 1024 * 1024) /* a larger file is no schema */

static const char *const top_keys[] = {"$schema",     "ententeSchema", "name",
                                       "description", "extends",       "open",
                                       "nodeTypes",   "edgeTypes",     NULL};

static void read_top_keys(EntSchemaReading *reading, const cJSON *top)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    for (const cJSON *member = top->child; member; member = member->next) {
        g_string_truncate(reading->pointer, 0);
        ent_json_pointer_add(reading->pointer, member->string);
        if (!ent_schema_is_new(reading, "key", member, seen))
            continue;
        if (!g_str_has_prefix(member->string, "x-") && !ent_texts_have(top_keys, member->string))
            ent_schema_unknown_key(reading, member->string, top_keys);
        else if (g_str_equal(member->string, "open"))
            reading->schema->open = cJSON_IsTrue(member);
        else if (g_str_equal(member->string, "ententeSchema") &&
                 !(cJSON_IsNumber(member) && member->valuedouble == 1))
            ent_schema_finding(reading, "format-version", false, NULL,
                               "only version 1 of schemas is known");
    }
}

static bool parse(EntSchemaReading *reading);

/* "extends": all types of a built-in schema come first; the file's own add to or redefine them. */
static void read_base(EntSchemaReading *reading, const cJSON *base)
{
    EntSchemaReading inner = *reading;

    if (!base)
        return;
    g_string_assign(reading->pointer, "/extends");
    if (!cJSON_IsString(base) || !ent_texts_have(ent_builtin_schemas, base->valuestring)) {
        ent_schema_finding(reading, "wrong-value", false, NULL,
                           "\"extends\" must name a built-in schema (diplomacy, open)");
        return;
    }
    inner.pointer = g_string_new(NULL);
    inner.text = ent_builtin(base->valuestring, &inner.length);
    parse(&inner);
    g_string_free(inner.pointer, TRUE);
}

static bool parse(EntSchemaReading *reading)
{
    EntJsonFault fault;
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    gsize end = ent_json_scan(reading->text, reading->length, &fault);
    const cJSON *top;

    if (end && ent_json_space(reading->text, reading->length, end) < reading->length) {
        fault = (EntJsonFault){.what = "text after the schema", .at = end};
        end = 0;
    }
    if (!end) {
        EntPiece piece = ent_schema_piece(reading);
        EntPlace place;
        char *excerpt = NULL;

        ent_place_span(&piece, (EntSpan){fault.at, 1}, &place, &excerpt);
        ent_report_add(reading->report, ENT_SEVERITY_ERROR, "syntax", &place, g_strdup(fault.what),
                       NULL, excerpt);
        return false;
    }
    top = ent_decode(decoder, reading->text, reading->length);
    if (!cJSON_IsObject(top)) {
        ent_schema_finding(reading, "not-a-schema", false, NULL, "a schema file holds one object");
        return false;
    }
    read_base(reading, cJSON_GetObjectItemCaseSensitive(top, "extends"));
    top = ent_decode(decoder, reading->text, reading->length); /* the decoder was used in between */
    read_top_keys(reading, top);
    ent_schema_read_types(reading, top);
    return true;
}

/* name is what the schema is called, the reading's file where its findings are. */
static EntSchema *read_schema(EntSchemaReading *reading, const char *name)
{
    guint before = ent_report_count(reading->report, ENT_SEVERITY_ERROR);
    bool good;

    reading->schema = ent_schema_new(name);
    reading->pointer = g_string_new(NULL);
    good = parse(reading);
    g_string_free(reading->pointer, TRUE);
    if (!good || ent_report_count(reading->report, ENT_SEVERITY_ERROR) > before) {
        ent_schema_free(reading->schema);
        return NULL;
    }
    ent_schema_complete(reading->schema);
    return reading->schema;
}

/* The file's text, NUL-terminated; the caller's. */
static char *whole_file(EntInput *input, gsize *length, GError **error)
{
    const char *window;
    char *text;

    if (!ent_input_fill_all(input, SCHEMA_BYTES)) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_DATA, "'%s' is too large for a schema",
                    ent_input_name(input));
        return NULL;
    }
    window = ent_input_window(input, length);
    text = g_strndup(window, *length);
    if (ent_input_close(input, error))
        return text;
    g_free(text);
    return NULL;
}

static EntSchema *schema_from_file(const char *name, const char *path, EntReport *report,
                                   GError **error)
{
    g_autoptr(EntInput) input = ent_input_open(path, path, error);
    EntSchemaReading reading = {.report = report, .input = input, .file = path};
    g_autofree char *text = input ? whole_file(input, &reading.length, error) : NULL;

    reading.text = text;
    return text ? read_schema(&reading, name) : NULL;
}

EntSchema *ent_schema_load(const char *name, const char *folder, EntReport *report, GError **error)
{
    EntSchemaReading builtin = {.report = report, .file = name};
    g_autofree char *path = NULL;

    if (ent_texts_have(ent_builtin_schemas, name)) {
        builtin.text = ent_builtin(name, &builtin.length);
        return read_schema(&builtin, name);
    }
    if (!strchr(name, '/') && !g_str_has_suffix(name, ".json")) {
        const char *near = ent_nearest(ent_builtin_schemas, name);

        g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE, "no schema '%s'; %s%s%s", name,
                    near ? "did you mean '" : "built in are diplomacy and open",
                    near ? near : "; a file's name ends in .json", near ? "'?" : "");
        return NULL;
    }
    path = folder ? g_build_filename(folder, name, NULL) : g_strdup(name);
    return schema_from_file(name, path, report, error);
}
