/* SPDX-License-Identifier: MIT */
/* Every node that an edge or a node speaks of is declared. */
#include "check/registry.h"
#include "check/say.h"

#include <string.h>

typedef struct {
    EntChecking *checking;
    EntNames ids;  /* of the declared nodes; made at the first finding */
    guint by_name; /* findings for which nodes were looked for by name */
} Nodes;

static void collect_ids(Nodes *nodes)
{
    const EntFacts *facts = nodes->checking->facts;

    if (nodes->ids.names)
        return;
    nodes->ids.names = g_ptr_array_new();
    for (guint32 i = 0; i < facts->nodes->len; i++)
        if (ent_facts_get_node(facts, i)->declared)
            g_ptr_array_add(nodes->ids.names, (gpointer)ent_facts_get_node(facts, i)->id);
    g_ptr_array_add(nodes->ids.names, NULL);
}

/* A node written by its name instead of its id. */
static char *hint_by_name(Nodes *nodes, const char *name)
{
    const EntFacts *facts = nodes->checking->facts;

    if (nodes->by_name++ >= ENT_HINTS_MOST)
        return NULL;
    for (guint32 i = 0; i < facts->nodes->len; i++) {
        const EntNode *node = ent_facts_get_node(facts, i);

        if (node->declared && strcmp(node->name, name) == 0) {
            g_autofree char *id = ent_say_name(node->id);

            return g_strdup_printf("that is a name; its id is %s", id);
        }
    }
    return NULL;
}

static void unknown(Nodes *nodes, const EntOrigin *origin, const char *pointer, guint32 number,
                    const char *id)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "unknown-node", origin, pointer, number, false};
    g_autofree char *name = ent_say_name(id);
    char *hint = hint_by_name(nodes, id);

    collect_ids(nodes);
    if (!hint)
        hint = ent_names_hint(&nodes->ids, id);
    ent_say(nodes->checking, &about, hint, g_strdup_printf("unknown node %s", name));
}

static void check_texts(Nodes *nodes, const EntNode *node, const EntTexts *texts,
                        const char *pointer)
{
    const EntFacts *facts = nodes->checking->facts;

    for (guint32 i = 0; i < texts->length; i++) {
        guint32 other = ent_facts_find_node(facts, texts->items[i]);

        if (other == ENT_NONE || !ent_facts_get_node(facts, other)->declared)
            unknown(nodes, &node->fact.origin, pointer, i, texts->items[i]);
    }
}

static void check_end(Nodes *nodes, const EntEdge *edge, guint32 end, const char *pointer)
{
    const EntNode *node = ent_facts_get_node(nodes->checking->facts, end);

    if (!node->declared)
        unknown(nodes, &edge->fact.origin, pointer, 0, node->id);
}

static void run(EntChecking *checking)
{
    const EntFacts *facts = checking->facts;
    Nodes nodes = {.checking = checking};

    for (guint32 i = 0; i < facts->nodes->len; i++) {
        const EntNode *node = ent_facts_get_node(facts, i);

        if (!node->declared)
            continue;
        check_texts(&nodes, node, &node->fact.details->same_as, "/same_as/%u");
        check_texts(&nodes, node, &node->fact.details->not_same_as, "/not_same_as/%u");
    }
    for (guint32 i = 0; i < facts->edges->len; i++) {
        const EntEdge *edge = ent_facts_get_edge(facts, i);

        check_end(&nodes, edge, edge->from, "/from");
        check_end(&nodes, edge, edge->to, "/to");
    }
    g_clear_pointer(&nodes.ids.names, g_ptr_array_unref);
}

const EntCheck ent_check_nodes = {
    .name = "nodes",
    .summary = "every node that an edge or another node speaks of is declared",
    .codes = (const char *const[]){"unknown-node", NULL},
    .run = run,
};
