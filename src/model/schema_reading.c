/* SPDX-License-Identifier: MIT */
#include "model/schema_reading.h"

#include "base/lookup.h"

EntPiece ent_schema_piece(const EntSchemaReading *reading)
{
    return (EntPiece){.input = reading->input,
                      .file = reading->file,
                      .line = 1,
                      .column = 1,
                      .text = reading->text,
                      .length = reading->length};
}

void ent_schema_finding(EntSchemaReading *reading, const char *code, bool key, char *hint,
                        const char *format, ...)
{
    EntPiece piece = ent_schema_piece(reading);
    EntPlace place;
    g_autofree char *message = NULL;
    char *excerpt = NULL;
    va_list arguments;

    if (reading->findings++ >= ENT_SCHEMA_FINDINGS) {
        g_free(hint);
        return;
    }
    ent_place_json(&piece, reading->pointer->str, key, &place, &excerpt);
    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ent_report_add(reading->report, ENT_SEVERITY_ERROR, code, &place,
                   reading->findings < ENT_SCHEMA_FINDINGS
                       ? g_steal_pointer(&message)
                       : g_strdup_printf("%s; errors after the %dth are not listed", message,
                                         ENT_SCHEMA_FINDINGS),
                   hint, excerpt);
}

char *ent_schema_hint(const char *const *names, const char *wanted)
{
    const char *near = ent_nearest(names, wanted);

    return near ? g_strdup_printf("did you mean \"%s\"?", near) : NULL;
}

void ent_schema_unknown_key(EntSchemaReading *reading, const char *key, const char *const *known)
{
    ent_schema_finding(reading, "unknown-key", true, ent_schema_hint(known, key),
                       "unknown key \"%s\"", key);
}

bool ent_schema_is_new(EntSchemaReading *reading, const char *what, const cJSON *member,
                       GHashTable *seen)
{
    if (g_hash_table_add(seen, member->string))
        return true;
    ent_schema_finding(reading, "duplicate-key", true, NULL, "%s \"%s\" given twice", what,
                       member->string);
    return false;
}
