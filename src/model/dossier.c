/* SPDX-License-Identifier: MIT */
#include "model/dossier_new.h"

struct EntDossier {
    EntFacts *facts;
    EntSchema *schema;
    EntDossier *whole;        /* what it is derived from, whose schema it is; NULL: it was read */
    EntDossier *other;        /* the second of two that it is joined of; else NULL */
    EntDerivation derivation; /* empty where whole is NULL */
    guint holders;            /* its owner, and what is derived from it */
    const EntNodeType **node_types; /* by the facts' index of the type */
    const EntEdgeType **edge_types;
    guint32 *starts; /* node -> where its edges begin in `incident`; one more closes the last */
    guint32 *incident;
};

static const EntNodeType *find_node_type(const EntDossier *dossier, const char *name)
{
    const EntNodeType *type = ent_schema_node_type(dossier->schema, name);

    return type || !dossier->other ? type : find_node_type(dossier->other, name);
}

static const EntEdgeType *find_edge_type(const EntDossier *dossier, const char *name)
{
    const EntEdgeType *type = ent_schema_edge_type(dossier->schema, name);

    return type || !dossier->other ? type : find_edge_type(dossier->other, name);
}

static void resolve_types(EntDossier *dossier)
{
    const EntFacts *facts = dossier->facts;

    dossier->node_types = g_new(const EntNodeType *, facts->node_types->len);
    for (guint i = 0; i < facts->node_types->len; i++)
        dossier->node_types[i] = find_node_type(dossier, facts->node_types->pdata[i]);
    dossier->edge_types = g_new(const EntEdgeType *, facts->edge_types->len);
    for (guint i = 0; i < facts->edge_types->len; i++)
        dossier->edge_types[i] = find_edge_type(dossier, facts->edge_types->pdata[i]);
}

/* Counting sort of the edges by their ends; a loop is listed once. */
static void build_adjacency(EntDossier *dossier)
{
    guint32 nodes = dossier->facts->nodes->len, edges = dossier->facts->edges->len;
    guint32 *starts = g_new0(guint32, (gsize)nodes + 2);

    for (guint32 i = 0; i < edges; i++) {
        const EntEdge *edge = ent_facts_get_edge(dossier->facts, i);

        starts[edge->from + 2]++;
        if (edge->to != edge->from)
            starts[edge->to + 2]++;
    }
    for (guint32 i = 2; i < nodes + 2; i++)
        starts[i] += starts[i - 1];
    dossier->incident = g_new(guint32, (gsize)2 * edges + 1);
    for (guint32 i = 0; i < edges; i++) {
        const EntEdge *edge = ent_facts_get_edge(dossier->facts, i);

        dossier->incident[starts[edge->from + 1]++] = i;
        if (edge->to != edge->from)
            dossier->incident[starts[edge->to + 1]++] = i;
    }
    dossier->starts = starts;
}

static EntDossier *make(EntFacts *facts, EntSchema *schema, const EntDossier *other)
{
    EntDossier *dossier = g_new0(EntDossier, 1);

    dossier->holders = 1;
    dossier->other = (EntDossier *)other;
    dossier->facts = facts;
    dossier->schema = schema;
    resolve_types(dossier);
    build_adjacency(dossier);
    return dossier;
}

EntDossier *ent_dossier_new(EntFacts *facts, EntSchema *schema)
{
    return make(facts, schema, NULL);
}

EntDossier *ent_dossier_join(const EntDossier *first, const EntDossier *other, EntFacts *facts)
{
    EntDossier *dossier = make(facts, first->schema, other);

    dossier->whole = (EntDossier *)first;
    dossier->whole->holders++;
    dossier->other->holders++;
    return dossier;
}

EntDossier *ent_dossier_derive(const EntDossier *whole, EntFacts *facts, EntDerivation derivation)
{
    EntDossier *dossier = ent_dossier_new(facts, whole->schema);

    dossier->whole = (EntDossier *)whole;
    dossier->whole->holders++;
    dossier->derivation = derivation;
    return dossier;
}

