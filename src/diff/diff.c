/* SPDX-License-Identifier: MIT */
#include <entente/diff.h>

#include "diff/edges.h"
#include "diff/facts.h"
#include "diff/members.h"

#include <string.h>

typedef void (*Put)(GString *text, const EntDossier *dossier, guint32 index);

/* A kind of fact that is the same where its id is. */
typedef struct {
    guint32 (*count)(const EntDossier *dossier);
    guint32 (*find)(const EntDossier *dossier, const char *id);
    const char *(*id)(const EntDossier *dossier, guint32 index);
    Put put;
} Named;

static const char *node_id(const EntDossier *dossier, guint32 index)
{
    return ent_dossier_node(dossier, index)->id;
}

static const char *source_id(const EntDossier *dossier, guint32 index)
{
    return ent_dossier_source(dossier, index)->id;
}

static const Named named_nodes = {ent_dossier_node_count, ent_dossier_find_node, node_id,
                                  ent_diff_put_node};
static const Named named_sources = {ent_dossier_source_count, ent_dossier_find_source, source_id,
                                    ent_diff_put_source};

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

typedef struct {
    const EntDiff *diff;
    const Named *named;
} Sorting;

static const char *id_of(const Sorting *sorting, const EntDifference *item)
{
    return item->new == ENT_NONE ? sorting->named->id(sorting->diff->old, item->old)
                                 : sorting->named->id(sorting->diff->new, item->new);
}

static gint by_id(gconstpointer left, gconstpointer right, gpointer sorting)
{
    return strcmp(id_of(sorting, left), id_of(sorting, right));
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

static EntDifferences compare_named(const EntDiff *diff, const Named *named)
{
    Gathering gathering = begin(diff, named->put);
    Sorting sorting = {diff, named};

    for (guint32 i = 0; i < named->count(diff->new); i++) {
        guint32 before = named->find(diff->old, named->id(diff->new, i));

        if (before == ENT_NONE)
            gather_alone(&gathering, ENT_NONE, i);
        else
            gather_pair(&gathering, before, i);
    }
    for (guint32 i = 0; i < named->count(diff->old); i++)
        if (named->find(diff->new, named->id(diff->old, i)) == ENT_NONE)
            gather_alone(&gathering, i, ENT_NONE);
    g_array_sort_with_data(gathering.items, by_id, &sorting);
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
    diff->nodes = compare_named(diff, &named_nodes);
    diff->sources = compare_named(diff, &named_sources);
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
