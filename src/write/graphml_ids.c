/* SPDX-License-Identifier: MIT */
/*
 * XML ids. GraphML wants NMTOKENs, unique among the nodes and among the edges; entente's ids are
 * any text, so what does not fit gets a made id that no other has. The own id is in a data key.
 */
#include "write/graphml.h"

#include "base/hash.h"

#include <string.h>
#include <libxml/tree.h>

static bool is_nmtoken(const char *text)
{
    return xmlValidateNMToken((const xmlChar *)text, 0) == 0;
}

/*
 * NetworkX keys parallel edges by int(id) where that works: "1", "01" and "1_" would be one edge.
 * So an id of digits (of any script) counts only in the one form that int() gives back.
 */
static bool is_odd_number(const char *text)
{
    const char *at = text + (*text == '-');
    bool canonical = *at != '\0' && !(*at == '0' && (at[1] != '\0' || at != text));

    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (c != '_' && !g_unichar_isdigit(c))
            return false;
        canonical = canonical && c != '_' && c < 0x80;
    }
    return !canonical;
}

/* An id that is not in taken: letter, index, and as many dots as it needs. */
static const char *make_id(GraphmlIds *ids, GHashTable *taken, char letter, guint32 index)
{
    g_autoptr(GString) id = g_string_new(NULL);

    g_string_printf(id, "%c%u", letter, index);
    while (g_hash_table_contains(taken, id->str))
        g_string_append_c(id, '.');
    return g_string_chunk_insert(ids->made, id->str);
}

/* Replaces the NULLs of list. indices says of which node or edge each place is. */
static void fill(GraphmlIds *ids, GPtrArray *list, GHashTable *taken, char letter,
                 const guint32 *indices)
{
    for (guint place = 0; place < list->len; place++) {
        if (list->pdata[place])
            continue;
        list->pdata[place] = (gpointer)make_id(ids, taken, letter, indices[place]);
        g_hash_table_add(taken, list->pdata[place]);
    }
}

GraphmlIds *graphml_ids_new(const EntWriting *writing)
{
    GraphmlIds *ids = g_new0(GraphmlIds, 1);
    g_autoptr(GHashTable) nodes_taken = g_hash_table_new(ent_text_hash, g_str_equal);
    g_autoptr(GHashTable) edges_taken = g_hash_table_new(ent_text_hash, g_str_equal);
    guint32 nodes_length, edges_length;
    const guint32 *nodes = ent_view_nodes(writing->view, &nodes_length);
    const guint32 *edges = ent_view_edges(writing->view, &edges_length);

    ids->made = g_string_chunk_new(4096);
    ids->nodes = g_ptr_array_sized_new(nodes_length);
    for (guint32 place = 0; place < nodes_length; place++) {
        const char *id = ent_dossier_node(writing->dossier, nodes[place])->id;
        bool kept = is_nmtoken(id);

        if (kept)
            g_hash_table_add(nodes_taken, (gpointer)id);
        g_ptr_array_add(ids->nodes, kept ? (gpointer)id : NULL);
    }
    ids->edges = g_ptr_array_sized_new(edges_length);
    for (guint32 place = 0; place < edges_length; place++) {
        char *id = writing->edge_ids[edges[place]];
        bool kept = is_nmtoken(id) && !is_odd_number(id) && g_hash_table_add(edges_taken, id);

        g_ptr_array_add(ids->edges, kept ? id : NULL);
    }
    fill(ids, ids->nodes, nodes_taken, 'n', nodes);
    fill(ids, ids->edges, edges_taken, 'e', edges);
    return ids;
}

void graphml_ids_free(GraphmlIds *ids)
{
    if (!ids)
        return;
    g_ptr_array_free(ids->nodes, TRUE);
    g_ptr_array_free(ids->edges, TRUE);
    g_string_chunk_free(ids->made);
    g_free(ids);
}
