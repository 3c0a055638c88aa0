/* SPDX-License-Identifier: MIT */
/*
 * Facts of a GraphML file that this program wrote (see write/graphml_keys.c), also after NetworkX
 * or igraph rewrote it. Each fact is put together as the JSON it has in a facts file, so that
 * numbers keep their digits; what other programs added becomes properties.
 */
#include "read/graphml_json.h"

#include <string.h>

#include "base/json.h"

typedef enum {
    OTHER,    /* not one of ours */
    REPEATED, /* said elsewhere */
    ID,       /* the node's */
    TEXT,
    NUMBER,
    JSON,
    AMOUNT, /* a part of it */
    EMPTY_NOTE,
    PROPERTIES,
    EXTRAS,
} Role;

#define ON_NODE 1u
#define ON_EDGE 2u
#define ON_BOTH (ON_NODE | ON_EDGE)

typedef struct {
    const char *name; /* attr.name */
    guint places;
    Role role;
    const char *key; /* in a facts file; NULL: the same */
} OwnKey;

static const OwnKey own_keys[] = {
    {"node_id", ON_NODE, ID, NULL},
    {"name", ON_NODE, TEXT, NULL},
    {"kind", ON_NODE, TEXT, "type"},
    {"aliases", ON_NODE, JSON, NULL},
    {"ids", ON_NODE, JSON, NULL},
    {"count", ON_NODE, NUMBER, NULL},
    {"same_as", ON_NODE, JSON, NULL},
    {"not_same_as", ON_NODE, JSON, NULL},
    {"edge_id", ON_EDGE, TEXT, "id"},
    {"relation", ON_EDGE, TEXT, "type"},
    {"weight", ON_EDGE, NUMBER, NULL},
    {"date", ON_BOTH, TEXT, NULL},
    {"start", ON_BOTH, TEXT, NULL},
    {"end", ON_BOTH, TEXT, NULL},
    {"by", ON_BOTH, TEXT, NULL},
    {"amount", ON_BOTH, AMOUNT, "value"},
    {"amount_currency", ON_BOTH, AMOUNT, "currency"},
    {"amount_text", ON_BOTH, AMOUNT, "text"},
    {"status", ON_BOTH, TEXT, NULL},
    {"confidence", ON_BOTH, NUMBER, NULL},
    {"evidence", ON_BOTH, JSON, NULL},
    {"note", ON_BOTH, TEXT, NULL},
    {"empty_note", ON_BOTH, EMPTY_NOTE, NULL},
    {"properties", ON_BOTH, PROPERTIES, NULL},
    {"extras", ON_BOTH, EXTRAS, NULL},
    {"label", ON_BOTH, REPEATED, NULL},
    {"color", ON_NODE, REPEATED, NULL},
    {"interaction", ON_EDGE, REPEATED, NULL},
    {"symmetric", ON_EDGE, REPEATED, NULL},
    {"quote", ON_BOTH, REPEATED, NULL},
    {"quote_source", ON_BOTH, REPEATED, NULL},
    {"quote_start", ON_BOTH, REPEATED, NULL},
    {"quote_end", ON_BOTH, REPEATED, NULL},
    {"id", ON_BOTH, REPEATED, NULL}, /* the XML id, as igraph and NetworkX have it */
};

static const OwnKey other = {NULL, ON_BOTH, OTHER, NULL};
static const OwnKey repeated = {NULL, ON_BOTH, REPEATED, NULL};

static const OwnKey *find_own(const Graphml *graphml, const char *name, guint place)
{
    g_autofree char *measure =
        g_strconcat(place == ON_EDGE ? GRAPHML_EDGE_MEASURE : GRAPHML_NODE_MEASURE, name, NULL);

    for (guint i = 0; i < G_N_ELEMENTS(own_keys); i++)
        if (own_keys[i].places & place && strcmp(own_keys[i].name, name) == 0)
            return &own_keys[i];
    if (g_str_has_prefix(name, "p_") || g_hash_table_contains(graphml->measures, measure))
        return &repeated;
    return &other;
}

