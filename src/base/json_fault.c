/* SPDX-License-Identifier: MIT */
/* What is wrong with a text that is no JSON: noting it, and saying it in words that help. */
#include "base/json_scan.h"

#include <string.h>

EntScanState ent_scan_fail(EntScan *scan, const guint8 *at, const char *what)
{
    scan->fault->what = what;
    scan->fault->at = (gsize)(at - scan->start);
    return ENT_SCAN_FAULT;
}

EntScanState ent_scan_fail_unless_end(EntScan *scan, const guint8 *at, const guint8 *looked,
                                      const char *what, const char *inside)
{
    if (looked < scan->end)
        return ent_scan_fail(scan, at, what);
    scan->fault->more = true;
    return ent_scan_fail(scan, looked, inside);
}

static const char bad_utf8[] = "not valid UTF-8";

EntScanState ent_scan_fail_here(EntScan *scan, const char *what, const char *inside)
{
    const guint8 *at = scan->at;
    if (*at < 0x80 || ent_utf8_length(at) > 0)
        return ent_scan_fail_unless_end(scan, at, at, what, inside);
    const guint8 *tail = at + 1;
    while (tail < at + 3 && ent_is_utf8_tail(*tail))
        tail++;
    if (tail == scan->end && *at >= 0xc2 && *at <= 0xf4)
        scan->fault->more = true; /* the text may just end in it */
    return ent_scan_fail(scan, at, bad_utf8);
}

/* The likely slip where a letter, or what is not ASCII, stands for a value. */
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

const char *ent_json_no_value(const char *text)
{
    static const char expected_value[] = "expected a value";
    const guint8 *at = (const guint8 *)text;
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

const char *ent_json_no_key(const char *text)
{
    if (*text == '/' || *text == '#')
        return "comments are not allowed in JSON";
    if (*text == ',')
        return "expected a key before ','";
    if (*text == '{' || *text == '[' || *text == ']' || *text == ':' || *text == '}')
        return "expected a key";
    return "a key must be in double quotes";
}

const char *ent_json_no_comma(const char *text, bool object)
{
    const guint8 *at = (const guint8 *)text;
    if (*at >= 0x80 && ent_utf8_length(at) == 0)
        return bad_utf8;
    if (*at == '/' || *at == '#')
        return "comments are not allowed in JSON";
    if (*at == (object ? ']' : '}'))
        return object ? "expected '}', not ']'" : "expected ']', not '}'";
    if (*at == '"')
        return object ? "expected a ',' between members" : "expected a ',' between items";
    return object ? "expected ',' or '}'" : "expected ',' or ']'";
}
