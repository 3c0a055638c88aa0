/* SPDX-License-Identifier: MIT */
#include "read/csv_locate.h"

#include "read/csv_row.h"
#include "read/json_facts.h"

#define FIRST_READ 4096
#define MOST_STEPS 3 /* of a pointer; what is inside a cell is not told apart */
#define MARK       "\xef\xbb\xbf"

/* The header and a row, read again. */
typedef struct {
    char *bytes; /* of the row */
    gsize length;
    char delimiter;
    EntCsvSplitter *splitter; /* holds the row's cells */
    EntCsvHeader *header;
} Found;

static void found_clear(Found *found)
{
    g_free(found->bytes);
    ent_csv_splitter_free(found->splitter);
    ent_csv_header_free(found->header);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Found, found_clear)

/* The first record that is not blank, as the reader took it. */
static bool read_header(Found *found, const EntInput *input)
{
    gsize length, start, fault;
    g_autofree char *bytes = ent_input_at(input, 0, ENT_CSV_LONGEST_HEADER, &length);

    start = g_str_has_prefix(bytes, MARK) ? strlen(MARK) : 0;
    found->delimiter = ent_csv_delimiter(bytes + start, length - start);
    found->splitter = ent_csv_splitter_new(found->delimiter);
    while (start < length) {
        EntCsvScan scan = {0};
        gsize end = ent_csv_scan(&scan, bytes + start, length - start,
                                 length < ENT_CSV_LONGEST_HEADER, found->delimiter);

        if (!end || !ent_csv_split(found->splitter, bytes + start, end, &fault))
            return false;
        start += end;
        if (ent_csv_cell_count(found->splitter) == 0)
            continue;
        found->header = ent_csv_header_new(found->splitter);
        return found->header->place != 0;
    }
    return false;
}

static bool read_row(Found *found, const EntInput *input, guint64 offset)
{
    EntCsvScan scan = {0};
    gsize got, fault;

    for (gsize size = FIRST_READ;; size *= 2) {
        g_free(found->bytes);
        found->bytes = ent_input_at(input, offset, size, &got);
        found->length = ent_csv_scan(&scan, found->bytes, got, got < size, found->delimiter);
        if (found->length || got < size)
            break;
    }
    return found->length && ent_csv_split(found->splitter, found->bytes, found->length, &fault) &&
           ent_csv_cell_count(found->splitter) == found->header->columns->len;
}

static char *unescape(char *step)
{
    char *out = step;

    for (const char *at = step; *at; at++) {
        if (at[0] == '~' && (at[1] == '0' || at[1] == '1'))
            *out++ = *++at == '0' ? '~' : '/';
        else
            *out++ = *at;
    }
    *out = '\0';
    return step;
}

/* The group's column for the key, or else its first. */
static guint find_near(const EntCsvHeader *header, EntCsvGroup group, const char *key)
{
    guint column = key ? ent_csv_find_column(header, group, key) : ENT_CSV_NO_COLUMN;

    return column == ENT_CSV_NO_COLUMN ? ent_csv_find_column(header, group, NULL) : column;
}

/* The evidence with columns of its own comes before the list. */
static guint find_evidence(const Found *found, char *const *steps)
{
    const GArray *columns = found->header->groups[ENT_CSV_TO_EVIDENCE];
    bool list = ent_csv_row_cell(found->header, found->splitter, ENT_CSV_TO_EVIDENCE_LIST) != NULL;
    bool first = steps[1] ? g_str_equal(steps[1], "0") : !list;

    for (guint i = 0; first && i < columns->len; i++)
        if (*ent_csv_cell(found->splitter, g_array_index(columns, guint, i), &(gsize){0}))
            return find_near(found->header, ENT_CSV_TO_EVIDENCE, steps[1] ? steps[2] : NULL);
    return find_near(found->header, ENT_CSV_TO_EVIDENCE_LIST, NULL);
}

static guint find_column(const Found *found, const char *pointer, bool key)
{
    g_auto(GStrv) steps = g_strsplit(*pointer ? pointer + 1 : "", "/", MOST_STEPS);

    if (!*pointer)
        return key ? find_near(found->header, ENT_CSV_TO_ID, NULL) : ENT_CSV_NO_COLUMN;
    for (char **step = steps; *step; step++)
        unescape(*step);
    if (g_str_equal(steps[0], "amount"))
        return find_near(found->header, ENT_CSV_TO_AMOUNT, steps[1]);
    if (g_str_equal(steps[0], "ids"))
        return find_near(found->header, ENT_CSV_TO_IDS, steps[1]);
    if (g_str_equal(steps[0], "properties"))
        return find_near(found->header, ENT_CSV_TO_PROPERTIES, steps[1]);
    if (g_str_equal(steps[0], "evidence"))
        return find_evidence(found, steps);
    return ent_csv_find_column(found->header, ENT_CSV_TO_FACT, steps[0]);
}

/* Narrows a cell that is a list split at '|' down to the item that the pointer names. */
static void find_item(const Found *found, const char *pointer, EntSpan *span)
{
    const char *number = strrchr(pointer, '/'), *cell = found->bytes + span->start;
    guint64 index;
    gsize at = 0;

    if (!number || number == pointer || *cell == '"' || *cell == '[' ||
        !g_ascii_string_to_unsigned(number + 1, 10, 0, G_MAXUINT32, &index, NULL))
        return;
    while (at < span->length) {
        gsize start = at, end;

        while (at < span->length && cell[at] != '|')
            at++;
        end = at++;
        while (start < end && cell[start] == ' ')
            start++;
        while (end > start && cell[end - 1] == ' ')
            end--;
        if (start < end && index-- == 0) {
            *span = (EntSpan){span->start + start, end - start};
            return;
        }
    }
}

/* The bytes of the row that the pointer names; false: none, or the row as a whole. */
static bool find_bytes(const Found *found, const char *pointer, bool key, EntSpan *span)
{
    guint column = find_column(found, pointer, key);

    if (column == ENT_CSV_NO_COLUMN)
        return false;
    ent_csv_find_cell(found->bytes, found->length, found->delimiter, column, span);
    if (ent_csv_column(found->header, column)->kind == ENT_KEY_TEXTS)
        find_item(found, pointer, span);
    return true;
}

bool ent_csv_locate(const EntFile *file, const EntOrigin *origin, const char *pointer, bool key,
                    EntPlace *place, char **excerpt)
{
    g_auto(Found) found = {0};
    EntPiece piece = ent_origin_piece(file, origin);
    EntSpan span = {0, 1};
    bool done = false;

    if (read_header(&found, file->input) && read_row(&found, file->input, origin->offset)) {
        piece.text = found.bytes;
        piece.length = found.length;
        done = find_bytes(&found, pointer, key, &span);
    }
    ent_place_span(&piece, span, place, excerpt);
    return done;
}
