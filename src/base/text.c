/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include "base/eight.h"

#include <string.h>

/* Control characters (Cc) other than tab and line breaks, and the two that XML cannot carry. */
static bool is_bad(gunichar c)
{
    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7f && c < 0xa0) || c == 0xfffe || c == 0xffff;
}

/* Bytes that neither end a text nor can begin a bad character: all but the control characters, and
 * what U+0080 to U+009F and U+FFFE begin with. */
static bool is_plain(guchar byte)
{
    return byte >= 0x20 && byte != 0x7f && byte != 0xc2 && byte != 0xef;
}

/* Skips bytes of plain ASCII, eight at a time. */
static const char *skip_plain(const char *at, const char *end)
{
    while (end - at >= 8 && ent_eight_plain(ent_eight(at)))
        at += 8;
    return at;
}

gunichar ent_text_bad_character(const char *text)
{
    const char *end = text + strlen(text);

    for (const char *at = text;; at = g_utf8_next_char(at)) {
        at = skip_plain(at, end);
        while (is_plain((guchar)*at)) /* also inside of a character: those bytes are none of them */
            at++;
        if (*at == '\0')
            return 0;
        gunichar c = g_utf8_get_char(at);
        if (is_bad(c))
            return c;
    }
}

const char *ent_text_not_id(const char *text)
{
    if (*text == '\0')
        return "an id cannot be empty";
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = (guchar)*at;
        if (c >= 0x20 && c < 0x7f)
            continue;
        c = g_utf8_get_char(at);
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
            return "an id cannot hold a tab or a line break";
        if (is_bad(c))
            return "an id cannot hold a control character";
    }
    return strlen(text) > ENT_ID_BYTES ? "an id has at most 1,024 bytes" : NULL;
}

const char *ent_text_not_decimal(const char *text)
{
    const char *at = text + (*text == '-');
    if (*at == '\0')
        return "it has no digits";
    if (*at == '+')
        return "a decimal number has no '+'";
    if (!g_ascii_isdigit(*at))
        return "a decimal number begins with a digit";
    if (*at == '0' && g_ascii_isdigit(at[1]))
        return "a decimal number has no leading zeros";
    while (g_ascii_isdigit(*at))
        at++;
    if (*at == '.') {
        if (!g_ascii_isdigit(*++at))
            return "a digit must follow the '.'";
        while (g_ascii_isdigit(*at))
            at++;
    }
    if (*at == '\0')
        return NULL;
    if (*at == ',' || *at == '\'' || *at == '_' || *at == ' ')
        return "a decimal number has no thousands separators, and '.' before its fraction";
    if (*at == 'e' || *at == 'E')
        return "a decimal number has no exponent";
    return "a decimal number has digits only, with at most one '.'";
}

static void append_brief(GString *out, gunichar c)
{
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append_c(out, ' ');
    else
        g_string_append_unichar(out, is_bad(c) ? 0xfffd : c);
}

char *ent_text_brief(const char *text, guint characters)
{
    GString *out = g_string_new(NULL);
    gsize before_last = 0; /* bytes of out before its last character */
    guint count = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (count == characters) {
            g_string_truncate(out, before_last);
            if (characters > 0)
                g_string_append(out, "…");
            break;
        }
        before_last = out->len;
        append_brief(out, g_utf8_get_char(at));
        count++;
    }
    return g_string_free(out, FALSE);
}

guint ent_text_line(const char *text, gsize offset)
{
    guint line = 1;

    for (const char *at = text; (at = memchr(at, '\n', offset - (gsize)(at - text))); at++)
        line++;
    return line;
}

char **ent_text_split(const char *text)
{
    GPtrArray *parts = g_ptr_array_new();
    GString *part = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        if (at[0] == '\\' && at[1] == ',') {
            g_string_append_c(part, *++at);
        } else if (*at == ',') {
            g_ptr_array_add(parts, g_strndup(part->str, part->len));
            g_string_truncate(part, 0);
        } else {
            g_string_append_c(part, *at);
        }
    }
    if (*text != '\0')
        g_ptr_array_add(parts, g_strndup(part->str, part->len));
    g_string_free(part, TRUE);
    g_ptr_array_add(parts, NULL);
    return (char **)g_ptr_array_free(parts, FALSE);
}

bool ent_texts_have(const char *const *texts, const char *text)
{
    for (; texts != NULL && *texts != NULL; texts++)
        if (strcmp(*texts, text) == 0)
            return true;
    return false;
}
