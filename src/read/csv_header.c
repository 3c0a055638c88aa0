/* SPDX-License-Identifier: MIT */
#include "read/csv_header.h"

#include "base/hash.h"
#include "base/lookup.h"
#include "read/csv_rules.h"

/* Columns of nodes and edges that stand for a key inside another. */
static const struct {
    const char *name;
    EntCsvGroup group;
    const char *key;
    EntKeyKind kind;
} inner_columns[] = {
    {"amount", ENT_CSV_TO_AMOUNT, "value", ENT_KEY_TEXT},
    {"amount.value", ENT_CSV_TO_AMOUNT, "value", ENT_KEY_TEXT},
    {ENT_CSV_CURRENCY, ENT_CSV_TO_AMOUNT, "currency", ENT_KEY_TEXT},
    {"amount.currency", ENT_CSV_TO_AMOUNT, "currency", ENT_KEY_TEXT},
    {ENT_CSV_AMOUNT_TEXT, ENT_CSV_TO_AMOUNT, "text", ENT_KEY_TEXT},
    {"source", ENT_CSV_TO_EVIDENCE, "source", ENT_KEY_TEXT},
    {"evidence.source", ENT_CSV_TO_EVIDENCE, "source", ENT_KEY_TEXT},
    {"quote", ENT_CSV_TO_EVIDENCE, "quote", ENT_KEY_TEXT},
    {"evidence.quote", ENT_CSV_TO_EVIDENCE, "quote", ENT_KEY_TEXT},
    {"prefix", ENT_CSV_TO_EVIDENCE, "prefix", ENT_KEY_TEXT},
    {"evidence.prefix", ENT_CSV_TO_EVIDENCE, "prefix", ENT_KEY_TEXT},
    {"suffix", ENT_CSV_TO_EVIDENCE, "suffix", ENT_KEY_TEXT},
    {"evidence.suffix", ENT_CSV_TO_EVIDENCE, "suffix", ENT_KEY_TEXT},
    {"page", ENT_CSV_TO_EVIDENCE, "page", ENT_KEY_FREE},
    {"evidence.page", ENT_CSV_TO_EVIDENCE, "page", ENT_KEY_FREE},
    {ENT_CSV_EVIDENCE_NOTE, ENT_CSV_TO_EVIDENCE, "note", ENT_KEY_TEXT},
};

static bool is_inner(EntCsvColumnHead *column)
{
    for (guint i = 0; i < G_N_ELEMENTS(inner_columns); i++)
        if (g_str_equal(inner_columns[i].name, column->name)) {
            column->group = inner_columns[i].group;
            column->key = inner_columns[i].key;
            column->kind = inner_columns[i].kind;
            return true;
        }
    return false;
}

/* "ids.NAME", "properties.NAME": whatever follows the dot is a name. */
static bool is_dotted(EntCsvColumnHead *column, guint place)
{
    static const struct {
        const char *prefix, *key;
        EntCsvGroup group;
        EntKeyKind kind;
    } maps[] = {{ENT_CSV_IDS, "ids", ENT_CSV_TO_IDS, ENT_KEY_TEXT},
                {ENT_CSV_PROPERTIES, "properties", ENT_CSV_TO_PROPERTIES, ENT_KEY_FREE}};

    for (guint i = 0; i < G_N_ELEMENTS(maps); i++) {
        gsize length = strlen(maps[i].prefix);

        if (!g_str_has_prefix(column->name, maps[i].prefix) || !column->name[length] ||
            ent_key_kind(maps[i].key, place) != ENT_KEY_OBJECT)
            continue;
        column->group = maps[i].group;
        column->key = column->name + length;
        column->kind = maps[i].kind;
        return true;
    }
    return false;
}

static void understand(EntCsvColumnHead *column, guint place)
{
    EntKeyKind kind = ent_key_kind(column->name, place);

    column->key = column->name;
    if (place != ENT_ON_EDGE && g_str_equal(column->name, "id")) {
        column->group = ENT_CSV_TO_ID;
        column->kind = ENT_KEY_TEXT;
    } else if (place != ENT_ON_SOURCE && is_inner(column)) {
        return;
    } else if (is_dotted(column, place)) {
        return;
    } else if (kind == ENT_KEY_EVIDENCE) {
        column->group = ENT_CSV_TO_EVIDENCE_LIST;
        column->kind = kind;
    } else if (kind != ENT_KEY_UNKNOWN && kind != ENT_KEY_OBJECT) {
        column->group = ENT_CSV_TO_FACT;
        column->kind = kind;
    } else if (place != ENT_ON_SOURCE && g_str_has_prefix(column->name, ENT_CSV_MEASURE)) {
        column->kind = ENT_KEY_NUMBER;
    }
}

