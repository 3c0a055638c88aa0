/* SPDX-License-Identifier: MIT */
/*
 * GraphML, read as a stream. Nothing is dropped in silence: nested graphs are read flat with their
 * parent named, a hyperedge becomes a node with an edge to each endpoint, ports and unknown
 * attributes become properties; graphics and unknown elements are told of.
 */
#include "read/graphml.h"

#include <string.h>

#include "base/hash.h"
#include "read/graphml_xml.h"
#include "read/registry.h"

#define NAMESPACES "http://graphml.graphdrawing.org/" /* what GraphML's own begin with */
#define YFILES     "http://www.yworks.com/"           /* what those of yEd and yFiles begin with */
#define DEPTH      300                                /* libxml2 allows 256 */

typedef enum {
    IN_DOCUMENT,
    IN_THING,
    IN_KEY,
    IN_DEFAULT,
    IN_DESC,
    IN_DATA,
    IN_CONTENT, /* an element inside data, a default or a description */
    IN_OTHER,   /* what is not read */
} Where;

typedef struct {
    Where where;
    bool label;          /* content: its text is a label */
    GraphmlThing *thing; /* the innermost */
    EntOrigin origin;
} Frame;

typedef struct {
    Graphml graphml;
    GraphmlXml *xml;
    Frame frames[DEPTH];
    guint depth;       /* of the innermost frame */
    GPtrArray *things; /* GraphmlThing *, by nesting, to be used again */
    guint open;        /* of them in use */
    bool failed;       /* no use in reading on */
    /* The key, data, default or description at hand. */
    char *key_id, *key_for, *key_name, *key_type, *key_default;
    GraphmlKey *key;
    GString *text, *label;
    bool graphics, markup; /* it has elements of yFiles, of others */
} Document;

/* Attributes that GraphML does not know are kept as values; how many there are (parse.nodes) is
 * seen anyway. */
static void read_attributes(Document *document, GraphmlThing *thing)
{
    bool keeps = thing->domain != GRAPHML_ROOT && thing->domain != GRAPHML_GRAPH;
    const char *name, *space, *value;

    while (graphml_xml_attribute(document->xml, &name, &space, &value)) {
        gsize *place = space ? NULL : graphml_thing_attribute(thing, name);

        if (place)
            *place = graphml_add_text(thing, value);
        else if (keeps && !space && !g_str_has_prefix(name, "parse."))
            graphml_add_value(thing, graphml_keys_make(&document->graphml.keys, name, GRAPHML_TEXT),
                              value);
    }
}

static void push(Document *document, Where where, GraphmlThing *thing, const EntOrigin *origin)
{
    Frame *frame = &document->frames[++document->depth];

    *frame = (Frame){.where = where, .thing = thing, .origin = *origin};
}

static void open_thing(Document *document, GraphmlDomain domain, const EntOrigin *origin)
{
    GraphmlThing *parent = document->frames[document->depth].thing;
    GraphmlThing *thing;

    if (document->open == document->things->len)
        g_ptr_array_add(document->things, graphml_thing_new());
    thing = document->things->pdata[document->open++];
    graphml_thing_reset(thing, domain, origin);
    thing->parent = parent;
    push(document, IN_THING, thing, origin);
    read_attributes(document, thing);
    graphml_thing_begin(&document->graphml, thing);
}

static void close_thing(Document *document, GraphmlThing *thing)
{
    document->open--;
    if (thing->domain == GRAPHML_PORT) {
        graphml_port_close(&document->graphml, thing);
        return;
    }
    if (!graphml_thing_defaults(&document->graphml, thing)) {
        graphml_finding(&document->graphml, thing, ENT_SEVERITY_ERROR, "syntax", NULL, NULL,
                        "the default values of keys would fill far more than the file");
        document->failed = true;
        return;
    }
    if (!graphml_thing_complete(&document->graphml, thing))
        return;
    if (thing->domain <= GRAPHML_HYPEREDGE)
        graphml_thing_surroundings(&document->graphml, thing);
    if (document->graphml.keys.own)
        graphml_own_fact(&document->graphml, thing);
    else
        graphml_foreign_fact(&document->graphml, thing);
}

