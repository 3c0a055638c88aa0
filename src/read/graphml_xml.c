/* SPDX-License-Identifier: MIT */
#include "read/graphml_xml.h"

#include <string.h>
#include <libxml/xmlreader.h>

#include "read/graphml_scan.h"

#define BLOCK_BYTES (64 * 1024)   /* read again at once, to find a line */
#define TAG_BYTES   2048          /* likewise, to find an attribute */
#define STEP_BYTES  (1024 * 1024) /* between two looks at the progress */
#define NAMES       50000         /* more than any program writes */
#define NAMESPACES  "http://www.w3.org/2000/xmlns/"

struct GraphmlXml {
    EntReading *reading;
    xmlTextReaderPtr parser;
    GraphmlScan scan;
    guint64 next_step;
    bool stopped; /* by the user */
    bool broken;  /* told that it is no XML */
    bool odd;     /* told of an error that libxml2 goes on after */
    bool close;   /* the element at hand is empty: its CLOSE is due */
};

static void tell_refusal(GraphmlXml *xml)
{
    const GraphmlScan *scan = &xml->scan;
    EntReading *reading = xml->reading;
    EntPiece piece = {.input = reading->input,
                      .file = ent_input_name(reading->input),
                      .offset = scan->place.offset,
                      .line = scan->place.line,
                      .column = scan->place.column};
    EntPlace place;
    char *excerpt = NULL;

    xml->broken = true;
    ent_place_span(&piece, (EntSpan){0, 1}, &place, &excerpt);
    ent_report_add(reading->report, ENT_SEVERITY_ERROR, "syntax", &place, g_strdup(scan->message),
                   g_strdup(scan->hint), excerpt);
}

static bool goes_on(GraphmlXml *xml)
{
    EntReading *reading = xml->reading;
    guint64 offset = ent_input_offset(reading->input);

    if (!reading->progress || offset < xml->next_step)
        return true;
    xml->next_step = offset + STEP_BYTES;
    xml->stopped = !reading->progress(ent_input_share(reading->input), reading->progress_data);
    return !xml->stopped;
}

/* libxml2 would print a failure to standard error; an early end is told by whoever ended it. */
static int read_bytes(void *context, char *buffer, int length)
{
    GraphmlXml *xml = context;
    EntInput *input = xml->reading->input;
    gsize window, wanted;
    const char *bytes = ent_input_window(input, &window);

    if (length <= 0 || xml->broken || xml->stopped || !goes_on(xml))
        return 0;
    if (window == 0 && ent_input_fill(input))
        bytes = ent_input_window(input, &window);
    wanted = MIN(window, (gsize)length);
    window = graphml_scan(&xml->scan, bytes, wanted);
    memcpy(buffer, bytes, window);
    ent_input_consume(input, window);
    if (window < wanted)
        tell_refusal(xml);
    return (int)window;
}

/* Where a line begins in the file. */
static guint64 find_line(EntInput *input, guint line)
{
    guint64 offset = 0;

    while (line > 1) {
        gsize got;
        g_autofree char *block = ent_input_at(input, offset, BLOCK_BYTES, &got);
        const char *at = block, *end = block + got;

        while (line > 1 && (at = memchr(at, '\n', (gsize)(end - at))))
            at++, line--;
        if (line > 1 && got == 0)
            return offset;
        offset += line > 1 ? got : (gsize)(at - block);
    }
    return offset;
}

/* Bytes of the first characters of a line, at most all of it. */
static gsize skip_characters(const char *line, gsize length, guint characters)
{
    gsize at = 0;

    while (characters-- > 0 && at < length && line[at] != '\n')
        for (at++; at < length && ((guchar)line[at] & 0xc0) == 0x80;)
            at++;
    return at;
}

