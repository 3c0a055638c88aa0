/* SPDX-License-Identifier: MIT */
#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "model/schema_reading.h"

#include <string.h>

#define TYPE_DEPTH 32 /* ancestors a type may have */

typedef enum { TEXT, COLOR, SHAPE, STYLE, RANK, BOOLEAN, PARENT, ENDS } FieldKind;

typedef struct {
    const char *name; /* NULL ends a list */
    FieldKind kind;
    gsize offset; /* in the type's struct */
} Field;

static const Field node_fields[] = {
    {"label", TEXT, G_STRUCT_OFFSET(EntNodeType, label)},
    {"plural", TEXT, G_STRUCT_OFFSET(EntNodeType, plural)},
    {"extends", PARENT, G_STRUCT_OFFSET(EntNodeType, parent)},
    {"shape", SHAPE, G_STRUCT_OFFSET(EntNodeType, shape)},
    {"color", COLOR, G_STRUCT_OFFSET(EntNodeType, color)},
    {"rank", RANK, G_STRUCT_OFFSET(EntNodeType, rank)},
    {NULL, TEXT, 0},
};

static const Field edge_fields[] = {
    {"label", TEXT, G_STRUCT_OFFSET(EntEdgeType, label)},
    {"inverse", TEXT, G_STRUCT_OFFSET(EntEdgeType, inverse)},
    {"from", ENDS, G_STRUCT_OFFSET(EntEdgeType, from)},
    {"to", ENDS, G_STRUCT_OFFSET(EntEdgeType, to)},
    {"symmetric", BOOLEAN, G_STRUCT_OFFSET(EntEdgeType, symmetric)},
    {"style", STYLE, G_STRUCT_OFFSET(EntEdgeType, style)},
    {NULL, TEXT, 0},
};

static const char *const shapes[] = {
    "box",       "rounded", "ellipse",  "circle", "diamond", "hexagon",  "octagon", "parallelogram",
    "trapezium", "house",   "pentagon", "note",   "folder",  "cylinder", "plain",   NULL};
static const char *const styles[] = {"solid", "dashed", "dotted", "bold", NULL};
static const char *want_text(EntSchemaReading *reading, const cJSON *value)
{
    if (cJSON_IsString(value) && *value->valuestring)
        return ent_schema_text(reading->schema, value->valuestring);
    ent_schema_finding(reading, "wrong-type", false, NULL, "\"%s\" must be a non-empty text",
                       value->string);
    return NULL;
}

static const char *want_choice(EntSchemaReading *reading, const cJSON *value,
                               const char *const *choices)
{
    const char *text = want_text(reading, value);

    if (!text || ent_texts_have(choices, text))
        return text;
    ent_schema_finding(reading, "wrong-value", false, ent_schema_hint(choices, text),
                       "unknown %s \"%s\"", value->string, text);
    return NULL;
}

static const char *want_color(EntSchemaReading *reading, const cJSON *value)
{
    const char *text = want_text(reading, value);

    if (!text ||
        (text[0] == '#' && strlen(text) == 7 && strspn(text + 1, "0123456789abcdefABCDEF") == 6))
        return text;
    ent_schema_finding(reading, "wrong-value", false, g_strdup("write it as \"#rrggbb\""),
                       "\"%s\" is no colour", text);
    return NULL;
}

static void read_rank(EntSchemaReading *reading, const cJSON *value, gint *rank)
{
    if (cJSON_IsNumber(value) && value->valuedouble == (gint)value->valuedouble)
        *rank = (gint)value->valuedouble;
    else
        ent_schema_finding(reading, "wrong-type", false, NULL, "\"rank\" must be an integer");
}

