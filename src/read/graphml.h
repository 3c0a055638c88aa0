/* SPDX-License-Identifier: MIT */
/*
 * GraphML -> facts. graphml.c follows the document's structure and gathers what each node, edge,
 * hyperedge ... says as a thing; graphml_own.c makes facts of the things of a file that this
 * program wrote, graphml_foreign.c of any other.
 */
#ifndef ENT_READ_GRAPHML_H
#define ENT_READ_GRAPHML_H

#include "read/fact.h"

typedef enum {
    GRAPHML_NODE,
    GRAPHML_EDGE,
    GRAPHML_HYPEREDGE,
    GRAPHML_ENDPOINT,
    GRAPHML_PORT,
    GRAPHML_GRAPH,
    GRAPHML_ROOT,
    GRAPHML_DOMAINS,
} GraphmlDomain;

typedef enum { GRAPHML_TEXT, GRAPHML_NUMBER, GRAPHML_BOOLEAN } GraphmlType;

typedef struct {
    char *name; /* attr.name, or what stands for it; never NULL */
    GraphmlType type;
    char *standard;     /* the default value, NULL if none */
    bool warned;        /* told of a value that does not fit the type */
    guint64 seen;       /* the last thing that had a value of it */
    const void *own[2]; /* own files: what it is on a node, on an edge; see graphml_own.c */
} GraphmlKey;

/* What a file says of its keys. */
typedef struct {
    GPtrArray *all;                       /* GraphmlKey * */
    GHashTable *by_id;                    /* domain and id -> GraphmlKey *, borrowed */
    GHashTable *by_name;                  /* made keys: name -> GraphmlKey *, borrowed */
    GPtrArray *standard[GRAPHML_DOMAINS]; /* GraphmlKey *: those with a default */
    GString *scratch;
    bool own; /* the file is one that this program wrote */
} GraphmlKeys;

void graphml_keys_init(GraphmlKeys *keys);
void graphml_keys_clear(GraphmlKeys *keys);
/* Adds a key for a domain by GraphML's word ("node"; "all", unknown or NULL: all of them); false
 * where the domain has the id already. type and standard may be NULL. */
bool graphml_keys_add(GraphmlKeys *keys, const char *domain, const char *id, const char *name,
                      const char *type, const char *standard);
/* The key of data in a domain; one is made for an id that was not declared. */
GraphmlKey *graphml_keys_get(GraphmlKeys *keys, GraphmlDomain domain, const char *id);
/* A key for what is said otherwise than by data. */
GraphmlKey *graphml_keys_make(GraphmlKeys *keys, const char *name, GraphmlType type);

typedef struct {
    GraphmlKey *key;
    gsize start; /* of the text in the thing's texts */
    bool used;
} GraphmlValue;

#define GRAPHML_NO_TEXT G_MAXSIZE

/* An element while it is read. Texts are told by where they start in `texts`. */
typedef struct GraphmlThing GraphmlThing;

struct GraphmlThing {
    GraphmlDomain domain;
    EntOrigin origin;
    GraphmlThing *parent; /* NULL: this is the root */
    GString *texts;       /* each with its NUL */
    GArray *values;       /* GraphmlValue */
    GPtrArray *ports;     /* char *: names of ports in it */
    /* Attributes, GRAPHML_NO_TEXT where not given; target is an endpoint's node too. */
    gsize id, source, target, name, direction;
    gsize desc;
    bool undirected; /* edge: it is; graph: so are its edges where they say nothing */
    guint graphs;    /* root: top-level graphs so far; graph: its number, 0 where it is nested */
};

/* NULL for GRAPHML_NO_TEXT. */
const char *graphml_text(const GraphmlThing *thing, gsize start);
gsize graphml_add_text(GraphmlThing *thing, const char *text);
void graphml_add_value(GraphmlThing *thing, GraphmlKey *key, const char *text);

