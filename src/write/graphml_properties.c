/* SPDX-License-Identifier: MIT */
#include "write/graphml.h"

#include <math.h>
#include <string.h>
#include <libxml/tree.h>

#include "base/hash.h"
#include "base/json.h"

#define INT64_DIGITS 18 /* as many always fit */

static void free_property(gpointer data)
{
    GraphmlProperty *property = data;

    g_free((char *)property->id);
    g_free(property);
}

GraphmlProperties *graphml_properties_new(const char *prefix)
{
    GraphmlProperties *properties = g_new0(GraphmlProperties, 1);

    properties->list = g_ptr_array_new_with_free_func(free_property);
    properties->names = g_hash_table_new(ent_text_hash, g_str_equal);
    properties->prefix = prefix;
    return properties;
}

void graphml_properties_free(GraphmlProperties *properties)
{
    if (!properties)
        return;
    g_hash_table_destroy(properties->names);
    g_ptr_array_free(properties->list, TRUE);
    g_free(properties);
}

/* What a reader would round to another integer, or take for infinite, is a text. */
static const char *type_of_number(const char *json)
{
    const char *digits = json + (*json == '-');
    gsize length = strspn(digits, "0123456789");

    if (digits[length] == '\0')
        return length <= INT64_DIGITS ? "long" : "string";
    return isfinite(g_ascii_strtod(json, NULL)) ? "double" : "string";
}

static const char *type_of(const char *json)
{
    if (*json == 't' || *json == 'f')
        return "boolean";
    return *json == '-' || g_ascii_isdigit(*json) ? type_of_number(json) : "string";
}

static const char *common_type(const char *a, const char *b)
{
    bool numbers = strcmp(a, "boolean") != 0 && strcmp(b, "boolean") != 0 &&
                   strcmp(a, "string") != 0 && strcmp(b, "string") != 0;

    if (strcmp(a, b) == 0)
        return a;
    return numbers ? "double" : "string";
}

static void add(GraphmlProperties *properties, const EntProperty *more)
{
    GraphmlProperty *property = g_hash_table_lookup(properties->names, more->name);

    if (property) {
        property->type = common_type(property->type, type_of(more->json));
        return;
    }
    if (xmlValidateNMToken((const xmlChar *)more->name, 0) != 0)
        return;
    property = g_new0(GraphmlProperty, 1);
    property->name = more->name;
    property->id = g_strdup_printf("%s%u", properties->prefix, properties->list->len);
    property->type = type_of(more->json);
    g_ptr_array_add(properties->list, property);
    g_hash_table_insert(properties->names, (gpointer)property->name, property);
}

void graphml_properties_add(GraphmlProperties *properties, EntProperties more)
{
    for (guint32 i = 0; i < more.length; i++)
        if (strcmp(more.items[i].json, "\"\"") != 0)
            add(properties, &more.items[i]);
}

const GraphmlProperty *graphml_properties_find(const GraphmlProperties *properties,
                                               const EntProperty *property)
{
    return g_hash_table_lookup(properties->names, property->name);
}

const char *graphml_property_text(const EntProperty *property, GString *scratch)
{
    g_autofree char *text = NULL;

    if (*property->json != '"')
        return property->json;
    text = ent_json_unquote(property->json, strlen(property->json));
    g_string_assign(scratch, text);
    return scratch->len > 0 ? scratch->str : NULL;
}