static const EntNodeType *want_node_type(EntSchemaReading *reading, const cJSON *value)
{
    const EntNodeType *type = NULL;
    g_autoptr(GPtrArray) names = NULL;

    if (!cJSON_IsString(value)) {
        ent_schema_finding(reading, "wrong-type", false, NULL, "a node type's name must be a text");
        return NULL;
    }
    type = g_hash_table_lookup(reading->schema->nodes, value->valuestring);
    if (type)
        return type;
    names = g_ptr_array_new();
    for (guint i = 0;
         i < reading->schema->node_types->len && reading->findings < ENT_SCHEMA_FINDINGS; i++)
        g_ptr_array_add(names,
                        (gpointer)((EntNodeType *)reading->schema->node_types->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    ent_schema_finding(reading, "unknown-type", false,
                       ent_schema_hint((const char *const *)names->pdata, value->valuestring),
                       "unknown node type \"%s\"", value->valuestring);
    return NULL;
}

static const EntNodeType *const *want_ends(EntSchemaReading *reading, const cJSON *value)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    gsize depth = reading->pointer->len;
    guint index = 0;

    if (!cJSON_IsArray(value)) {
        ent_schema_finding(reading, "wrong-type", false, NULL,
                           "\"%s\" must be a list of node types", value->string);
        return NULL;
    }
    for (const cJSON *item = value->child; item; item = item->next, index++) {
        const EntNodeType *type;

        g_string_append_printf(reading->pointer, "/%u", index);
        type = want_node_type(reading, item);
        if (type)
            g_ptr_array_add(list, (gpointer)type);
        g_string_truncate(reading->pointer, depth);
    }
    g_ptr_array_add(list, NULL);
    g_ptr_array_add(reading->schema->lists, g_ptr_array_steal(list, NULL));
    return reading->schema->lists->pdata[reading->schema->lists->len - 1];
}

static void read_field(EntSchemaReading *reading, const Field *field, const cJSON *value,
                       gpointer type)
{
    gpointer place = G_STRUCT_MEMBER_P(type, field->offset);

    switch (field->kind) {
    case TEXT:
        *(const char **)place = want_text(reading, value);
        break;
    case COLOR:
        *(const char **)place = want_color(reading, value);
        break;
    case SHAPE:
        *(const char **)place = want_choice(reading, value, shapes);
        break;
    case STYLE:
        *(const char **)place = want_choice(reading, value, styles);
        break;
    case RANK:
        read_rank(reading, value, place);
        break;
    case BOOLEAN:
        *(bool *)place = cJSON_IsTrue(value);
        if (!cJSON_IsBool(value))
            ent_schema_finding(reading, "wrong-type", false, NULL, "\"%s\" must be true or false",
                               field->name);
        break;
    case PARENT:
        *(const EntNodeType **)place = want_node_type(reading, value);
        break;
    case ENDS:
        *(const EntNodeType *const **)place = want_ends(reading, value);
        break;
    }
}

static void unknown_field(EntSchemaReading *reading, const char *key, const Field *fields)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    for (; fields->name; fields++)
        g_ptr_array_add(known, (gpointer)fields->name);
    g_ptr_array_add(known, NULL);
    ent_schema_unknown_key(reading, key, (const char *const *)known->pdata);
}

static void read_type(EntSchemaReading *reading, const Field *fields, const cJSON *object,
                      gpointer type)
{
    gsize depth = reading->pointer->len;
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    if (!cJSON_IsObject(object)) {
        ent_schema_finding(reading, "wrong-type", false, NULL, "a type must be an object");
        return;
    }
    for (const cJSON *member = object->child; member; member = member->next) {
        const Field *field = fields;

        g_string_truncate(reading->pointer, depth);
        ent_json_pointer_add(reading->pointer, member->string);
        while (field->name && !g_str_equal(field->name, member->string))
            field++;
        if (!ent_schema_is_new(reading, "key", member, seen))
            continue;
        if (field->name)
            read_field(reading, field, member, type);
        else if (!g_str_has_prefix(member->string, "x-"))
            unknown_field(reading, member->string, fields);
    }
    g_string_truncate(reading->pointer, depth);
}

static bool is_types(EntSchemaReading *reading, const cJSON *types)
{
    if (types && !cJSON_IsObject(types))
        ent_schema_finding(reading, "wrong-type", false, NULL, "\"%s\" must map names to types",
                           types->string);
    return cJSON_IsObject(types);
}

static void read_types(EntSchemaReading *reading, const cJSON *types, const Field *fields)
{
    bool of_nodes = fields == node_fields;
    gsize depth;
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    g_string_assign(reading->pointer, of_nodes ? "/nodeTypes" : "/edgeTypes");
    depth = reading->pointer->len;
    if (!is_types(reading, types))
        return;
    for (const cJSON *member = types->child; member; member = member->next) {
        g_string_truncate(reading->pointer, depth);
        ent_json_pointer_add(reading->pointer, member->string);
        if (!ent_schema_is_new(reading, "type", member, seen))
            continue;
        if (of_nodes)
            read_type(reading, fields, member,
                      ent_schema_add_node_type(reading->schema, member->string));
        else
            read_type(reading, fields, member,
                      ent_schema_add_edge_type(reading->schema, member->string));
    }
}

/* Also finds circles: they are deeper than any depth. */
static void check_depth(EntSchemaReading *reading)
{
    GPtrArray *types = reading->schema->node_types;

    for (guint i = 0; i < types->len; i++) {
        EntNodeType *type = types->pdata[i];
        const EntNodeType *ancestor = type->parent;
        guint depth = 0;

        while (ancestor && ++depth <= TYPE_DEPTH)
            ancestor = ancestor->parent;
        if (!ancestor)
            continue;
        g_string_assign(reading->pointer, "/nodeTypes");
        ent_json_pointer_add(reading->pointer, type->name);
        ent_json_pointer_add(reading->pointer, "extends");
        ent_schema_finding(reading, "type-circle", false, NULL,
                           "type \"%s\" extends itself, or more than %d others", type->name,
                           TYPE_DEPTH);
        type->parent = NULL;
    }
}

static void add_names(EntSchemaReading *reading, const cJSON *types)
{
    for (const cJSON *member = cJSON_IsObject(types) ? types->child : NULL; member;
         member = member->next)
        ent_schema_add_node_type(reading->schema, member->string);
}

void ent_schema_read_types(EntSchemaReading *reading, const cJSON *top)
{
    const cJSON *nodes = cJSON_GetObjectItemCaseSensitive(top, "nodeTypes");

    add_names(reading, nodes);
    read_types(reading, nodes, node_fields);
    read_types(reading, cJSON_GetObjectItemCaseSensitive(top, "edgeTypes"), edge_fields);
    check_depth(reading);
}
