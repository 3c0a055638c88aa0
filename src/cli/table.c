/* SPDX-License-Identifier: MIT */
#include "cli/table.h"

#include "base/text.h"
#include "cli/terminal.h"

#include <libsmartcols.h>
#include <locale.h>
#include <math.h>

#define LONGEST 100u /* characters of a text in a table */

typedef struct {
    char *text; /* NULL for a number, and where there is nothing */
    double number;
} Cell;

struct EntTable {
    const EntTableColumn *columns;
    guint length;
    GArray *cells; /* Cell, row by row */
};

static void clear_cell(gpointer data)
{
    Cell *cell = data;

    g_free(cell->text);
}

EntTable *ent_table_new(const EntTableColumn *columns, guint length)
{
    EntTable *table = g_new0(EntTable, 1);

    table->columns = columns;
    table->length = length;
    table->cells = g_array_new(FALSE, TRUE, sizeof(Cell));
    g_array_set_clear_func(table->cells, clear_cell);
    return table;
}

void ent_table_free(EntTable *table)
{
    if (!table)
        return;
    g_array_free(table->cells, TRUE);
    g_free(table);
}

void ent_table_row(EntTable *table)
{
    g_assert(table->cells->len % table->length == 0);
}

void ent_table_text(EntTable *table, const char *text)
{
    Cell cell = {g_strdup(text), NAN};

    g_array_append_val(table->cells, cell);
}

void ent_table_number(EntTable *table, double number)
{
    Cell cell = {NULL, number};

    g_array_append_val(table->cells, cell);
}

static guint count_rows(const EntTable *table)
{
    return table->cells->len / table->length;
}

static const Cell *get(const EntTable *table, guint row, guint column)
{
    return &g_array_index(table->cells, Cell, row * table->length + column);
}

/* Digits after the point, so that the largest number shows four that count; 0: all are whole. */
static guint choose_decimals(const EntTable *table, guint column)
{
    double largest = 0;
    bool whole = true;

    for (guint i = 0; i < count_rows(table); i++) {
        double number = get(table, i, column)->number;

        if (!isfinite(number))
            continue;
        whole = whole && number == floor(number) && fabs(number) < 1e15;
        largest = MAX(largest, fabs(number));
    }
    if (whole || largest == 0)
        return 0;
    return (guint)CLAMP(3 - floor(log10(largest)), 2, 9);
}

static char *show_number(double number, guint decimals)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE + 320], format[8];

    if (!isfinite(number))
        return g_strdup("");
    g_snprintf(format, sizeof format, "%%.%uf", decimals);
    return g_strdup(g_ascii_formatd(text, sizeof text, format, number));
}

/* What a cell shows. */
static char *show(const Cell *cell, EntCellKind kind, guint decimals)
{
    g_autofree char *brief = NULL;

    if (!cell->text)
        return kind == ENT_CELL_NUMBER ? show_number(cell->number, decimals) : g_strdup("");
    brief = ent_text_brief(cell->text, LONGEST);
    return ent_safe_text(brief);
}

static struct libscols_table *make_table(const EntTable *table, guint width)
{
    struct libscols_table *made = scols_new_table();

    scols_table_enable_colors(made, 0);
    scols_table_set_column_separator(made, "  ");
    scols_table_set_termforce(made, width ? SCOLS_TERMFORCE_ALWAYS : SCOLS_TERMFORCE_NEVER);
    if (width)
        scols_table_set_termwidth(made, width);
    for (guint i = 0; i < table->length; i++) {
        const EntTableColumn *column = &table->columns[i];
        int flags = column->kind == ENT_CELL_NUMBER ? SCOLS_FL_RIGHT
                    : column->kind == ENT_CELL_TEXT ? SCOLS_FL_TRUNC
                                                    : 0;

        scols_table_new_column(made, column->title ? column->title : column->name, 0, flags);
    }
    return made;
}

/* Row by row: the library finds a line by its number in time that grows with it. */
static void fill(const EntTable *table, struct libscols_table *made)
{
    g_autofree guint *decimals = g_new(guint, table->length);

    for (guint i = 0; i < table->length; i++)
        decimals[i] = choose_decimals(table, i);
    for (guint i = 0; i < count_rows(table); i++) {
        struct libscols_line *line = scols_table_new_line(made, NULL);

        for (guint j = 0; j < table->length; j++)
            scols_line_refer_data(line, j,
                                  show(get(table, i, j), table->columns[j].kind, decimals[j]));
    }
}

/* Lines without the spaces at their ends. */
static void put_trimmed(EntOutput *output, const char *text)
{
    while (*text) {
        const char *end = strchrnul(text, '\n'), *last = end;

        while (last > text && last[-1] == ' ')
            last--;
        ent_put_bytes(output, text, (gsize)(last - text));
        ent_put(output, "\n");
        text = *end ? end + 1 : end;
    }
}

void ent_table_print(const EntTable *table, EntOutput *output, guint width)
{
    struct libscols_table *made = make_table(table, width);
    /* The library measures text by the locale: for this call, in this thread, it is UTF-8. */
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), before = (locale_t)0;
    char *text = NULL;

    fill(table, made);
    if (utf8)
        before = uselocale(utf8);
    if (scols_print_table_to_string(made, &text) == 0 && text)
        put_trimmed(output, text);
    if (utf8) {
        uselocale(before);
        freelocale(utf8);
    }
    free(text);
    scols_unref_table(made);
}

static void put_csv_cell(EntOutput *output, const Cell *cell)
{
    if (cell->text)
        ent_put_csv(output, cell->text);
    else if (isfinite(cell->number))
        ent_put_number(output, cell->number);
}

void ent_table_csv(const EntTable *table, EntOutput *output)
{
    for (guint i = 0; i < table->length; i++) {
        ent_put(output, i ? "," : "");
        ent_put_csv(output, table->columns[i].name);
    }
    ent_put(output, "\n");
    for (guint i = 0; i < count_rows(table); i++) {
        for (guint j = 0; j < table->length; j++) {
            ent_put(output, j ? "," : "");
            put_csv_cell(output, get(table, i, j));
        }
        ent_put(output, "\n");
    }
}

static void put_json_cell(EntOutput *output, const Cell *cell, EntCellKind kind)
{
    if (cell->text && kind == ENT_CELL_JSON)
        ent_put(output, cell->text);
    else if (cell->text || !isfinite(cell->number))
        ent_put_json(output, cell->text);
    else
        ent_put_number(output, cell->number);
}

void ent_table_json(const EntTable *table, EntOutput *output, guint indent)
{
    guint rows = count_rows(table);

    ent_put(output, "[");
    for (guint i = 0; i < rows; i++) {
        bool any = false;

        ent_putf(output, "%s\n%*s{ ", i ? "," : "", (int)indent + 2, "");
        for (guint j = 0; j < table->length; j++) {
            if (table->columns[j].no_json)
                continue;
            ent_put(output, any ? ", " : "");
            ent_put_json(output, table->columns[j].name);
            ent_put(output, ": ");
            put_json_cell(output, get(table, i, j), table->columns[j].kind);
            any = true;
        }
        ent_put(output, " }");
    }
    if (rows)
        ent_putf(output, "\n%*s", (int)indent, "");
    ent_put(output, "]");
}
