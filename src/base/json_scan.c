/* SPDX-License-Identifier: MIT */
/*
 * The strict scanner (RFC 8259): one pass, no recursion. The NUL after the text stops every inner
 * loop, so that none of them looks at the length.
 */
#include "base/json_scan.h"

#include <string.h>

typedef struct {
    const guint8 *start, *end, *at;
    EntJsonFault *fault;
    guint depth;
    guint64 objects[ENT_JSON_DEPTH / 64]; /* a bit for each open level: it is an object */
} Scan;

typedef enum { STATE_VALUE, STATE_KEY, STATE_AFTER, STATE_DONE, STATE_FAULT } State;

#define X4(x)  x, x, x, x
#define X16(x) X4(x), X4(x), X4(x), X4(x)
#define X32(x) X16(x), X16(x)

/* Bytes that end a plain run in a string: controls, '"', '\\', and all that is not ASCII. */
static const guint8 stops[256] = {
    X32(1),                                     /* 00-1f */
    0, 0, 1, 0, X4(0), X4(0), X4(0),            /* 20-2f */
    X16(0), X16(0),                             /* 30-4f */
    X4(0), X4(0), X4(0), 1, 0, 0, 0,            /* 50-5f */
    X16(0), X16(0),                             /* 60-7f */
    X32(1), X32(1), X32(1), X32(1),             /* 80-ff */
};

static State fail(Scan *scan, const guint8 *at, const char *what)
{
    scan->fault->what = what;
    scan->fault->at = (gsize)(at - scan->start);
    return STATE_FAULT;
}

/* The same, unless the text ends at `looked`, where it was found: then with `inside` and more. */
static State fail_unless_end(Scan *scan, const guint8 *at, const guint8 *looked, const char *what,
                             const char *inside)
{
    if (looked < scan->end)
        return fail(scan, at, what);
    scan->fault->more = true;
    return fail(scan, looked, inside);
}

static State fail_or_more(Scan *scan, const guint8 *at, const char *what, const char *inside)
{
    return fail_unless_end(scan, at, at, what, inside);
}

static inline const guint8 *skip_space(const guint8 *at)
{
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
        at++;
    return at;
}

static inline bool is_tail(guint8 byte)
{
    return (byte & 0xc0) == 0x80;
}

/* Bytes of the character at `at`, which is not ASCII; 0 where it is not well formed. */
static inline guint character(const guint8 *at)
{
    guint8 lead = at[0];
    if (lead < 0xe0)
        return lead >= 0xc2 && is_tail(at[1]) ? 2 : 0;
    if (lead < 0xf0) {
        guint8 least = lead == 0xe0 ? 0xa0 : 0x80, most = lead == 0xed ? 0x9f : 0xbf;
        return at[1] >= least && at[1] <= most && is_tail(at[2]) ? 3 : 0;
    }
    if (lead > 0xf4)
        return 0;
    guint8 least = lead == 0xf0 ? 0x90 : 0x80, most = lead == 0xf4 ? 0x8f : 0xbf;
    return at[1] >= least && at[1] <= most && is_tail(at[2]) && is_tail(at[3]) ? 4 : 0;
}

static const char bad_utf8[] = "not valid UTF-8";

/* A character that is not well formed: the text may just end in it. */
static State bad_character(Scan *scan, const guint8 *at)
{
    const guint8 *tail = at + 1;
    while (tail < at + 3 && is_tail(*tail))
        tail++;
    if (tail == scan->end && *at >= 0xc2 && *at <= 0xf4)
        scan->fault->more = true;
    return fail(scan, at, bad_utf8);
}

/* The 4 hexadecimal digits at `at`; -1 where they are not, and *wrong is the first that is none. */
static gint32 hex4(const guint8 *at, const guint8 **wrong)
{
    gint32 number = 0;
    for (guint i = 0; i < 4; i++) {
        if (!g_ascii_isxdigit(at[i])) {
            *wrong = at + i;
            return -1;
        }
        number = number * 16 + g_ascii_xdigit_value((gchar)at[i]);
    }
    return number;
}

