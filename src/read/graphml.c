/* SPDX-License-Identifier: MIT */
/*
 * GraphML, read as a stream. Nothing is dropped in silence: nested graphs are read flat with their
 * parent named, a hyperedge becomes a node with an edge to each endpoint, ports and unknown
 * attributes become properties; graphics and unknown elements are told of.
 */
#include "read/graphml.h"

#include <string.h>

#include "read/graphml_xml.h"
#include "read/registry.h"

#define NAMESPACES "http://graphml.graphdrawing.org/" /* what GraphML's own begin with */
#define YFILES     "http://www.yworks.com/"           /* what those of yEd and yFiles begin with */
#define DEPTH      300                                /* libxml2 allows 256 */

typedef enum {
    IN_DOCUMENT,
    IN_KEY,
    IN_DEFAULT,
    IN_DESC,
    IN_THING,
    IN_DATA,
    IN_CONTENT, /* elements inside data, a default or a description */
    IN_OTHER,   /* what is not read */
} Where;

typedef struct {
    Where where;
    bool label;           /* content: its text is a label */
    GraphmlThing *thing;  /* that is being read here */
    EntOrigin origin;
} Frame;

/* What the file was told of, once each. */
typedef struct {
    bool graphics, markup, element, edge_default;
} Told;

typedef struct {
    Graphml graphml;
    GraphmlXml *xml;
    Frame frames[DEPTH];
    guint depth;       /* of the innermost frame */
    GPtrArray *things; /* GraphmlThing *, by nesting; reused */
    guint open;        /* of things */
    Told told;
    /* The key, data, default or description at hand. */
    char *key_id, *key_for, *key_name, *key_type, *key_default;
    GraphmlKey *key;
    GString *text, *label;
    bool graphics, markup; /* the data has elements of yFiles, of others */
} Document;

void graphml_finding(Graphml *graphml, const GraphmlThing *thing, EntSeverity severity,
                     const char *code, const char *attribute, char *hint, const char *format, ...)
{
    EntReading *reading = graphml->reading;
    EntPlace place;
    char *excerpt = NULL;
    va_list arguments;

    graphml_xml_place(ent_facts_file(reading->facts, reading->file), &thing->origin, attribute,
                      &place, &excerpt);
    va_start(arguments, format);
    ent_report_add(reading->report, severity, code, &place,
                   g_strdup_vprintf(format, arguments), hint, excerpt);
    va_end(arguments);
}

static void warn(Document *document, bool *told, const EntOrigin *origin, const char *code,
                 const char *format, const char *what)
{
    GraphmlThing place = {.origin = *origin};
    g_autofree char *name = g_utf8_make_valid(what, -1);

    if (*told)
        return;
    *told = true;
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS
    graphml_finding(&document->graphml, &place, ENT_SEVERITY_WARNING, code, NULL, NULL, "%s%s%s",
                    format, name, "");
    G_GNUC_END_IGNORE_DEPRECATIONS
}
