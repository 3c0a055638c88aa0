/* SPDX-License-Identifier: MIT */
#include "model/schema_store.h"

#include "base/hash.h"
#include "base/input.h"
#include "base/json.h"
#include "base/json_decode.h"
#include "base/lookup.h"
#include "base/place.h"
#include "base/text.h"

#include <string.h>

#define SCHEMA_BYTES (16 * 1024 * 1024) /* a larger file is no schema */
#define TYPE_DEPTH   32                 /* ancestors a type may have */
#define LISTED       50                 /* findings: each looks for its place in the whole file */

typedef struct {
    EntSchema *schema;
    EntReport *report;
    const EntInput *input; /* NULL for a built-in schema, which has no findings */
    const char *file;
    const char *text;
    gsize length;
    GString *pointer; /* to what is being read */
    guint findings;
} Reading;

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
static const char *const top_keys[] = {"$schema",     "ententeSchema", "name",
                                       "description", "extends",       "open",
                                       "nodeTypes",   "edgeTypes",     NULL};

static EntPiece whole(const Reading *reading)
{
    return (EntPiece){.input = reading->input,
                      .file = reading->file,
                      .line = 1,
                      .column = 1,
                      .text = reading->text,
                      .length = reading->length};
}

static void finding(Reading *reading, const char *code, bool key, char *hint, const char *format,
                    ...) G_GNUC_PRINTF(5, 6);

static void finding(Reading *reading, const char *code, bool key, char *hint, const char *format,
                    ...)
{
    EntPiece piece = whole(reading);
    EntPlace place;
    g_autofree char *message = NULL;
    char *excerpt = NULL;
    va_list arguments;

    if (reading->findings++ >= LISTED) {
        g_free(hint);
        return;
    }
    ent_place_json(&piece, reading->pointer->str, key, &place, &excerpt);
    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ent_report_add(
        reading->report, ENT_SEVERITY_ERROR, code, &place,
        reading->findings < LISTED
            ? g_steal_pointer(&message)
            : g_strdup_printf("%s; errors after the %dth are not listed", message, LISTED),
        hint, excerpt);
}

static char *nearest_hint(const char *const *names, const char *wanted)
{
    const char *near = ent_nearest(names, wanted);

    return near ? g_strdup_printf("did you mean \"%s\"?", near) : NULL;
}

static const char *want_text(Reading *reading, const cJSON *value)
{
    if (cJSON_IsString(value) && *value->valuestring)
        return ent_schema_text(reading->schema, value->valuestring);
    finding(reading, "wrong-type", false, NULL, "\"%s\" must be a non-empty text", value->string);
    return NULL;
}

static const char *want_choice(Reading *reading, const cJSON *value, const char *const *choices)
{
    const char *text = want_text(reading, value);

    if (!text || ent_texts_have(choices, text))
        return text;
    finding(reading, "wrong-value", false, nearest_hint(choices, text), "unknown %s \"%s\"",
            value->string, text);
    return NULL;
}

static const char *want_color(Reading *reading, const cJSON *value)
{
    const char *text = want_text(reading, value);

    if (!text ||
        (text[0] == '#' && strlen(text) == 7 && strspn(text + 1, "0123456789abcdefABCDEF") == 6))
        return text;
    finding(reading, "wrong-value", false, g_strdup("write it as \"#rrggbb\""),
            "\"%s\" is no colour", text);
    return NULL;
}

static void read_rank(Reading *reading, const cJSON *value, gint *rank)
{
    if (cJSON_IsNumber(value) && value->valuedouble == (gint)value->valuedouble)
        *rank = (gint)value->valuedouble;
    else
        finding(reading, "wrong-type", false, NULL, "\"rank\" must be an integer");
}