static const char in_string[] = "text ends inside a string";

/* The \u escape at `at`, with its second half where it is a surrogate; past it, NULL on a fault. */
static const guint8 *scan_unicode(Scan *scan, const guint8 *at)
{
    static const char four[] = "\\u takes four hexadecimal digits";
    static const char unpaired[] = "unpaired surrogate";
    const guint8 *wrong = NULL;
    gint32 code = hex4(at + 2, &wrong);
    if (code < 0) {
        fail_or_more(scan, wrong, four, in_string);
        return NULL;
    }
    if (code == 0)
        scan->fault->has_nul = true;
    if (code < 0xd800 || code > 0xdfff)
        return at + 6;
    if (code > 0xdbff) {
        fail(scan, at, unpaired);
        return NULL;
    }
    const guint8 *second = at + 6;
    if (second[0] != '\\' || second[1] != 'u') {
        fail_unless_end(scan, at, second + (second[0] == '\\'), unpaired, in_string);
        return NULL;
    }
    gint32 low = hex4(second + 2, &wrong);
    if (low < 0) {
        fail_or_more(scan, wrong, four, in_string);
        return NULL;
    }
    if (low < 0xdc00 || low > 0xdfff) {
        fail(scan, at, unpaired);
        return NULL;
    }
    return second + 6;
}

/* What stopped a plain run and is no quote and no character: past it, NULL on a fault. */
static const guint8 *scan_special(Scan *scan, const guint8 *at)
{
    if (*at >= 0x80) {
        bad_character(scan, at);
        return NULL;
    }
    if (*at != '\\') {
        const char *what = *at == '\n' || *at == '\r' ? "a line break in a string is written \\n"
                           : *at == '\t'              ? "a tab in a string is written \\t"
                                                      : "control character in a string";
        fail_or_more(scan, at, what, in_string);
        return NULL;
    }
    if (at[1] == 'u')
        return scan_unicode(scan, at);
    if (at[1] != '\0' && strchr("\"\\/bfnrt", at[1]) != NULL)
        return at + 2;
    fail_unless_end(scan, at, at + 1, "no such escape in a JSON string", in_string);
    return NULL;
}

/* scan->at is at the opening quote; moves it past the closing one. */
static bool scan_string(Scan *scan)
{
    const guint8 *at = scan->at + 1;
    for (;;) {
        while (!stops[*at])
            at++;
        if (*at == '"')
            break;
        guint length = *at >= 0x80 ? character(at) : 0;
        if (length > 0) {
            at += length;
            continue;
        }
        at = scan_special(scan, at);
        if (at == NULL)
            return false;
    }
    scan->at = at + 1;
    return true;
}

/* Whether a word or number that ends at `at` is over; else it runs on into what it cannot have. */
static bool is_over(guint8 byte)
{
    return !g_ascii_isalnum(byte) && byte != '_' && byte != '.' && byte != '+' && byte != '-';
}

static const guint8 *skip_digits(const guint8 *at)
{
    while (g_ascii_isdigit(*at))
        at++;
    return at;
}

static State end_token(Scan *scan, const guint8 *at, const char *what)
{
    if (!is_over(*at))
        return fail(scan, at, what);
    if (at == scan->end)
        scan->fault->more = true;
    scan->at = at;
    return STATE_AFTER;
}