static void clear_key(Document *document)
{
    g_clear_pointer(&document->key_id, g_free);
    g_clear_pointer(&document->key_for, g_free);
    g_clear_pointer(&document->key_name, g_free);
    g_clear_pointer(&document->key_type, g_free);
    g_clear_pointer(&document->key_default, g_free);
}

static void open_key(Document *document, const EntOrigin *origin)
{
    const char *name, *space, *value;
    g_autofree char *kind = NULL;

    push(document, IN_KEY, document->frames[document->depth].thing, origin);
    clear_key(document);
    while (graphml_xml_attribute(document->xml, &name, &space, &value)) {
        char **place = strcmp(name, "id") == 0            ? &document->key_id
                       : strcmp(name, "for") == 0         ? &document->key_for
                       : strcmp(name, "attr.name") == 0   ? &document->key_name
                       : strcmp(name, "attr.type") == 0   ? &document->key_type
                       : strcmp(name, "yfiles.type") == 0 ? &kind
                                                          : NULL;

        if (!space && place && !*place)
            *place = g_strdup(value);
    }
    if (!document->key_name || !*document->key_name) {
        g_free(document->key_name);
        document->key_name = g_strdup(kind ? kind : document->key_id);
    }
}

static void close_key(Document *document, const Frame *frame)
{
    GraphmlThing place = {.origin = frame->origin};

    if (!document->key_id || !*document->key_id) {
        graphml_finding(&document->graphml, &place, ENT_SEVERITY_ERROR, "missing-attribute", NULL,
                        NULL, "a key needs an \"id\"");
        return;
    }
    if (!graphml_keys_add(&document->graphml.keys, document->key_for, document->key_id,
                          document->key_name, document->key_type, document->key_default))
        graphml_finding(&document->graphml, &place, ENT_SEVERITY_WARNING, "duplicate-key", "id",
                        NULL, "key \"%s\" given twice: the first one stands", document->key_id);
    else if (document->key_for && strcmp(document->key_for, "graph") == 0)
        graphml_own_key(&document->graphml, document->key_name);
}

static void open_text(Document *document, Where where, const EntOrigin *origin)
{
    push(document, where, document->frames[document->depth].thing, origin);
    g_string_truncate(document->text, 0);
    g_string_truncate(document->label, 0);
    document->graphics = document->markup = false;
}

static void open_data(Document *document, const EntOrigin *origin)
{
    const char *name, *space, *value;
    GraphmlThing *thing = document->frames[document->depth].thing;
    GraphmlThing place = {.origin = *origin};

    open_text(document, IN_DATA, origin);
    document->key = NULL;
    while (graphml_xml_attribute(document->xml, &name, &space, &value))
        if (!space && strcmp(name, "key") == 0 && *value)
            document->key = graphml_keys_get(&document->graphml.keys, thing->domain, value);
    if (!document->key)
        graphml_finding(&document->graphml, &place, ENT_SEVERITY_ERROR, "missing-attribute", NULL,
                        NULL, "data needs a \"key\"");
}

/* Of graphics only the label is a fact; the text of other markup is kept without it. */
static const char *plain_text(Document *document, const EntOrigin *origin)
{
    Graphml *graphml = &document->graphml;

    if (document->graphics)
        graphml_warn_once(graphml, &graphml->told.graphics, origin, "not-read",
                          g_strdup("of the graphics of yEd and yFiles only labels are read"));
    else if (document->markup)
        graphml_warn_once(graphml, &graphml->told.markup, origin, "not-read",
                          g_strdup("of markup inside a value only its text is read"));
    return document->graphics ? "" : document->text->str;
}

/* A graph's own values are read at once: what follows may need them. */
static void read_head(Document *document, const Frame *frame, const char *text)
{
    GraphmlThing place = *frame->thing;

    place.origin = frame->origin;
    graphml_own_head(&document->graphml, &place, document->key, text);
}

static void close_data(Document *document, const Frame *frame)
{
    GraphmlThing *thing = frame->thing;
    const char *text = plain_text(document, &frame->origin);
    g_autofree char *label = g_strstrip(g_strdup(document->label->str));

    if (!document->key)
        return;
    if (*text && thing->domain == GRAPHML_GRAPH && document->graphml.keys.own)
        read_head(document, frame, text);
    else if (*text)
        graphml_add_value(thing, document->key, text);
    if (*label)
        graphml_add_value(thing, graphml_keys_make(&document->graphml.keys, "label", GRAPHML_TEXT),
                          label);
}

