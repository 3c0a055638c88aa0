/* SPDX-License-Identifier: MIT */
#include <entente/diff.h>

#include "diff/edges.h"
#include "diff/facts.h"
#include "diff/members.h"

#include <string.h>

typedef void (*Put)(GString *text, const EntDossier *dossier, guint32 index);

/* One kind of fact while its differences are gathered. */
typedef struct {
    const EntDossier *old, *new;
    Put put;
    GArray *items; /* EntDifference */
    GString *before, *after;
} Gathering;

static void gather_pair(Gathering *gathering, guint32 old, guint32 new)
{
    EntDifference item = {.old = old, .new = new};

    gathering->put(gathering->before, gathering->old, old);
    gathering->put(gathering->after, gathering->new, new);
    if (g_string_equal(gathering->before, gathering->after))
        return;
    ent_members_compare(gathering->before->str, gathering->after->str, &item);
    if (item.changes_length || item.gained[0] || item.lost[0])
        g_array_append_val(gathering->items, item);
    else
        ent_difference_clear(&item);
}

static void gather_alone(Gathering *gathering, guint32 old, guint32 new)
{
    EntDifference item = {.old = old, .new = new};

    g_array_append_val(gathering->items, item);
}

static Gathering begin(const EntDiff *diff, Put put)
{
    return (Gathering){.old = diff->old,
                       .new = diff->new,
                       .put = put,
                       .items = g_array_new(FALSE, TRUE, sizeof(EntDifference)),
                       .before = g_string_new(NULL),
                       .after = g_string_new(NULL)};
}

static EntDifferences end(Gathering *gathering)
{
    EntDifferences found = {.length = gathering->items->len};

    g_string_free(gathering->before, TRUE);
    g_string_free(gathering->after, TRUE);
    found.items = (EntDifference *)(void *)g_array_free(gathering->items, FALSE);
    for (guint32 i = 0; i < found.length; i++) {
        found.added += found.items[i].old == ENT_NONE;
        found.removed += found.items[i].new == ENT_NONE;
    }
    found.changed = found.length - found.added - found.removed;
    return found;
}

static const char *node_id(const EntDiff *diff, const EntDifference *item)
{
    return item->new == ENT_NONE ? ent_dossier_node(diff->old, item->old)->id
                                 : ent_dossier_node(diff->new, item->new)->id;
}

static const char *source_id(const EntDiff *diff, const EntDifference *item)
{
    return item->new == ENT_NONE ? ent_dossier_source(diff->old, item->old)->id
                                 : ent_dossier_source(diff->new, item->new)->id;
}

static gint by_node_id(gconstpointer left, gconstpointer right, gpointer diff)
{
    return strcmp(node_id(diff, left), node_id(diff, right));
}

static gint by_source_id(gconstpointer left, gconstpointer right, gpointer diff)
{
    return strcmp(source_id(diff, left), source_id(diff, right));
}

/* What edges are sorted by. */
typedef struct {
    const char *from, *to, *type, *id;
} EdgeKey;

static EdgeKey edge_key(const EntDiff *diff, const EntDifference *item)
{
    bool gone = item->new == ENT_NONE;
    const EntDossier *dossier = gone ? diff->old : diff->new;
    guint32 index = gone ? item->old : item->new;
    const EntEdge *edge = ent_dossier_edge(dossier, index);

    return (EdgeKey){
        ent_dossier_node(dossier, edge->from)->id, ent_dossier_node(dossier, edge->to)->id,
        ent_dossier_edge_type(dossier, edge)->name, (gone ? diff->old_ids : diff->new_ids)[index]};
}

static gint by_edge_key(gconstpointer left, gconstpointer right, gpointer diff)
{
    EdgeKey a = edge_key(diff, left), b = edge_key(diff, right);
    int order = strcmp(a.from, b.from);

    if (!order)
        order = strcmp(a.to, b.to);
    if (!order)
        order = strcmp(a.type, b.type);
    return order ? order : strcmp(a.id, b.id);
}