/* Types may be named before they are defined: all are added before any is read. */
static const EntNodeType *want_node_type(Reading *reading, const cJSON *value)
{
    const EntNodeType *type = NULL;
    g_autoptr(GPtrArray) names = NULL;

    if (!cJSON_IsString(value)) {
        finding(reading, "wrong-type", false, NULL, "a node type's name must be a text");
        return NULL;
    }
    type = g_hash_table_lookup(reading->schema->nodes, value->valuestring);
    if (type)
        return type;
    names = g_ptr_array_new();
    for (guint i = 0; i < reading->schema->node_types->len && reading->findings < LISTED; i++)
        g_ptr_array_add(names,
                        (gpointer)((EntNodeType *)reading->schema->node_types->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    finding(reading, "unknown-type", false,
            nearest_hint((const char *const *)names->pdata, value->valuestring),
            "unknown node type \"%s\"", value->valuestring);
    return NULL;
}

static const EntNodeType *const *want_ends(Reading *reading, const cJSON *value)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    gsize depth = reading->pointer->len;
    guint index = 0;

    if (!cJSON_IsArray(value)) {
        finding(reading, "wrong-type", false, NULL, "\"%s\" must be a list of node types",
                value->string);
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

static void read_field(Reading *reading, const Field *field, const cJSON *value, gpointer type)
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
            finding(reading, "wrong-type", false, NULL, "\"%s\" must be true or false",
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

static void unknown_key(Reading *reading, const char *key, const Field *fields,
                        const char *const *names)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    for (; fields && fields->name; fields++)
        g_ptr_array_add(known, (gpointer)fields->name);
    for (; names && *names; names++)
        g_ptr_array_add(known, (gpointer)*names);
    g_ptr_array_add(known, NULL);
    finding(reading, "unknown-key", true, nearest_hint((const char *const *)known->pdata, key),
            "unknown key \"%s\"", key);
}

static bool repeated(const cJSON *member, GHashTable *seen)
{
    return !g_hash_table_add(seen, member->string);
}

static void read_type(Reading *reading, const Field *fields, const cJSON *object, gpointer type)
{
    gsize depth = reading->pointer->len;
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    if (!cJSON_IsObject(object)) {
        finding(reading, "wrong-type", false, NULL, "a type must be an object");
        return;
    }
    for (const cJSON *member = object->child; member; member = member->next) {
        const Field *field = fields;

        ent_json_pointer_add(reading->pointer, member->string);
        while (field->name && !g_str_equal(field->name, member->string))
            field++;
        if (repeated(member, seen))
            finding(reading, "duplicate-key", true, NULL, "key \"%s\" given twice", member->string);
        else if (field->name)
            read_field(reading, field, member, type);
        else if (!g_str_has_prefix(member->string, "x-"))
            unknown_key(reading, member->string, fields, NULL);
        g_string_truncate(reading->pointer, depth);
    }
}

static bool is_types(Reading *reading, const cJSON *types)
{
    if (types && !cJSON_IsObject(types))
        finding(reading, "wrong-type", false, NULL, "\"%s\" must map names to types",
                types->string);
    return cJSON_IsObject(types);
}

static void read_types(Reading *reading, const cJSON *types, const Field *fields)
{
    bool of_nodes = fields == node_fields;
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    g_string_assign(reading->pointer, of_nodes ? "/nodeTypes" : "/edgeTypes");
    if (!is_types(reading, types))
        return;
    for (const cJSON *member = types->child; member; member = member->next) {
        gsize depth = reading->pointer->len;

        ent_json_pointer_add(reading->pointer, member->string);
        if (repeated(member, seen))
            finding(reading, "duplicate-key", true, NULL, "type \"%s\" given twice",
                    member->string);
        else if (of_nodes)
            read_type(reading, fields, member,
                      ent_schema_add_node_type(reading->schema, member->string));
        else
            read_type(reading, fields, member,
                      ent_schema_add_edge_type(reading->schema, member->string));
        g_string_truncate(reading->pointer, depth);
    }
}

/* Also finds circles: they are deeper than any depth. */
static void check_depth(Reading *reading)
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
        finding(reading, "type-circle", false, NULL,
                "type \"%s\" extends itself, or more than %d others", type->name, TYPE_DEPTH);
        type->parent = NULL;
    }
}

static void read_top_keys(Reading *reading, const cJSON *top)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    for (const cJSON *member = top->child; member; member = member->next) {
        g_string_truncate(reading->pointer, 0);
        ent_json_pointer_add(reading->pointer, member->string);
        if (repeated(member, seen))
            finding(reading, "duplicate-key", true, NULL, "key \"%s\" given twice", member->string);
        else if (!g_str_has_prefix(member->string, "x-") &&
                 !ent_texts_have(top_keys, member->string))
            unknown_key(reading, member->string, NULL, top_keys);
        else if (g_str_equal(member->string, "open"))
            reading->schema->open = cJSON_IsTrue(member);
        else if (g_str_equal(member->string, "ententeSchema") &&
                 !(cJSON_IsNumber(member) && member->valuedouble == 1))
            finding(reading, "format-version", false, NULL, "only version 1 of schemas is known");
    }
}