static void close_frame(Document *document)
{
    const Frame *frame = &document->frames[document->depth];
    Where outer = document->frames[document->depth - 1].where;

    switch (frame->where) {
    case IN_THING:
        close_thing(document, frame->thing);
        break;
    case IN_KEY:
        close_key(document, frame);
        break;
    case IN_DATA:
        close_data(document, frame);
        break;
    case IN_DEFAULT:
        if (!document->key_default)
            document->key_default = g_strdup(plain_text(document, &frame->origin));
        break;
    case IN_DESC:
        if (outer == IN_THING && document->text->len > 0)
            frame->thing->desc =
                graphml_add_text(frame->thing, plain_text(document, &frame->origin));
        break;
    default:
        break;
    }
    document->depth--;
}

/* Whether the element is one of a thing's parts; then it is opened. */
static bool open_part(Document *document, const GraphmlXmlEvent *event)
{
#define ON(domain) (1u << (domain))
    static const struct {
        const char *name;
        GraphmlDomain domain;
        guint parents;
    } parts[] = {
        {"node", GRAPHML_NODE, ON(GRAPHML_GRAPH)},
        {"edge", GRAPHML_EDGE, ON(GRAPHML_GRAPH)},
        {"hyperedge", GRAPHML_HYPEREDGE, ON(GRAPHML_GRAPH)},
        {"endpoint", GRAPHML_ENDPOINT, ON(GRAPHML_HYPEREDGE)},
        {"port", GRAPHML_PORT, ON(GRAPHML_NODE) | ON(GRAPHML_EDGE) | ON(GRAPHML_PORT)},
        {"graph", GRAPHML_GRAPH,
         ON(GRAPHML_ROOT) | ON(GRAPHML_NODE) | ON(GRAPHML_EDGE) | ON(GRAPHML_HYPEREDGE)},
    };
    GraphmlDomain domain = document->frames[document->depth].thing->domain;

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].parents & ON(domain) && strcmp(parts[i].name, event->name) == 0) {
            open_thing(document, parts[i].domain, &event->origin);
            return true;
        }
    return false;
#undef ON
}

static void open_in_thing(Document *document, const GraphmlXmlEvent *event)
{
    Graphml *graphml = &document->graphml;

    if (strcmp(event->name, "data") == 0) {
        open_data(document, &event->origin);
    } else if (strcmp(event->name, "desc") == 0) {
        open_text(document, IN_DESC, &event->origin);
    } else if (strcmp(event->name, "key") == 0) {
        open_key(document, &event->origin);
    } else if (!open_part(document, event)) {
        graphml_warn_once(graphml, &graphml->told.element, &event->origin, "not-read",
                          g_strdup_printf("the element '%s' is not read here", event->name));
        push(document, IN_OTHER, document->frames[document->depth].thing, &event->origin);
    }
}

/* yEd has NodeLabel and EdgeLabel, yFiles for HTML has Label.Text; the first that is not blank
 * counts. */
static void open_content(Document *document, const GraphmlXmlEvent *event)
{
    static const char *const labels[] = {"NodeLabel", "EdgeLabel", "Label.Text", NULL};
    bool graphics = event->space && g_str_has_prefix(event->space, YFILES);

    *(graphics ? &document->graphics : &document->markup) = true;
    push(document, IN_CONTENT, document->frames[document->depth].thing, &event->origin);
    if (!graphics || !g_strv_contains(labels, event->name))
        return;
    if (graphml_is_blank(document->label->str))
        g_string_truncate(document->label, 0);
    document->frames[document->depth].label = document->label->len == 0;
}

static bool is_graphml(const GraphmlXmlEvent *event)
{
    return !event->space || g_str_has_prefix(event->space, NAMESPACES);
}

static void open_root(Document *document, const GraphmlXmlEvent *event)
{
    GraphmlThing place = {.origin = event->origin};

    if (is_graphml(event) && strcmp(event->name, "graphml") == 0) {
        open_thing(document, GRAPHML_ROOT, &event->origin);
        return;
    }
    graphml_finding(&document->graphml, &place, ENT_SEVERITY_ERROR, "not-facts", NULL, NULL,
                    "this is no GraphML: its root element is '%s'", event->name);
    document->failed = true;
}

