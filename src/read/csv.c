/* SPDX-License-Identifier: MIT */
/*
 * Tables of nodes, edges or sources; the header's columns say which. A row becomes the JSON text of
 * its fact and goes the way of all facts from there; see csv_rules.h and csv_header.h for how.
 */
#include "base/place.h"
#include "read/csv_locate.h"
#include "read/csv_row.h"
#include "read/json_facts.h"
#include "read/registry.h"

#define MOST_RECORD ((gsize)64 * 1024 * 1024) /* of a longer one a quote must be missing */
#define MOST_WRONG  100u /* columns: each is looked for from the start of the header */
#define MARK        "\xef\xbb\xbf"

typedef struct {
    EntReading *reading;
    EntCsvSplitter *splitter;
    EntCsvHeader *header; /* NULL before the first record */
    EntDecoder *decoder;
    GString *json;
    char delimiter;
    EntCsvScan scan; /* of the record at hand */
    EntPiece record;
} Table;

static void finding(Table *table, EntSpan span, const char *code, char *hint, const char *format,
                    ...) G_GNUC_PRINTF(5, 6);

/* A finding about bytes of the record at hand. */
static void finding(Table *table, EntSpan span, const char *code, char *hint, const char *format,
                    ...)
{
    EntPlace place;
    char *excerpt = NULL;
    va_list arguments;

    ent_place_span(&table->record, span, &place, &excerpt);
    va_start(arguments, format);
    ent_report_add(table->reading->report, ENT_SEVERITY_ERROR, code, &place,
                   g_strdup_vprintf(format, arguments), hint, excerpt);
    va_end(arguments);
}

/* Makes the next record the one at hand; false at the end, or where reading failed. */
static bool next_record(Table *table)
{
    EntInput *input = table->reading->input;
    EntPiece *record = &table->record;
    gsize length, end;
    bool last = false;

    table->scan = (EntCsvScan){0};
    for (;;) {
        const char *text = ent_input_window(input, &length);

        end = ent_csv_scan(&table->scan, text, length, last || length > MOST_RECORD,
                           table->delimiter);
        if (end || last)
            break;
        last = !ent_input_fill(input);
    }
    record->text = ent_input_window(input, &record->length);
    record->length = end;
    record->offset = ent_input_offset(input);
    return end > 0 && !ent_input_failed(input);
}

/* Goes on behind the record at hand. */
static void pass_record(Table *table)
{
    EntPiece *record = &table->record;

    ent_place_advance(&record->line, &record->column, record->text, record->length);
    ent_input_consume(table->reading->input, record->length);
}

static bool is_text(Table *table)
{
    const EntPiece *record = &table->record;
    const char *end;

    if (g_utf8_validate_len(record->text, record->length, &end))
        return true;
    if (record->offset == 0 &&
        (g_str_has_prefix(record->text, "\xff\xfe") || g_str_has_prefix(record->text, "\xfe\xff")))
        finding(table, (EntSpan){0, 1}, "syntax", g_strdup("save it as \"CSV UTF-8\""),
                "the file is UTF-16, not UTF-8");
    else
        finding(table, (EntSpan){(gsize)(end - record->text), 1}, "syntax", NULL, "%s",
                *end ? "not valid UTF-8" : "NUL byte");
    return false;
}

static bool split(Table *table)
{
    const EntPiece *record = &table->record;
    gsize at;

    if (ent_csv_is_open(&table->scan)) {
        finding(table, (EntSpan){table->scan.quote, 1}, "syntax", NULL,
                "the quoted cell that begins here is not closed");
        return false;
    }
    if (ent_csv_split(table->splitter, record->text, record->length, &at))
        return true;
    at = MIN(at, record->length - 1);
    if (record->text[at] == '"')
        finding(table, (EntSpan){at, 1}, "syntax",
                g_strdup("put the whole cell in quotes and double those in it"),
                "a quote in a cell that is not quoted");
    else
        finding(table, (EntSpan){at, 1}, "syntax",
                g_strdup("double the quotes that belong to the cell"),
                "text behind a cell's closing quote");
    return false;
}

static EntSpan cell_span(const Table *table, guint column)
{
    EntSpan span = {0, 1};

    ent_csv_find_cell(table->record.text, table->record.length, table->delimiter, column, &span);
    return span;
}

/* Whether nothing is wrong with a column. */
static bool check_column(Table *table, guint i)
{
    const EntCsvHeader *header = table->header;
    const EntCsvColumnHead *column = ent_csv_column(header, i);

    if (column->repeated)
        finding(table, cell_span(table, i), "duplicate-key", NULL, "column \"%s\" given twice",
                column->key);
    else if (!*column->name)
        finding(table, cell_span(table, i), "unknown-key", NULL, "a column without a name");
    else if (column->kind == ENT_KEY_UNKNOWN)
        finding(table, cell_span(table, i), "unknown-key",
                ent_csv_column_hint(header, column->name), "unknown column \"%s\"", column->name);
    else
        return true;
    return false;
}

