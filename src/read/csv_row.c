/* SPDX-License-Identifier: MIT */
#include "read/csv_row.h"

#include "read/csv_rules.h"

typedef struct {
    const EntCsvHeader *header;
    const EntCsvSplitter *row;
    GString *json;
} Row;

/* A comma, unless the object or array that is being written just began. */
static void separate(GString *json)
{
    char last = json->str[json->len - 1];

    if (last != '{' && last != '[')
        g_string_append_c(json, ',');
}

static void put_key(GString *json, const char *key)
{
    separate(json);
    ent_json_quote(json, key);
    g_string_append_c(json, ':');
}

static void put_item(GString *json, const char *start, const char *end)
{
    g_autofree char *item = NULL;

    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    if (start == end)
        return;
    separate(json);
    item = g_strndup(start, (gsize)(end - start));
    ent_json_quote(json, item);
}

static void put_list(GString *json, const char *cell)
{
    g_string_append_c(json, '[');
    for (;;) {
        gsize length = strcspn(cell, "|");

        put_item(json, cell, cell + length);
        if (!cell[length])
            break;
        cell += length + 1;
    }
    g_string_append_c(json, ']');
}

/* A number that is none stays a text, which the reading of facts refuses with its place. */
static bool is_json(EntKeyKind kind, const char *cell, gsize length)
{
    switch (kind) {
    case ENT_KEY_NUMBER:
        return (*cell == '-' || g_ascii_isdigit(*cell)) && ent_csv_is_json(cell, length);
    case ENT_KEY_TEXTS:
    case ENT_KEY_EVIDENCE:
        return ent_csv_is_array(cell, length);
    case ENT_KEY_FREE:
        return ent_csv_is_json(cell, length);
    default:
        return false;
    }
}

static void put_value(GString *json, EntKeyKind kind, const char *cell, gsize length)
{
    if (is_json(kind, cell, length))
        g_string_append_len(json, cell, (gssize)length);
    else if (kind == ENT_KEY_TEXTS)
        put_list(json, cell);
    else
        ent_json_quote(json, cell);
}

/* The members that a group's columns give. */
static void put_members(const Row *row, EntCsvGroup group)
{
    const GArray *columns = row->header->groups[group];

    for (guint i = 0; i < columns->len; i++) {
        guint index = g_array_index(columns, guint, i);
        const EntCsvColumnHead *column = ent_csv_column(row->header, index);
        gsize length;
        const char *cell = ent_csv_cell(row->row, index, &length);

        if (length == 0)
            continue;
        put_key(row->json, column->key);
        put_value(row->json, column->kind, cell, length);
    }
}

static bool says_anything(const Row *row, EntCsvGroup group)
{
    const GArray *columns = row->header->groups[group];

    for (guint i = 0; i < columns->len; i++) {
        gsize length;

        ent_csv_cell(row->row, g_array_index(columns, guint, i), &length);
        if (length)
            return true;
    }
    return false;
}

static void put_object(const Row *row, const char *key, EntCsvGroup group)
{
    if (!says_anything(row, group))
        return;
    if (key)
        put_key(row->json, key);
    g_string_append_c(row->json, '{');
    put_members(row, group);
    g_string_append_c(row->json, '}');
}

static void put_evidence(const Row *row)
{
    const char *list = ent_csv_row_cell(row->header, row->row, ENT_CSV_TO_EVIDENCE_LIST);
    bool single = says_anything(row, ENT_CSV_TO_EVIDENCE);
    gsize length = list ? strlen(list) : 0;

    if (!list && !single)
        return;
    put_key(row->json, "evidence");
    if (list && !ent_csv_is_array(list, length)) { /* will be refused */
        ent_json_quote(row->json, list);
        return;
    }
    g_string_append_c(row->json, '[');
    put_object(row, NULL, ENT_CSV_TO_EVIDENCE);
    if (list && list[ent_json_space(list, length, 1)] != ']') {
        separate(row->json);
        g_string_append_len(row->json, list + 1, (gssize)length - 2);
    }
    g_string_append_c(row->json, ']');
}

const char *ent_csv_row_cell(const EntCsvHeader *header, const EntCsvSplitter *row,
                             EntCsvGroup group)
{
    guint column = ent_csv_find_column(header, group, NULL);
    gsize length = 0;
    const char *cell = column == ENT_CSV_NO_COLUMN ? NULL : ent_csv_cell(row, column, &length);

    return length ? cell : NULL;
}

void ent_csv_row_json(const EntCsvHeader *header, const EntCsvSplitter *cells, GString *json)
{
    Row row = {header, cells, json};

    g_string_assign(json, "{");
    put_members(&row, ENT_CSV_TO_FACT);
    put_object(&row, "amount", ENT_CSV_TO_AMOUNT);
    put_object(&row, "ids", ENT_CSV_TO_IDS);
    put_object(&row, "properties", ENT_CSV_TO_PROPERTIES);
    put_evidence(&row);
    g_string_append_c(json, '}');
}