/* What a key is on a node or an edge, looked up once. */
static const OwnKey *own_key(const Graphml *graphml, GraphmlKey *key, const GraphmlThing *thing)
{
    bool edge = thing->domain == GRAPHML_EDGE;

    if (!key->own[edge])
        key->own[edge] = find_own(graphml, key->name, edge ? ON_EDGE : ON_NODE);
    return key->own[edge];
}

/* Begins a member of the object that json holds so far. */
static void put_key(GString *json, const char *key)
{
    if (json->len > 0 && json->str[json->len - 1] != '{')
        g_string_append_c(json, ',');
    ent_json_quote(json, key);
    g_string_append_c(json, ':');
}

static void put_number(GString *json, const char *text)
{
    g_autofree char *number = graphml_number(text);

    if (number)
        g_string_append(json, number);
    else /* the finding is that of any facts file */
        ent_json_quote(json, text);
}

/* igraph writes a number that is not there as NaN. */
static bool is_nothing(const char *text)
{
    return *text == '\0' || g_ascii_strcasecmp(text, "nan") == 0;
}

static void put_amount(Graphml *graphml, GraphmlThing *thing)
{
    bool any = false;

    for (guint i = 0; i < thing->values->len; i++) {
        const GraphmlValue *value = graphml_value(thing, i);
        const OwnKey *own = own_key(graphml, value->key, thing);

        if (own->role != AMOUNT)
            continue;
        if (!any) {
            put_key(graphml->json, "amount");
            g_string_append_c(graphml->json, '{');
        }
        any = true;
        put_key(graphml->json, own->key);
        ent_json_quote(graphml->json, graphml_text(thing, value->start));
    }
    if (any)
        g_string_append_c(graphml->json, '}');
}

/* Puts the members of a JSON object among those of json, but for those that names has. */
static void put_members(Graphml *graphml, const char *object, GHashTable *names)
{
    GraphmlMembers members = {.text = object, .length = strlen(object)};

    while (graphml_next_member(&members)) {
        g_autofree char *name = names ? graphml_member_name(&members) : NULL;

        if (name && g_hash_table_contains(names, name))
            continue;
        if (graphml->json->str[graphml->json->len - 1] != '{')
            g_string_append_c(graphml->json, ',');
        g_string_append_len(graphml->json, members.member, (gssize)members.member_length);
    }
}

static void put_other(Graphml *graphml, const GraphmlThing *thing, const GraphmlValue *value)
{
    g_autofree char *number = NULL;
    GraphmlKind kind = graphml_kind(graphml, thing, value, &number);

    if (kind == GRAPHML_IS_NOTHING || !g_hash_table_add(graphml->names, g_strdup(value->key->name)))
        return;
    put_key(graphml->json, value->key->name);
    if (kind == GRAPHML_IS_NUMBER)
        g_string_append(graphml->json, number);
    else if (kind == GRAPHML_IS_TEXT)
        ent_json_quote(graphml->json, graphml_text(thing, value->start));
    else
        g_string_append(graphml->json, kind == GRAPHML_IS_TRUE ? "true" : "false");
}

/* What other programs added comes before our own of the same name: it is newer. */
static void put_properties(Graphml *graphml, GraphmlThing *thing)
{
    gsize before = graphml->json->len, empty;
    const char *own_properties = NULL;

    put_key(graphml->json, "properties");
    g_string_append_c(graphml->json, '{');
    empty = graphml->json->len;
    g_hash_table_remove_all(graphml->names);
    for (guint i = 0; i < thing->values->len; i++) {
        const GraphmlValue *value = graphml_value(thing, i);
        Role role = own_key(graphml, value->key, thing)->role;

        if (role == PROPERTIES)
            own_properties = graphml_text(thing, value->start);
        else if (role == OTHER)
            put_other(graphml, thing, value);
    }
    if (own_properties && graphml_check_json(graphml, thing, "properties", own_properties, '{'))
        put_members(graphml, own_properties, graphml->json->len > empty ? graphml->names : NULL);
    if (graphml->json->len == empty)
        g_string_truncate(graphml->json, before);
    else
        g_string_append_c(graphml->json, '}');
}

