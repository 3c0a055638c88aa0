/* SPDX-License-Identifier: MIT */
/*
 * Facts files in JSON: one object whose sources, nodes and edges are read one at a time, so that
 * memory follows the facts and not the text.
 */
#include "base/hash.h"
#include "base/json_ahead.h"
#include "read/json_facts.h"
#include "read/registry.h"

#include <string.h>

static const char *const sections[] = {"sources", "nodes", "edges", NULL};

typedef struct {
    EntReading *reading;
    EntDecoder *decoder; /* of keys */
    GHashTable *keys;    /* of the document, to see those given twice */
    GString *key;        /* of the slice at hand */
} Document;

/* Decodes the key that slice begins with into document->key. */
static void decode_key(Document *document, const EntSlice *slice)
{
    const char *start = slice->text + 1;
    const char *end = strchr(start, '"');
    const char *escape = memchr(start, '\\', (gsize)(end - start));

    if (!escape) {
        g_string_truncate(document->key, 0);
        g_string_append_len(document->key, start, end - start);
    } else {
        gsize length = slice->value ? slice->value : slice->length;

        g_string_assign(document->key,
                        ent_decode(document->decoder, slice->text, length)->valuestring);
    }
}

static bool repeated(Document *document, EntFactSource *from)
{
    const char *key = document->key->str;

    if (g_hash_table_add(document->keys, g_strdup(key)))
        return false;
    ent_fact_finding(from, "duplicate-key", "", true, NULL, "key \"%s\" given twice", key);
    return true;
}

static void read_member(Document *document, EntFactSource *from, const cJSON *value)
{
    const char *key = document->key->str;

    if (repeated(document, from))
        return;
    if (g_strv_contains(sections, key)) {
        ent_fact_finding(from, "wrong-type", "", false, NULL, "\"%s\" must be %s", key,
                         g_str_equal(key, "edges") ? "a list" : "an object");
        return;
    }
    ent_fact_head(from, key, value);
}

static void open_section(Document *document, EntFactSource *from, const EntSlice *slice)
{
    bool wants_array = g_str_equal(slice->section, "edges");

    repeated(document, from);
    if (slice->array != wants_array)
        ent_fact_finding(from, "wrong-type", "", true,
                         g_strdup(wants_array ? "edges are a list: [ { \"from\": ... } ]"
                                              : "write { \"id\": { ... } }"),
                         "\"%s\" must be %s", slice->section, wants_array ? "a list" : "an object");
}

static void read_entry(Document *document, EntFactSource *from, const EntSlice *slice,
                       const cJSON *value)
{
    bool edges = g_str_equal(slice->section, "edges");

    if (slice->array != edges)
        return; /* the section was refused as a whole */
    if (edges)
        ent_fact_edge(from, NULL, value);
    else if (g_str_equal(slice->section, "nodes"))
        ent_fact_node(from, document->key->str, value);
    else
        ent_fact_source(from, document->key->str, value);
}

static void read_slice(Document *document, const EntSlice *slice, const cJSON *value)
{
    /* What pointers name is relative to the member's value, as ent_json_find() has it. */
    EntFactSource from = {.reading = document->reading,
                          .origin = ent_slice_origin(document->reading, slice),
                          .text = slice->text,
                          .length = slice->length};

    if (slice->has_nul) {
        ent_slice_finding(document->reading, slice, "bad-character", NULL,
                          "a text in here has the character U+0000, which no text may have");
        return;
    }
    if (slice->kind != ENT_SLICE_ENTRY || !slice->array)
        decode_key(document, slice);
    if (slice->kind == ENT_SLICE_MEMBER)
        read_member(document, &from, value);
    else if (slice->kind == ENT_SLICE_SECTION)
        open_section(document, &from, slice);
    else
        read_entry(document, &from, slice, value);
}

static void check_head(Document *document)
{
    EntSlice start = {.line = 1, .column = 1};

    if (!g_hash_table_contains(document->keys, "entente"))
        ent_slice_finding(document->reading, &start, "missing-key",
                          g_strdup("write \"entente\": 1 first"),
                          "a facts file needs the key \"entente\"");
}

static bool read_slices(Document *document, EntAhead *ahead, GError **error)
{
    const cJSON *value;
    EntSlice slice;
    guint64 slices = 0;
    bool object = true;

    while (ent_ahead_next(ahead, &slice, &value)) {
        object = slice.kind != ENT_SLICE_VALUE;
        if (object)
            read_slice(document, &slice, value);
        else
            ent_slice_finding(document->reading, &slice, "not-facts", NULL,
                              "a facts file holds one object");
        if (!ent_reading_goes_on(document->reading, ++slices, error))
            return false;
    }
    if (slice.kind == ENT_SLICE_FAULT)
        ent_slice_fault(document->reading, &slice);
    else if (slice.kind == ENT_SLICE_END && object)
        check_head(document);
    return true;
}

static bool next_slice(gpointer slicer, EntSlice *slice)
{
    return ent_slicer_next(slicer, slice);
}

static bool read_json(EntReading *reading, GError **error)
{
    g_autoptr(EntSlicer) slicer = ent_slicer_new(reading->input, sections);
    g_autoptr(EntAhead) ahead = ent_ahead_new(next_slice, slicer, false);
    g_autoptr(EntDecoder) decoder = ent_decoder_new();
    g_autoptr(GHashTable) keys = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, NULL);
    Document document = {reading, decoder, keys, g_string_new(NULL)};
    bool done = read_slices(&document, ahead, error);

    g_string_free(document.key, TRUE);
    return done;
}

/* A member of the document is read by itself: what "/schema" names is the member's own value. */
static bool is_own_key(const EntFile *file, const EntOrigin *origin, const char *pointer)
{
    g_autofree char *key = g_strdup_printf("\"%s\"", *pointer ? pointer + 1 : pointer);
    gsize length;
    g_autofree char *start = ent_input_at(file->input, origin->offset, strlen(key), &length);

    return start && strcmp(start, key) == 0;
}

static bool locate_json(const EntFile *file, const EntOrigin *origin, const char *pointer, bool key,
                        EntPlace *place, char **excerpt)
{
    EntPiece piece = ent_origin_piece(file, origin);

    if (is_own_key(file, origin, pointer))
        pointer = "";
    return ent_place_json(&piece, pointer, key, place, excerpt);
}

const EntReader ent_reader_json = {
    .name = "json",
    .summary = "a facts file: one JSON object with sources, nodes and edges",
    .endings = (const char *const[]){".json", NULL},
    .read = read_json,
    .locate = locate_json,
};
