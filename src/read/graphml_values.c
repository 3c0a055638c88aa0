/* SPDX-License-Identifier: MIT */
/* What values are, and what is told of them. */
#include "read/graphml.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "read/graphml_xml.h"

#define SHOWN 1000 /* findings with their line; a file may have millions */

void graphml_finding(Graphml *graphml, const GraphmlThing *thing, EntSeverity severity,
                     const char *code, const char *attribute, char *hint, const char *format, ...)
{
    EntReading *reading = graphml->reading;
    EntPlace place = {.file = ent_input_name(reading->input),
                      .offset = thing->origin.offset,
                      .line = thing->origin.line,
                      .column = thing->origin.column,
                      .width = 1};
    char *excerpt = NULL;
    va_list arguments;

    if (ent_report_length(reading->report) < SHOWN)
        graphml_xml_place(ent_facts_file(reading->facts, reading->file), &thing->origin, attribute,
                          &place, &excerpt);
    va_start(arguments, format);
    ent_report_add(reading->report, severity, code, &place, g_strdup_vprintf(format, arguments),
                   hint, excerpt);
    va_end(arguments);
}

void graphml_warn_once(Graphml *graphml, bool *told, const EntOrigin *origin, const char *code,
                       char *message)
{
    GraphmlThing place = {.origin = *origin};

    if (!*told)
        graphml_finding(graphml, &place, ENT_SEVERITY_WARNING, code, NULL, NULL, "%s", message);
    *told = true;
    g_free(message);
}

/* Whether text is a JSON number as it stands. */
static bool is_json_number(const char *text)
{
    EntJsonFault fault;
    gsize length = strlen(text);

    return (*text == '-' || g_ascii_isdigit(*text)) &&
           ent_json_scan(text, length, &fault) == length;
}

char *graphml_number(const char *text)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    char *end, shortest[G_ASCII_DTOSTR_BUF_SIZE];
    double number;

    if (*stripped == '\0' || stripped[strspn(stripped, "0123456789+-.eE")] != '\0')
        return NULL;
    number = g_ascii_strtod(stripped, &end);
    if (end == stripped || *end || !isfinite(number))
        return NULL;
    if (is_json_number(stripped))
        return g_steal_pointer(&stripped);
    return g_strdup(g_ascii_dtostr(shortest, sizeof shortest, number));
}

static GraphmlKind kind_of_truth(const char *text)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));

    if (g_ascii_strcasecmp(stripped, "true") == 0 || strcmp(stripped, "1") == 0)
        return GRAPHML_IS_TRUE;
    if (g_ascii_strcasecmp(stripped, "false") == 0 || strcmp(stripped, "0") == 0)
        return GRAPHML_IS_FALSE;
    return GRAPHML_IS_TEXT;
}

bool graphml_is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void warn_type(Graphml *graphml, const GraphmlThing *thing, GraphmlKey *key,
                      const char *text)
{
    g_autofree char *brief = ent_text_brief(text, 40);

    if (key->warned)
        return;
    key->warned = true;
    graphml_finding(graphml, thing, ENT_SEVERITY_WARNING, "bad-value", NULL, NULL,
                    "\"%s\" is no %s, as \"%s\" should be: kept as text", brief,
                    key->type == GRAPHML_NUMBER ? "finite number" : "truth value", key->name);
}

GraphmlKind graphml_kind(Graphml *graphml, const GraphmlThing *thing, const GraphmlValue *value,
                         char **number)
{
    const char *text = graphml_text(thing, value->start);
    GraphmlKind kind = GRAPHML_IS_TEXT;

    *number = NULL;
    if (*text == '\0' || (value->key->type != GRAPHML_TEXT && graphml_is_blank(text)))
        return GRAPHML_IS_NOTHING;
    if (value->key->type == GRAPHML_BOOLEAN)
        kind = kind_of_truth(text);
    if (value->key->type == GRAPHML_NUMBER && (*number = graphml_number(text)))
        kind = GRAPHML_IS_NUMBER;
    if (kind == GRAPHML_IS_TEXT && value->key->type != GRAPHML_TEXT)
        warn_type(graphml, thing, value->key, text);
    return kind;
}

void graphml_head(Graphml *graphml, const GraphmlThing *thing, const char *key, cJSON *value)
{
    EntFactSource from = {.reading = graphml->reading, .origin = thing->origin};
    cJSON *object = cJSON_CreateObject();

    cJSON_AddItemToObject(object, key, value); /* so that the value knows its key */
    ent_fact_head(&from, key, value);
    cJSON_Delete(object);
}
