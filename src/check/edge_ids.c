/* SPDX-License-Identifier: MIT */
/* No two edges are given the same id. */
#include "base/hash.h"
#include "check/registry.h"
#include "check/say.h"

static void duplicate(EntChecking *checking, const EntEdge *edge, const EntEdge *first)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "duplicate-edge-id", &edge->fact.origin, "/id", 0, false};
    g_autofree char *name = ent_say_name(edge->id);
    g_autofree char *place = ent_say_place(checking, &first->fact.origin, &edge->fact.origin);

    ent_say(checking, &about, g_strdup_printf("the other edge stands in %s", place),
            g_strdup_printf("edge id %s given twice", name));
}

static void run(EntChecking *checking)
{
    const EntFacts *facts = checking->facts;
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    for (guint32 i = 0; i < facts->edges->len; i++) {
        const EntEdge *edge = ent_facts_get_edge(facts, i);
        const EntEdge *first = edge->id ? g_hash_table_lookup(seen, edge->id) : NULL;

        if (first)
            duplicate(checking, edge, first);
        else if (edge->id)
            g_hash_table_insert(seen, (gpointer)edge->id, (gpointer)edge);
    }
}

const EntCheck ent_check_edge_ids = {
    .name = "edge-ids",
    .summary = "no two edges are given the same id",
    .codes = (const char *const[]){"duplicate-edge-id", NULL},
    .run = run,
};
