/* SPDX-License-Identifier: MIT */
#include "read/csv_record.h"

#include <csv.h>

#define BUFFER_STEP 4096 /* libcsv grows its buffer by this much */

enum {
    AT_START,
    PLAIN,
    QUOTED,
    CLOSED
}; /* of a cell: before it, in it, behind its closing quote */

/* The state after c. Line breaks outside quotes are the caller's. */
static int next_state(int state, char c, char delimiter)
{
    if (state == QUOTED)
        return c == '"' ? CLOSED : QUOTED;
    if (c == '"' && state != PLAIN)
        return QUOTED;
    return c == delimiter ? AT_START : PLAIN;
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

gsize ent_csv_scan(EntCsvScan *scan, const char *text, gsize length, bool last, char delimiter)
{
    for (; scan->at < length; scan->at++) {
        char c = text[scan->at];

        if (scan->state != QUOTED && is_break(c))
            break;
        if (scan->state == AT_START && c == '"')
            scan->quote = scan->at;
        scan->state = next_state(scan->state, c, delimiter);
    }
    if (scan->at == length)
        return last ? length : 0;
    if (text[scan->at] == '\n')
        return scan->at + 1;
    if (scan->at + 1 < length) /* CR LF is one break */
        return scan->at + (text[scan->at + 1] == '\n' ? 2 : 1);
    return last ? length : 0;
}

bool ent_csv_is_open(const EntCsvScan *scan)
{
    return scan->state == QUOTED;
}

bool ent_csv_find_cell(const char *record, gsize length, char delimiter, guint index, EntSpan *span)
{
    int state = AT_START;
    gsize start = 0, at = 0;
    guint cell = 0;

    for (; at < length && (state == QUOTED || !is_break(record[at])); at++) {
        if (state != QUOTED && record[at] == delimiter) {
            if (cell == index)
                break;
            cell++;
            start = at + 1;
        }
        state = next_state(state, record[at], delimiter);
    }
    *span = (EntSpan){start, at - start};
    return cell == index;
}

char ent_csv_delimiter(const char *text, gsize length)
{
    static const char candidates[] = ",;\t";
    gsize counts[sizeof candidates] = {0};
    bool quoted = false;

    for (gsize at = 0; at < length && (quoted || !is_break(text[at])); at++) {
        const char *found = text[at] ? strchr(candidates, text[at]) : NULL;

        quoted ^= text[at] == '"';
        if (found && !quoted)
            counts[found - candidates]++;
    }
    if (counts[0] || !(counts[1] || counts[2]))
        return ',';
    return counts[1] >= counts[2] ? ';' : '\t';
}

struct EntCsvSplitter {
    struct csv_parser parser;
    bool ready; /* parser is */
    char delimiter;
    GString *text; /* the cells, each with a NUL after it */
    GArray *ends;  /* gsize: where each ends in text, before its NUL */
};

EntCsvSplitter *ent_csv_splitter_new(char delimiter)
{
    EntCsvSplitter *splitter = g_new0(EntCsvSplitter, 1);

    splitter->delimiter = delimiter;
    splitter->text = g_string_new(NULL);
    splitter->ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    return splitter;
}

void ent_csv_splitter_free(EntCsvSplitter *splitter)
{
    if (!splitter)
        return;
    if (splitter->ready)
        csv_free(&splitter->parser);
    g_string_free(splitter->text, TRUE);
    g_array_free(splitter->ends, TRUE);
    g_free(splitter);
}

/* Spaces are part of a cell: libcsv would take them off. */
static int is_no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static void *checked_realloc(void *memory, size_t size)
{
    return g_realloc(memory, size);
}

static void prepare(EntCsvSplitter *splitter)
{
    if (splitter->ready)
        return;
    csv_init(&splitter->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&splitter->parser, (unsigned char)splitter->delimiter);
    csv_set_space_func(&splitter->parser, is_no_space);
    csv_set_blk_size(&splitter->parser, BUFFER_STEP);
    csv_set_realloc_func(&splitter->parser, checked_realloc);
    csv_set_free_func(&splitter->parser, g_free);
    splitter->ready = true;
}

static void take_cell(void *cell, size_t length, void *data)
{
    EntCsvSplitter *splitter = data;
    gsize end;

    g_string_append_len(splitter->text, cell ? cell : "", (gssize)length);
    end = splitter->text->len;
    g_array_append_val(splitter->ends, end);
    g_string_append_c(splitter->text, '\0');
}

static void take_row(int terminator, void *data)
{
    (void)terminator;
    (void)data;
}

bool ent_csv_split(EntCsvSplitter *splitter, const char *record, gsize length, gsize *fault)
{
    prepare(splitter);
    g_string_truncate(splitter->text, 0);
    g_array_set_size(splitter->ends, 0);
    *fault = csv_parse(&splitter->parser, record, length, take_cell, take_row, splitter);
    if (*fault == length && csv_fini(&splitter->parser, take_cell, take_row, splitter) == 0)
        return true;
    csv_free(&splitter->parser); /* it stays in its error */
    splitter->ready = false;
    return false;
}

guint ent_csv_cell_count(const EntCsvSplitter *splitter)
{
    return splitter->ends->len;
}

const char *ent_csv_cell(const EntCsvSplitter *splitter, guint index, gsize *length)
{
    const gsize *ends = (const gsize *)(gconstpointer)splitter->ends->data;
    gsize start = index ? ends[index - 1] + 1 : 0;

    *length = ends[index] - start;
    return splitter->text->str + start;
}