static void add_names(Reading *reading, const cJSON *types)
{
    for (const cJSON *member = cJSON_IsObject(types) ? types->child : NULL; member;
         member = member->next)
        ent_schema_add_node_type(reading->schema, member->string);
}

static bool parse(Reading *reading);

/* "extends": all types of a built-in schema come first; the file's own add to or redefine them. */
static void read_base(Reading *reading, const cJSON *base)
{
    Reading inner = *reading;

    if (!base)
        return;
    g_string_assign(reading->pointer, "/extends");
    if (!cJSON_IsString(base) || !ent_texts_have(ent_builtin_schemas, base->valuestring)) {
        finding(reading, "wrong-value", false, NULL,
                "\"extends\" must name a built-in schema (diplomacy, open)");
        return;
    }
    inner.pointer = g_string_new(NULL);
    inner.text = ent_builtin(base->valuestring, &inner.length);
    parse(&inner);
    g_string_free(inner.pointer, TRUE);
}

static bool parse(Reading *reading)
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
        EntPiece piece = whole(reading);
        EntPlace place;
        char *excerpt = NULL;

        ent_place_span(&piece, (EntSpan){fault.at, 1}, &place, &excerpt);
        ent_report_add(reading->report, ENT_SEVERITY_ERROR, "syntax", &place, g_strdup(fault.what),
                       NULL, excerpt);
        return false;
    }
    top = ent_decode(decoder, reading->text, reading->length);
    if (!cJSON_IsObject(top)) {
        finding(reading, "not-a-schema", false, NULL, "a schema file holds one object");
        return false;
    }
    read_base(reading, cJSON_GetObjectItemCaseSensitive(top, "extends"));
    top = ent_decode(decoder, reading->text, reading->length); /* the decoder was used in between */
    read_top_keys(reading, top);
    add_names(reading, cJSON_GetObjectItemCaseSensitive(top, "nodeTypes"));
    read_types(reading, cJSON_GetObjectItemCaseSensitive(top, "nodeTypes"), node_fields);
    read_types(reading, cJSON_GetObjectItemCaseSensitive(top, "edgeTypes"), edge_fields);
    check_depth(reading);
    return true;
}

/* name is what the schema is called, the reading's file where its findings are. */
static EntSchema *read_schema(Reading *reading, const char *name)
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

    do
        ent_input_window(input, length);
    while (*length <= SCHEMA_BYTES && ent_input_fill(input));
    window = ent_input_window(input, length);
    if (*length > SCHEMA_BYTES) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_DATA, "'%s' is too large for a schema",
                    ent_input_name(input));
        return NULL;
    }
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
    Reading reading = {.report = report, .input = input, .file = path};
    g_autofree char *text = input ? whole_file(input, &reading.length, error) : NULL;

    reading.text = text;
    return text ? read_schema(&reading, name) : NULL;
}

EntSchema *ent_schema_load(const char *name, const char *folder, EntReport *report, GError **error)
{
    Reading builtin = {.report = report, .file = name};
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
