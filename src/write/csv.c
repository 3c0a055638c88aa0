/* SPDX-License-Identifier: MIT */
/*
 * Three tables: nodes, edges, sources. A first pass over the rows finds the columns they need, a
 * second writes them. What stands at the top of a facts file (title, schema, ...) has no place in
 * a table; read/csv_rules.h says how the rest is kept.
 */
#include <math.h>

#include "base/hash.h"
#include "read/csv_rules.h"
#include "write/csv_cell.h"

#define MOST_FIXED 32
#define MOST_FREE  1024 /* free columns of a table: each costs a comma in every row */

/* Columns of free values, "properties.NAME", in the order in which facts first use them: that
 * keeps the order that most facts write them in. */
typedef struct {
    const char *prefix;
    GPtrArray *names;    /* const char * */
    GHashTable *indices; /* name -> index + 1 */
    const char **cells;  /* JSON, of the row at hand */
} FreeColumns;

enum { IDS, PROPERTIES, EXTRAS, FREE_KINDS };

typedef struct Table Table;

struct Table {
    EntChoice choice;
    const EntCsvColumn *columns;
    guint32 length; /* rows */
    void (*set_row)(Table *table, guint32 place);
    const EntColumn *const *measures;
    gsize measures_length;
    bool used[MOST_FIXED];
    FreeColumns free[FREE_KINDS];
    guint free_length; /* of all three */
    GString *scratch;
    EntCsvRow row;
};

static const EntProperties *free_values(const Table *table, guint kind)
{
    static const EntProperties none = {NULL, 0};
    const EntDetails *details = table->row.details;

    if (!details)
        return kind == EXTRAS ? &table->row.source->extras : &none;
    return kind == IDS          ? &details->ids
           : kind == PROPERTIES ? &details->properties
                                : &details->extras;
}

static guint find_free(const FreeColumns *columns, const char *name)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(columns->indices, name));
}

static void note_free_columns(Table *table, guint kind)
{
    const EntProperties *values = free_values(table, kind);
    FreeColumns *columns = &table->free[kind];

    for (guint32 i = 0; i < values->length; i++) {
        const char *name = values->items[i].name;

        if (find_free(columns, name))
            continue;
        g_ptr_array_add(columns->names, (gpointer)name);
        g_hash_table_insert(columns->indices, (gpointer)name,
                            GUINT_TO_POINTER(columns->names->len));
        table->free_length++;
    }
}

static void note_columns(Table *table)
{
    for (guint i = 0; table->columns[i].name; i++) {
        const EntCsvColumn *column = &table->columns[i];
        const char *cell = table->used[i] ? NULL : column->cell(&table->row);

        if (cell && (!column->usually || strcmp(cell, column->usually) != 0))
            table->used[i] = true;
    }
    for (guint kind = 0; kind < FREE_KINDS; kind++)
        note_free_columns(table, kind);
}

static bool find_columns(Table *table, GError **error)
{
    for (guint i = 0; table->columns[i].name; i++)
        table->used[i] = table->columns[i].always;
    for (guint32 i = 0; i < table->length; i++) {
        table->set_row(table, i);
        note_columns(table);
    }
    if (table->free_length > MOST_FREE) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                    "cannot write %u different properties as columns of CSV, at most %u: "
                    "use json or ndjson",
                    table->free_length, MOST_FREE);
        return false;
    }
    for (guint kind = 0; kind < FREE_KINDS; kind++)
        table->free[kind].cells = g_new0(const char *, (gsize)table->free[kind].names->len + 1);
    return true;
}

static void put_header_cell(Table *table, EntOutput *output, const char *prefix, const char *name)
{
    g_string_assign(table->scratch, prefix);
    g_string_append(table->scratch, name);
    ent_put_bytes(output, ",", 1);
    ent_put_csv(output, table->scratch->str);
}

static void put_header(Table *table, EntOutput *output)
{
    for (guint i = 0; table->columns[i].name; i++)
        if (table->used[i] && i)
            put_header_cell(table, output, "", table->columns[i].name);
        else if (table->used[i])
            ent_put_csv(output, table->columns[i].name);
    for (guint kind = 0; kind < FREE_KINDS; kind++)
        for (guint i = 0; i < table->free[kind].names->len; i++)
            put_header_cell(table, output, table->free[kind].prefix,
                            table->free[kind].names->pdata[i]);
    for (gsize i = 0; i < table->measures_length; i++)
        put_header_cell(table, output, ENT_CSV_MEASURE, table->measures[i]->name);
    ent_put_bytes(output, "\n", 1);
}

