/* SPDX-License-Identifier: MIT */
/* The strict scanner (RFC 8259): one pass, no recursion. */
#include "base/json_scan.h"

static inline const guint8 *skip_space(const guint8 *at)
{
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
        at++;
    return at;
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

static EntScanState end_token(EntScan *scan, const guint8 *at, const char *what)
{
    if (!is_over(*at))
        return ent_scan_fail(scan, at, what);
    if (at == scan->end)
        scan->fault->more = true;
    scan->at = at;
    return ENT_SCAN_AFTER;
}

static EntScanState fail_number(EntScan *scan, const guint8 *at, const char *what)
{
    scan->at = at;
    return ent_scan_fail_here(scan, what, "text ends inside a number");
}

static EntScanState scan_number(EntScan *scan)
{
    const guint8 *at = scan->at;
    if (*at == '-')
        at++;
    if (*at == 'I')
        return ent_scan_fail(scan, scan->at, "NaN and Infinity are no JSON numbers");
    if (!g_ascii_isdigit(*at))
        return fail_number(scan, at, "a digit must follow '-'");
    if (*at == '0' && g_ascii_isdigit(at[1]))
        return ent_scan_fail(scan, at, "leading zero in a number");
    at = skip_digits(at);
    if (*at == '.') {
        if (!g_ascii_isdigit(*++at))
            return fail_number(scan, at, "a digit must follow '.' in a number");
        at = skip_digits(at);
    }
    if (*at == 'e' || *at == 'E') {
        at++;
        if (*at == '+' || *at == '-')
            at++;
        if (!g_ascii_isdigit(*at))
            return fail_number(scan, at, "a digit must follow 'e' in a number");
        at = skip_digits(at);
    }
    return end_token(scan, at, "no JSON number");
}

static EntScanState fail_no_value(EntScan *scan)
{
    return ent_scan_fail_here(scan, ent_json_no_value((const char *)scan->at),
                              "text ends where a value is expected");
}

static EntScanState scan_word(EntScan *scan, const char *word)
{
    const guint8 *at = scan->at;
    while (*word != '\0' && *at == (guint8)*word) {
        at++;
        word++;
    }
    if (*word == '\0')
        return end_token(scan, at, "expected true, false or null");
    if (at == scan->end)
        return ent_scan_fail_unless_end(scan, at, at, NULL, "text ends inside true, false or null");
    return fail_no_value(scan);
}

static bool in_object(const EntScan *scan)
{
    guint level = scan->depth - 1;
    return (scan->objects[level / 64] >> level % 64 & 1) != 0;
}

static EntScanState scan_open(EntScan *scan)
{
    bool object = *scan->at == '{';
    if (scan->depth == ENT_JSON_DEPTH)
        return ent_scan_fail(scan, scan->at, "nested more than 512 levels deep");
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
        return ENT_SCAN_AFTER;
    }
    return object ? ENT_SCAN_KEY : ENT_SCAN_VALUE;
}

static EntScanState scan_value(EntScan *scan)
{
    scan->at = skip_space(scan->at);
    switch (*scan->at) {
    case '{':
    case '[':
        return scan_open(scan);
    case '"':
        return ent_scan_string(scan) ? ENT_SCAN_AFTER : ENT_SCAN_FAULT;
    case 't':
        return scan_word(scan, "true");
    case 'f':
        return scan_word(scan, "false");
    case 'n':
        return scan_word(scan, "null");
    case '-':
        return scan_number(scan);
    default:
        return g_ascii_isdigit(*scan->at) ? scan_number(scan) : fail_no_value(scan);
    }
}

static EntScanState scan_key(EntScan *scan)
{
    scan->at = skip_space(scan->at);
    if (*scan->at != '"')
        return ent_scan_fail_here(scan, ent_json_no_key((const char *)scan->at),
                                  "text ends where a key is expected");
    if (!ent_scan_string(scan))
        return ENT_SCAN_FAULT;
    scan->at = skip_space(scan->at);
    if (*scan->at != ':')
        return ent_scan_fail_here(scan, "expected a ':' after the key", "text ends after a key");
    scan->at++;
    return ENT_SCAN_VALUE;
}

static EntScanState scan_after(EntScan *scan)
{
    if (scan->depth == 0)
        return ENT_SCAN_DONE;
    bool object = in_object(scan);
    scan->at = skip_space(scan->at);
    if (*scan->at == (object ? '}' : ']')) {
        scan->at++;
        scan->depth--;
        return ENT_SCAN_AFTER;
    }
    if (*scan->at != ',')
        return ent_scan_fail_here(scan, ent_json_no_comma((const char *)scan->at, object),
                                  object ? ENT_JSON_IN_OBJECT : ENT_JSON_IN_ARRAY);
    const guint8 *next = skip_space(scan->at + 1);
    if (*next == (object ? '}' : ']'))
        return ent_scan_fail(scan, scan->at, ENT_JSON_TRAILING_COMMA);
    scan->at = next;
    return object ? ENT_SCAN_KEY : ENT_SCAN_VALUE;
}

static gsize run(EntScan *scan, EntScanState state)
{
    while (state < ENT_SCAN_DONE) {
        if (state == ENT_SCAN_VALUE)
            state = scan_value(scan);
        else if (state == ENT_SCAN_KEY)
            state = scan_key(scan);
        else
            state = scan_after(scan);
    }
    return state == ENT_SCAN_DONE ? (gsize)(scan->at - scan->start) : 0;
}

static void begin(EntScan *scan, const char *text, gsize length, EntJsonFault *fault)
{
    *fault = (EntJsonFault){0};
    scan->start = scan->at = (const guint8 *)text;
    scan->end = scan->start + length;
    scan->fault = fault;
    scan->depth = 0;
}

gsize ent_json_scan(const char *text, gsize length, EntJsonFault *fault)
{
    EntScan scan;
    begin(&scan, text, length, fault);
    return run(&scan, ENT_SCAN_VALUE);
}

gsize ent_json_scan_member(const char *text, gsize length, gsize *value, EntJsonFault *fault)
{
    EntScan scan;
    begin(&scan, text, length, fault);
    *value = 0;
    if (scan_key(&scan) == ENT_SCAN_FAULT)
        return 0;
    scan.at = skip_space(scan.at);
    *value = (gsize)(scan.at - scan.start);
    return run(&scan, ENT_SCAN_VALUE);
}

gsize ent_json_space(const char *text, gsize length, gsize at)
{
    while (at < length &&
           (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        at++;
    return at;
}
