/* SPDX-License-Identifier: MIT */
#include "model/facts_store.h"

#include "base/eight.h"
#include "base/hash.h"
#include "base/index.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)
#define TEXT_BYTES  (256 * 1024)

#define FACT_BYTES     160 /* of text, of an edge with a quote */
#define EXPECTED_LEAST ((guint64)1024 * 1024)

#define RECENT_TEXTS 16384 /* a power of two */

/* A place is found by reading its fact again: after so many findings, or so many bytes of a file
 * with long facts, they get the fact's own. */
#define EXACT_PLACES 1000
#define EXACT_BYTES  ((guint64)256 * 1024 * 1024)

const EntDetails ent_no_details = {0};
const EntEvidenceDetails ent_no_evidence_details = {0};

typedef struct {
    guint32 evidence;
    EntEvidencePlace place;
} Moved;

typedef struct {
    const char *text; /* NULL: none yet */
    guint32 hash;     /* of it: most other texts are told from it without going there */
} Recent;

/* Ids and names of types are kept once, in ids; the indices point there. */
struct EntFactsPrivate {
    GStringChunk *ids; /* by themselves, close together: they are what is looked up most */
    GStringChunk *texts;
    Recent recent[RECENT_TEXTS]; /* by hash */
    GPtrArray *blocks;
    char *block; /* the free part of the last block */
    gsize left;
    EntIndex *nodes, *sources;         /* by id */
    EntIndex *node_types, *edge_types; /* by name */
    GHashTable *extra_names;
    GArray *moved;  /* Moved, by evidence */
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
    private->ids = g_string_chunk_new(TEXT_BYTES);
    private->texts = g_string_chunk_new(TEXT_BYTES);
    private->blocks = g_ptr_array_new_with_free_func(g_free);
    private->nodes = ent_index_new();
    private->sources = ent_index_new();
    private->node_types = ent_index_new();
    private->edge_types = ent_index_new();
    private->extra_names = g_hash_table_new(ent_text_hash, g_str_equal);
    private->extras = g_array_new(FALSE, FALSE, sizeof(EntProperty));
    private->moved = g_array_new(FALSE, FALSE, sizeof(Moved));
    facts->private = private;
    return facts;
}

static GArray *with_room(GArray *array, guint64 length)
{
    guint size = g_array_get_element_size(array);

    g_array_free(array, TRUE);
    return g_array_sized_new(FALSE, TRUE, size, (guint)MIN(length, G_MAXUINT / 2 / size));
}

void ent_facts_expect(EntFacts *facts, guint64 bytes)
{
    if (bytes < EXPECTED_LEAST)
        return;
    facts->edges = with_room(facts->edges, bytes / FACT_BYTES);
    facts->evidence = with_room(facts->evidence, bytes / FACT_BYTES);
}