void ent_dossier_free(EntDossier *dossier)
{
    if (!dossier || --dossier->holders)
        return;
    ent_facts_free(dossier->facts);
    if (!dossier->whole)
        ent_schema_free(dossier->schema);
    ent_dossier_free(dossier->whole);
    ent_dossier_free(dossier->other);
    g_free(dossier->derivation.words);
    g_strfreev(dossier->derivation.filters);
    g_free(dossier->node_types);
    g_free(dossier->edge_types);
    g_free(dossier->starts);
    g_free(dossier->incident);
    g_free(dossier);
}

const EntFacts *ent_dossier_facts(const EntDossier *dossier)
{
    return dossier->facts;
}

const EntSchema *ent_dossier_schema(const EntDossier *dossier)
{
    return dossier->schema;
}

const char *ent_dossier_title(const EntDossier *dossier)
{
    return dossier->facts->title;
}

const char *ent_dossier_description(const EntDossier *dossier)
{
    return dossier->facts->description;
}

const char *ent_dossier_schema_name(const EntDossier *dossier)
{
    return dossier->facts->schema;
}

EntProperties ent_dossier_extras(const EntDossier *dossier)
{
    return dossier->facts->extras;
}

const EntDerivation *ent_dossier_derivation(const EntDossier *dossier)
{
    return dossier->whole && !dossier->other ? &dossier->derivation : NULL;
}

guint32 ent_dossier_node_count(const EntDossier *dossier)
{
    return dossier->facts->nodes->len;
}

guint32 ent_dossier_edge_count(const EntDossier *dossier)
{
    return dossier->facts->edges->len;
}

guint32 ent_dossier_source_count(const EntDossier *dossier)
{
    return dossier->facts->sources->len;
}

guint32 ent_dossier_evidence_count(const EntDossier *dossier)
{
    return dossier->facts->evidence->len;
}

const EntNode *ent_dossier_node(const EntDossier *dossier, guint32 index)
{
    g_assert(index < dossier->facts->nodes->len);
    return ent_facts_get_node(dossier->facts, index);
}

const EntEdge *ent_dossier_edge(const EntDossier *dossier, guint32 index)
{
    g_assert(index < dossier->facts->edges->len);
    return ent_facts_get_edge(dossier->facts, index);
}

const EntSource *ent_dossier_source(const EntDossier *dossier, guint32 index)
{
    g_assert(index < dossier->facts->sources->len);
    return ent_facts_get_source(dossier->facts, index);
}

const EntEvidence *ent_dossier_evidence(const EntDossier *dossier, guint32 index)
{
    g_assert(index < dossier->facts->evidence->len);
    return ent_facts_get_evidence(dossier->facts, index);
}

const EntNodeType *ent_dossier_node_type(const EntDossier *dossier, const EntNode *node)
{
    return dossier->node_types[node->type];
}

const EntEdgeType *ent_dossier_edge_type(const EntDossier *dossier, const EntEdge *edge)
{
    return dossier->edge_types[edge->type];
}

guint32 ent_dossier_find_node(const EntDossier *dossier, const char *id)
{
    return ent_facts_find_node(dossier->facts, id);
}

guint32 ent_dossier_find_source(const EntDossier *dossier, const char *id)
{
    return ent_facts_find_source(dossier->facts, id);
}

const char *ent_dossier_source_text(const EntDossier *dossier, guint32 source)
{
    if (dossier->whole && source < ent_dossier_source_count(dossier->whole))
        return ent_dossier_source_text(dossier->whole, source);
    if (dossier->other)
        return ent_dossier_source_text(
            dossier->other,
            ent_dossier_find_source(dossier->other, ent_dossier_source(dossier, source)->id));
    return dossier->facts->source_texts->pdata[source];
}

const guint32 *ent_dossier_node_edges(const EntDossier *dossier, guint32 node, guint32 *length)
{
    guint32 start = dossier->starts[node];

    *length = dossier->starts[node + 1] - start;
    return dossier->incident + start;
}
