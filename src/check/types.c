/* SPDX-License-Identifier: MIT */
/* Every type of a node or an edge is in the schema. Each distinct type is looked up once. */
#include "check/registry.h"
#include "check/say.h"

#include "base/text.h"
#include "model/schema_read.h"

typedef struct {
    EntChecking *checking;
    const char *what; /* "node" or "edge" */
    GPtrArray *used;  /* names of types, by their number */
    char **hints;     /* by type: NULL where the schema has it */
} Types;

/* Where the types can be read, when none is near. */
static char *where_hint(const EntSchema *schema)
{
    const char *name = ent_schema_name(schema);
    g_autofree char *said = ent_say_name(name);

    if (ent_texts_have(ent_builtin_schemas, name))
        return g_strdup_printf("`entente schema %s` lists the types there are", name);
    return g_strdup_printf("the types are those of the schema %s", said);
}

static void find_unknown(Types *types, EntNames *known, bool edges)
{
    EntSchema *schema = types->checking->schema;

    types->hints = g_new0(char *, types->used->len + 1);
    for (guint i = 0; i < types->used->len; i++) {
        const char *name = types->used->pdata[i];

        if (edges ? (gconstpointer)ent_schema_edge_type(schema, name)
                  : (gconstpointer)ent_schema_node_type(schema, name))
            continue;
        types->hints[i] = ent_names_hint(known, name);
        if (!types->hints[i])
            types->hints[i] = where_hint(schema);
    }
}

static void check_type(const Types *types, const EntOrigin *origin, guint32 type)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "unknown-type", origin, "/type", 0, false};
    g_autofree char *name = NULL;

    if (type >= types->used->len || !types->hints[type])
        return;
    name = ent_say_name(types->used->pdata[type]);
    ent_say(types->checking, &about, g_strdup(types->hints[type]),
            g_strdup_printf("unknown %s type %s", types->what, name));
}

/* Frees the hints; index by index, since most are NULL. */
static void types_clear(Types *types)
{
    for (guint i = 0; i < types->used->len; i++)
        g_free(types->hints[i]);
    g_free(types->hints);
}

/* Node and edge types begin with their name. */
static GPtrArray *names_of(gconstpointer *types)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; types[i]; i++)
        g_ptr_array_add(names, (gpointer) * (const char *const *)types[i]);
    g_ptr_array_add(names, NULL);
    g_free(types);
    return names;
}

static void check_nodes(EntChecking *checking)
{
    Types types = {checking, "node", checking->facts->node_types, NULL};
    EntNames known = {.names = names_of((gconstpointer *)ent_schema_node_types(checking->schema))};

    find_unknown(&types, &known, false);
    for (guint32 i = 0; i < checking->facts->nodes->len; i++) {
        const EntNode *node = ent_facts_get_node(checking->facts, i);

        if (node->declared)
            check_type(&types, &node->fact.origin, node->type);
    }
    types_clear(&types);
    g_ptr_array_unref(known.names);
}

static void check_edges(EntChecking *checking)
{
    Types types = {checking, "edge", checking->facts->edge_types, NULL};
    EntNames known = {.names = names_of((gconstpointer *)ent_schema_edge_types(checking->schema))};

    find_unknown(&types, &known, true);
    for (guint32 i = 0; i < checking->facts->edges->len; i++) {
        const EntEdge *edge = ent_facts_get_edge(checking->facts, i);

        check_type(&types, &edge->fact.origin, edge->type);
    }
    types_clear(&types);
    g_ptr_array_unref(known.names);
}

static void run(EntChecking *checking)
{
    check_nodes(checking);
    check_edges(checking);
}

const EntCheck ent_check_types = {
    .name = "types",
    .summary = "every type of a node or an edge is in the schema",
    .codes = (const char *const[]){"unknown-type", NULL},
    .run = run,
};
