/* SPDX-License-Identifier: MIT */
/* Walking checked JSON text: finding what a pointer names, compacting, quoting. */
#include "base/json.h"

#include <string.h>

/* Past the string whose opening quote is at `at`. */
static gsize skip_string(const char *text, gsize at)
{
    for (at++; text[at] != '"'; at++)
        if (text[at] == '\\')
            at++;
    return at + 1;
}

static gsize skip_container(const char *text, gsize at)
{
    gsize depth = 0;
    do {
        char c = text[at];
        if (c == '"') {
            at = skip_string(text, at);
            continue;
        }
        if (c == '{' || c == '[')
            depth++;
        else if (c == '}' || c == ']')
            depth--;
        at++;
    } while (depth > 0);
    return at;
}

/* Past the value at `at`. */
static gsize skip_value(const char *text, gsize length, gsize at)
{
    if (text[at] == '"')
        return skip_string(text, at);
    if (text[at] == '{' || text[at] == '[')
        return skip_container(text, at);
    while (at < length && strchr(",]} \t\r\n", text[at]) == NULL)
        at++;
    return at;
}

static gunichar hex4(const char *at)
{
    gunichar number = 0;
    for (guint i = 0; i < 4; i++)
        number = number * 16 + (gunichar)g_ascii_xdigit_value(at[i]);
    return number;
}

/* Appends what the \u escape at `at` stands for; past it. */
static const char *append_unicode(GString *out, const char *at)
{
    gunichar code = hex4(at + 2);
    at += 6;
    if (code >= 0xd800 && code < 0xdc00) {
        code = 0x10000 + ((code - 0xd800) << 10) + (hex4(at + 2) - 0xdc00);
        at += 6;
    }
    g_string_append_unichar(out, code);
    return at;
}

char *ent_json_unquote(const char *text, gsize length)
{
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    GString *out = g_string_sized_new(length);
    const char *end = text + length - 1;
    for (const char *at = text + 1; at < end;) {
        if (*at != '\\') {
            const char *run = at;
            while (at < end && *at != '\\')
                at++;
            g_string_append_len(out, run, at - run);
        } else if (at[1] == 'u') {
            at = append_unicode(out, at);
        } else {
            const char *found = strchr(from, at[1]);
            g_string_append_c(out, found != NULL ? to[found - from] : at[1]);
            at += 2;
        }
    }
    return g_string_free(out, FALSE);
}

static bool key_is(const char *text, EntSpan key, const char *step, gsize step_length)
{
    const char *inside = text + key.start + 1;
    if (key.length < 2)
        return false;
    if (memchr(inside, '\\', key.length - 2) == NULL)
        return key.length - 2 == step_length && memcmp(inside, step, step_length) == 0;
    g_autofree char *name = ent_json_unquote(text + key.start, key.length);
    return strlen(name) == step_length && memcmp(name, step, step_length) == 0;
}

bool ent_json_next(const char *text, EntSpan container, gsize *at, EntSpan *key, EntSpan *value)
{
    gsize end = container.start + container.length;
    gsize here = ent_json_space(text, end, MAX(*at, container.start + 1));
    if (text[here] == ',')
        here = ent_json_space(text, end, here + 1);
    if (text[here] == '}' || text[here] == ']')
        return false;
    *key = (EntSpan){0};
    if (text[container.start] == '{') {
        *key = (EntSpan){here, skip_string(text, here) - here};
        here = ent_json_space(text, end, here + key->length);
        here = ent_json_space(text, end, here + 1); /* past the ':' */
    }
    *at = skip_value(text, end, here);
    *value = (EntSpan){here, *at - here};
    return true;
}

bool ent_json_key_is(const char *text, EntSpan key, const char *name)
{
    return key_is(text, key, name, strlen(name));
}

/* The last member of the object at span that is called step; false where there is none. */
static bool find_member(const char *text, const char *step, EntSpan *span, EntSpan *key)
{
    EntSpan object = *span, name, value;
    gsize at = 0, step_length = strlen(step);
    bool found = false;
    while (ent_json_next(text, object, &at, &name, &value)) {
        if (key_is(text, name, step, step_length)) {
            *key = name;
            *span = value;
            found = true;
        }
    }
    return found;
}