static void put_value(Graphml *graphml, GraphmlThing *thing, const OwnKey *own, const char *text)
{
    const char *key = own->key ? own->key : own->name;

    if (own->role == NUMBER && !is_nothing(text)) {
        put_key(graphml->json, key);
        put_number(graphml->json, text);
    } else if (own->role == TEXT) {
        put_key(graphml->json, key);
        ent_json_quote(graphml->json, text);
    } else if (own->role == JSON && graphml_check_json(graphml, thing, own->name, text, 0)) {
        put_key(graphml->json, key);
        g_string_append(graphml->json, text);
    } else if (own->role == EXTRAS && graphml_check_json(graphml, thing, own->name, text, '{')) {
        put_members(graphml, text, NULL);
    } else if (own->role == EMPTY_NOTE && g_ascii_strcasecmp(text, "true") == 0) {
        g_string_append(graphml->json,
                        graphml->json->str[graphml->json->len - 1] == '{' ? "" : ",");
        g_string_append(graphml->json, "\"note\":\"\"");
    }
}

/* The node's own id; borrowed from the thing. */
static const char *node_id(Graphml *graphml, GraphmlThing *thing)
{
    for (guint i = 0; i < thing->values->len; i++) {
        const GraphmlValue *value = graphml_value(thing, i);

        if (own_key(graphml, value->key, thing)->role == ID)
            return graphml_text(thing, value->start);
    }
    return graphml_text(thing, thing->id);
}

/* The id of an edge's end: XML ids that are not the node's own were noted with the node. */
static const char *end_id(const Graphml *graphml, const char *xml_id)
{
    const char *id = g_hash_table_lookup(graphml->node_ids, xml_id);

    return id ? id : xml_id;
}

static void put_ends(Graphml *graphml, const GraphmlThing *thing)
{
    put_key(graphml->json, "from");
    ent_json_quote(graphml->json, end_id(graphml, graphml_text(thing, thing->source)));
    put_key(graphml->json, "to");
    ent_json_quote(graphml->json, end_id(graphml, graphml_text(thing, thing->target)));
}

static void read_fact(Graphml *graphml, GraphmlThing *thing)
{
    EntFactSource from = {.reading = graphml->reading, .origin = thing->origin};
    const cJSON *object;

    g_string_assign(graphml->json, "{");
    if (thing->domain == GRAPHML_EDGE)
        put_ends(graphml, thing);
    for (guint i = 0; i < thing->values->len; i++) {
        const GraphmlValue *value = graphml_value(thing, i);

        put_value(graphml, thing, own_key(graphml, value->key, thing),
                  graphml_text(thing, value->start));
    }
    put_amount(graphml, thing);
    put_properties(graphml, thing);
    g_string_append_c(graphml->json, '}');
    from.text = graphml->json->str;
    from.length = graphml->json->len;
    object = ent_decode(graphml->decoder, from.text, from.length);
    if (thing->domain == GRAPHML_EDGE)
        ent_fact_edge(&from, NULL, object);
    else
        ent_fact_node(&from, node_id(graphml, thing), object);
}

void graphml_own_fact(Graphml *graphml, GraphmlThing *thing)
{
    const char *xml_id, *id;

    if (thing->domain == GRAPHML_GRAPH && thing->desc != GRAPHML_NO_TEXT)
        graphml_head(graphml, thing, "description",
                     cJSON_CreateString(graphml_text(thing, thing->desc)));
    else if (thing->domain != GRAPHML_NODE && thing->domain != GRAPHML_EDGE)
        graphml_foreign_fact(graphml, thing);
    if (thing->domain != GRAPHML_NODE && thing->domain != GRAPHML_EDGE)
        return;
    if (thing->domain == GRAPHML_NODE) {
        xml_id = graphml_text(thing, thing->id);
        id = node_id(graphml, thing);
        if (strcmp(xml_id, id) != 0)
            g_hash_table_insert(graphml->node_ids, g_strdup(xml_id), g_strdup(id));
    }
    read_fact(graphml, thing);
}
