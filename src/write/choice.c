/* SPDX-License-Identifier: MIT */
#include "write/choice.h"
#include "model/dossier_new.h"

typedef struct {
    guint64 place; /* file and offset */
    guint32 index;
} Placed;

static gint compare_placed(gconstpointer a, gconstpointer b)
{
    const Placed *first = a, *second = b;

    if (first->place != second->place)
        return first->place < second->place ? -1 : 1;
    return first->index < second->index ? -1 : first->index > second->index;
}

static guint64 place_of(const EntOrigin *origin)
{
    return (guint64)origin->file << 48 | origin->offset;
}

/* Ids are numbered at first mention, which may come before the place where they are declared. */
static EntIndices in_written_order(GArray *placed)
{
    EntIndices indices = {g_new(guint32, (gsize)placed->len + 1), placed->len};

    g_array_sort(placed, compare_placed);
    for (guint i = 0; i < placed->len; i++)
        indices.items[i] = g_array_index(placed, Placed, i).index;
    return indices;
}

static EntIndices declared_nodes(const EntFacts *facts)
{
    g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(Placed));

    for (guint32 i = 0; i < facts->nodes->len; i++) {
        const EntNode *node = ent_facts_get_node(facts, i);
        Placed entry = {place_of(&node->fact.origin), i};

        if (node->declared)
            g_array_append_val(placed, entry);
    }
    return in_written_order(placed);
}

static EntIndices declared_sources(const EntFacts *facts)
{
    g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(Placed));

    for (guint32 i = 0; i < facts->sources->len; i++) {
        const EntSource *source = ent_facts_get_source(facts, i);
        Placed entry = {place_of(&source->origin), i};

        if (source->declared)
            g_array_append_val(placed, entry);
    }
    return in_written_order(placed);
}

static EntIndices all_edges(const EntFacts *facts)
{
    EntIndices edges = {g_new(guint32, (gsize)facts->edges->len + 1), facts->edges->len};

    for (guint32 i = 0; i < edges.length; i++)
        edges.items[i] = i;
    return edges;
}

void ent_choice_init_all(EntChoice *choice, const EntFacts *facts)
{
    *choice = (EntChoice){.facts = facts};
    choice->sources = declared_sources(facts);
    choice->nodes = declared_nodes(facts);
    choice->edges = all_edges(facts);
}

static EntIndices copied(const guint32 *items, guint32 length)
{
    EntIndices indices = {g_new(guint32, (gsize)length + 1), length};

    if (length)
        memcpy(indices.items, items, length * sizeof *items);
    return indices;
}

static void mark_cited(const EntFacts *facts, const EntFact *fact, bool *cited)
{
    for (guint32 i = 0; i < fact->evidence_length; i++)
        cited[ent_facts_get_evidence(facts, fact->evidence + i)->source] = true;
}

static EntIndices cited_sources(const EntChoice *choice)
{
    const EntFacts *facts = choice->facts;
    g_autofree bool *cited = g_new0(bool, (gsize)facts->sources->len + 1);
    EntIndices sources = {g_new(guint32, (gsize)facts->sources->len + 1), 0};
    bool all = !ent_dossier_derivation(ent_view_dossier(choice->view)) &&
               choice->nodes.length == facts->nodes->len &&
               choice->edges.length == facts->edges->len;

    for (guint32 i = 0; i < choice->nodes.length; i++)
        mark_cited(facts, &ent_facts_get_node(facts, choice->nodes.items[i])->fact, cited);
    for (guint32 i = 0; i < choice->edges.length; i++)
        mark_cited(facts, &ent_facts_get_edge(facts, choice->edges.items[i])->fact, cited);
    for (guint32 i = 0; i < facts->sources->len; i++)
        if ((all || cited[i]) && ent_facts_get_source(facts, i)->declared)
            sources.items[sources.length++] = i;
    return sources;
}

void ent_choice_init_view(EntChoice *choice, const EntWriting *writing)
{
    guint32 length;
    const guint32 *items;

    *choice = (EntChoice){.facts = ent_dossier_facts(writing->dossier),
                          .view = writing->view,
                          .columns = writing->columns,
                          .columns_length = writing->columns_length,
                          .edge_columns = writing->edge_columns,
                          .edge_columns_length = writing->edge_columns_length};
    items = ent_view_nodes(writing->view, &length);
    choice->nodes = copied(items, length);
    items = ent_view_edges(writing->view, &length);
    choice->edges = copied(items, length);
    choice->sources = cited_sources(choice);
}

void ent_choice_clear(EntChoice *choice)
{
    g_clear_pointer(&choice->sources.items, g_free);
    g_clear_pointer(&choice->nodes.items, g_free);
    g_clear_pointer(&choice->edges.items, g_free);
}

bool ent_choice_refers(const EntChoice *choice, const char *id)
{
    guint32 node;

    if (!choice->view)
        return true;
    node = ent_facts_find_node(choice->facts, id);
    if (node == ENT_NONE) /* a derived dossier lacks nodes that the facts have */
        return !ent_dossier_derivation(ent_view_dossier(choice->view));
    return ent_view_place(choice->view, node) != ENT_NONE;
}
