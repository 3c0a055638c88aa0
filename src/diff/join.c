/* SPDX-License-Identifier: MIT */
/* Two dossiers as one, to be drawn: the new one, then what only the old one has. */
#include <entente/diff.h>

#include "model/dossier_new.h"

static void copy_source(EntFacts *facts, const EntSource *source)
{
    guint32 made = ent_facts_find_source(facts, source->id);

    if (made != ENT_NONE)
        return;
    made = ent_facts_source(facts, source->id);
    *ent_facts_get_source(facts, made) = *source;
}

static void copy_evidence(EntFacts *facts, const EntDossier *from, EntFact *fact)
{
    guint32 first = fact->evidence;

    fact->evidence = facts->evidence->len;
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        EntEvidence evidence = *ent_dossier_evidence(from, first + i);

        evidence.source =
            ent_facts_find_source(facts, ent_dossier_source(from, evidence.source)->id);
        g_array_append_val(facts->evidence, evidence);
    }
}

static void copy_node(EntFacts *facts, const EntDossier *from, guint32 index)
{
    const EntNode *node = ent_dossier_node(from, index);
    guint32 made = ent_facts_node(facts, node->id);
    EntNode copy = *node;

    copy.id = ent_facts_get_node(facts, made)->id;
    copy.type = ent_facts_node_type(facts, ent_dossier_node_type(from, node)->name);
    copy_evidence(facts, from, &copy.fact);
    *ent_facts_get_node(facts, made) = copy;
}

static void copy_edge(EntFacts *facts, const EntDossier *from, guint32 index)
{
    EntEdge copy = *ent_dossier_edge(from, index);

    copy.type = ent_facts_edge_type(facts, ent_dossier_edge_type(from, &copy)->name);
    copy.from = ent_facts_find_node(facts, ent_dossier_node(from, copy.from)->id);
    copy.to = ent_facts_find_node(facts, ent_dossier_node(from, copy.to)->id);
    copy_evidence(facts, from, &copy.fact);
    g_array_append_val(facts->edges, copy);
}

static void copy_new(EntFacts *facts, const EntDossier *new)
{
    for (guint32 i = 0; i < ent_dossier_source_count(new); i++)
        copy_source(facts, ent_dossier_source(new, i));
    for (guint32 i = 0; i < ent_dossier_node_count(new); i++)
        copy_node(facts, new, i);
    for (guint32 i = 0; i < ent_dossier_edge_count(new); i++)
        copy_edge(facts, new, i);
}

static void copy_removed(EntFacts *facts, const EntDiff *diff)
{
    for (guint32 i = 0; i < ent_dossier_source_count(diff->old); i++)
        copy_source(facts, ent_dossier_source(diff->old, i));
    for (guint32 i = 0; i < diff->nodes.length; i++)
        if (diff->nodes.items[i].new == ENT_NONE)
            copy_node(facts, diff->old, diff->nodes.items[i].old);
    for (guint32 i = 0; i < diff->edges.length; i++)
        if (diff->edges.items[i].new == ENT_NONE)
            copy_edge(facts, diff->old, diff->edges.items[i].old);
}

/* What of `all` facts, the first `kept` of which are the new dossier's, came about how. */
static EntChange *mark(const EntDifferences *differences, guint32 kept, guint32 all)
{
    EntChange *changes = g_new0(EntChange, (gsize)all + 1);

    for (guint32 i = kept; i < all; i++)
        changes[i] = ENT_CHANGE_REMOVED;
    for (guint32 i = 0; i < differences->length; i++) {
        const EntDifference *item = &differences->items[i];

        if (item->new != ENT_NONE)
            changes[item->new] = item->old == ENT_NONE ? ENT_CHANGE_ADDED : ENT_CHANGE_CHANGED;
    }
    return changes;
}

EntJoined *ent_diff_join(const EntDiff *diff)
{
    EntJoined *joined = g_new0(EntJoined, 1);
    EntFacts *facts = ent_facts_new();

    facts->title = ent_dossier_title(diff->new);
    facts->description = ent_dossier_description(diff->new);
    facts->schema = ent_dossier_schema_name(diff->new);
    copy_new(facts, diff->new);
    copy_removed(facts, diff);
    joined->dossier = ent_dossier_join(diff->new, diff->old, facts);
    joined->nodes = mark(&diff->nodes, ent_dossier_node_count(diff->new), facts->nodes->len);
    joined->edges = mark(&diff->edges, ent_dossier_edge_count(diff->new), facts->edges->len);
    return joined;
}

void ent_joined_free(EntJoined *joined)
{
    if (!joined)
        return;
    ent_dossier_free(joined->dossier);
    g_free(joined->nodes);
    g_free(joined->edges);
    g_free(joined);
}