static void open_frame(Document *document, const GraphmlXmlEvent *event)
{
    const Frame *frame = &document->frames[document->depth];

    if (document->depth + 1 == DEPTH) {
        document->failed = true; /* not to be seen: libxml2 stops before */
        return;
    }
    if (frame->where == IN_DOCUMENT)
        open_root(document, event);
    else if (frame->where == IN_THING && is_graphml(event))
        open_in_thing(document, event);
    else if (frame->where == IN_KEY && is_graphml(event))
        open_text(document, strcmp(event->name, "default") == 0 ? IN_DEFAULT : IN_DESC,
                  &event->origin);
    else if (frame->where == IN_DATA || frame->where == IN_DEFAULT || frame->where == IN_DESC ||
             frame->where == IN_CONTENT)
        open_content(document, event);
    else
        push(document, IN_OTHER, frame->thing, &event->origin);
}

static void add_text(Document *document, const char *text)
{
    const Frame *frame = &document->frames[document->depth];

    if (frame->where == IN_CONTENT && frame->label)
        g_string_append(document->label, text);
    if (frame->where == IN_DATA || frame->where == IN_DEFAULT || frame->where == IN_DESC ||
        frame->where == IN_CONTENT)
        g_string_append(document->text, text);
}

static void read_events(Document *document)
{
    GraphmlXmlEvent event;

    while (!document->failed && graphml_xml_next(document->xml, &event)) {
        if (event.kind == GRAPHML_XML_START)
            open_frame(document, &event);
        else if (event.kind == GRAPHML_XML_CLOSE)
            close_frame(document);
        else
            add_text(document, event.text);
    }
}

static void init_document(Document *document, EntReading *reading)
{
    Graphml *graphml = &document->graphml;

    graphml->reading = reading;
    graphml->decoder = ent_decoder_new();
    graphml_keys_init(&graphml->keys);
    graphml->node_ids = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, g_free);
    graphml->measures = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, NULL);
    graphml->names = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, NULL);
    graphml->json = g_string_new(NULL);
    document->things = g_ptr_array_new_with_free_func(graphml_thing_free);
    document->text = g_string_new(NULL);
    document->label = g_string_new(NULL);
}

static void free_document(Document *document)
{
    Graphml *graphml = &document->graphml;

    graphml_xml_free(document->xml);
    ent_decoder_free(graphml->decoder);
    graphml_keys_clear(&graphml->keys);
    g_hash_table_unref(graphml->node_ids);
    g_hash_table_unref(graphml->measures);
    g_hash_table_unref(graphml->names);
    g_string_free(graphml->json, TRUE);
    g_ptr_array_unref(document->things);
    g_string_free(document->text, TRUE);
    g_string_free(document->label, TRUE);
    clear_key(document);
    g_free(document);
}

static bool read_graphml(EntReading *reading, GError **error)
{
    Document *document = g_new0(Document, 1);
    bool done = false;

    init_document(document, reading);
    document->xml = graphml_xml_new(reading, error);
    if (document->xml) {
        read_events(document);
        done = graphml_xml_done(document->xml, error);
    }
    free_document(document);
    return done;
}

/* Pointers name what FACTS calls so; in here the ends and the id are attributes. */
static bool locate_graphml(const EntFile *file, const EntOrigin *origin, const char *pointer,
                           bool key, EntPlace *place, char **excerpt)
{
    static const char *const attributes[][2] = {
        {"/from", "source"}, {"/to", "target"}, {"/id", "id"}};
    const char *attribute = key && !*pointer ? "id" : NULL;

    for (guint i = 0; i < G_N_ELEMENTS(attributes); i++)
        if (strcmp(attributes[i][0], pointer) == 0)
            attribute = attributes[i][1];
    graphml_xml_place(file, origin, attribute, place, excerpt);
    return true;
}

const EntReader ent_reader_graphml = {
    .name = "graphml",
    .summary = "GraphML, this program's own and that of others",
    .endings = (const char *const[]){".graphml", NULL},
    .read = read_graphml,
    .locate = locate_graphml,
};
