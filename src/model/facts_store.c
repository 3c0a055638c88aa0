/* SPDX-License-Identifier: MIT */
#include "model/facts_store.h"

#define BLOCK_BYTES (64 * 1024)
#define TEXT_BYTES  (256 * 1024)

/* A place is found by reading its fact again: after so many findings they get the fact's own. */
#define EXACT_PLACES 1000

const EntDetails ent_no_details = {0};
const EntEvidenceDetails ent_no_evidence_details = {0};

/* Ids are kept once, in texts; the tables' keys point there. */
struct EntFactsPrivate {
    GStringChunk *texts;
    GHashTable *interned; /* the texts that are kept once; NULL when all are read */
    GPtrArray *blocks;
    char *block; /* the free part of the last block */
    gsize left;
    GHashTable *nodes, *sources;         /* id -> index + 1 */
    GHashTable *node_types, *edge_types; /* name -> index + 1 */
    GHashTable *extra_names;
    GArray *extras; /* EntProperty; facts->extras shows it */
};

static void clear_file(gpointer data)
{
    ent_input_free(((EntFile *)data)->input);
}

EntFacts *ent_facts_new(void)
{
    EntFacts *facts = g_new0(EntFacts, 1);
    struct EntFactsPrivate *private = g_new0(struct EntFactsPrivate, 1);

    facts->files = g_array_new(FALSE, TRUE, sizeof(EntFile));
    g_array_set_clear_func(facts->files, clear_file);
    facts->nodes = g_array_new(FALSE, TRUE, sizeof(EntNode));
    facts->edges = g_array_new(FALSE, TRUE, sizeof(EntEdge));
    facts->sources = g_array_new(FALSE, TRUE, sizeof(EntSource));
    facts->evidence = g_array_new(FALSE, TRUE, sizeof(EntEvidence));
    facts->node_types = g_ptr_array_new();
    facts->edge_types = g_ptr_array_new();
    facts->source_texts = g_ptr_array_new_with_free_func(g_free);
    private->texts = g_string_chunk_new(TEXT_BYTES);
    private->interned = g_hash_table_new(g_str_hash, g_str_equal);
    private->blocks = g_ptr_array_new_with_free_func(g_free);
    private->nodes = g_hash_table_new(g_str_hash, g_str_equal);
    private->sources = g_hash_table_new(g_str_hash, g_str_equal);
    private->node_types = g_hash_table_new(g_str_hash, g_str_equal);
    private->edge_types = g_hash_table_new(g_str_hash, g_str_equal);
    private->extra_names = g_hash_table_new(g_str_hash, g_str_equal);
    private->extras = g_array_new(FALSE, FALSE, sizeof(EntProperty));
    facts->private = private;
    return facts;
}

static void free_private(struct EntFactsPrivate *private)
{
    g_hash_table_destroy(private->nodes);
    g_hash_table_destroy(private->sources);
    g_hash_table_destroy(private->node_types);
    g_hash_table_destroy(private->edge_types);
    g_hash_table_destroy(private->extra_names);
    g_array_free(private->extras, TRUE);
    if (private->interned)
        g_hash_table_destroy(private->interned);
    g_string_chunk_free(private->texts);
    g_ptr_array_free(private->blocks, TRUE);
    g_free(private);
}

void ent_facts_free(EntFacts *facts)
{
    if (!facts)
        return;
    g_array_free(facts->files, TRUE);
    g_array_free(facts->nodes, TRUE);
    g_array_free(facts->edges, TRUE);
    g_array_free(facts->sources, TRUE);
    g_array_free(facts->evidence, TRUE);
    g_ptr_array_free(facts->node_types, TRUE);
    g_ptr_array_free(facts->edge_types, TRUE);
    g_ptr_array_free(facts->source_texts, TRUE);
    free_private(facts->private);
    g_free(facts);
}

guint ent_facts_add_file(EntFacts *facts, EntInput *input, const EntFile *like)
{
    EntFile file = *like;

    if (facts->files->len >= G_MAXUINT16)
        return G_MAXUINT16;
    file.input = input;
    g_array_append_val(facts->files, file);
    return facts->files->len - 1;
}

const EntFile *ent_facts_file(const EntFacts *facts, guint index)
{
    return &g_array_index(facts->files, EntFile, index);
}

