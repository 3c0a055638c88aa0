/* SPDX-License-Identifier: MIT */
#include "write/json_text.h"

#include <math.h>

#include "base/json.h"

#define EXACT_INTEGER 1e15 /* below, %.0f is exact and short */

const EntJsonStyle ent_json_spaced = {"{ ", " }", ", ", ": ", "[ ", " ]"};
const EntJsonStyle ent_json_compact_style = {"{", "}", ",", ":", "[", "]"};

void ent_json_key(EntJsonObject *object, const char *key)
{
    g_string_append(object->line, object->any ? object->style->comma : object->style->open);
    object->any = true;
    ent_json_quote(object->line, key);
    g_string_append(object->line, object->style->colon);
}

void ent_json_text(EntJsonObject *object, const char *key, const char *text)
{
    if (!text)
        return;
    ent_json_key(object, key);
    ent_json_quote(object->line, text);
}

void ent_json_end(EntJsonObject *object)
{
    g_string_append(object->line, object->any ? object->style->close : "{}");
}

void ent_json_double(GString *line, double number)
{
    static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    if (fabs(number) < EXACT_INTEGER && number == floor(number)) {
        g_string_append_printf(line, "%.0f", number);
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_ascii_formatd(text, sizeof text, formats[i], number);
        if (g_ascii_strtod(text, NULL) == number)
            break;
    }
    g_string_append(line, text);
}

static gunichar hex4(const char *digits)
{
    gunichar value = 0;

    for (int i = 0; i < 4; i++)
        value = value << 4 | (gunichar)g_ascii_xdigit_value(digits[i]);
    return value;
}

static bool is_high(gunichar code)
{
    return code >= 0xd800 && code <= 0xdbff;
}

static bool is_low(gunichar code)
{
    return code >= 0xdc00 && code <= 0xdfff;
}

/* Appends what the escape \uXXXX (or a pair of them) stands for; where it ends. Half a pair stays
 * as it is: there is no text for it. */
static const char *put_unicode(GString *line, const char *escape)
{
    gunichar code = hex4(escape + 2);
    char text[7] = {0};

    escape += 6;
    if (is_high(code) && escape[0] == '\\' && escape[1] == 'u' && is_low(hex4(escape + 2))) {
        code = 0x10000 + ((code - 0xd800) << 10) + (hex4(escape + 2) - 0xdc00);
        escape += 6;
    }
    if (code == 0 || is_high(code) || is_low(code)) {
        g_string_append_printf(line, "\\u%04x", code);
        return escape;
    }
    g_unichar_to_utf8(code, text);
    if (code >= ' ' && code != '"' && code != '\\') {
        g_string_append(line, text);
    } else { /* quoted with its escape, the quotes taken off again */
        gsize start = line->len;

        ent_json_quote(line, text);
        g_string_truncate(line, line->len - 1);
        g_string_erase(line, (gssize)start, 1);
    }
    return escape;
}

/* Appends the string that begins at json; where it ends. */
static const char *put_string(GString *line, const char *json)
{
    const char *at = json + 1;

    g_string_append_c(line, '"');
    while (*at != '"') {
        gsize plain = strcspn(at, "\"\\");

        g_string_append_len(line, at, (gssize)plain);
        at += plain;
        if (*at != '\\')
            continue;
        if (at[1] == 'u') {
            at = put_unicode(line, at);
            continue;
        }
        if (at[1] != '/')
            g_string_append_c(line, '\\');
        g_string_append_c(line, at[1]);
        at += 2;
    }
    g_string_append_c(line, '"');
    return at + 1;
}

/* Appends one of the characters that hold values together. */
static void put_mark(GString *line, const char *json, const char *at, const EntJsonStyle *style)
{
    bool empty = at[1] == (*at == '{' ? '}' : ']');
    char before = at > json ? at[-1] : '\0';

    switch (*at) {
    case '{':
        g_string_append(line, empty ? "{" : style->open);
        break;
    case '}':
        g_string_append(line, before == '{' ? "}" : style->close);
        break;
    case '[':
        g_string_append(line, at[1] == '{' ? style->open_list : "[");
        break;
    case ']':
        g_string_append(line, before == '}' ? style->close_list : "]");
        break;
    case ',':
        g_string_append(line, style->comma);
        break;
    default:
        g_string_append(line, style->colon);
    }
}

void ent_json_value(GString *line, const char *json, const EntJsonStyle *style)
{
    const char *at = json;

    while (*at) {
        gsize plain = strcspn(at, "\"{}[],:");

        g_string_append_len(line, at, (gssize)plain);
        at += plain;
        if (*at == '"') {
            at = put_string(line, at);
        } else if (*at) {
            put_mark(line, json, at, style);
            at++;
        }
    }
}
