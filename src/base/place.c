/* SPDX-License-Identifier: MIT */
#include "base/place.h"

#include <string.h>

#define AROUND_BYTES (4 * (gsize)ENT_EXCERPT + 4) /* read on either side of a place */
#define LEFT_POINTS  60                           /* kept before a place in a long line */
#define BLOCK_BYTES  ((gsize)64 * 1024)
#define ELLIPSIS     "…"

gsize ent_code_points(const char *text, gsize length)
{
    const guint64 ones = 0x0101010101010101;
    gsize tails = 0, at = 0;
    for (; at + 8 <= length; at += 8) {
        guint64 word;
        memcpy(&word, text + at, 8);
        tails += (((word >> 7) & ~(word >> 6) & ones) * ones) >> 56;
    }
    for (; at < length; at++)
        tails += ((guchar)text[at] & 0xc0) == 0x80;
    return length - tails;
}

void ent_place_advance(guint32 *line, guint32 *column, const char *text, gsize length)
{
    const char *end = text + length, *found;
    while (text < end && (found = memchr(text, '\n', (gsize)(end - text))) != NULL) {
        (*line)++;
        *column = 1;
        text = found + 1;
    }
    *column += (guint32)ent_code_points(text, (gsize)(end - text));
}

/* The same over bytes of the piece's file that are not in memory. */
static void advance_in_file(const EntPiece *piece, gsize length, EntPlace *place)
{
    for (gsize at = 0, got; at < length; at += got) {
        g_autofree char *block =
            ent_input_at(piece->input, piece->offset + at, MIN(length - at, BLOCK_BYTES), &got);
        if (got == 0)
            return;
        ent_place_advance(&place->line, &place->column, block, got);
    }
}

/* The line around a place, as far as it was read. */
typedef struct {
    const char *left, *at, *right; /* its start, the place, its end */
    bool cut_left, cut_right;      /* the line goes on beyond what was read */
} Line;

/* The bytes from start on, in which the place is `at`. */
static Line find_line(const char *bytes, gsize got, gsize at, guint64 start, bool whole)
{
    Line line = {bytes + at, bytes + at, NULL, false, false};
    while (line.left > bytes && line.left[-1] != '\n')
        line.left--;
    if (line.left == bytes && start == 0 && g_str_has_prefix(bytes, "\xef\xbb\xbf"))
        line.left += MIN(3, at);
    if (line.left == bytes && start > 0) {
        line.cut_left = true;
        while (line.left < line.at && ((guchar)*line.left & 0xc0) == 0x80)
            line.left++;
    }
    line.right = memchr(line.at, '\n', got - at);
    if (line.right == NULL) {
        line.right = bytes + got;
        line.cut_right = !whole;
    }
    if (line.right > line.at && line.right[-1] == '\r')
        line.right--;
    return line;
}

/* The character at *at, moved past it; what a terminal should not see is replaced. */
static gunichar next_clean(const char **at, const char *end)
{
    gunichar c = g_utf8_get_char_validated(*at, end - *at);
    if (c >= 0x80000000 || **at == '\0') {
        (*at)++;
        return 0xfffd;
    }
    *at = g_utf8_next_char(*at);
    if (c == '\t')
        return ' ';
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ? 0xfffd : c;
}

static gsize count_clean(const char *from, const char *end)
{
    gsize count = 0;
    while (from < end) {
        next_clean(&from, end);
        count++;
    }
    return count;
}

/* Appends what is between from and end, without the first `skip` and at most `keep` characters. */
static void append_clean(GString *out, const char *from, const char *end, gsize skip, gsize keep)
{
    while (from < end && keep > 0) {
        gunichar c = next_clean(&from, end);
        if (skip > 0) {
            skip--;
            continue;
        }
        g_string_append_unichar(out, c);
        keep--;
    }
}

/* Makes the excerpt and says where in it the place stands and how wide it can be. */
static char *make_excerpt(const Line *line, const char *end, EntPlace *place)
{
    gsize left = count_clean(line->left, line->at), right = count_clean(line->at, line->right);
    gsize keep_right = MIN(right, ENT_EXCERPT - MIN(left, LEFT_POINTS));
    gsize keep_left = MIN(left, ENT_EXCERPT - keep_right);
    bool cut_left = line->cut_left || keep_left < left;
    bool cut_right = line->cut_right || keep_right < right;
    if (cut_left && keep_left > 0)
        keep_left--;
    if (cut_right && keep_right > 0)
        keep_right--;
    GString *out = g_string_new(cut_left ? ELLIPSIS : NULL);
    append_clean(out, line->left, line->at, left - keep_left, keep_left);
    append_clean(out, line->at, line->right, 0, keep_right);
    g_string_append(out, cut_right ? ELLIPSIS : "");
    place->caret = (guint)(keep_left + (cut_left ? 1 : 0) + 1);
    gsize width = count_clean(line->at, MIN(end, line->right));
    place->width = (guint)MAX(1, MIN(width, keep_right));
    return g_string_free(out, FALSE);
}