static State scan_number(Scan *scan)
{
    static const char in_number[] = "text ends inside a number";
    const guint8 *at = scan->at;
    if (*at == '-')
        at++;
    if (*at == 'I')
        return fail(scan, scan->at, "NaN and Infinity are no JSON numbers");
    if (!g_ascii_isdigit(*at))
        return fail_or_more(scan, at, "a digit must follow '-'", in_number);
    if (*at == '0' && g_ascii_isdigit(at[1]))
        return fail(scan, at, "leading zero in a number");
    at = skip_digits(at);
    if (*at == '.') {
        if (!g_ascii_isdigit(*++at))
            return fail_or_more(scan, at, "a digit must follow '.' in a number", in_number);
        at = skip_digits(at);
    }
    if (*at == 'e' || *at == 'E') {
        at++;
        if (*at == '+' || *at == '-')
            at++;
        if (!g_ascii_isdigit(*at))
            return fail_or_more(scan, at, "a digit must follow 'e' in a number", in_number);
        at = skip_digits(at);
    }
    return end_token(scan, at, "no JSON number");
}

static const char expected_value[] = "expected a value";

/* The same for a letter or what is not ASCII, which is well formed. */
static const char *no_text(const guint8 *at)
{
    static const char *const words[] = {"true", "false", "null"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strncasecmp((const char *)at, words[i], strlen(words[i])) == 0)
            return "true, false and null are in small letters";
    if (at[0] == 0xe2 && at[1] == 0x80 && at[2] >= 0x98 && at[2] <= 0x9f)
        return "curly quotation marks: JSON wants straight ones";
    return "text must be in double quotes";
}

/* What stands where a value should: the likely slip, in words. */
static const char *no_value(const guint8 *at)
{
    switch (*at) {
    case '\0':
        return "NUL byte outside a string";
    case '/':
    case '#':
        return "comments are not allowed in JSON";
    case '\'':
        return "text must be in double quotes";
    case '+':
        return "a number has no '+' before it";
    case '.':
        return "a digit must stand before '.' in a number";
    case 'N':
    case 'I':
        if (at[1] == 'a' || at[1] == 'n')
            return "NaN and Infinity are no JSON numbers";
        return no_text(at);
    case ',':
        return "expected a value before ','";
    case '}':
    case ']':
    case ':':
        return expected_value;
    default:
        break;
    }
    return g_ascii_isalpha(*at) || *at == '_' || *at >= 0x80 ? no_text(at) : expected_value;
}

static State fail_no_value(Scan *scan)
{
    const guint8 *at = scan->at;
    if (*at >= 0x80 && character(at) == 0)
        return bad_character(scan, at);
    return fail_or_more(scan, at, no_value(at), "text ends where a value is expected");
}

static State scan_word(Scan *scan, const char *word)
{
    const guint8 *at = scan->at;
    while (*word != '\0' && *at == (guint8)*word) {
        at++;
        word++;
    }
    if (*word == '\0')
        return end_token(scan, at, "expected true, false or null");
    if (at == scan->end)
        return fail_or_more(scan, at, NULL, "text ends inside true, false or null");
    return fail_no_value(scan);
}

static bool in_object(const Scan *scan)
{
    guint level = scan->depth - 1;
    return (scan->objects[level / 64] >> level % 64 & 1) != 0;
}

static State scan_open(Scan *scan)
{
    bool object = *scan->at == '{';
    if (scan->depth == ENT_JSON_DEPTH)
        return fail(scan, scan->at, "nested more than 512 levels deep");
    guint level = scan->depth++;
    guint64 bit = (guint64)1 << level % 64;
    if (object)
        scan->objects[level / 64] |= bit;
    else
        scan->objects[level / 64] &= ~bit;
    scan->at = skip_space(scan->at + 1);
    if (*scan->at == (object ? '}' : ']')) {
        scan->at++;
        scan->depth--;
        return STATE_AFTER;
    }
    return object ? STATE_KEY : STATE_VALUE;
}

static State scan_value(Scan *scan)
{
    scan->at = skip_space(scan->at);
    switch (*scan->at) {
    case '{':
    case '[':
        return scan_open(scan);
    case '"':
        return scan_string(scan) ? STATE_AFTER : STATE_FAULT;
    case 't':
        return scan_word(scan, "true");
    case 'f':
        return scan_word(scan, "false");
    case 'n':
        return scan_word(scan, "null");
    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
        return scan_number(scan);
    default:
        return fail_no_value(scan);
    }
}

