/* SPDX-License-Identifier: MIT */
/* Text and numbers as the formats want them: runs that need no escape are copied whole. */
#include <entente/output.h>

#include <math.h>
#include <string.h>

#define INTEGER_MOST 1e15 /* beyond it, even an integer has an exponent */
#define REPLACEMENT  "\xef\xbf\xbd"

/* The formats that escape a byte, one bit each; NUL ends every run. */
enum { JSON = 1, XML = 2 };

#define X4(x)  x, x, x, x
#define X16(x) X4(x), X4(x), X4(x), X4(x)

/* clang-format off */
static const guint8 special[256] = {
    X16(JSON | XML), X16(JSON | XML), /* 00-1f */
    ['"'] = JSON | XML,
    ['\\'] = JSON,
    ['<'] = XML,
    ['>'] = XML,
    ['&'] = XML,
    [0xe2] = JSON, /* perhaps U+2028 or U+2029 */
    [0xef] = XML,  /* perhaps U+FFFE or U+FFFF */
};
/* clang-format on */

/* Puts the plain run that text begins with; what comes after it. */
static const char *put_run(EntOutput *output, const char *text, guint8 format)
{
    const char *at = text;
    while (!(special[(guchar)*at] & format))
        at++;
    ent_put_bytes(output, text, (gsize)(at - text));
    return at;
}

/* Puts the escape of what `at` begins with, which is not its NUL; past it. */
static const char *put_json_escape(EntOutput *output, const char *at)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    if ((guchar)*at == 0xe2) {
        bool line = at[1] == '\x80' && (at[2] == '\xa8' || at[2] == '\xa9');
        if (line)
            ent_put(output, at[2] == '\xa8' ? "\\u2028" : "\\u2029");
        else
            ent_put_bytes(output, at, 1);
        return at + (line ? 3 : 1);
    }
    const char *found = strchr(from, *at);
    char escape[8] = {'\\', found != NULL ? to[found - from] : 'u'};
    if (found == NULL)
        g_snprintf(escape, sizeof escape, "\\u%04x", (guint)(guchar)*at);
    ent_put(output, escape);
    return at + 1;
}

void ent_put_json(EntOutput *output, const char *text)
{
    if (text == NULL) {
        ent_put(output, "null");
        return;
    }
    ent_put_bytes(output, "\"", 1);
    for (text = put_run(output, text, JSON); *text != '\0'; text = put_run(output, text, JSON))
        text = put_json_escape(output, text);
    ent_put_bytes(output, "\"", 1);
}

static const char *put_xml_escape(EntOutput *output, const char *at)
{
    if ((guchar)*at == 0xef) {
        bool none = at[1] == '\xbf' && (at[2] == '\xbe' || at[2] == '\xbf');
        ent_put_bytes(output, none ? REPLACEMENT : at, none ? 3 : 1);
        return at + (none ? 3 : 1);
    }
    const char *escape = *at == '<'    ? "&lt;"
                         : *at == '>'  ? "&gt;"
                         : *at == '&'  ? "&amp;"
                         : *at == '"'  ? "&quot;"
                         : *at == '\t' ? "&#9;"
                         : *at == '\n' ? "&#10;"
                         : *at == '\r' ? "&#13;"
                                       : REPLACEMENT;
    ent_put(output, escape);
    return at + 1;
}

void ent_put_xml(EntOutput *output, const char *text)
{
    if (text == NULL)
        return;
    for (text = put_run(output, text, XML); *text != '\0'; text = put_run(output, text, XML))
        text = put_xml_escape(output, text);
}

/* Space at either end is quoted too: some readers drop it otherwise. */
static bool needs_quotes(const char *text, gsize length)
{
    if (length == 0)
        return false;
    if (strchr(" \t", text[0]) != NULL || strchr(" \t", text[length - 1]) != NULL)
        return true;
    return strpbrk(text, ",\"\r\n") != NULL;
}

void ent_put_csv(EntOutput *output, const char *text)
{
    gsize length = text == NULL ? 0 : strlen(text);
    if (!needs_quotes(text, length)) {
        ent_put_bytes(output, text, length);
        return;
    }
    ent_put_bytes(output, "\"", 1);
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        ent_put_bytes(output, text, (gsize)(quote - text) + 1);
        ent_put_bytes(output, "\"", 1);
    }
    ent_put(output, text);
    ent_put_bytes(output, "\"", 1);
}

void ent_put_number(EntOutput *output, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    if (!isfinite(number)) {
        ent_put(output, "null");
        return;
    }
    g_ascii_formatd(text, sizeof text, "%.9g", number);
    if (strchr(text, 'e') != NULL) {
        double rounded = g_ascii_strtod(text, NULL);
        if (fabs(rounded) >= 1 && fabs(rounded) <= INTEGER_MOST)
            g_ascii_formatd(text, sizeof text, "%.0f", rounded);
    }
    ent_put(output, strcmp(text, "-0") == 0 ? "0" : text);
}
