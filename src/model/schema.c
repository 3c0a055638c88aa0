/* SPDX-License-Identifier: MIT */
#include "model/schema_store.h"

#include "base/hash.h"

#include <string.h>

/* Looks of types that no schema knows, in the order they are met: Okabe and Ito's colours,
 * lightened so that black text reads well on them. */
static const char *const open_colors[] = {"#9fd3f0", "#f7cf8b", "#8fd9c0", "#f3b28c",
                                          "#e5b8d3", "#f4ea8a", "#9dbde0", "#cfcfcf"};
static const char *const open_shapes[] = {"rounded", "box", "ellipse", "hexagon", "octagon"};

EntSchema *ent_schema_new(const char *name)
{
    EntSchema *schema = g_new0(EntSchema, 1);

    schema->name = g_strdup(name);
    schema->texts = g_string_chunk_new(4096);
    schema->node_types = g_ptr_array_new_with_free_func(g_free);
    schema->edge_types = g_ptr_array_new_with_free_func(g_free);
    schema->lists = g_ptr_array_new_with_free_func(g_free);
    schema->nodes = g_hash_table_new(ent_text_hash, g_str_equal);
    schema->edges = g_hash_table_new(ent_text_hash, g_str_equal);
    return schema;
}

void ent_schema_free(EntSchema *schema)
{
    if (!schema)
        return;
    g_hash_table_destroy(schema->nodes);
    g_hash_table_destroy(schema->edges);
    g_ptr_array_free(schema->node_types, TRUE);
    g_ptr_array_free(schema->edge_types, TRUE);
    g_ptr_array_free(schema->lists, TRUE);
    g_string_chunk_free(schema->texts);
    g_free(schema->name);
    g_free(schema);
}

const char *ent_schema_text(EntSchema *schema, const char *text)
{
    return g_string_chunk_insert(schema->texts, text);
}

EntNodeType *ent_schema_add_node_type(EntSchema *schema, const char *name)
{
    EntNodeType *type = g_hash_table_lookup(schema->nodes, name);

    if (type)
        return type;
    type = g_new0(EntNodeType, 1);
    type->name = ent_schema_text(schema, name);
    type->rank = ENT_RANK_UNSET;
    g_ptr_array_add(schema->node_types, type);
    g_hash_table_insert(schema->nodes, (gpointer)type->name, type);
    return type;
}

EntEdgeType *ent_schema_add_edge_type(EntSchema *schema, const char *name)
{
    EntEdgeType *type = g_hash_table_lookup(schema->edges, name);

    if (type)
        return type;
    type = g_new0(EntEdgeType, 1);
    type->name = ent_schema_text(schema, name);
    g_ptr_array_add(schema->edge_types, type);
    g_hash_table_insert(schema->edges, (gpointer)type->name, type);
    return type;
}

/* "party-to" reads "party to". */
static const char *readable(EntSchema *schema, const char *name)
{
    g_autofree char *label = g_strdup(name);

    g_strdelimit(label, "-_", ' ');
    return ent_schema_text(schema, label);
}

static void complete_node_type(EntSchema *schema, EntNodeType *type)
{
    EntNodeType *parent = (EntNodeType *)type->parent;

    if (parent && !parent->label)
        complete_node_type(schema, parent);
    if (!type->label)
        type->label = readable(schema, type->name);
    if (!type->plural) {
        g_autofree char *plural = g_strconcat(type->label, "s", NULL);

        type->plural = ent_schema_text(schema, plural);
    }
    if (!type->shape)
        type->shape = parent ? parent->shape : "rounded";
    if (!type->color)
        type->color = parent ? parent->color : "#e6e6e6";
    if (type->rank == ENT_RANK_UNSET)
        type->rank = parent ? parent->rank : 1000;
}

static void complete_edge_type(EntSchema *schema, EntEdgeType *type)
{
    if (!type->label)
        type->label = readable(schema, type->name);
    if (!type->style)
        type->style = "solid";
}

void ent_schema_complete(EntSchema *schema)
{
    for (guint i = 0; i < schema->node_types->len; i++)
        complete_node_type(schema, schema->node_types->pdata[i]);
    for (guint i = 0; i < schema->edge_types->len; i++)
        complete_edge_type(schema, schema->edge_types->pdata[i]);
}

const char *ent_schema_name(const EntSchema *schema)
{
    return schema->name;
}

bool ent_schema_is_open(const EntSchema *schema)
{
    return schema->open;
}

static EntNodeType *invent_node_type(EntSchema *schema, const char *name)
{
    guint number = schema->node_types->len;
    EntNodeType *type = ent_schema_add_node_type(schema, name);

    type->color = open_colors[number % G_N_ELEMENTS(open_colors)];
    type->shape = open_shapes[number / G_N_ELEMENTS(open_colors) % G_N_ELEMENTS(open_shapes)];
    type->rank = (gint)number;
    complete_node_type(schema, type);
    return type;
}

const EntNodeType *ent_schema_node_type(EntSchema *schema, const char *name)
{
    const EntNodeType *type = g_hash_table_lookup(schema->nodes, name);

    return type || !schema->open ? type : invent_node_type(schema, name);
}

const EntEdgeType *ent_schema_edge_type(EntSchema *schema, const char *name)
{
    EntEdgeType *type = g_hash_table_lookup(schema->edges, name);
    bool shared = strcmp(name, ENT_EDGE_TYPE_SHARED) == 0;

    if (type || !(schema->open || shared))
        return type;
    type = ent_schema_add_edge_type(schema, name);
    type->symmetric = shared;
    type->label = shared ? "shares" : NULL;
    complete_edge_type(schema, type);
    return type;
}

bool ent_node_type_is(const EntNodeType *type, const EntNodeType *wanted)
{
    while (type && type != wanted)
        type = type->parent;
    return type != NULL;
}

static bool fits_one(const EntNodeType *type, const EntNodeType *const *allowed)
{
    if (!allowed)
        return true;
    while (*allowed && !ent_node_type_is(type, *allowed))
        allowed++;
    return *allowed != NULL;
}

bool ent_edge_type_fits(const EntEdgeType *type, const EntNodeType *from, const EntNodeType *to)
{
    if (fits_one(from, type->from) && fits_one(to, type->to))
        return true;
    return type->symmetric && fits_one(to, type->from) && fits_one(from, type->to);
}

static gpointer *copy_list(const GPtrArray *types)
{
    gpointer *list = g_new0(gpointer, types->len + 1);

    if (types->len)
        memcpy(list, types->pdata, types->len * sizeof *list);
    return list;
}

const EntNodeType **ent_schema_node_types(const EntSchema *schema)
{
    return (const EntNodeType **)copy_list(schema->node_types);
}

const EntEdgeType **ent_schema_edge_types(const EntSchema *schema)
{
    return (const EntEdgeType **)copy_list(schema->edge_types);
}