const char *ent_facts_text(EntFacts *facts, const char *text)
{
    struct EntFactsPrivate *private = facts->private;
    gpointer kept;

    if (!text)
        return NULL;
    if (g_hash_table_lookup_extended(private->interned, text, &kept, NULL))
        return kept;
    kept = g_string_chunk_insert(private->texts, text);
    g_hash_table_add(private->interned, kept);
    return kept;
}

void ent_facts_settle(EntFacts *facts)
{
    g_clear_pointer(&facts->private->interned, g_hash_table_destroy);
}

gpointer ent_facts_alloc(EntFacts *facts, gsize size)
{
    struct EntFactsPrivate *private = facts->private;
    gpointer piece;

    size = (size + 15) & ~(gsize)15;
    if (size > private->left) {
        gsize bytes = MAX(size, BLOCK_BYTES);

        private->block = g_malloc0(bytes);
        private->left = bytes;
        g_ptr_array_add(private->blocks, private->block);
    }
    piece = private->block;
    private->block += size;
    private->left -= size;
    return piece;
}

static guint32 find(GHashTable *table, const char *name)
{
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(table, name));

    return found ? found - 1 : ENT_NONE;
}

/* Ids are unique already, so they need no second look-up among all texts. */
static const char *keep(EntFacts *facts, GHashTable *table, const char *name, guint index)
{
    const char *kept = g_string_chunk_insert(facts->private->texts, name);

    g_hash_table_insert(table, (gpointer)kept, GUINT_TO_POINTER(index + 1));
    return kept;
}

guint32 ent_facts_find_node(const EntFacts *facts, const char *id)
{
    return find(facts->private->nodes, id);
}

guint32 ent_facts_find_source(const EntFacts *facts, const char *id)
{
    return find(facts->private->sources, id);
}

guint32 ent_facts_node(EntFacts *facts, const char *id)
{
    guint32 index = ent_facts_find_node(facts, id);
    EntNode node = {.fact = {.details = &ent_no_details, .confidence = 1}};

    if (index != ENT_NONE)
        return index;
    index = facts->nodes->len;
    node.id = node.name = keep(facts, facts->private->nodes, id, index);
    g_array_append_val(facts->nodes, node);
    return index;
}

guint32 ent_facts_source(EntFacts *facts, const char *id)
{
    guint32 index = ent_facts_find_source(facts, id);
    EntSource source = {0};

    if (index != ENT_NONE)
        return index;
    index = facts->sources->len;
    source.id = keep(facts, facts->private->sources, id, index);
    g_array_append_val(facts->sources, source);
    g_ptr_array_add(facts->source_texts, NULL);
    return index;
}

static guint32 type_index(EntFacts *facts, GHashTable *table, GPtrArray *names, const char *name)
{
    guint32 index = find(table, name);

    if (index != ENT_NONE)
        return index;
    index = names->len;
    g_ptr_array_add(names, (gpointer)keep(facts, table, name, index));
    return index;
}

guint32 ent_facts_node_type(EntFacts *facts, const char *name)
{
    return type_index(facts, facts->private->node_types, facts->node_types, name);
}

guint32 ent_facts_edge_type(EntFacts *facts, const char *name)
{
    return type_index(facts, facts->private->edge_types, facts->edge_types, name);
}

void ent_facts_add_extra(EntFacts *facts, const char *name, const char *json)
{
    struct EntFactsPrivate *private = facts->private;
    EntProperty extra = {ent_facts_text(facts, name), ent_facts_text(facts, json)};

    if (!g_hash_table_add(private->extra_names, (gpointer)extra.name))
        return;
    g_array_append_val(private->extras, extra);
    facts->extras = (EntProperties){(const EntProperty *)private->extras->data,
                                    private->extras->len};
}

void ent_facts_finding(const EntFacts *facts, EntReport *report, EntSeverity severity,
                       const char *code, const EntOrigin *origin, const char *pointer, bool key,
                       char *hint, const char *format, ...)
{
    const EntFile *file = ent_facts_file(facts, origin->file);
    EntPlace place = {.file = ent_input_name(file->input), .offset = origin->offset,
                      .line = origin->line, .column = origin->column, .width = 1};
    char *excerpt = NULL;
    va_list arguments;

    if (ent_report_length(report) < EXACT_PLACES)
        file->locate(file, origin, pointer, key, &place, &excerpt);
    place.file = ent_input_name(file->input);
    va_start(arguments, format);
    ent_report_add(report, severity, code, &place, g_strdup_vprintf(format, arguments), hint,
                   excerpt);
    va_end(arguments);
}