static void free_private(struct EntFactsPrivate *private)
{
    ent_index_free(private->nodes);
    ent_index_free(private->sources);
    ent_index_free(private->node_types);
    ent_index_free(private->edge_types);
    g_hash_table_destroy(private->extra_names);
    g_array_free(private->extras, TRUE);
    g_array_free(private->moved, TRUE);
    g_string_chunk_free(private->ids);
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

/* Anybody can write texts that collide; they are then kept twice, which costs nothing else. */
static guint32 quick_hash(const char *text, gsize length)
{
    guint64 hash = length;

    for (; length >= 8; length -= 8, text += 8)
        hash = (hash ^ ent_eight(text)) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    for (; length > 0; length--, text++)
        hash = (hash ^ (guchar)*text) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    return (guint32)(hash >> 32);
}

/* What repeats (a quote behind several facts, a publisher) mostly does so soon. A table of all
 * texts would find the rest, and cost more time and memory than they do. */
const char *ent_facts_text(EntFacts *facts, const char *text)
{
    struct EntFactsPrivate *private = facts->private;
    Recent *recent;
    gsize length;
    guint32 hash;

    if (!text)
        return NULL;
    length = strlen(text);
    hash = quick_hash(text, length);
    recent = &private->recent[hash % G_N_ELEMENTS(private->recent)];
    if (!recent->text || recent->hash != hash || strcmp(recent->text, text) != 0)
        *recent = (Recent){g_string_chunk_insert_len(private->texts, text, (gssize)length), hash};
    return recent->text;
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

static const char *keep(EntFacts *facts, EntIndex *names, const char *name, guint32 number)
{
    const char *kept = g_string_chunk_insert(facts->private->ids, name);

    ent_index_add(names, kept, number);
    return kept;
}

guint32 ent_facts_find_node(const EntFacts *facts, const char *id)
{
    return ent_index_find(facts->private->nodes, id);
}

void ent_facts_find_nodes(const EntFacts *facts, const char *const *ids, gsize length,
                          guint32 *indices)
{
    ent_index_find_all(facts->private->nodes, ids, length, indices);
}

guint32 ent_facts_find_source(const EntFacts *facts, const char *id)
{
    return ent_index_find(facts->private->sources, id);
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

static guint32 type_number(EntFacts *facts, EntIndex *numbers, GPtrArray *names, const char *name)
{
    guint32 index;

    if (names->len && g_str_equal(names->pdata[names->len - 1], name))
        return names->len - 1; /* facts of one type often follow one another */
    index = ent_index_find(numbers, name);
    if (index != ENT_NONE)
        return index;
    index = names->len;
    g_ptr_array_add(names, (gpointer)keep(facts, numbers, name, index));
    return index;
}

guint32 ent_facts_node_type(EntFacts *facts, const char *name)
{
    return type_number(facts, facts->private->node_types, facts->node_types, name);
}

guint32 ent_facts_edge_type(EntFacts *facts, const char *name)
{
    return type_number(facts, facts->private->edge_types, facts->edge_types, name);
}

void ent_facts_evidence_at(EntFacts *facts, guint32 evidence, EntEvidencePlace place)
{
    Moved moved = {evidence, place};

    g_array_append_val(facts->private->moved, moved);
}

static gint compare_moved(gconstpointer a, gconstpointer b)
{
    guint32 x = ((const Moved *)a)->evidence, y = ((const Moved *)b)->evidence;

    return (x > y) - (x < y);
}

EntEvidencePlace ent_facts_evidence_place(const EntFacts *facts, const EntFact *fact,
                                          guint32 evidence)
{
    Moved wanted = {.evidence = evidence};
    GArray *moved = facts->private->moved;
    guint at;

    if (g_array_binary_search(moved, &wanted, compare_moved, &at))
        return g_array_index(moved, Moved, at).place;
    return (EntEvidencePlace){fact->origin, evidence - fact->evidence};
}

void ent_facts_add_extra(EntFacts *facts, const char *name, const char *json)
{
    struct EntFactsPrivate *private = facts->private;
    EntProperty extra = {ent_facts_text(facts, name), ent_facts_text(facts, json)};

    if (!g_hash_table_add(private->extra_names, (gpointer)extra.name))
        return;
    g_array_append_val(private->extras, extra);
    facts->extras =
        (EntProperties){(const EntProperty *)private->extras->data, private->extras->len};
}

void ent_facts_finding(const EntFacts *facts, EntReport *report, EntSeverity severity,
                       const char *code, const EntOrigin *origin, const char *pointer, bool key,
                       char *hint, const char *format, ...)
{
    const EntFile *file = ent_facts_file(facts, origin->file);
    EntPlace place = {.file = ent_input_name(file->input),
                      .offset = origin->offset,
                      .line = origin->line,
                      .column = origin->column,
                      .width = 1};
    char *excerpt = NULL;
    va_list arguments;

    if (ent_report_length(report) < EXACT_PLACES && ent_input_again(file->input) < EXACT_BYTES)
        file->locate(file, origin, pointer, key, &place, &excerpt);
    place.file = ent_input_name(file->input);
    va_start(arguments, format);
    ent_report_add(report, severity, code, &place, g_strdup_vprintf(format, arguments), hint,
                   excerpt);
    va_end(arguments);
}