/* libxml2's words, as a message. Of its limits it speaks to programmers. */
static char *as_message(const GraphmlXml *xml, const xmlError *error)
{
    g_autofree char *valid = g_utf8_make_valid(error->message ? error->message : "", -1);

    if (xml->scan.at.offset == 0)
        return g_strdup("the file is empty");
    if (strstr(valid, "depth"))
        return g_strdup("elements are nested more than 256 deep");
    if (strstr(valid, "uge "))
        return g_strdup("a text or comment is longer than 10 MB");
    g_strchomp(valid);
    for (char *at = valid; *at; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    *valid = g_ascii_tolower(*valid);
    return g_strdup_printf("this is no well-formed XML: %s", valid);
}

/* A finding at a line and column of libxml2's. message is taken. */
static void tell(GraphmlXml *xml, EntSeverity severity, const char *code, int line, int column,
                 char *message)
{
    EntReading *reading = xml->reading;
    EntPiece piece = {.input = reading->input,
                      .file = ent_input_name(reading->input),
                      .line = (guint32)MAX(line, 1),
                      .column = 1};
    g_autofree char *text = NULL;
    char *excerpt = NULL;
    EntPlace place;
    gsize got, at;

    piece.offset = find_line(reading->input, piece.line);
    text = ent_input_at(reading->input, piece.offset, BLOCK_BYTES, &got);
    at = skip_characters(text, got, (guint)MAX(column - 1, 0));
    ent_place_span(&piece, (EntSpan){at, 1}, &place, &excerpt);
    ent_report_add(reading->report, severity, code, &place, message, NULL, excerpt);
}

/* A prefix that is not declared does no harm; anything else ends the reading. */
static void on_error(void *context, xmlErrorPtr error)
{
    GraphmlXml *xml = context;
    bool prefix = error->domain == XML_FROM_NAMESPACE && error->level != XML_ERR_FATAL;

    if (xml->broken || xml->stopped || error->level == XML_ERR_WARNING || (prefix && xml->odd))
        return;
    *(prefix ? &xml->odd : &xml->broken) = true;
    tell(xml, prefix ? ENT_SEVERITY_WARNING : ENT_SEVERITY_ERROR, prefix ? "not-read" : "syntax",
         error->line, error->int2, as_message(xml, error));
}

GraphmlXml *graphml_xml_new(EntReading *reading, GError **error)
{
    GraphmlXml *xml = g_new0(GraphmlXml, 1);

    xmlInitParser();
    xml->reading = reading;
    graphml_scan_init(&xml->scan);
    xml->parser = xmlReaderForIO(read_bytes, NULL, xml, NULL, NULL, XML_PARSE_NONET);
    if (!xml->parser) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "cannot read '%s': out of memory",
                    ent_input_name(reading->input));
        graphml_xml_free(xml);
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(xml->parser, on_error, xml);
    return xml;
}

void graphml_xml_free(GraphmlXml *xml)
{
    if (!xml)
        return;
    if (xml->parser)
        xmlFreeTextReader(xml->parser);
    graphml_scan_clear(&xml->scan);
    g_free(xml);
}

/* The place of reading: libxml2 has no better one for what it does not call an error. */
static void break_off(GraphmlXml *xml, char *message)
{
    xml->broken = true;
    tell(xml, ENT_SEVERITY_ERROR, "syntax", xmlTextReaderGetParserLineNumber(xml->parser),
         xmlTextReaderGetParserColumnNumber(xml->parser), message);
}

/* libxml2 searches its table of names in time that grows with them. */
static bool has_too_many_names(GraphmlXml *xml)
{
    const xmlNode *node = xmlTextReaderCurrentNode(xml->parser);

    return node && node->doc && node->doc->dict && xmlDictSize(node->doc->dict) > NAMES;
}

static bool read_on(GraphmlXml *xml)
{
    int read = xml->broken || xml->stopped ? 0 : xmlTextReaderRead(xml->parser);

    if (xml->broken || xml->stopped)
        return false;
    if (read < 0)
        break_off(xml, g_strdup("this is no well-formed XML"));
    else if (read == 1 && has_too_many_names(xml))
        break_off(xml, g_strdup("there are more than 50,000 different names of elements, "
                                "attributes and namespaces"));
    return read == 1 && !xml->broken;
}

