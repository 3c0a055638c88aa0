/* SPDX-License-Identifier: MIT */
#include "svg_check.h"

#include <string.h>

/* After any prefix: a prefix can be bound to the namespace of SVG. */
static const char *const forbidden[] = {"image", "feImage", "include", "foreignObject", NULL};

static gboolean is_name_end(char c)
{
    return c == '\0' || g_ascii_isspace(c) || c == '/' || c == '>';
}

/* The element's name without its prefix, from the character after '<'. */
static char *local_name(const char *name)
{
    gsize length = 0;
    gsize start = 0;
    for (; !is_name_end(name[length]); length++) {
        if (name[length] == ':')
            start = length + 1;
    }
    return g_strndup(name + start, length - start);
}

/* An encoding other than UTF-8 would make other characters of the bytes that are checked here. */
static gboolean declares_other_encoding(const char *svg)
{
    const char *end = g_str_has_prefix(svg, "<?xml") ? strstr(svg, "?>") : NULL;
    if (!end)
        return FALSE;
    g_autofree char *declaration = g_strndup(svg, (gsize)(end - svg));
    const char *encoding = strstr(declaration, "encoding");
    if (!encoding)
        return FALSE;
    const char *value = encoding + strcspn(encoding, "\"'");
    return *value == '\0' || g_ascii_strncasecmp(value + 1, "utf-8", 5) != 0 ||
           (value[6] != '"' && value[6] != '\'');
}

const char *ent_svg_objection(const char *svg, gsize length)
{
    if (strlen(svg) != length || !g_utf8_validate(svg, -1, NULL))
        return "not UTF-8 text";
    if (declares_other_encoding(svg))
        return "its declared encoding is not UTF-8";
    for (const char *p = strchr(svg, '<'); p; p = strchr(p + 1, '<')) {
        if (g_str_has_prefix(p, "<!DOCTYPE") || g_str_has_prefix(p, "<!ENTITY"))
            return "it has a document type";
        if (p[1] == '?' && (p != svg || !g_str_has_prefix(p, "<?xml ")))
            return "it has a processing instruction";
        g_autofree char *name = local_name(p + 1);
        if (g_strv_contains(forbidden, name))
            return "it has an image or a foreign object";
    }
    return NULL;
}
