/* SPDX-License-Identifier: MIT */
#include "write/facts_json.h"

#include "base/json.h"
#include "write/fact_json.h"

/* The store keeps it among the free keys, but it stands first. */
#define SCHEMA_KEY "$schema"

static void put_ends(EntJsonObject *object, const EntFacts *facts, const EntEdge *edge)
{
    ent_json_text(object, "from", ent_facts_get_node(facts, edge->from)->id);
    ent_json_text(object, "type", facts->edge_types->pdata[edge->type]);
    ent_json_text(object, "to", ent_facts_get_node(facts, edge->to)->id);
}

static void put_ends_array(EntJsonObject *object, const EntFacts *facts, const EntEdge *edge)
{
    ent_json_key(object, "edge");
    g_string_append_c(object->line, '[');
    ent_json_quote(object->line, ent_facts_get_node(facts, edge->from)->id);
    g_string_append(object->line, object->style->comma);
    ent_json_quote(object->line, facts->edge_types->pdata[edge->type]);
    g_string_append(object->line, object->style->comma);
    ent_json_quote(object->line, ent_facts_get_node(facts, edge->to)->id);
    g_string_append_c(object->line, ']');
}

/* Writes the line and empties it. */
static void flush_line(EntOutput *output, GString *line)
{
    ent_put_bytes(output, line->str, line->len);
    g_string_truncate(line, 0);
}

/* A member of the document, on a line of its own. */
static void begin_member(GString *line, bool *any, const char *key)
{
    g_string_append(line, *any ? ",\n  " : "{\n  ");
    *any = true;
    ent_json_quote(line, key);
    g_string_append(line, ": ");
}

static void put_head_text(GString *line, bool *any, const char *key, const char *text)
{
    if (!text)
        return;
    begin_member(line, any, key);
    ent_json_quote(line, text);
}

static void put_head_free(GString *line, bool *any, EntProperties extras, bool schema_key)
{
    for (guint32 i = 0; i < extras.length; i++) {
        if ((strcmp(extras.items[i].name, SCHEMA_KEY) == 0) != schema_key)
            continue;
        begin_member(line, any, extras.items[i].name);
        ent_json_value(line, extras.items[i].json, &ent_json_spaced);
    }
}

static void put_head(GString *line, bool *any, const EntFacts *facts)
{
    put_head_free(line, any, facts->extras, true);
    begin_member(line, any, "entente");
    g_string_append_c(line, '1');
    put_head_text(line, any, "title", facts->title);
    put_head_text(line, any, "description", facts->description);
    put_head_text(line, any, "schema", facts->schema);
    put_head_free(line, any, facts->extras, false);
}

static void begin_entry(GString *line, guint32 index, const char *id)
{
    g_string_append(line, index ? ",\n    " : "\n    ");
    if (!id)
        return;
    ent_json_quote(line, id);
    g_string_append(line, ": ");
}

static void put_sources_section(EntOutput *output, GString *line, bool *any,
                                const EntChoice *choice)
{
    if (choice->sources.length == 0)
        return;
    begin_member(line, any, "sources");
    g_string_append_c(line, '{');
    for (guint32 i = 0; i < choice->sources.length; i++) {
        EntJsonObject object = {line, &ent_json_spaced, false};
        const EntSource *source = ent_facts_get_source(choice->facts, choice->sources.items[i]);

        begin_entry(line, i, source->id);
        ent_json_source(&object, source);
        flush_line(output, line);
    }
    g_string_append(line, "\n  }");
}

static void put_nodes_section(EntOutput *output, GString *line, bool *any, const EntChoice *choice)
{
    if (choice->nodes.length == 0)
        return;
    begin_member(line, any, "nodes");
    g_string_append_c(line, '{');
    for (guint32 i = 0; i < choice->nodes.length; i++) {
        EntJsonObject object = {line, &ent_json_spaced, false};

        begin_entry(line, i, ent_facts_get_node(choice->facts, choice->nodes.items[i])->id);
        ent_json_node(&object, choice, i);
        flush_line(output, line);
    }
    g_string_append(line, "\n  }");
}

static void put_edges_section(EntOutput *output, GString *line, bool *any, const EntChoice *choice)
{
    if (choice->edges.length == 0)
        return;
    begin_member(line, any, "edges");
    g_string_append_c(line, '[');
    for (guint32 i = 0; i < choice->edges.length; i++) {
        EntJsonObject object = {line, &ent_json_spaced, false};
        const EntEdge *edge = ent_facts_get_edge(choice->facts, choice->edges.items[i]);

        begin_entry(line, i, NULL);
        put_ends(&object, choice->facts, edge);
        ent_json_edge(&object, choice, i);
        flush_line(output, line);
    }
    g_string_append(line, "\n  ]");
}

void ent_write_facts_json(EntOutput *output, const EntChoice *choice)
{
    g_autoptr(GString) line = g_string_new(NULL);
    bool any = false;

    put_head(line, &any, choice->facts);
    put_sources_section(output, line, &any, choice);
    put_nodes_section(output, line, &any, choice);
    put_edges_section(output, line, &any, choice);
    g_string_append(line, "\n}\n");
    flush_line(output, line);
}

static void put_head_line(GString *line, const EntFacts *facts)
{
    EntJsonObject object = {line, &ent_json_compact_style, false};

    ent_json_key(&object, "entente");
    g_string_append_c(line, '1');
    ent_json_text(&object, "title", facts->title);
    ent_json_text(&object, "description", facts->description);
    ent_json_text(&object, "schema", facts->schema);
    for (guint32 i = 0; i < facts->extras.length; i++) {
        ent_json_key(&object, facts->extras.items[i].name);
        ent_json_value(line, facts->extras.items[i].json, object.style);
    }
    ent_json_end(&object);
}

void ent_write_facts_ndjson(EntOutput *output, const EntChoice *choice)
{
    g_autoptr(GString) line = g_string_new(NULL);
    const EntFacts *facts = choice->facts;

    put_head_line(line, facts);
    g_string_append_c(line, '\n');
    for (guint32 i = 0; i < choice->sources.length; i++) {
        EntJsonObject object = {line, &ent_json_compact_style, false};
        const EntSource *source = ent_facts_get_source(facts, choice->sources.items[i]);

        ent_json_text(&object, "source", source->id);
        ent_json_source(&object, source);
        g_string_append_c(line, '\n');
        flush_line(output, line);
    }
    for (guint32 i = 0; i < choice->nodes.length; i++) {
        EntJsonObject object = {line, &ent_json_compact_style, false};

        ent_json_text(&object, "node", ent_facts_get_node(facts, choice->nodes.items[i])->id);
        ent_json_node(&object, choice, i);
        g_string_append_c(line, '\n');
        flush_line(output, line);
    }
    for (guint32 i = 0; i < choice->edges.length; i++) {
        EntJsonObject object = {line, &ent_json_compact_style, false};
        const EntEdge *edge = ent_facts_get_edge(facts, choice->edges.items[i]);

        put_ends_array(&object, facts, edge);
        ent_json_edge(&object, choice, i);
        g_string_append_c(line, '\n');
        flush_line(output, line);
    }
    flush_line(output, line);
}
