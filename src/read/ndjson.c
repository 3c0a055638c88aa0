/* SPDX-License-Identifier: MIT */
/* Facts in newline-delimited JSON: a head, a source, a node or an edge a line, read as a stream. */
#include "base/hash.h"
#include "base/json_ahead.h"
#include "read/json_facts.h"
#include "read/registry.h"

#include <string.h>

#define LINES_TOGETHER 64 /* whose ends are looked up at once */

static void read_edge(EntFactSource *from, const cJSON *line, const cJSON *given)
{
    const char *ends[3] = {NULL, NULL, NULL};
    const cJSON *item = given->child;
    guint length = 0;

    for (; item && length < 3 && cJSON_IsString(item); item = item->next)
        ends[length++] = item->valuestring;
    if (!cJSON_IsArray(given) || length < 3 || item)
        ent_fact_finding(from, "wrong-type", "/edge", false,
                         g_strdup("write \"edge\": [\"from\", \"type\", \"to\"]"),
                         "\"edge\" must be a list of three texts");
    else
        ent_fact_edge(from, ends, line);
}

static void read_keyed(EntFactSource *from, const cJSON *line, const cJSON *id)
{
    if (!cJSON_IsString(id))
        ent_fact_finding(from, "wrong-type", id->string[0] == 'n' ? "/node" : "/source", false,
                         NULL, "\"%s\" must be the id, a text", id->string);
    else if (id->string[0] == 'n')
        ent_fact_node(from, id->valuestring, line);
    else
        ent_fact_source(from, id->valuestring, line);
}

static void read_head(EntFactSource *from, const cJSON *line)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    for (const cJSON *member = line->child; member; member = member->next) {
        GString *pointer = NULL;

        if (g_hash_table_add(seen, member->string)) {
            ent_fact_head(from, member->string, member);
            continue;
        }
        pointer = g_string_new(NULL);
        ent_json_pointer_add(pointer, member->string);
        ent_fact_finding(from, "duplicate-key", pointer->str, true, NULL, "key \"%s\" given twice",
                         member->string);
        g_string_free(pointer, TRUE);
    }
}

/* The key that tells what a line is: the first of those that do. */
static const cJSON *find_kind(const cJSON *line)
{
    static const char *const kinds[] = {"edge", "node", "source", "entente"};

    if (cJSON_IsObject(line))
        for (const cJSON *member = line->child; member; member = member->next)
            for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
                if (strcmp(member->string, kinds[i]) == 0)
                    return member;
    return NULL;
}

static void read_line(EntReading *reading, const EntSlice *slice, const cJSON *line,
                      const guint32 *ends)
{
    const cJSON *kind = find_kind(line);
    EntFactSource from = {.reading = reading,
                          .origin = ent_slice_origin(reading, slice),
                          .text = slice->text,
                          .length = slice->length,
                          .ends = ends};

    if (!cJSON_IsObject(line))
        ent_slice_finding(reading, slice, "not-facts", NULL, "a line holds one object");
    else if (!kind)
        ent_slice_finding(reading, slice, "not-facts", NULL,
                          "a line begins with \"node\", \"edge\", \"source\" or \"entente\"");
    else if (strcmp(kind->string, "edge") == 0)
        read_edge(&from, line, kind);
    else if (strcmp(kind->string, "entente") == 0)
        read_head(&from, line);
    else
        read_keyed(&from, line, kind);
}

static bool next_line(gpointer lines, EntSlice *slice)
{
    return ent_lines_next(lines, slice);
}

/* The nodes at the ends of the edges that come next, looked up together. */
typedef struct {
    const char *ids[2 * LINES_TOGETHER];
    guint32 nodes[2 * LINES_TOGETHER];
    guint length, taken; /* lines */
} Ends;

static const char *id_of(const cJSON *item)
{
    return cJSON_IsString(item) ? item->valuestring : NULL;
}

static void look_up(Ends *ends, const EntFacts *facts, const EntAhead *ahead)
{
    ends->taken = 0;
    ends->length = MIN(ent_ahead_waiting(ahead), LINES_TOGETHER);
    for (guint i = 0; i < ends->length; i++) {
        const cJSON *kind = find_kind(ent_ahead_peek(ahead, i));
        const cJSON *from = kind && cJSON_IsArray(kind) ? kind->child : NULL;
        const cJSON *type = from ? from->next : NULL;

        ends->ids[2 * i] = id_of(from);
        ends->ids[2 * i + 1] = id_of(type ? type->next : NULL);
    }
    ent_facts_find_nodes(facts, ends->ids, (gsize)2 * ends->length, ends->nodes);
}

/* Of the line that was given, NULL where it came before they could be looked up. */
static const guint32 *take_ends(Ends *ends)
{
    return ends->taken < ends->length ? &ends->nodes[(gsize)2 * ends->taken++] : NULL;
}

static bool read_ndjson(EntReading *reading, GError **error)
{
    g_autoptr(EntLines) lines = ent_lines_new(reading->input);
    g_autoptr(EntAhead) ahead = ent_ahead_new(next_line, lines, true);
    Ends ends = {.length = 0};
    const cJSON *line;
    EntSlice slice;
    guint64 facts = 0;

    while (ent_ahead_next(ahead, &slice, &line)) {
        const guint32 *nodes = take_ends(&ends);

        if (slice.kind == ENT_SLICE_FAULT)
            ent_slice_fault(reading, &slice);
        else if (slice.has_nul)
            ent_slice_finding(reading, &slice, "bad-character", NULL,
                              "a text in here has the character U+0000, which no text may have");
        else
            read_line(reading, &slice, line, nodes);
        if (ends.taken == ends.length)
            look_up(&ends, reading->facts, ahead);
        if (!ent_reading_goes_on(reading, ++facts, error))
            return false;
    }
    return true;
}

/* An edge's ends stand in its "edge" list, a node's id in "node". */
static const char *as_written(const char *pointer, bool key)
{
    static const char *const written[][2] = {
        {"/from", "/edge/0"}, {"/type", "/edge/1"}, {"/to", "/edge/2"}, {"", "/node"}};

    for (guint i = 0; i < G_N_ELEMENTS(written); i++)
        if (g_str_equal(pointer, written[i][0]) && (*pointer || key))
            return written[i][1];
    return NULL;
}

static bool locate_ndjson(const EntFile *file, const EntOrigin *origin, const char *pointer,
                          bool key, EntPlace *place, char **excerpt)
{
    EntPiece piece = ent_origin_piece(file, origin);
    const char *written = as_written(pointer, key);

    if (written && ent_place_json(&piece, written, false, place, excerpt))
        return true;
    if (written)
        g_clear_pointer(excerpt, g_free);
    return ent_place_json(&piece, !*pointer && key ? "/source" : pointer, key && *pointer, place,
                          excerpt);
}

const EntReader ent_reader_ndjson = {
    .name = "ndjson",
    .summary = "facts made by machines: one JSON object a line",
    .endings = (const char *const[]){".ndjson", ".jsonl", NULL},
    .read = read_ndjson,
    .locate = locate_ndjson,
};
