/* SPDX-License-Identifier: MIT */
/*
 * XML read as a stream through libxml2: no network, no entities, no document type. What is wrong
 * with the text becomes a finding; reading ends there.
 */
#ifndef ENT_READ_GRAPHML_XML_H
#define ENT_READ_GRAPHML_XML_H

#include "base/place.h"
#include "read/reader.h"

typedef struct GraphmlXml GraphmlXml;

typedef enum {
    GRAPHML_XML_START, /* an element begins */
    GRAPHML_XML_CLOSE, /* it ends; follows each START, of an empty element too */
    GRAPHML_XML_TEXT,
    GRAPHML_XML_END,
} GraphmlXmlKind;

typedef struct {
    GraphmlXmlKind kind;
    const char *name;  /* START: without prefix */
    const char *space; /* START: the namespace, NULL if none */
    const char *text;  /* TEXT */
    EntOrigin origin;  /* START: of the tag */
} GraphmlXmlEvent;

/* NULL and an error where the parser cannot be made. */
GraphmlXml *graphml_xml_new(EntReading *reading, GError **error);
void graphml_xml_free(GraphmlXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GraphmlXml, graphml_xml_free)

/* The next event; its texts live until the next call. False at the end, see graphml_xml_done(). */
bool graphml_xml_next(GraphmlXml *xml, GraphmlXmlEvent *event);

/* The next attribute of the element that just began, namespace declarations left out. space is
 * NULL for an attribute without a prefix. */
bool graphml_xml_attribute(GraphmlXml *xml, const char **name, const char **space,
                           const char **value);

/* Whether the whole text was read; false and an error only where reading was stopped. */
bool graphml_xml_done(GraphmlXml *xml, GError **error);

/* The place of a start tag, or of an attribute in it (attribute may be NULL). */
void graphml_xml_place(const EntFile *file, const EntOrigin *origin, const char *attribute,
                       EntPlace *place, char **excerpt);

#endif
