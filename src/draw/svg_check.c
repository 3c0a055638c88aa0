/* SPDX-License-Identifier: MIT */
/*
 * A second look at a finished picture, by another program's eyes (libxml2's reader): whatever a
 * dossier says, nothing but these elements, attributes and forms of values may be in it.
 */
#include "draw/svg.h"

#include <libxml/xmlreader.h>

typedef bool (*Form)(const char *value);

static bool only(const char *value, const char *characters)
{
    return *value != '\0' && strspn(value, characters) == strlen(value);
}

static bool is_number(const char *value)
{
    char *end = NULL;
    g_ascii_strtod(value, &end);
    return only(value, "-.0123456789") && *end == '\0';
}

static bool is_numbers(const char *value)
{
    return only(value, "-., 0123456789");
}

static bool is_path(const char *value)
{
    return value[0] == 'M' && only(value, "MCLAZ-., 0123456789");
}

static bool is_color(const char *value)
{
    return strcmp(value, "none") == 0 ||
           (value[0] == '#' && strlen(value) == 7 && only(value + 1, "0123456789abcdef"));
}

static bool is_word(const char *value)
{
    return only(value, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

static bool is_words(const char *value)
{
    return only(value, "abcdefghijklmnopqrstuvwxyz ");
}

static bool is_font(const char *value)
{
    return strcmp(value, ENT_SVG_FONT) == 0;
}

static bool is_namespace(const char *value)
{
    return strcmp(value, "http://www.w3.org/2000/svg") == 0;
}

static bool is_text(const char *value)
{
    return g_utf8_validate(value, -1, NULL);
}

/* "rotate(-90 10 20.5)": what stands upright in a matrix. */
static bool is_turn(const char *value)
{
    static const char start[] = "rotate(-90 ";
    gsize length = strlen(value);
    if (!g_str_has_prefix(value, start) || value[length - 1] != ')')
        return false;
    g_autofree char *inside = g_strndup(value + strlen(start), length - strlen(start) - 1);
    return is_numbers(inside);
}

static const char *const elements[] = {
    "a", "desc", "ellipse", "g", "path", "polygon", "rect", "svg", "text", "title", NULL,
};

static const struct {
    const char *name;
    Form form;
} attributes[] = {
    {"aria-labelledby", is_words},
    {"class", is_word},
    {"cx", is_number},
    {"cy", is_number},
    {"d", is_path},
    {"data-edge", is_word},
    {"data-from", is_word},
    {"data-id", is_text},
    {"data-to", is_word},
    {"data-type", is_text},
    {"fill", is_color},
    {"fill-opacity", is_number},
    {"font-family", is_font},
    {"font-size", is_number},
    {"font-weight", is_word},
    {"height", is_number},
    {"href", ent_is_link},
    {"id", is_word},
    {"opacity", is_number},
    {"points", is_numbers},
    {"role", is_word},
    {"rx", is_number},
    {"ry", is_number},
    {"stroke", is_color},
    {"stroke-dasharray", is_numbers},
    {"stroke-linecap", is_word},
    {"stroke-width", is_number},
    {"text-anchor", is_word},
    {"transform", is_turn},
    {"unicode-bidi", is_word},
    {"viewBox", is_numbers},
    {"width", is_number},
    {"x", is_number},
    {"xmlns", is_namespace},
    {"y", is_number},
};

static bool is_allowed(const char *name, const char *value)
{
    for (gsize i = 0; i < G_N_ELEMENTS(attributes); i++) {
        if (strcmp(attributes[i].name, name) == 0)
            return attributes[i].form(value);
    }
    return false;
}

static bool refuse(GError **error, const char *what, const char *name)
{
    g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE,
                "internal error: the drawing has %s '%s' that it must not have", what, name);
    return false;
}

static bool check_element(xmlTextReader *reader, GError **error)
{
    const char *element = (const char *)xmlTextReaderConstName(reader);
    if (!g_strv_contains(elements, element))
        return refuse(error, "an element", element);
    while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
        const char *name = (const char *)xmlTextReaderConstName(reader);
        const char *value = (const char *)xmlTextReaderConstValue(reader);
        if (!is_allowed(name, value ? value : ""))
            return refuse(error, "an attribute", name);
    }
    return true;
}

static bool check_node(xmlTextReader *reader, GError **error)
{
    switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT:
        return check_element(reader, error);
    case XML_READER_TYPE_END_ELEMENT:
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return true;
    default:
        return refuse(error, "markup", (const char *)xmlTextReaderConstName(reader));
    }
}

static void ignore(void *data, xmlErrorPtr problem)
{
    (void)data;
    (void)problem;
}

bool ent_svg_check(const char *text, gsize length, GError **error)
{
    xmlTextReader *reader =
        length > 0 && length <= G_MAXINT
            ? xmlReaderForMemory(text, (int)length, NULL, "UTF-8", XML_PARSE_NONET)
            : NULL;
    int more = -1;
    bool good = reader != NULL;
    if (reader)
        xmlTextReaderSetStructuredErrorHandler(reader, ignore, NULL);
    while (good && (more = xmlTextReaderRead(reader)) == 1)
        good = check_node(reader, error);
    if (reader)
        xmlFreeTextReader(reader);
    if (good && more != 0)
        return refuse(error, "XML", "not well-formed");
    if (!reader)
        return refuse(error, "a size", "too large");
    return good;
}