#define graphml_value(thing, i) (&g_array_index((thing)->values, GraphmlValue, i))

/* The reading of one file. */
typedef struct {
    EntReading *reading;
    EntDecoder *decoder;
    GraphmlKeys keys;
    GHashTable *node_ids; /* own files: XML id -> node id, where they differ */
    GHashTable *measures; /* own files: the graph's keys that name them */
    GHashTable *names;    /* of the fact being made: property name -> how often it was asked for */
    GString *json;
    guint hyperedges;  /* without an id, so far */
    guint64 closed;    /* things so far */
    guint64 standards; /* what default values have cost */
    struct {
        bool graphics, markup, element, direction;
    } told; /* warnings that a file gets once */
} Graphml;

GraphmlThing *graphml_thing_new(void);
void graphml_thing_free(gpointer thing);
void graphml_thing_reset(GraphmlThing *thing, GraphmlDomain domain, const EntOrigin *origin);

/* The thing's own place for an attribute; NULL where it is one of other programs. */
gsize *graphml_thing_attribute(GraphmlThing *thing, const char *name);

/* Once its attributes are there: settles what follows from them and the thing around. */
void graphml_thing_begin(Graphml *graphml, GraphmlThing *thing);

/* Whether it has the attributes it needs; a finding where not. */
bool graphml_thing_complete(Graphml *graphml, const GraphmlThing *thing);

/* Adds the default values that it does not set itself; false where they cost too much. */
bool graphml_thing_defaults(Graphml *graphml, GraphmlThing *thing);

/* Adds where a node or an edge stood in the document, if that is not the first graph. */
void graphml_thing_surroundings(Graphml *graphml, GraphmlThing *thing);

/* A port is told by its node or edge: its values, under names of their own. */
void graphml_port_close(Graphml *graphml, GraphmlThing *port);

/* A finding about a thing, or one of its attributes. hint is taken, may be NULL. */
void graphml_finding(Graphml *graphml, const GraphmlThing *thing, EntSeverity severity,
                     const char *code, const char *attribute, char *hint, const char *format, ...)
    G_GNUC_PRINTF(7, 8);

/* Warns of what the file has, the first time. message is taken. */
void graphml_warn_once(Graphml *graphml, bool *told, const EntOrigin *origin, const char *code,
                       char *message);

/* Whether text has nothing but white space. */
bool graphml_is_blank(const char *text);

/* The JSON number that text stands for, NULL where it is none; the caller's. */
char *graphml_number(const char *text);

typedef enum {
    GRAPHML_IS_NOTHING,
    GRAPHML_IS_TEXT,
    GRAPHML_IS_NUMBER,
    GRAPHML_IS_TRUE,
    GRAPHML_IS_FALSE,
} GraphmlKind;

/* What a value is by its key's type: a text, with a warning, where it is not of that type; nothing
 * where it is blank. *number is the JSON number of one, the caller's, else NULL. */
GraphmlKind graphml_kind(Graphml *graphml, const GraphmlThing *thing, const GraphmlValue *value,
                         char **number);

/* One of the document's own keys; takes value. */
void graphml_head(Graphml *graphml, const GraphmlThing *thing, const char *key, cJSON *value);

/* A key of the graph as a whole: such keys mark the files that this program wrote. */
void graphml_own_key(Graphml *graphml, const char *name);

/* A complete thing becomes facts. */
void graphml_own_fact(Graphml *graphml, GraphmlThing *thing);
/* A graph's value, as soon as it is read. */
void graphml_own_head(Graphml *graphml, const GraphmlThing *thing, GraphmlKey *key,
                      const char *text);
void graphml_foreign_fact(Graphml *graphml, GraphmlThing *thing);
/* A graph, a hyperedge or a node with a graph inside begins, in any file: names the schema, gives
 * the hyperedge an id where it has none, the node its place before those inside it. */
void graphml_foreign_begin(Graphml *graphml, GraphmlThing *thing);

#endif
