/* SPDX-License-Identifier: MIT */
#include "read/graphml_scan.h"

#include <string.h>

#define BOM_BYTES 3

enum {
    AT_START, /* before the first byte */
    IN_TEXT,
    IN_OPENED, /* after '<' */
    IN_BANG,   /* after "<!", until it is known what it is */
    IN_TAG,
    IN_END_TAG,
    IN_COMMENT,
    IN_CDATA,
    IN_INSTRUCTION,
};

static const char comment_start[] = "--";
static const char cdata_start[] = "[CDATA[";

void graphml_scan_init(GraphmlScan *scan)
{
    *scan = (GraphmlScan){.state = AT_START, .at = {.line = 1, .column = 1}};
    scan->tags = g_array_new(FALSE, FALSE, sizeof(GraphmlPlace));
}

void graphml_scan_clear(GraphmlScan *scan)
{
    g_clear_pointer(&scan->tags, g_array_unref);
}

static bool refuse(GraphmlScan *scan, GraphmlPlace place, const char *message, const char *hint)
{
    scan->message = message;
    scan->hint = hint;
    scan->place = place;
    return false;
}

static bool is_space(guchar byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Encodings that write markup as ASCII does, byte by byte. */
static bool is_known_encoding(const char *name)
{
    static const char *const known[] = {"utf-8", "utf8", "us-ascii", "ascii", NULL};
    static const char *const families[] = {"iso-8859-", "windows-125", "cp125", NULL};
    g_autofree char *lower = g_ascii_strdown(name, -1);

    for (guint i = 0; known[i]; i++)
        if (strcmp(lower, known[i]) == 0)
            return true;
    for (guint i = 0; families[i]; i++)
        if (g_str_has_prefix(lower, families[i]))
            return true;
    return false;
}

/* The end of the first processing instruction: is it an XML declaration, and of what encoding? */
static bool check_declaration(GraphmlScan *scan)
{
    g_autofree char *name = NULL;
    const char *at;

    scan->head[MIN(scan->head_length, GRAPHML_HEAD_BYTES - 1)] = '\0';
    if (!g_str_has_prefix(scan->head, "xml") || !is_space((guchar)scan->head[3]))
        return true;
    at = strstr(scan->head, "encoding");
    at = at ? strpbrk(at, "\"'") : NULL;
    if (at) {
        name = g_strndup(at + 1, strcspn(at + 1, "\"'"));
        if (is_known_encoding(name))
            return true;
    } else if (scan->head_length < GRAPHML_HEAD_BYTES) {
        return true;
    }
    return refuse(scan, scan->from, "the text's encoding is not one that is read",
                  "save the file as UTF-8");
}

static bool count_aside(GraphmlScan *scan)
{
    return ++scan->asides <= GRAPHML_ASIDES ||
           refuse(scan, scan->from, "more than 100,000 comments follow one another", NULL);
}

/* After "<!": a comment, a CDATA section or a declaration. */
static bool on_bang(GraphmlScan *scan, guchar byte)
{
    if (scan->matched == 0 && (byte == '-' || byte == '['))
        scan->quote = byte;
    if (scan->quote == '-' && byte == (guchar)comment_start[scan->matched]) {
        if (comment_start[++scan->matched] != '\0')
            return true;
        scan->state = IN_COMMENT;
        scan->matched = 0;
        return count_aside(scan);
    }
    if (scan->quote == '[' && byte == (guchar)cdata_start[scan->matched]) {
        if (cdata_start[++scan->matched] == '\0')
            scan->state = IN_CDATA, scan->matched = 0;
        return true;
    }
    return refuse(scan, scan->from, "document type declarations and entities are not read",
                  "remove the lines from <!DOCTYPE to its closing >");
}

static bool on_opened(GraphmlScan *scan, guchar byte)
{
    scan->matched = scan->quote = scan->attributes = 0;
    switch (byte) {
    case '!':
        scan->state = IN_BANG;
        return true;
    case '?':
        scan->state = IN_INSTRUCTION;
        return count_aside(scan);
    case '/':
        scan->state = IN_END_TAG;
        break;
    default:
        scan->state = IN_TAG;
        g_array_append_val(scan->tags, scan->from);
    }
    scan->asides = 0;
    return true;
}

static bool on_tag(GraphmlScan *scan, guchar byte)
{
    if (scan->at.offset - scan->from.offset >= GRAPHML_TAG_BYTES)
        return refuse(scan, scan->from, "a tag is longer than 64 KB", NULL);
    if (scan->quote) {
        if (byte == scan->quote)
            scan->quote = 0;
    } else if (byte == '"' || byte == '\'') {
        scan->quote = byte;
    } else if (byte == '>') {
        scan->state = IN_TEXT;
    } else if (byte == '=' && ++scan->attributes > GRAPHML_TAG_ATTRIBUTES) {
        return refuse(scan, scan->from, "a tag has more than 256 attributes", NULL);
    }
    return true;
}

/* Until two equal marks and a '>' ("-->", "]]>"). */
static void on_marked(GraphmlScan *scan, guchar byte, guchar mark)
{
    if (byte == mark)
        scan->matched = MIN(scan->matched + 1, 2);
    else if (byte == '>' && scan->matched == 2)
        scan->state = IN_TEXT;
    else
        scan->matched = 0;
}

static bool on_instruction(GraphmlScan *scan, guchar byte)
{
    bool first = scan->from.offset <= BOM_BYTES; /* only there it may be an XML declaration */

    if (first && scan->head_length < GRAPHML_HEAD_BYTES)
        scan->head[scan->head_length++] = (char)byte;
    if (byte != '>' || !scan->matched) {
        scan->matched = byte == '?';
        return true;
    }
    scan->state = IN_TEXT;
    return !first || check_declaration(scan);
}

static bool step(GraphmlScan *scan, guchar byte)
{
    switch (scan->state) {
    case AT_START:
        if (byte != '<' && byte != 0xef && !is_space(byte))
            return refuse(scan, scan->at, "this is no XML in UTF-8: it does not begin with '<'",
                          NULL);
        scan->state = IN_TEXT;
        G_GNUC_FALLTHROUGH;
    case IN_TEXT:
        if (byte == '<') {
            scan->state = IN_OPENED;
            scan->from = scan->at;
        }
        return true;
    case IN_OPENED:
        return on_opened(scan, byte);
    case IN_BANG:
        return on_bang(scan, byte);
    case IN_COMMENT:
        on_marked(scan, byte, '-');
        return true;
    case IN_CDATA:
        on_marked(scan, byte, ']');
        return true;
    case IN_INSTRUCTION:
        return on_instruction(scan, byte);
    default:
        return on_tag(scan, byte);
    }
}

/* The byte order mark has no column. */
static void advance(GraphmlPlace *at, guchar byte)
{
    bool mark = at->offset == 0 && byte == 0xef;

    at->offset++;
    if (byte == '\n') {
        at->line++;
        at->column = 1;
    } else if ((byte & 0xc0) != 0x80 && !mark) {
        at->column++;
    }
}

gsize graphml_scan(GraphmlScan *scan, const char *bytes, gsize length)
{
    if (scan->message)
        return 0;
    for (gsize i = 0; i < length; i++) {
        guchar byte = (guchar)bytes[i];

        if (byte == 0)
            refuse(scan, scan->at, "the text has a NUL byte: it is no UTF-8",
                   "save the file as UTF-8");
        else
            step(scan, byte);
        if (scan->message)
            return i;
        advance(&scan->at, byte);
    }
    return length;
}

GraphmlPlace graphml_scan_take(GraphmlScan *scan)
{
    GraphmlPlace place = scan->from;

    if (scan->taken < scan->tags->len)
        place = g_array_index(scan->tags, GraphmlPlace, scan->taken++);
    if (scan->taken == scan->tags->len) {
        g_array_set_size(scan->tags, 0);
        scan->taken = 0;
    }
    return place;
}
