/* SPDX-License-Identifier: MIT */
/*
 * Facts of any other GraphML: types, names and weights come from the keys that most programs use,
 * every other value becomes a property.
 */
#include "read/graphml.h"

#include <string.h>

#include "base/text.h"

#define NODE_TYPE      "node"
#define EDGE_TYPE      "tie"
#define HYPEREDGE_TYPE "hyperedge"
#define ENDPOINT_TYPE  "endpoint"

/* Names of keys, the first that has a value counts; TinkerPop has labelV and labelE. */
static const char *const node_types[] = {"type", "kind", "category", "labels", "labelV", NULL};
static const char *const edge_types[] = {"relation",    "type",   "label",
                                         "interaction", "labelE", NULL};
static const char *const node_names[] = {"name", "label", "title", NULL};
static const char *const graph_titles[] = {"title", "name", "label", NULL};

static bool is_named(const GraphmlValue *value, const char *name)
{
    return g_ascii_strcasecmp(value->key->name, name) == 0;
}

/* The first text under one of the names, white space around it left out, NULL if there is none;
 * the caller's. The value is used up, as are those of the other names that say the same. */
static char *take_text(GraphmlThing *thing, const char *const *names)
{
    char *found = NULL;

    for (; *names; names++)
        for (guint i = 0; i < thing->values->len; i++) {
            GraphmlValue *value = graphml_value(thing, i);
            g_autofree char *text = NULL;

            if (value->used || value->key->type != GRAPHML_TEXT || !is_named(value, *names))
                continue;
            text = g_strstrip(g_strdup(graphml_text(thing, value->start)));
            if (*text == '\0' || (found && strcmp(found, text) != 0))
                continue;
            value->used = true;
            if (!found)
                found = g_steal_pointer(&text);
        }
    return found;
}

/* Neo4j writes labels as ":Person:Actor": the first is the type, and all stay a property if there
 * are more. */
static char *first_label(GraphmlThing *thing, char *type)
{
    char *more;

    if (!type || *type != ':' || type[1] == '\0')
        return type;
    more = strchr(type + 1, ':');
    for (guint i = 0; more && i < thing->values->len; i++) {
        GraphmlValue *value = graphml_value(thing, i);

        if (value->used && strstr(graphml_text(thing, value->start), type))
            value->used = false;
    }
    if (more)
        *more = '\0';
    memmove(type, type + 1, strlen(type));
    return type;
}

/* A name that no property of the fact has yet: the name itself, or with a number. The caller's. */
static char *free_name(Graphml *graphml, const char *name)
{
    guint asked = GPOINTER_TO_UINT(g_hash_table_lookup(graphml->names, name));
    g_autofree char *chosen = g_strdup(name);

    while (g_hash_table_contains(graphml->names, chosen)) {
        g_free(chosen);
        chosen = g_strdup_printf("%s_%u", name, ++asked + 1);
    }
    g_hash_table_insert(graphml->names, g_strdup(name), GUINT_TO_POINTER(asked));
    if (strcmp(name, chosen) != 0)
        g_hash_table_insert(graphml->names, g_strdup(chosen), GUINT_TO_POINTER(0));
    return g_steal_pointer(&chosen);
}

static void add_property(Graphml *graphml, cJSON *properties, const GraphmlThing *thing,
                         const GraphmlValue *value)
{
    g_autofree char *number = NULL;
    GraphmlKind kind = graphml_kind(graphml, thing, value, &number);
    g_autofree char *name = NULL;

    if (kind == GRAPHML_IS_NOTHING)
        return;
    name = free_name(graphml, value->key->name);
    if (kind == GRAPHML_IS_NUMBER)
        cJSON_AddRawToObject(properties, name, number);
    else if (kind == GRAPHML_IS_TEXT)
        cJSON_AddStringToObject(properties, name, graphml_text(thing, value->start));
    else
        cJSON_AddBoolToObject(properties, name, kind == GRAPHML_IS_TRUE);
}

/* The values not used so far, as an object; NULL if there are none. */
static cJSON *take_properties(Graphml *graphml, const GraphmlThing *thing)
{
    cJSON *properties = cJSON_CreateObject();

    g_hash_table_remove_all(graphml->names);
    for (guint i = 0; i < thing->values->len; i++)
        if (!graphml_value(thing, i)->used)
            add_property(graphml, properties, thing, graphml_value(thing, i));
    if (thing->ports->len > 0) {
        g_autofree char *name = free_name(graphml, "ports");
        cJSON *ports = cJSON_AddArrayToObject(properties, name);

        for (guint i = 0; i < thing->ports->len; i++)
            cJSON_AddItemToArray(ports, cJSON_CreateString(thing->ports->pdata[i]));
    }
    if (!properties->child)
        g_clear_pointer(&properties, cJSON_Delete);
    return properties;
}

static void add_text(cJSON *object, const char *key, const char *text)
{
    if (text)
        cJSON_AddStringToObject(object, key, text);
}

static void add_rest(Graphml *graphml, cJSON *object, const GraphmlThing *thing)
{
    cJSON *properties = take_properties(graphml, thing);

    add_text(object, "note", graphml_text(thing, thing->desc));
    if (properties)
        cJSON_AddItemToObject(object, "properties", properties);
}

static void read_node(Graphml *graphml, GraphmlThing *thing)
{
    EntFactSource from = {.reading = graphml->reading, .origin = thing->origin};
    bool hyperedge = thing->domain == GRAPHML_HYPEREDGE;
    g_autofree char *type = hyperedge ? g_strdup(HYPEREDGE_TYPE) : take_text(thing, node_types);
    g_autofree char *name = take_text(thing, node_names);
    cJSON *object = cJSON_CreateObject();

    type = first_label(thing, type);
    add_text(object, "type", type ? type : NODE_TYPE);
    add_text(object, "name", name);
    add_rest(graphml, object, thing);
    ent_fact_node(&from, graphml_text(thing, thing->id), object);
    cJSON_Delete(object);
}