static bool has(GHashTable *names, const char *name)
{
    return g_hash_table_contains(names, name);
}

static guint guess_place(GHashTable *names)
{
    static const char *const of_sources[] = {"title", "url", "file", "publisher", "published"};

    if (has(names, "from") && has(names, "to"))
        return ENT_ON_EDGE;
    if (!has(names, "id"))
        return 0;
    if (has(names, "type") || has(names, "name"))
        return ENT_ON_NODE;
    for (guint i = 0; i < G_N_ELEMENTS(of_sources); i++)
        if (has(names, of_sources[i]))
            return ENT_ON_SOURCE;
    return 0;
}

static void read_names(EntCsvHeader *header, const EntCsvSplitter *record)
{
    g_autoptr(GHashTable) names = g_hash_table_new(ent_text_hash, g_str_equal);

    for (guint i = 0; i < ent_csv_cell_count(record); i++) {
        gsize length;
        g_autofree char *name = g_strstrip(g_strdup(ent_csv_cell(record, i, &length)));
        EntCsvColumnHead column = {.name = g_string_chunk_insert(header->names, name)};

        g_array_append_val(header->columns, column);
        g_hash_table_add(names, (gpointer)column.name);
    }
    header->place = guess_place(names);
}

static void sort_columns(EntCsvHeader *header)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(ent_text_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < header->columns->len; i++) {
        EntCsvColumnHead *column = ent_csv_column(header, i);

        understand(column, header->place);
        column->repeated =
            column->kind != ENT_KEY_UNKNOWN &&
            !g_hash_table_add(seen, g_strdup_printf("%d %s", column->group, column->key));
        if (column->repeated)
            column->group = ENT_CSV_NOWHERE;
        g_array_append_val(header->groups[column->group], i);
    }
}

EntCsvHeader *ent_csv_header_new(const EntCsvSplitter *record)
{
    EntCsvHeader *header = g_new0(EntCsvHeader, 1);

    header->columns = g_array_new(FALSE, FALSE, sizeof(EntCsvColumnHead));
    for (guint i = 0; i < ENT_CSV_GROUPS; i++)
        header->groups[i] = g_array_new(FALSE, FALSE, sizeof(guint));
    header->names = g_string_chunk_new(1024);
    read_names(header, record);
    if (header->place)
        sort_columns(header);
    return header;
}

void ent_csv_header_free(EntCsvHeader *header)
{
    if (!header)
        return;
    g_array_free(header->columns, TRUE);
    for (guint i = 0; i < ENT_CSV_GROUPS; i++)
        g_array_free(header->groups[i], TRUE);
    g_string_chunk_free(header->names);
    g_free(header);
}

/* "propertis.x" for "properties.x". */
static char *dotted_hint(const char *name)
{
    static const char *const maps[] = {"ids", "properties", NULL};
    const char *dot = strchr(name, '.');
    g_autofree char *start = dot ? g_strndup(name, (gsize)(dot - name)) : NULL;
    const char *near = start ? ent_nearest(maps, start) : NULL;

    return near ? g_strdup_printf("did you mean \"%s%s\"?", near, dot) : NULL;
}

/* What columns may be called, NULL-terminated. */
static GPtrArray *known_names(guint place)
{
    g_autoptr(GPtrArray) keys = ent_keys(place);
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; keys->pdata[i]; i++)
        if (ent_key_kind(keys->pdata[i], place) != ENT_KEY_OBJECT)
            g_ptr_array_add(names, keys->pdata[i]);
    g_ptr_array_add(names, (gpointer) "id");
    for (guint i = 0; place != ENT_ON_SOURCE && i < G_N_ELEMENTS(inner_columns); i++)
        g_ptr_array_add(names, (gpointer)inner_columns[i].name);
    g_ptr_array_add(names, NULL);
    return names;
}

char *ent_csv_column_hint(const EntCsvHeader *header, const char *name)
{
    g_autoptr(GPtrArray) known = known_names(header->place);
    const char *near = ent_nearest((const char *const *)known->pdata, name);
    char *dotted;

    if (g_str_equal(name, "ids") || g_str_equal(name, "properties"))
        return g_strdup_printf("write a column for each name: \"%s.NAME\"", name);
    if (near)
        return g_strdup_printf("did you mean \"%s\"?", near);
    dotted = dotted_hint(name);
    return dotted ? dotted : g_strdup("your own columns begin with \"x-\"");
}

guint ent_csv_find_column(const EntCsvHeader *header, EntCsvGroup group, const char *key)
{
    const GArray *columns = header->groups[group];

    for (guint i = 0; i < columns->len; i++) {
        guint index = g_array_index(columns, guint, i);

        if (!key || g_str_equal(ent_csv_column(header, index)->key, key))
            return index;
    }
    return ENT_CSV_NO_COLUMN;
}