/* place has its offset; *excerpt, place->caret and place->width from the line around it. */
static void look_around(const EntPiece *piece, gsize length, EntPlace *place, char **excerpt)
{
    gsize before = (gsize)MIN(place->offset, AROUND_BYTES), got;
    guint64 start = place->offset - before;
    gsize wanted = before + AROUND_BYTES;
    g_autofree char *bytes = ent_input_at(piece->input, start, wanted, &got);
    if (got < before || got == 0)
        return;
    Line line = find_line(bytes, got, before, start, got < wanted);
    g_autofree char *text = make_excerpt(&line, line.at + MIN(length, got - before), place);
    if (excerpt != NULL)
        *excerpt = g_steal_pointer(&text);
    else
        place->caret = 0;
}

void ent_place_span(const EntPiece *piece, EntSpan span, EntPlace *place, char **excerpt)
{
    *place = (EntPlace){.file = piece->file, .offset = piece->offset + span.start};
    if (excerpt != NULL)
        *excerpt = NULL;
    if (piece->line == 0)
        return;
    place->line = piece->line;
    place->column = piece->column;
    place->width = 1;
    if (piece->text != NULL)
        ent_place_advance(&place->line, &place->column, piece->text, span.start);
    else
        advance_in_file(piece, span.start, place);
    look_around(piece, span.length, place, excerpt);
}

/*
 * The end of the value or member that text begins with, with only_key that of the member's key and
 * what shows that it is one; 0 on a fault.
 */
static gsize scan_either(const char *text, gsize length, bool only_key, EntJsonFault *fault)
{
    gsize value, end = ent_json_scan(text, length, fault);
    if (end == 0 || *text != '"')
        return end;
    gsize colon = ent_json_space(text, length, end);
    fault->more = colon == length; /* the file may go on with a ':' */
    if (colon == length || text[colon] != ':')
        return end;
    return only_key ? colon + 1 : ent_json_scan_member(text, length, &value, fault);
}

/* Reads what begins at the piece's offset; NULL where it is not there any more. */
static char *read_json(const EntPiece *piece, bool only_key, gsize *length)
{
    for (gsize size = 4096;; size *= 2) {
        gsize got;
        EntJsonFault fault;
        char *text = ent_input_at(piece->input, piece->offset, size, &got);
        *length = scan_either(text, got, only_key, &fault);
        if (*length > 0 && (!fault.more || got < size))
            return text;
        g_free(text);
        if (!fault.more || got < size || size > G_MAXSSIZE / 2)
            return NULL;
    }
}

/* The key that text begins with; it need not be the whole of a member. */
static bool find_key(const char *text, gsize length, EntSpan *span)
{
    EntJsonFault fault;
    gsize end = *text == '"' ? ent_json_scan(text, length, &fault) : 0;
    gsize colon = ent_json_space(text, length, end);
    *span = (EntSpan){0, end > 0 ? end : 1};
    return end > 0 && colon < length && text[colon] == ':';
}

/* The nearest thing around what pointer names: its key, or else its first byte. */
static EntSpan find_around(const char *text, gsize length, const char *pointer)
{
    g_autofree char *outer = g_strdup(pointer);
    EntSpan span;
    for (char *cut = outer + strlen(outer); cut != NULL; cut = strrchr(outer, '/')) {
        *cut = '\0';
        if (ent_json_find(text, length, outer, true, &span))
            return span;
        if (ent_json_find(text, length, outer, false, &span))
            break;
        span = (EntSpan){0};
    }
    return (EntSpan){span.start, 1};
}

bool ent_place_json(const EntPiece *piece, const char *pointer, bool key, EntPlace *place,
                    char **excerpt)
{
    EntPiece read = *piece;
    g_autofree char *owned = NULL;
    if (read.text == NULL)
        read.text = owned = read_json(piece, key && *pointer == '\0', &read.length);
    EntSpan span = {0, 1};
    bool found = false;
    if (read.text != NULL && key && *pointer == '\0') {
        found = find_key(read.text, read.length, &span);
    } else if (read.text != NULL) {
        found = ent_json_find(read.text, read.length, pointer, key, &span);
        if (!found)
            span = find_around(read.text, read.length, pointer);
    }
    ent_place_span(&read, span, place, excerpt);
    return found;
}