static void put_free_cells(Table *table, EntOutput *output, guint kind)
{
    const EntProperties *values = free_values(table, kind);
    FreeColumns *columns = &table->free[kind];

    for (guint32 i = 0; i < values->length; i++)
        columns->cells[find_free(columns, values->items[i].name) - 1] = values->items[i].json;
    for (guint i = 0; i < columns->names->len; i++) {
        ent_put_bytes(output, ",", 1);
        if (columns->cells[i])
            ent_put_csv(output, kind == IDS ? ent_csv_text_cell(columns->cells[i], table->scratch)
                                            : ent_csv_free_cell(columns->cells[i], table->scratch));
        columns->cells[i] = NULL;
    }
}

static void put_measures(const Table *table, EntOutput *output, guint32 place)
{
    for (gsize i = 0; i < table->measures_length; i++) {
        double value = table->measures[i]->values[place];

        ent_put_bytes(output, ",", 1);
        if (isfinite(value))
            ent_put_number(output, value);
    }
}

static void put_row(Table *table, EntOutput *output, guint32 place)
{
    for (guint i = 0; table->columns[i].name; i++) {
        const char *cell = table->used[i] ? table->columns[i].cell(&table->row) : NULL;

        if (table->used[i] && i)
            ent_put_bytes(output, ",", 1);
        if (cell)
            ent_put_csv(output, cell);
    }
    for (guint kind = 0; kind < FREE_KINDS; kind++)
        put_free_cells(table, output, kind);
    put_measures(table, output, place);
    ent_put_bytes(output, "\n", 1);
}

static void table_init(Table *table, const EntWriting *writing)
{
    static const char *const prefixes[] = {ENT_CSV_IDS, ENT_CSV_PROPERTIES, ""};

    *table = (Table){.scratch = g_string_new(NULL)};
    ent_choice_init_view(&table->choice, writing);
    ent_csv_row_init(&table->row, &table->choice, table->scratch);
    for (guint kind = 0; kind < FREE_KINDS; kind++) {
        table->free[kind].prefix = prefixes[kind];
        table->free[kind].names = g_ptr_array_new();
        table->free[kind].indices = g_hash_table_new(ent_text_hash, g_str_equal);
    }
}

static void table_clear(Table *table)
{
    ent_choice_clear(&table->choice);
    for (guint kind = 0; kind < FREE_KINDS; kind++) {
        g_ptr_array_free(table->free[kind].names, TRUE);
        g_hash_table_destroy(table->free[kind].indices);
        g_free(table->free[kind].cells);
    }
    g_string_free(table->scratch, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Table, table_clear)

static bool write_table(Table *table, EntOutput *output, GError **error)
{
    if (!find_columns(table, error))
        return false;
    put_header(table, output);
    for (guint32 i = 0; i < table->length; i++) {
        table->set_row(table, i);
        put_row(table, output, i);
    }
    return true;
}

static void set_node(Table *table, guint32 place)
{
    ent_csv_row_node(&table->row,
                     ent_facts_get_node(table->choice.facts, table->choice.nodes.items[place]));
}

static void set_edge(Table *table, guint32 place)
{
    ent_csv_row_edge(&table->row,
                     ent_facts_get_edge(table->choice.facts, table->choice.edges.items[place]));
}

static void set_source(Table *table, guint32 place)
{
    ent_csv_row_source(
        &table->row, ent_facts_get_source(table->choice.facts, table->choice.sources.items[place]));
}

static bool write_nodes(const EntWriting *writing, EntOutput *output, GError **error)
{
    g_auto(Table) table;

    table_init(&table, writing);
    table.columns = ent_csv_node_columns;
    table.length = table.choice.nodes.length;
    table.set_row = set_node;
    table.measures = writing->columns;
    table.measures_length = writing->columns_length;
    return write_table(&table, output, error);
}

static bool write_edges(const EntWriting *writing, EntOutput *output, GError **error)
{
    g_auto(Table) table;

    table_init(&table, writing);
    table.columns = ent_csv_edge_columns;
    table.length = table.choice.edges.length;
    table.set_row = set_edge;
    table.measures = writing->edge_columns;
    table.measures_length = writing->edge_columns_length;
    return write_table(&table, output, error);
}

static bool write_sources(const EntWriting *writing, EntOutput *output, GError **error)
{
    g_auto(Table) table;

    table_init(&table, writing);
    table.columns = ent_csv_source_columns;
    table.length = table.choice.sources.length;
    table.set_row = set_source;
    return write_table(&table, output, error);
}

const EntWriter ent_writer_csv = {
    .name = "csv",
    .summary = "three tables, of nodes, edges and sources (without title and schema)",
    .endings = (const char *const[]){".csv", NULL},
    .parts = (const EntWriterPart[]){{"-nodes", write_nodes},
                                     {"-edges", write_edges},
                                     {"-sources", write_sources},
                                     {NULL, NULL}},
    .columns = true,
    .edge_columns = true,
    .written_ids = true,
};
