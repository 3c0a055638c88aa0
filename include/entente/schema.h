/* SPDX-License-Identifier: MIT */
/*
 * A schema: the node and edge types that facts may have, with their labels, allowed ends and
 * looks. Built in are "diplomacy" and "open"; others are JSON files of the same form.
 *
 * A type may extend another: it takes over the looks it does not set itself, and fits wherever its
 * parent fits. In an open schema every type is allowed; unknown ones are given looks in the order
 * they are asked for.
 */
#ifndef ENTENTE_SCHEMA_H
#define ENTENTE_SCHEMA_H

#include <stdbool.h>
#include <entente/error.h>

G_BEGIN_DECLS

typedef struct EntSchema EntSchema;
typedef struct EntNodeType EntNodeType;

struct EntNodeType {
    const char *name;
    const char *label, *plural; /* never NULL */
    const EntNodeType *parent;  /* NULL if none */
    const char *shape;          /* a shape's name, see draw.h; never NULL */
    const char *color;          /* "#rrggbb"; never NULL */
    gint rank;                  /* order in legends and layered drawings, smaller first */
};

typedef struct {
    const char *name;
    const char *label;              /* read from `from` to `to`; never NULL */
    const char *inverse;            /* read the other way; NULL if not given */
    const EntNodeType *const *from; /* allowed ends, NULL-terminated; NULL: any */
    const EntNodeType *const *to;
    bool symmetric;    /* has no direction: "allied with" */
    const char *style; /* "solid", "dashed", "dotted", "bold" */
} EntEdgeType;

/* The relation of projected ties (project.h), symmetric and between any nodes. Every schema has it
 * when asked for; one that defines it itself gives it other looks. */
#define ENT_EDGE_TYPE_SHARED "shares-node"

ENT_API const char *ent_schema_name(const EntSchema *schema);

/* The type of that name; NULL where the schema is not open and has none. */
ENT_API const EntNodeType *ent_schema_node_type(EntSchema *schema, const char *name);
ENT_API const EntEdgeType *ent_schema_edge_type(EntSchema *schema, const char *name);

/* Whether a node of type `type` may stand where `wanted` is asked for: itself or a descendant. */
ENT_API bool ent_node_type_is(const EntNodeType *type, const EntNodeType *wanted);

/* Whether the ends' types are among those that the edge type allows. */
ENT_API bool ent_edge_type_fits(const EntEdgeType *type, const EntNodeType *from,
                                const EntNodeType *to);

ENT_API void ent_schema_free(EntSchema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntSchema, ent_schema_free)

G_END_DECLS

#endif