/* What stands where a key should, in words. */
static const char *no_key(const guint8 *at)
{
    if (*at == '/' || *at == '#')
        return "comments are not allowed in JSON";
    if (*at == ',')
        return "expected a key before ','";
    if (*at == '{' || *at == '[' || *at == ']' || *at == ':' || *at == '}')
        return "expected a key";
    return "a key must be in double quotes";
}

static State scan_key(Scan *scan)
{
    scan->at = skip_space(scan->at);
    if (*scan->at >= 0x80 && character(scan->at) == 0)
        return bad_character(scan, scan->at);
    if (*scan->at != '"')
        return fail_or_more(scan, scan->at, no_key(scan->at), "text ends where a key is expected");
    if (!scan_string(scan))
        return STATE_FAULT;
    scan->at = skip_space(scan->at);
    if (*scan->at != ':')
        return fail_or_more(scan, scan->at, "expected a ':' after the key",
                            "text ends after a key");
    scan->at++;
    return STATE_VALUE;
}

const char *ent_json_no_comma(const char *text, bool object)
{
    const guint8 *at = (const guint8 *)text;
    if (*at >= 0x80 && character(at) == 0)
        return bad_utf8;
    if (*at == '/' || *at == '#')
        return "comments are not allowed in JSON";
    if (*at == (object ? ']' : '}'))
        return object ? "expected '}', not ']'" : "expected ']', not '}'";
    if (*at == '"')
        return object ? "expected a ',' between members" : "expected a ',' between items";
    return object ? "expected ',' or '}'" : "expected ',' or ']'";
}

static State scan_after(Scan *scan)
{
    if (scan->depth == 0)
        return STATE_DONE;
    bool object = in_object(scan);
    scan->at = skip_space(scan->at);
    if (*scan->at == (object ? '}' : ']')) {
        scan->at++;
        scan->depth--;
        return STATE_AFTER;
    }
    if (*scan->at >= 0x80 && character(scan->at) == 0)
        return bad_character(scan, scan->at);
    if (*scan->at != ',')
        return fail_or_more(scan, scan->at, ent_json_no_comma((const char *)scan->at, object),
                            object ? ENT_JSON_IN_OBJECT : ENT_JSON_IN_ARRAY);
    const guint8 *next = skip_space(scan->at + 1);
    if (*next == (object ? '}' : ']'))
        return fail(scan, scan->at, ENT_JSON_TRAILING_COMMA);
    scan->at = next;
    return object ? STATE_KEY : STATE_VALUE;
}

static gsize run(Scan *scan, State state)
{
    while (state < STATE_DONE) {
        if (state == STATE_VALUE)
            state = scan_value(scan);
        else if (state == STATE_KEY)
            state = scan_key(scan);
        else
            state = scan_after(scan);
    }
    return state == STATE_DONE ? (gsize)(scan->at - scan->start) : 0;
}

static void begin(Scan *scan, const char *text, gsize length, EntJsonFault *fault)
{
    *fault = (EntJsonFault){0};
    scan->start = scan->at = (const guint8 *)text;
    scan->end = scan->start + length;
    scan->fault = fault;
    scan->depth = 0;
}

gsize ent_json_scan(const char *text, gsize length, EntJsonFault *fault)
{
    Scan scan;
    begin(&scan, text, length, fault);
    return run(&scan, STATE_VALUE);
}

gsize ent_json_scan_member(const char *text, gsize length, gsize *value, EntJsonFault *fault)
{
    Scan scan;
    begin(&scan, text, length, fault);
    *value = 0;
    if (scan_key(&scan) == STATE_FAULT)
        return 0;
    scan.at = skip_space(scan.at);
    *value = (gsize)(scan.at - scan.start);
    return run(&scan, STATE_VALUE);
}

gsize ent_json_space(const char *text, gsize length, gsize at)
{
    while (at < length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' ||
                           text[at] == '\t'))
        at++;
    return at;
}
