/* SPDX-License-Identifier: MIT */
#include "model/dossier_new.h"

#include "base/hash.h"

#define HASH_DIGITS 16

static guint hash_ends(gconstpointer key)
{
    const EntEdge *edge = key;
    const guint32 numbers[] = {edge->from, edge->to, edge->type};

    return ent_bytes_hash(numbers, sizeof numbers);
}

static gboolean same_ends(gconstpointer a, gconstpointer b)
{
    const EntEdge *first = a, *second = b;

    return first->from == second->from && first->to == second->to && first->type == second->type;
}

/* e- and the first digits of SHA-256 over "from NUL type NUL to NUL ordinal". */
static char *make_id(GChecksum *checksum, const EntFacts *facts, const EntEdge *edge, guint ordinal)
{
    const char *parts[] = {ent_facts_get_node(facts, edge->from)->id,
                           facts->edge_types->pdata[edge->type],
                           ent_facts_get_node(facts, edge->to)->id};
    char number[16];

    g_checksum_reset(checksum);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        g_checksum_update(checksum, (const guchar *)parts[i], (gssize)strlen(parts[i]) + 1);
    g_snprintf(number, sizeof number, "%u", ordinal);
    g_checksum_update(checksum, (const guchar *)number, -1);
    return g_strdup_printf("e-%.*s", HASH_DIGITS, g_checksum_get_string(checksum));
}

static GHashTable *written_ids(const EntFacts *facts)
{
    GHashTable *written = g_hash_table_new(ent_text_hash, g_str_equal);

    for (guint32 i = 0; i < facts->edges->len; i++) {
        const EntEdge *edge = ent_facts_get_edge(facts, i);

        if (edge->id)
            g_hash_table_add(written, (gpointer)edge->id);
    }
    return written;
}

char **ent_dossier_edge_ids(const EntDossier *dossier)
{
    const EntFacts *facts = ent_dossier_facts(dossier);
    char **ids = g_new0(char *, (gsize)facts->edges->len + 1);
    g_autoptr(GHashTable) taken = written_ids(facts);
    g_autoptr(GHashTable) seen = g_hash_table_new(hash_ends, same_ends);
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);

    for (guint32 i = 0; i < facts->edges->len; i++) {
        const EntEdge *edge = ent_facts_get_edge(facts, i);
        guint ordinal = GPOINTER_TO_UINT(g_hash_table_lookup(seen, edge)) + 1;

        if (edge->id) { /* counts among its like all the same: giving it an id moves no other's */
            g_hash_table_insert(seen, (gpointer)edge, GUINT_TO_POINTER(ordinal));
            ids[i] = g_strdup(edge->id);
            continue;
        }
        ids[i] = make_id(checksum, facts, edge, ordinal);
        while (g_hash_table_contains(taken, ids[i])) {
            g_free(ids[i]);
            ids[i] = make_id(checksum, facts, edge, ++ordinal);
        }
        g_hash_table_insert(seen, (gpointer)edge, GUINT_TO_POINTER(ordinal));
    }
    return ids;
}

void ent_edge_ids_free(char **ids)
{
    g_strfreev(ids);
}
