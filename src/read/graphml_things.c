/* SPDX-License-Identifier: MIT */
/* Elements while they are read: what their attributes and surroundings say. */
#include "read/graphml.h"

#include <string.h>

/* Default values may cost this much more than the text: they repeat for each element. */
#define STANDARD_BYTES 32 /* of memory, each */
#define STANDARD_SHARE 64
#define STANDARD_FREE  (16 * 1024 * 1024)

const char *graphml_text(const GraphmlThing *thing, gsize start)
{
    return start == GRAPHML_NO_TEXT ? NULL : thing->texts->str + start;
}

gsize graphml_add_text(GraphmlThing *thing, const char *text)
{
    gsize start = thing->texts->len;

    g_string_append_len(thing->texts, text, (gssize)strlen(text) + 1);
    return start;
}

void graphml_add_value(GraphmlThing *thing, GraphmlKey *key, const char *text)
{
    GraphmlValue value = {.key = key, .start = graphml_add_text(thing, text)};

    g_array_append_val(thing->values, value);
}

GraphmlThing *graphml_thing_new(void)
{
    GraphmlThing *thing = g_new0(GraphmlThing, 1);

    thing->texts = g_string_new(NULL);
    thing->values = g_array_new(FALSE, FALSE, sizeof(GraphmlValue));
    thing->ports = g_ptr_array_new_with_free_func(g_free);
    return thing;
}

void graphml_thing_free(gpointer data)
{
    GraphmlThing *thing = data;

    g_string_free(thing->texts, TRUE);
    g_array_unref(thing->values);
    g_ptr_array_unref(thing->ports);
    g_free(thing);
}

void graphml_thing_reset(GraphmlThing *thing, GraphmlDomain domain, const EntOrigin *origin)
{
    thing->domain = domain;
    thing->origin = *origin;
    thing->parent = NULL;
    g_string_truncate(thing->texts, 0);
    g_array_set_size(thing->values, 0);
    g_ptr_array_set_size(thing->ports, 0);
    thing->id = thing->source = thing->target = thing->name = GRAPHML_NO_TEXT;
    thing->direction = thing->desc = GRAPHML_NO_TEXT;
    thing->undirected = false;
    thing->graphs = 0;
}

gsize *graphml_thing_attribute(GraphmlThing *thing, const char *name)
{
    static const struct {
        GraphmlDomain domain;
        const char *name;
        gsize offset;
    } places[] = {
        {GRAPHML_NODE, "id", G_STRUCT_OFFSET(GraphmlThing, id)},
        {GRAPHML_EDGE, "id", G_STRUCT_OFFSET(GraphmlThing, id)},
        {GRAPHML_EDGE, "source", G_STRUCT_OFFSET(GraphmlThing, source)},
        {GRAPHML_EDGE, "target", G_STRUCT_OFFSET(GraphmlThing, target)},
        {GRAPHML_EDGE, "directed", G_STRUCT_OFFSET(GraphmlThing, direction)},
        {GRAPHML_HYPEREDGE, "id", G_STRUCT_OFFSET(GraphmlThing, id)},
        {GRAPHML_ENDPOINT, "node", G_STRUCT_OFFSET(GraphmlThing, target)},
        {GRAPHML_ENDPOINT, "type", G_STRUCT_OFFSET(GraphmlThing, direction)},
        {GRAPHML_PORT, "name", G_STRUCT_OFFSET(GraphmlThing, name)},
        {GRAPHML_GRAPH, "id", G_STRUCT_OFFSET(GraphmlThing, id)},
        {GRAPHML_GRAPH, "edgedefault", G_STRUCT_OFFSET(GraphmlThing, direction)},
    };

    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        if (places[i].domain == thing->domain && strcmp(places[i].name, name) == 0)
            return G_STRUCT_MEMBER_P(thing, places[i].offset);
    return NULL;
}

/* A port's name with those of the ports around it; the caller's. */
static char *port_path(const GraphmlThing *port)
{
    const char *name = graphml_text(port, port->name);
    g_autofree char *outer = port->parent->domain == GRAPHML_PORT ? port_path(port->parent) : NULL;

    return outer ? g_strconcat(outer, "/", name ? name : "", NULL) : g_strdup(name ? name : "");
}

static GraphmlThing *port_owner(const GraphmlThing *port)
{
    GraphmlThing *owner = port->parent;

    while (owner->domain == GRAPHML_PORT)
        owner = owner->parent;
    return owner;
}

