/* SPDX-License-Identifier: MIT */
#include "diff/edges.h"

#include "base/hash.h"
#include "diff/facts.h"

/* An edge by what must be the same for it to be matched; nodes and types by numbers that both
 * dossiers share. */
typedef struct {
    guint32 from, type, to;
    bool is_new;
    guint32 index;
} Entry;

typedef struct {
    const EntDossier *old, *new;
    guint32 *matched; /* by new edge: the old one */
    bool *taken;      /* by old edge */
    GArray *left;     /* Entry: those without a match by id */
    GString *text;
} Matching;

static const char *written_id(const EntDossier *dossier, guint32 index)
{
    return ent_dossier_edge(dossier, index)->id;
}

static void match(Matching *matching, guint32 old, guint32 new)
{
    matching->matched[new] = old;
    matching->taken[old] = true;
}

static void match_ids(Matching *matching)
{
    guint32 old = ent_dossier_edge_count(matching->old);
    guint32 new = ent_dossier_edge_count(matching->new);
    g_autoptr(GHashTable) ids = g_hash_table_new(ent_text_hash, g_str_equal);

    for (guint32 i = 0; i < old; i++)
        if (written_id(matching->old, i))
            g_hash_table_insert(ids, (gpointer)written_id(matching->old, i), GUINT_TO_POINTER(i));
    for (guint32 i = 0; i < new; i++) {
        const char *id = written_id(matching->new, i);
        gpointer found;

        matching->matched[i] = ENT_NONE;
        if (id && g_hash_table_lookup_extended(ids, id, NULL, &found))
            match(matching, GPOINTER_TO_UINT(found), i);
    }
}

/* The new dossier's nodes have their own numbers, those of the old one alone come after them. */
static guint32 number_of_node(const Matching *matching, guint32 old)
{
    guint32 found = ent_dossier_find_node(matching->new, ent_dossier_node(matching->old, old)->id);

    return found == ENT_NONE ? ent_dossier_node_count(matching->new) + old : found;
}

static guint32 number_of_type(GHashTable *types, const char *name)
{
    gpointer found;

    if (!g_hash_table_lookup_extended(types, name, NULL, &found)) {
        found = GUINT_TO_POINTER(g_hash_table_size(types));
        g_hash_table_insert(types, (gpointer)name, found);
    }
    return GPOINTER_TO_UINT(found);
}

static void gather(Matching *matching)
{
    g_autoptr(GHashTable) types = g_hash_table_new(ent_text_hash, g_str_equal);

    matching->left = g_array_new(FALSE, FALSE, sizeof(Entry));
    for (guint32 i = 0; i < ent_dossier_edge_count(matching->new); i++) {
        const EntEdge *edge = ent_dossier_edge(matching->new, i);
        const EntEdgeType *type = ent_dossier_edge_type(matching->new, edge);
        Entry entry = {edge->from, number_of_type(types, type->name), edge->to, true, i};

        if (matching->matched[i] == ENT_NONE)
            g_array_append_val(matching->left, entry);
    }
    for (guint32 i = 0; i < ent_dossier_edge_count(matching->old); i++) {
        const EntEdge *edge = ent_dossier_edge(matching->old, i);
        const EntEdgeType *type = ent_dossier_edge_type(matching->old, edge);
        Entry entry = {number_of_node(matching, edge->from), number_of_type(types, type->name),
                       number_of_node(matching, edge->to), false, i};

        if (!matching->taken[i])
            g_array_append_val(matching->left, entry);
    }
}

static int compare_numbers(guint32 a, guint32 b)
{
    return (a > b) - (a < b);
}

static int compare_ends(const Entry *a, const Entry *b)
{
    int order = compare_numbers(a->from, b->from);

    if (!order)
        order = compare_numbers(a->to, b->to);
    return order ? order : compare_numbers(a->type, b->type);
}

static gint by_ends(gconstpointer left, gconstpointer right)
{
    const Entry *a = left, *b = right;
    int order = compare_ends(a, b);

    if (!order)
        order = compare_numbers(a->is_new, b->is_new);
    return order ? order : compare_numbers(a->index, b->index);
}

/* Of old and new entries without ids those that say the same: the first with the first. */
static void match_equal(Matching *matching, const Entry *entries, guint old, guint length)
{
    g_autoptr(GHashTable) texts = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, NULL);
    g_autofree guint *next = g_new(guint, (gsize)old + 1); /* entry + 1 of the same text */

    for (guint i = old; i-- > 0;) {
        ent_diff_put_edge(matching->text, matching->old, entries[i].index);
        next[i] = GPOINTER_TO_UINT(g_hash_table_lookup(texts, matching->text->str));
        if (!written_id(matching->old, entries[i].index))
            g_hash_table_insert(texts, g_strdup(matching->text->str), GUINT_TO_POINTER(i + 1));
    }
    for (guint i = old; i < length; i++) {
        guint found;

        ent_diff_put_edge(matching->text, matching->new, entries[i].index);
        found = GPOINTER_TO_UINT(g_hash_table_lookup(texts, matching->text->str));
        if (!found)
            continue;
        match(matching, entries[found - 1].index, entries[i].index);
        g_hash_table_insert(texts, g_strdup(matching->text->str),
                            GUINT_TO_POINTER(next[found - 1]));
    }
}

/* The next old entry from *at on that is not matched and has an id or not; `old`: none. */
static guint next_left(const Matching *matching, const Entry *entries, guint old, guint at,
                       bool with_id)
{
    while (at < old && (matching->taken[entries[at].index] ||
                        (written_id(matching->old, entries[at].index) != NULL) != with_id))
        at++;
    return at;
}

/* The others one after the other, but not where both have ids, which are others. */
static void match_rest(Matching *matching, const Entry *entries, guint old, guint length)
{
    guint named = 0, bare = 0; /* where to look on among old entries with and without ids */

    for (guint i = old; i < length; i++) {
        guint chosen;

        if (matching->matched[entries[i].index] != ENT_NONE)
            continue;
        bare = next_left(matching, entries, old, bare, false);
        named = next_left(matching, entries, old, named, true);
        chosen = written_id(matching->new, entries[i].index) ? bare : MIN(bare, named);
        if (chosen < old)
            match(matching, entries[chosen].index, entries[i].index);
    }
}

/* Old entries, then new ones, all of the same ends and type. */
static void match_parallel(Matching *matching, const Entry *entries, guint old, guint length)
{
    if (old == 0 || old == length)
        return;
    if (length > 2)
        match_equal(matching, entries, old, length);
    match_rest(matching, entries, old, length);
}

static void match_left(Matching *matching)
{
    const Entry *entries = (const Entry *)(void *)matching->left->data;
    guint length = matching->left->len;

    g_array_sort(matching->left, by_ends);
    for (guint first = 0, end; first < length; first = end) {
        guint old = 0;

        for (end = first; end < length && !compare_ends(&entries[end], &entries[first]); end++)
            old += !entries[end].is_new;
        match_parallel(matching, entries + first, old, end - first);
    }
}

guint32 *ent_diff_match_edges(const EntDossier *old, const EntDossier *new)
{
    Matching matching = {.old = old,
                         .new = new,
                         .matched = g_new(guint32, (gsize)ent_dossier_edge_count(new) + 1),
                         .taken = g_new0(bool, (gsize)ent_dossier_edge_count(old) + 1),
                         .text = g_string_new(NULL)};

    match_ids(&matching);
    gather(&matching);
    match_left(&matching);
    g_free(matching.taken);
    g_array_free(matching.left, TRUE);
    g_string_free(matching.text, TRUE);
    return matching.matched;
}