/* Nodes or sources: found by their ids. */
static EntDifferences compare_named(const EntDiff *diff, Put put, bool sources)
{
    Gathering gathering = begin(diff, put);
    guint32 old = sources ? ent_dossier_source_count(diff->old) : ent_dossier_node_count(diff->old);
    guint32 new = sources ? ent_dossier_source_count(diff->new) : ent_dossier_node_count(diff->new);

    for (guint32 i = 0; i < new; i++) {
        guint32 before =
            sources ? ent_dossier_find_source(diff->old, ent_dossier_source(diff->new, i)->id)
                    : ent_dossier_find_node(diff->old, ent_dossier_node(diff->new, i)->id);

        if (before == ENT_NONE)
            gather_alone(&gathering, ENT_NONE, i);
        else
            gather_pair(&gathering, before, i);
    }
    for (guint32 i = 0; i < old; i++) {
        guint32 after =
            sources ? ent_dossier_find_source(diff->new, ent_dossier_source(diff->old, i)->id)
                    : ent_dossier_find_node(diff->new, ent_dossier_node(diff->old, i)->id);

        if (after == ENT_NONE)
            gather_alone(&gathering, i, ENT_NONE);
    }
    g_array_sort_with_data(gathering.items, sources ? by_source_id : by_node_id, (gpointer)diff);
    return end(&gathering);
}

static EntDifferences compare_edges(const EntDiff *diff)
{
    Gathering gathering = begin(diff, ent_diff_put_edge);
    guint32 old = ent_dossier_edge_count(diff->old), new = ent_dossier_edge_count(diff->new);
    g_autofree guint32 *matched = ent_diff_match_edges(diff->old, diff->new);
    g_autofree bool *taken = g_new0(bool, (gsize)old + 1);

    for (guint32 i = 0; i < new; i++) {
        if (matched[i] == ENT_NONE) {
            gather_alone(&gathering, ENT_NONE, i);
            continue;
        }
        taken[matched[i]] = true;
        gather_pair(&gathering, matched[i], i);
    }
    for (guint32 i = 0; i < old; i++)
        if (!taken[i])
            gather_alone(&gathering, i, ENT_NONE);
    g_array_sort_with_data(gathering.items, by_edge_key, (gpointer)diff);
    return end(&gathering);
}

static void compare_heads(EntDiff *diff)
{
    g_autoptr(GString) before = g_string_new(NULL), after = g_string_new(NULL);

    ent_diff_put_head(before, diff->old);
    ent_diff_put_head(after, diff->new);
    ent_members_compare(before->str, after->str, &diff->head);
}

EntDiff *ent_diff_new(const EntDossier *old, const EntDossier *new)
{
    EntDiff *diff = g_new0(EntDiff, 1);

    diff->old = old;
    diff->new = new;
    diff->old_ids = ent_dossier_edge_ids(old);
    diff->new_ids = ent_dossier_edge_ids(new);
    diff->nodes = compare_named(diff, ent_diff_put_node, false);
    diff->sources = compare_named(diff, ent_diff_put_source, true);
    diff->edges = compare_edges(diff);
    compare_heads(diff);
    return diff;
}

static void clear_all(EntDifferences *differences)
{
    for (guint32 i = 0; i < differences->length; i++)
        ent_difference_clear(&differences->items[i]);
    g_free(differences->items);
}

void ent_diff_free(EntDiff *diff)
{
    if (!diff)
        return;
    clear_all(&diff->nodes);
    clear_all(&diff->edges);
    clear_all(&diff->sources);
    ent_difference_clear(&diff->head);
    ent_edge_ids_free(diff->old_ids);
    ent_edge_ids_free(diff->new_ids);
    g_free(diff);
}

bool ent_diff_any(const EntDiff *diff)
{
    return diff->nodes.length || diff->edges.length || diff->sources.length ||
           diff->head.changes_length;
}

static char *put_json(const EntDiff *diff, const EntDifference *item, Put put)
{
    GString *text = g_string_new(NULL);

    if (item->new == ENT_NONE)
        put(text, diff->old, item->old);
    else
        put(text, diff->new, item->new);
    return g_string_free(text, FALSE);
}

char *ent_diff_node_json(const EntDiff *diff, const EntDifference *node)
{
    return put_json(diff, node, ent_diff_put_node);
}

char *ent_diff_edge_json(const EntDiff *diff, const EntDifference *edge)
{
    return put_json(diff, edge, ent_diff_put_edge);
}

char *ent_diff_source_json(const EntDiff *diff, const EntDifference *source)
{
    return put_json(diff, source, ent_diff_put_source);
}