/* A weight that measures can use; any other stays a property. */
static void take_weight(cJSON *object, GraphmlThing *thing)
{
    for (guint i = 0; i < thing->values->len; i++) {
        GraphmlValue *value = graphml_value(thing, i);
        g_autofree char *number = NULL;

        if (!is_named(value, "weight") || value->key->type == GRAPHML_BOOLEAN)
            continue;
        number = graphml_number(graphml_text(thing, value->start));
        if (!number || g_ascii_strtod(number, NULL) <= 0)
            continue;
        value->used = true;
        cJSON_AddRawToObject(object, "weight", number);
        return;
    }
}

static void read_edge(Graphml *graphml, GraphmlThing *thing)
{
    EntFactSource from = {.reading = graphml->reading, .origin = thing->origin};
    g_autofree char *type = take_text(thing, edge_types);
    const char *id = graphml_text(thing, thing->id);
    cJSON *object = cJSON_CreateObject();

    add_text(object, "from", graphml_text(thing, thing->source));
    add_text(object, "type", type ? type : EDGE_TYPE);
    add_text(object, "to", graphml_text(thing, thing->target));
    add_text(object, "id", id && *id ? id : NULL);
    take_weight(object, thing);
    add_rest(graphml, object, thing);
    ent_fact_edge(&from, NULL, object);
    cJSON_Delete(object);
}

/* An endpoint that goes in leads from its node to the hyperedge's, any other the other way. */
static void read_endpoint(Graphml *graphml, GraphmlThing *thing)
{
    EntFactSource from = {.reading = graphml->reading, .origin = thing->origin};
    const char *direction = graphml_text(thing, thing->direction);
    bool inward = direction && strcmp(direction, "in") == 0;
    bool outward = direction && strcmp(direction, "out") == 0;
    const char *hyperedge = graphml_text(thing->parent, thing->parent->id), *node;
    cJSON *object = cJSON_CreateObject();

    if (!inward && !outward) /* moves the thing's texts */
        graphml_add_value(thing, graphml_keys_make(&graphml->keys, "directed", GRAPHML_BOOLEAN),
                          "false");
    node = graphml_text(thing, thing->target);
    add_text(object, "from", inward ? node : hyperedge);
    add_text(object, "type", ENDPOINT_TYPE);
    add_text(object, "to", inward ? hyperedge : node);
    add_rest(graphml, object, thing);
    ent_fact_edge(&from, NULL, object);
    cJSON_Delete(object);
}

/* What is said of a top-level graph, or of the file: a title, a description, and all else under
 * one key of the user's own. */
static void read_graph(Graphml *graphml, GraphmlThing *thing, const char *extra)
{
    g_autofree char *title = thing->graphs == 1 ? take_text(thing, graph_titles) : NULL;
    const char *description = graphml_text(thing, thing->desc);
    cJSON *properties;

    if (title)
        graphml_head(graphml, thing, "title", cJSON_CreateString(title));
    if (description)
        graphml_head(graphml, thing, "description", cJSON_CreateString(description));
    properties = take_properties(graphml, thing);
    if (properties)
        graphml_head(graphml, thing, extra, properties);
}

/* What is said of a graph inside a node is said of the node. */
static void read_inner_graph(Graphml *graphml, const GraphmlThing *thing)
{
    for (guint i = 0; i < thing->values->len; i++) {
        const GraphmlValue *value = graphml_value(thing, i);
        g_autofree char *name = g_strconcat("graph/", value->key->name, NULL);

        graphml_add_value(thing->parent, graphml_keys_make(&graphml->keys, name, value->key->type),
                          graphml_text(thing, value->start));
    }
}

void graphml_foreign_fact(Graphml *graphml, GraphmlThing *thing)
{
    switch (thing->domain) {
    case GRAPHML_NODE:
    case GRAPHML_HYPEREDGE:
        read_node(graphml, thing);
        break;
    case GRAPHML_EDGE:
        read_edge(graphml, thing);
        break;
    case GRAPHML_ENDPOINT:
        read_endpoint(graphml, thing);
        break;
    case GRAPHML_ROOT:
        read_graph(graphml, thing, "x-graphml");
        break;
    case GRAPHML_GRAPH:
        if (thing->graphs == 0) {
            read_inner_graph(graphml, thing);
        } else {
            g_autofree char *extra = thing->graphs == 1
                                         ? g_strdup("x-graph")
                                         : g_strdup_printf("x-graph-%u", thing->graphs);

            read_graph(graphml, thing, extra);
        }
        break;
    default:
        break;
    }
}

void graphml_foreign_begin(Graphml *graphml, GraphmlThing *thing)
{
    EntFacts *facts = graphml->reading->facts;
    const char *id = graphml_text(thing, thing->id);
    g_autofree char *made = NULL;

    if (thing->domain == GRAPHML_GRAPH) { /* its types are none that a schema knows */
        if (!graphml->keys.own && !facts->schema)
            graphml_head(graphml, thing, "schema", cJSON_CreateString("open"));
        return;
    }
    if (thing->domain == GRAPHML_NODE) { /* it has its place before those inside it */
        if (!graphml->keys.own && !ent_text_not_id(id))
            ent_facts_node(facts, id);
        return;
    }
    if (id && *id && ent_facts_find_node(facts, id) == ENT_NONE)
        return;
    do {
        g_free(made);
        made = g_strdup_printf("hyperedge-%u", ++graphml->hyperedges);
    } while (ent_facts_find_node(facts, made) != ENT_NONE);
    thing->id = graphml_add_text(thing, made);
}