/* What is wrong with the header; false where no row can be read by it. */
static bool check_header(Table *table)
{
    const EntCsvHeader *header = table->header;
    EntSpan all = {0, table->record.length};
    guint wrong = 0;

    if (!header->place) {
        finding(table, all, "not-facts",
                g_strdup("nodes have the columns \"id\", \"type\" and \"name\", edges \"from\", "
                         "\"type\" and \"to\", sources \"id\" and \"title\""),
                "the columns are not those of nodes, edges or sources");
        return false;
    }
    for (guint i = 0; i < header->columns->len && wrong < MOST_WRONG; i++)
        wrong += !check_column(table, i);
    if (wrong == MOST_WRONG)
        finding(table, all, "unknown-key", NULL,
                "%u columns are wrong; those after them are not looked at", wrong);
    return true;
}

static bool is_blank(const EntCsvSplitter *row)
{
    for (guint i = 0; i < ent_csv_cell_count(row); i++)
        if (*ent_csv_cell(row, i, &(gsize){0}))
            return false;
    return true;
}

static const char *delimiter_name(char delimiter)
{
    return delimiter == ',' ? "comma" : delimiter == ';' ? "semicolon" : "tab";
}

static bool has_all_cells(Table *table)
{
    guint cells = ent_csv_cell_count(table->splitter), columns = table->header->columns->len;
    gsize end = table->record.length;

    if (cells == columns)
        return true;
    while (end && strchr("\r\n", table->record.text[end - 1]))
        end--;
    finding(table, cells > columns ? cell_span(table, columns) : (EntSpan){end, 1}, "ragged-row",
            cells > columns ? g_strdup_printf("put a cell that has a %s in it in quotes",
                                              delimiter_name(table->delimiter))
                            : NULL,
            "the row has %u cell%s, the header %u", cells, cells == 1 ? "" : "s", columns);
    return false;
}

static void read_row(Table *table)
{
    EntFactSource from = {.reading = table->reading};
    const EntPiece *record = &table->record;
    const char *id = ent_csv_row_cell(table->header, table->splitter, ENT_CSV_TO_ID);
    const cJSON *object;

    from.origin = (EntOrigin){.offset = record->offset & 0xffffffffffff,
                              .file = (guint16)table->reading->file,
                              .line = record->line,
                              .column = record->column};
    ent_csv_row_json(table->header, table->splitter, table->json);
    from.text = table->json->str;
    from.length = table->json->len;
    object = ent_decode(table->decoder, from.text, from.length);
    if (table->header->place == ENT_ON_EDGE)
        ent_fact_edge(&from, NULL, object);
    else if (!id)
        ent_fact_finding(&from, "missing-key", "", true, NULL, "a %s needs an \"id\"",
                         table->header->place == ENT_ON_NODE ? "node" : "source");
    else if (table->header->place == ENT_ON_NODE)
        ent_fact_node(&from, id, object);
    else
        ent_fact_source(&from, id, object);
}

/* Reads the record at hand; false where the rest of the file cannot be read by it. */
static bool read_record(Table *table)
{
    bool is_header = !table->header;

    if (table->record.length > MOST_RECORD) {
        finding(table, (EntSpan){table->scan.quote, 1}, "syntax", NULL,
                "a row of more than 64 MB: a closing quote may be missing");
        return false;
    }
    if (!is_text(table) || !split(table))
        return !is_header;
    if (ent_csv_cell_count(table->splitter) == 0)
        return true;
    if (is_header) {
        table->header = ent_csv_header_new(table->splitter);
        return check_header(table);
    }
    if (!is_blank(table->splitter) && has_all_cells(table))
        read_row(table);
    return true;
}

static bool read_records(Table *table, GError **error)
{
    guint64 records = 0;

    while (next_record(table)) {
        bool goes_on = read_record(table);

        pass_record(table);
        if (!goes_on)
            return true;
        if (!ent_reading_goes_on(table->reading, ++records, error))
            return false;
    }
    if (!table->header && !ent_input_failed(table->reading->input))
        finding(table, (EntSpan){0, 0}, "not-facts", NULL, "the file is empty");
    return true;
}

/* Fills the window up to the end of the first line, or as far as a header may reach. */
static void begin(Table *table)
{
    EntInput *input = table->reading->input;
    const char *text = ent_input_window(input, &table->record.length);

    while (table->record.length < ENT_CSV_LONGEST_HEADER &&
           !memchr(text, '\n', table->record.length) && ent_input_fill(input))
        text = ent_input_window(input, &table->record.length);
    text = ent_input_window(input, &table->record.length);
    if (g_str_has_prefix(text, MARK)) {
        ent_input_consume(input, strlen(MARK));
        text = ent_input_window(input, &table->record.length);
    }
    table->delimiter = ent_csv_delimiter(text, table->record.length);
    table->record.offset = ent_input_offset(input);
    table->record.text = text;
}

static bool read_csv(EntReading *reading, GError **error)
{
    Table table = {.reading = reading,
                   .record = {.input = reading->input,
                              .file = ent_input_name(reading->input),
                              .line = 1,
                              .column = 1}};
    bool done;

    begin(&table);
    table.splitter = ent_csv_splitter_new(table.delimiter);
    table.decoder = ent_decoder_new();
    table.json = g_string_new(NULL);
    done = read_records(&table, error);
    ent_csv_splitter_free(table.splitter);
    ent_csv_header_free(table.header);
    ent_decoder_free(table.decoder);
    g_string_free(table.json, TRUE);
    return done;
}

const EntReader ent_reader_csv = {
    .name = "csv",
    .summary = "a table of nodes, edges or sources; its columns say which",
    .endings = (const char *const[]){".csv", ".tsv", NULL},
    .read = read_csv,
    .locate = ent_csv_locate,
};