/* Whether the edges of a graph have no direction unless they say so. */
static bool is_undirected(Graphml *graphml, const GraphmlThing *graph)
{
    const char *direction = graphml_text(graph, graph->direction);

    if (direction && strcmp(direction, "undirected") == 0)
        return true;
    if (!direction || strcmp(direction, "directed") != 0)
        graphml_warn_once(graphml, &graphml->told.direction, &graph->origin, "bad-value",
                          g_strdup("the graph does not say whether its edges are directed: "
                                   "they are read as directed"));
    return false;
}

void graphml_thing_begin(Graphml *graphml, GraphmlThing *thing)
{
    const char *direction = graphml_text(thing, thing->direction);

    if (thing->domain == GRAPHML_GRAPH) {
        thing->undirected = is_undirected(graphml, thing);
        graphml_foreign_begin(graphml, thing);
        if (thing->parent->domain == GRAPHML_ROOT)
            thing->graphs = ++thing->parent->graphs;
        else if (thing->parent->domain == GRAPHML_NODE && thing->parent->id != GRAPHML_NO_TEXT)
            graphml_foreign_begin(graphml, thing->parent);
    }
    if (thing->domain == GRAPHML_EDGE)
        thing->undirected =
            direction ? g_ascii_strcasecmp(direction, "false") == 0 : thing->parent->undirected;
    if (thing->domain == GRAPHML_HYPEREDGE)
        graphml_foreign_begin(graphml, thing);
    if (thing->domain == GRAPHML_PORT)
        g_ptr_array_add(port_owner(thing)->ports, port_path(thing));
}

void graphml_port_close(Graphml *graphml, GraphmlThing *port)
{
    GraphmlThing *owner = port_owner(port);
    g_autofree char *path = port_path(port);

    for (guint i = 0; i < port->values->len; i++) {
        const GraphmlValue *value = graphml_value(port, i);
        g_autofree char *name = g_strconcat("port/", path, "/", value->key->name, NULL);

        graphml_add_value(owner, graphml_keys_make(&graphml->keys, name, value->key->type),
                          graphml_text(port, value->start));
    }
}

bool graphml_thing_defaults(Graphml *graphml, GraphmlThing *thing)
{
    const GPtrArray *standard = graphml->keys.standard[thing->domain];
    guint64 number = ++graphml->closed;
    guint64 limit = STANDARD_FREE + STANDARD_SHARE * ent_input_offset(graphml->reading->input);

    if (standard->len == 0)
        return true;
    for (guint i = 0; i < thing->values->len; i++)
        graphml_value(thing, i)->key->seen = number;
    for (guint i = 0; i < standard->len; i++) {
        GraphmlKey *key = standard->pdata[i];

        if (key->seen == number)
            continue;
        graphml->standards += STANDARD_BYTES + strlen(key->standard);
        if (graphml->standards > limit)
            return false;
        graphml_add_value(thing, key, key->standard);
    }
    return true;
}

void graphml_thing_surroundings(Graphml *graphml, GraphmlThing *thing)
{
    GraphmlKeys *keys = &graphml->keys;
    const GraphmlThing *graph = thing->parent;
    const char *graph_id = graphml_text(graph, graph->id);
    const char *parent_id = graphml_text(graph->parent, graph->parent->id);

    if (graph->graphs == 0 && parent_id)
        graphml_add_value(thing, graphml_keys_make(keys, "parent", GRAPHML_TEXT), parent_id);
    if (graph->graphs > 1) {
        g_autofree char *number = g_strdup_printf("%u", graph->graphs);

        graphml_add_value(thing, graphml_keys_make(keys, "graph", GRAPHML_TEXT),
                          graph_id && *graph_id ? graph_id : number);
    }
    if (thing->domain == GRAPHML_EDGE && thing->undirected)
        graphml_add_value(thing, graphml_keys_make(keys, "directed", GRAPHML_BOOLEAN), "false");
}

bool graphml_thing_complete(Graphml *graphml, const GraphmlThing *thing)
{
    const char *missing = NULL;

    if (thing->domain == GRAPHML_NODE && thing->id == GRAPHML_NO_TEXT)
        missing = "a node needs an \"id\"";
    if (thing->domain == GRAPHML_EDGE && thing->target == GRAPHML_NO_TEXT)
        missing = "an edge needs a \"target\"";
    if (thing->domain == GRAPHML_EDGE && thing->source == GRAPHML_NO_TEXT)
        missing = "an edge needs a \"source\"";
    if (thing->domain == GRAPHML_ENDPOINT && thing->target == GRAPHML_NO_TEXT)
        missing = "an endpoint needs a \"node\"";
    if (missing)
        graphml_finding(graphml, thing, ENT_SEVERITY_ERROR, "missing-attribute", NULL, NULL, "%s",
                        missing);
    return !missing;
}