static bool find_item(const char *text, const char *step, EntSpan *span)
{
    char *rest;
    if (!g_ascii_isdigit(*step) || (step[0] == '0' && step[1] != '\0'))
        return false;
    guint64 index = g_ascii_strtoull(step, &rest, 10);
    if (*rest != '\0')
        return false;
    EntSpan array = *span, none;
    gsize at = 0;
    while (ent_json_next(text, array, &at, &none, span))
        if (index-- == 0)
            return true;
    return false;
}

/* The whole text as a value, or as a member with its key. */
static void whole(const char *text, gsize length, EntSpan *span, EntSpan *key)
{
    gsize start = ent_json_space(text, length, 0);
    *key = (EntSpan){0};
    gsize past = skip_value(text, length, start);
    gsize colon = ent_json_space(text, length, past);
    if (text[start] == '"' && colon < length && text[colon] == ':') {
        *key = (EntSpan){start, past - start};
        start = ent_json_space(text, length, colon + 1);
        past = skip_value(text, length, start);
    }
    *span = (EntSpan){start, past - start};
}

/* The step that *pointer begins with, unescaped, and past it. */
static char *next_step(const char **pointer)
{
    const char *start = *pointer + 1, *end = start + strcspn(start, "/");
    GString *step = g_string_sized_new((gsize)(end - start));
    for (const char *at = start; at < end; at++) {
        if (at[0] == '~' && (at[1] == '0' || at[1] == '1'))
            g_string_append_c(step, *++at == '0' ? '~' : '/');
        else
            g_string_append_c(step, *at);
    }
    *pointer = end;
    return g_string_free(step, FALSE);
}

bool ent_json_find(const char *text, gsize length, const char *pointer, bool key, EntSpan *span)
{
    EntSpan value, name;
    whole(text, length, &value, &name);
    while (*pointer == '/') {
        g_autofree char *step = next_step(&pointer);
        char kind = text[value.start];
        if (kind == '[') {
            name = (EntSpan){0};
            if (!find_item(text, step, &value))
                return false;
        } else if (kind != '{' || !find_member(text, step, &value, &name)) {
            return false;
        }
    }
    if (*pointer != '\0' || (key && name.length == 0))
        return false;
    *span = key ? name : value;
    return true;
}

void ent_json_pointer_add(GString *pointer, const char *step)
{
    g_string_append_c(pointer, '/');
    for (; *step != '\0'; step++) {
        if (*step == '~')
            g_string_append(pointer, "~0");
        else if (*step == '/')
            g_string_append(pointer, "~1");
        else
            g_string_append_c(pointer, *step);
    }
}

char *ent_json_compact(const char *text, gsize length)
{
    GString *out = g_string_sized_new(length);
    gsize at = ent_json_space(text, length, 0);
    while (at < length) {
        gsize run = at;
        if (text[at] == '"')
            at = skip_string(text, at);
        else
            while (at < length && strchr("\" \t\r\n", text[at]) == NULL)
                at++;
        g_string_append_len(out, text + run, (gssize)(at - run));
        at = ent_json_space(text, length, at);
    }
    return g_string_free(out, FALSE);
}

/* Appends the escape of c, which is one of those that need it. */
static void append_escape(GString *out, char c)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const char *found = strchr(from, c);
    if (found == NULL) {
        g_string_append_printf(out, "\\u%04x", (guchar)c);
        return;
    }
    g_string_append_c(out, '\\');
    g_string_append_c(out, to[found - from]);
}

void ent_json_quote(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (;;) {
        const char *run = text;
        while ((guchar)*text >= 0x20 && *text != '"' && *text != '\\')
            text++;
        g_string_append_len(out, run, text - run);
        if (*text == '\0')
            break;
        append_escape(out, *text++);
    }
    g_string_append_c(out, '"');
}