static void set_start(GraphmlXml *xml, GraphmlXmlEvent *event)
{
    GraphmlPlace place = graphml_scan_take(&xml->scan);

    event->kind = GRAPHML_XML_START;
    event->name = (const char *)xmlTextReaderConstLocalName(xml->parser);
    event->space = (const char *)xmlTextReaderConstNamespaceUri(xml->parser);
    event->origin = (EntOrigin){.offset = place.offset,
                                .file = xml->reading->file,
                                .line = place.line,
                                .column = place.column};
    xml->close = xmlTextReaderIsEmptyElement(xml->parser) == 1;
}

bool graphml_xml_next(GraphmlXml *xml, GraphmlXmlEvent *event)
{
    *event = (GraphmlXmlEvent){.kind = GRAPHML_XML_CLOSE};
    if (xml->close) {
        xml->close = false;
        return true;
    }
    while (read_on(xml)) {
        switch (xmlTextReaderNodeType(xml->parser)) {
        case XML_READER_TYPE_ELEMENT:
            set_start(xml, event);
            return true;
        case XML_READER_TYPE_END_ELEMENT:
            return true;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            event->kind = GRAPHML_XML_TEXT;
            event->text = (const char *)xmlTextReaderConstValue(xml->parser);
            return true;
        default:
            break;
        }
    }
    event->kind = GRAPHML_XML_END;
    return false;
}

bool graphml_xml_attribute(GraphmlXml *xml, const char **name, const char **space,
                           const char **value)
{
    while (xmlTextReaderMoveToNextAttribute(xml->parser) == 1) {
        *space = (const char *)xmlTextReaderConstNamespaceUri(xml->parser);
        *name = (const char *)xmlTextReaderConstLocalName(xml->parser);
        *value = (const char *)xmlTextReaderConstValue(xml->parser);
        if (!*space || strcmp(*space, NAMESPACES) != 0)
            return true;
    }
    xmlTextReaderMoveToElement(xml->parser);
    return false;
}

bool graphml_xml_done(GraphmlXml *xml, GError **error)
{
    if (xml->stopped)
        g_set_error_literal(error, ENT_ERROR, ENT_ERROR_COMPUTE, "interrupted");
    return !xml->stopped;
}

/* The span of an attribute's value in a start tag, its quotes left out; false if it has none. */
static bool find_attribute(const char *tag, gsize length, const char *name, EntSpan *span)
{
    const char *at = tag, *end = tag + length;
    gsize name_length = strlen(name);

    while (at < end && *at != '>') {
        const char *start = at;
        char quote;

        while (at < end && !strchr("=>\"'", *at))
            at++;
        if (at >= end || *at == '>')
            return false;
        while (at < end && *at != '"' && *at != '\'')
            at++;
        if (at >= end)
            return false;
        quote = *at++;
        span->start = (gsize)(at - tag);
        while (at < end && *at != quote)
            at++;
        span->length = (gsize)(at - tag) - span->start;
        at += at < end;
        while (g_ascii_isspace(*start))
            start++;
        if (strncmp(start, name, name_length) == 0 && strchr(" \t\r\n=", start[name_length]))
            return span->length > 0;
    }
    return false;
}

void graphml_xml_place(const EntFile *file, const EntOrigin *origin, const char *attribute,
                       EntPlace *place, char **excerpt)
{
    gsize length;
    g_autofree char *tag = ent_input_at(file->input, origin->offset, TAG_BYTES, &length);
    EntPiece piece = {.input = file->input,
                      .file = ent_input_name(file->input),
                      .offset = origin->offset,
                      .line = origin->line,
                      .column = origin->column};
    const char *name_end = tag + strcspn(tag, " \t\r\n/>");
    EntSpan span = {0, (gsize)MAX(name_end - tag, 1)};
    EntSpan found;

    if (attribute && find_attribute(name_end, (gsize)(tag + length - name_end), attribute, &found))
        span = (EntSpan){found.start + (gsize)(name_end - tag), found.length};
    ent_place_span(&piece, span, place, excerpt);
}
