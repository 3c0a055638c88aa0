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
    char *standard; /* the default value, NULL if none */
    guint32 index;  /* among all keys */
    bool warned;    /* told of a value that does not fit the type */
} GraphmlKey;

/* What a file says of its keys. */
typedef struct {
    GPtrArray *all;                       /* GraphmlKey * */
    GHashTable *by_id;                    /* domain and id -> GraphmlKey *, borrowed */
    GHashTable *by_name;                  /* made keys: name -> GraphmlKey *, borrowed */
    GPtrArray *standard[GRAPHML_DOMAINS]; /* GraphmlKey *: those with a default */
    GString *scratch;
    bool own;                             /* the file is one that this program wrote */
} GraphmlKeys;

void graphml_keys_init(GraphmlKeys *keys);
void graphml_keys_clear(GraphmlKeys *keys);
/* Adds a key for a domain by GraphML's word ("node"; "all", unknown or NULL: all of them); false
 * where the domain has the id already. type and standard may be NULL. */
bool graphml_keys_add(GraphmlKeys *keys, const char *domain, const char *id, const char *name,
                      const char *type, const char *standard);
/* The key of data in a domain; one is made for an id that was not declared. */
GraphmlKey *graphml_keys_get(GraphmlKeys *keys, GraphmlDomain domain, const char *id);
/* A key for text that has none. */
GraphmlKey *graphml_keys_make(GraphmlKeys *keys, const char *name);

typedef struct {
    GraphmlKey *key;
    gsize start; /* of the text in the thing's texts */
    bool used;
} GraphmlValue;

#define GRAPHML_NO_TEXT G_MAXSIZE

/* An element while it is read. Texts are given by where they start in `texts`. */
typedef struct GraphmlThing GraphmlThing;

struct GraphmlThing {
    GraphmlDomain domain;
    EntOrigin origin;
    GraphmlThing *parent; /* NULL: the root */
    GString *texts;       /* each with its NUL */
    GArray *values;       /* GraphmlValue */
    gsize id, source, target, sourceport, targetport, port, name, direction, desc;
    bool undirected;   /* edge: it has no direction; graph: neither have its edges */
    guint graphs;      /* root: top-level graphs so far; graph: which of them it is, 0 nested */
    GPtrArray *ports;  /* node: char * */
};

static inline const char *graphml_text(const GraphmlThing *thing, gsize start)
{
    return start == GRAPHML_NO_TEXT ? NULL : thing->texts->str + start;
}

gsize graphml_add_text(GraphmlThing *thing, const char *text);
void graphml_add_value(GraphmlThing *thing, GraphmlKey *key, const char *text);

#define graphml_value(thing, i) (&g_array_index((thing)->values, GraphmlValue, i))

/* The reading of one file. */
typedef struct {
    EntReading *reading;
    EntDecoder *decoder;
    GraphmlKeys keys;
    GHashTable *node_ids; /* own files: XML id -> node id, where they differ */
    GHashTable *skipped;  /* own files: names of keys that repeat or measure */
    GHashTable *names;    /* of the fact being made: property name -> how often it was asked for */
    GString *json;
    guint hyperedges;     /* without an id, so far */
    guint64 standards;    /* what default values have cost */
} Graphml;

/* A finding about a thing, or one of its attributes. hint is taken, may be NULL. */
void graphml_finding(Graphml *graphml, const GraphmlThing *thing, EntSeverity severity,
                     const char *code, const char *attribute, char *hint, const char *format, ...)
    G_GNUC_PRINTF(7, 8);

/* The JSON number that text stands for, NULL where it is none; the caller's. */
char *graphml_number(const char *text);

/* The text as JSON by its key's type, appended to out; as a string, with a warning, where it is
 * not of that type. False where it is blank and nothing was appended. */
bool graphml_json_value(Graphml *graphml, const GraphmlThing *thing, const GraphmlValue *value,
                        GString *out);

/* A complete thing becomes facts. */
void graphml_own_fact(Graphml *graphml, GraphmlThing *thing);
void graphml_own_graph_value(Graphml *graphml, const GraphmlThing *thing,
                             const GraphmlValue *value);
void graphml_foreign_fact(Graphml *graphml, GraphmlThing *thing);
/* A hyperedge begins: gives it an id where it has none. */
void graphml_foreign_begin(Graphml *graphml, GraphmlThing *thing);

#endif
