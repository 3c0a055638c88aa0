/* SPDX-License-Identifier: MIT */
/*
 * GraphML as entente writes and reads it back.
 *
 * A value stands in one <data> under a key whose attr.name is listed in graphml_keys.c; the names
 * are the contract between writer and reader, key ids are not: NetworkX and others rename them.
 * What has more structure than a text (aliases, evidence, properties ...) is JSON in a string.
 * Keys that begin with "p_", and a few more, repeat in a plain form what is said elsewhere; the
 * reader skips them.
 *
 * The graph carries `entente` = 1: that is how such a file is known.
 */
#ifndef ENT_WRITE_GRAPHML_H
#define ENT_WRITE_GRAPHML_H

#include "write/choice.h"
#include "write/writer_def.h"

/* The XML ids of what is written: unique NMTOKENs, the own id wherever it is one. */
typedef struct {
    GPtrArray *nodes; /* const char *, by place in the view */
    GPtrArray *edges;
    GStringChunk *made; /* holds the ids that are not an own one */
} GraphmlIds;

GraphmlIds *graphml_ids_new(const EntWriting *writing);
void graphml_ids_free(GraphmlIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GraphmlIds, graphml_ids_free)

/* A node or an edge that is being written. */
typedef struct {
    const EntChoice *choice;
    const EntDossier *dossier;
    const EntFact *fact;
    const EntNode *node; /* or NULL */
    const EntEdge *edge; /* or NULL */
    /* Whether any weight, any confidence in view is not 1: then all are written, for readers that
     * know no default. */
    bool weights, confidences;
    GString *scratch; /* for values that are not there as text */
} GraphmlItem;

typedef struct {
    const char *id;   /* of the key; unique among nodes and edges together */
    const char *name; /* attr.name */
    const char *type; /* attr.type */
    /* The item's value, NULL where it has none. It lives until the next value. */
    const char *(*value)(GraphmlItem *item);
} GraphmlKey;

#define GRAPHML_KEYS 64 /* more than a list of keys has */

/* In the order they are written; end with id NULL. */
extern const GraphmlKey graphml_node_keys[];
extern const GraphmlKey graphml_edge_keys[];

/* JSON texts; out is appended to. */
void graphml_json_map(GString *out, EntProperties properties);
/* Escapes what free values may hold and XML should not: control characters, U+FFFE, U+FFFF. */
void graphml_json_safe(GString *json);
void graphml_json_texts(GString *out, EntTexts texts);

/*
 * The plain keys of properties, a courtesy to other programs: one for each name that can be an
 * attr.name, of the kind that all its values have.
 */
typedef struct {
    const char *name;
    const char *id;   /* of the key */
    const char *type; /* attr.type */
} GraphmlProperty;

typedef struct {
    GPtrArray *list;    /* GraphmlProperty *, in order of first appearance */
    GHashTable *names;  /* name -> GraphmlProperty * */
    const char *prefix; /* of the ids */
} GraphmlProperties;

GraphmlProperties *graphml_properties_new(const char *prefix);
void graphml_properties_free(GraphmlProperties *properties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GraphmlProperties, graphml_properties_free)

/* Takes a fact's properties into account. */
void graphml_properties_add(GraphmlProperties *properties, EntProperties more);

/* The plain key of a property; NULL where it has none. */
const GraphmlProperty *graphml_properties_find(const GraphmlProperties *properties,
                                               const EntProperty *property);

/* A property's value in plain text, put into scratch; NULL where there is nothing to say. */
const char *graphml_property_text(const EntProperty *property, GString *scratch);

#endif
