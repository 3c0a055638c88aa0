/* SPDX-License-Identifier: MIT */
/* Strings, the bulk of any text: plain runs by table, then characters and escapes. */
#include "base/json_scan.h"

#include <string.h>

/* clang-format off */
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
/* clang-format on */

static const char in_string[] = "text ends inside a string";

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

/* The \u escape at `at`, with its second half where it is a surrogate; past it, NULL on a fault. */
static const guint8 *scan_unicode(EntScan *scan, const guint8 *at)
{
    static const char four[] = "\\u takes four hexadecimal digits";
    static const char unpaired[] = "unpaired surrogate";
    const guint8 *wrong = NULL;
    gint32 code = hex4(at + 2, &wrong);
    if (code < 0) {
        ent_scan_fail_unless_end(scan, wrong, wrong, four, in_string);
        return NULL;
    }
    if (code == 0)
        scan->fault->has_nul = true;
    if (code < 0xd800 || code > 0xdfff)
        return at + 6;
    if (code > 0xdbff) {
        ent_scan_fail(scan, at, unpaired);
        return NULL;
    }
    const guint8 *second = at + 6;
    if (second[0] != '\\' || second[1] != 'u') {
        ent_scan_fail_unless_end(scan, at, second + (second[0] == '\\'), unpaired, in_string);
        return NULL;
    }
    gint32 low = hex4(second + 2, &wrong);
    if (low < 0) {
        ent_scan_fail_unless_end(scan, wrong, wrong, four, in_string);
        return NULL;
    }
    if (low < 0xdc00 || low > 0xdfff) {
        ent_scan_fail(scan, at, unpaired);
        return NULL;
    }
    return second + 6;
}

/* What stopped a plain run and is no quote and no character: past it, NULL on a fault. */
static const guint8 *scan_special(EntScan *scan, const guint8 *at)
{
    if (*at >= 0x80) {
        scan->at = at;
        ent_scan_fail_here(scan, NULL, NULL);
        return NULL;
    }
    if (*at != '\\') {
        const char *what = *at == '\n' || *at == '\r' ? "a line break in a string is written \\n"
                           : *at == '\t'              ? "a tab in a string is written \\t"
                                                      : "control character in a string";
        ent_scan_fail_unless_end(scan, at, at, what, in_string);
        return NULL;
    }
    if (at[1] == 'u')
        return scan_unicode(scan, at);
    if (at[1] != '\0' && strchr("\"\\/bfnrt", at[1]) != NULL)
        return at + 2;
    ent_scan_fail_unless_end(scan, at, at + 1, "no such escape in a JSON string", in_string);
    return NULL;
}

bool ent_scan_string(EntScan *scan)
{
    const guint8 *at = scan->at + 1;
    for (;;) {
        while (!stops[*at])
            at++;
        if (*at == '"')
            break;
        guint length = *at >= 0x80 ? ent_utf8_length(at) : 0;
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
