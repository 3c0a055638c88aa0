/* SPDX-License-Identifier: MIT */
/* The nodes at an edge's ends are of types that its own type allows. */
#include "check/registry.h"
#include "check/say.h"

#include "model/schema_read.h"

#define LISTED_MOST 8 /* types told in a message, edge types in a hint */

typedef struct {
    EntChecking *checking;
    const EntNodeType **node_types; /* by the facts' number; NULL where the schema has none */
    const EntEdgeType **edge_types;
    const EntEdgeType **all; /* of the schema, NULL-terminated; made at the first finding */
    guint hints;
} Ends;

static void say_types(GString *text, const EntNodeType *const *types)
{
    guint length = 0;

    if (!types) {
        g_string_append(text, "any node");
        return;
    }
    while (types[length])
        length++;
    for (guint i = 0; i < MIN(length, LISTED_MOST); i++)
        g_string_append_printf(text, "%s%s",
                               i == 0           ? ""
                               : i + 1 < length ? ", "
                                                : " or ",
                               types[i]->name);
    if (length > LISTED_MOST)
        g_string_append(text, ", ...");
}

static char *message(const EntEdgeType *type, const EntNodeType *from, const EntNodeType *to)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "\"%s\" goes from ", type->name);
    say_types(text, type->from);
    g_string_append(text, " to ");
    say_types(text, type->to);
    g_string_append_printf(text, ", not from %s to %s", from->name, to->name);
    return g_string_free(text, FALSE);
}

/* Edge types made for such ends; those that allow anything say little. */
static char *others_hint(Ends *ends, const EntNodeType *from, const EntNodeType *to)
{
    GString *text = g_string_new(NULL);
    guint length = 0;

    if (!ends->all)
        ends->all = ent_schema_edge_types(ends->checking->schema);
    for (guint i = 0; ends->all[i]; i++) {
        const EntEdgeType *type = ends->all[i];

        if (!type->from || !type->to || !ent_edge_type_fits(type, from, to))
            continue;
        if (length++ < LISTED_MOST)
            g_string_append_printf(text, "%s%s", text->len ? ", " : "", type->name);
    }
    if (length > LISTED_MOST)
        g_string_append(text, ", ...");
    if (length > 0)
        g_string_prepend(text, "between these there can be: ");
    return g_string_free(text, length == 0);
}

static char *hint(Ends *ends, const EntEdgeType *type, const EntNodeType *from,
                  const EntNodeType *to)
{
    if (ent_edge_type_fits(type, to, from))
        return g_strdup("the other way round it fits: swap \"from\" and \"to\"");
    return ends->hints++ < ENT_HINTS_MOST ? others_hint(ends, from, to) : NULL;
}

/* The end that does not fit, or the type where neither or only both together do not. */
static const char *culprit(const EntEdgeType *type, const EntNodeType *from, const EntNodeType *to)
{
    EntEdgeType only_from = *type, only_to = *type;
    bool from_fits, to_fits;

    only_from.to = only_to.from = NULL;
    from_fits = ent_edge_type_fits(&only_from, from, to);
    to_fits = ent_edge_type_fits(&only_to, from, to);
    return from_fits == to_fits ? "/type" : from_fits ? "/to" : "/from";
}

static void check_edge(Ends *ends, const EntEdge *edge)
{
    const EntFacts *facts = ends->checking->facts;
    const EntNode *from = ent_facts_get_node(facts, edge->from);
    const EntNode *to = ent_facts_get_node(facts, edge->to);
    const EntNodeType *from_type, *to_type;
    const EntEdgeType *type = ends->edge_types[edge->type];

    if (!from->declared || !to->declared || from->type >= facts->node_types->len ||
        to->type >= facts->node_types->len)
        return;
    from_type = ends->node_types[from->type];
    to_type = ends->node_types[to->type];
    if (type && from_type && to_type && !ent_edge_type_fits(type, from_type, to_type)) {
        EntAbout about = {ENT_SEVERITY_ERROR,
                          "edge-ends",
                          &edge->fact.origin,
                          culprit(type, from_type, to_type),
                          0,
                          false};

        ent_say(ends->checking, &about, hint(ends, type, from_type, to_type),
                message(type, from_type, to_type));
    }
}

static void run(EntChecking *checking)
{
    const EntFacts *facts = checking->facts;
    Ends ends = {.checking = checking};

    ends.node_types = g_new0(const EntNodeType *, facts->node_types->len + 1);
    ends.edge_types = g_new0(const EntEdgeType *, facts->edge_types->len + 1);
    for (guint i = 0; i < facts->node_types->len; i++)
        ends.node_types[i] = ent_schema_node_type(checking->schema, facts->node_types->pdata[i]);
    for (guint i = 0; i < facts->edge_types->len; i++)
        ends.edge_types[i] = ent_schema_edge_type(checking->schema, facts->edge_types->pdata[i]);
    for (guint32 i = 0; i < facts->edges->len; i++)
        check_edge(&ends, ent_facts_get_edge(facts, i));
    g_free(ends.node_types);
    g_free(ends.edge_types);
    g_free(ends.all);
}

const EntCheck ent_check_ends = {
    .name = "ends",
    .summary = "an edge joins nodes of types that its own type allows",
    .codes = (const char *const[]){"edge-ends", NULL},
    .run = run,
};
