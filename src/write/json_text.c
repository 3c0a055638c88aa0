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

/* What is open while a value is put: of each list, whether it is one of objects. */
typedef struct {
    bool of_objects[ENT_JSON_DEPTH];
    guint depth;
} Open;

static const char *opening(Open *open, const char *at, const EntJsonStyle *style)
{
    bool of_objects = at[1] == '{';

    g_assert(open->depth < ENT_JSON_DEPTH);
    open->of_objects[open->depth++] = of_objects;
    if (*at == '[')
        return of_objects ? style->open_list : "[";
    return at[1] == '}' ? "{" : style->open;
}

static const char *closing(Open *open, const char *at, const EntJsonStyle *style)
{
    open->depth--;
    if (*at == ']')
        return open->of_objects[open->depth] ? style->close_list : "]";
    return at[-1] == '{' ? "}" : style->close;
}

void ent_json_value(GString *line, const char *json, const EntJsonStyle *style)
{
    Open open;
    const char *at = json;

    open.depth = 0;
    while (*at) {
        gsize plain = strcspn(at, "\"{}[],:");

        g_string_append_len(line, at, (gssize)plain);
        at += plain;
        if (*at == '"') {
            at = put_string(line, at);
            continue;
        }
        if (*at == '{' || *at == '[')
            g_string_append(line, opening(&open, at, style));
        else if (*at == '}' || *at == ']')
            g_string_append(line, closing(&open, at, style));
        else if (*at)
            g_string_append(line, *at == ',' ? style->comma : style->colon);
        at += *at != '\0';
    }
}
