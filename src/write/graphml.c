/* SPDX-License-Identifier: MIT */
/*
 * GraphML 1.1: one directed multigraph, keys first, nodes before edges, so that NetworkX, igraph,
 * Gephi, Cytoscape, yEd, graphology and Tulip all read it. What a symmetric relation means is said
 * by `symmetric`, not by directed="false", on which NetworkX stops.
 */
#include "write/graphml.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/json.h"
#include "model/dossier_new.h"
#include "write/fact_json.h"

#define NAMESPACE "http://graphml.graphdrawing.org/xmlns"
#define SCHEMA    NAMESPACE " http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd"

/* XML readers refuse a text of 10 MB; sources are told in as many texts as they need. */
#define TEXT_BYTES (2 * 1024 * 1024)

/* What the key ids of measures begin with; a number follows. */
#define NODE_MEASURE "m"
#define EDGE_MEASURE "e_m"

typedef struct {
    const EntWriting *writing;
    EntOutput *output;
    EntChoice choice;
    GraphmlIds *ids;
    GraphmlItem item;
    const GraphmlKey *node_keys[GRAPHML_KEYS], *edge_keys[GRAPHML_KEYS]; /* those used; NULL ends */
    GraphmlProperties *node_properties, *edge_properties;
    GPtrArray *columns, *edge_columns; /* const EntColumn *, each name once */
    GPtrArray *sources;                /* char *: JSON objects */
    GString *scratch;
} Graphml;

static void set_node(Graphml *graphml, guint32 place)
{
    GraphmlItem *item = &graphml->item;

    item->node = ent_dossier_node(item->dossier, graphml->choice.nodes.items[place]);
    item->edge = NULL;
    item->fact = &item->node->fact;
}

static void set_edge(Graphml *graphml, guint32 place)
{
    GraphmlItem *item = &graphml->item;

    item->edge = ent_dossier_edge(item->dossier, graphml->choice.edges.items[place]);
    item->node = NULL;
    item->fact = &item->edge->fact;
}

/* Marks the keys that the item has a value for. */
static void mark_used(GraphmlItem *item, const GraphmlKey *keys, bool *used)
{
    for (guint i = 0; keys[i].id; i++)
        used[i] = used[i] || keys[i].value(item);
}

static void choose_used(const GraphmlKey *keys, const bool *used, const GraphmlKey **chosen)
{
    for (guint i = 0; keys[i].id; i++)
        if (used[i])
            *chosen++ = &keys[i];
    *chosen = NULL;
}

/* Finds out which keys there are. */
static void choose_keys(Graphml *graphml)
{
    GraphmlItem *item = &graphml->item;
    bool node_used[GRAPHML_KEYS] = {false}, edge_used[GRAPHML_KEYS] = {false};

    for (guint32 i = 0; i < graphml->choice.nodes.length; i++) {
        set_node(graphml, i);
        item->confidences = item->confidences || item->fact->confidence != 1;
    }
    for (guint32 i = 0; i < graphml->choice.edges.length; i++) {
        set_edge(graphml, i);
        item->confidences = item->confidences || item->fact->confidence != 1;
        item->weights = item->weights || item->edge->weight != 1;
    }
    for (guint32 i = 0; i < graphml->choice.nodes.length; i++) {
        set_node(graphml, i);
        mark_used(item, graphml_node_keys, node_used);
        graphml_properties_add(graphml->node_properties, item->fact->details->properties);
    }
    for (guint32 i = 0; i < graphml->choice.edges.length; i++) {
        set_edge(graphml, i);
        mark_used(item, graphml_edge_keys, edge_used);
        graphml_properties_add(graphml->edge_properties, item->fact->details->properties);
    }
    choose_used(graphml_node_keys, node_used, graphml->node_keys);
    choose_used(graphml_edge_keys, edge_used, graphml->edge_keys);
}

static GPtrArray *choose_columns(const EntColumn *const *columns, gsize length)
{
    GPtrArray *chosen = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(ent_text_hash, g_str_equal);

    for (gsize i = 0; i < length; i++)
        if (g_hash_table_add(seen, (gpointer)columns[i]->name))
            g_ptr_array_add(chosen, (gpointer)columns[i]);
    return chosen;
}

static void add_sources_text(Graphml *graphml, GString *text)
{
    if (text->len == 0)
        return;
    g_string_append_c(text, '}');
    graphml_json_safe(text);
    g_ptr_array_add(graphml->sources, g_strdup(text->str));
    g_string_truncate(text, 0);
}

static void choose_sources(Graphml *graphml)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint32 i = 0; i < graphml->choice.sources.length; i++) {
        EntJsonObject object = {text, &ent_json_compact_style, false};
        const EntSource *source =
            ent_dossier_source(graphml->writing->dossier, graphml->choice.sources.items[i]);

        g_string_append_c(text, text->len ? ',' : '{');
        ent_json_quote(text, source->id);
        g_string_append_c(text, ':');
        ent_json_source(&object, source);
        if (text->len > TEXT_BYTES)
            add_sources_text(graphml, text);
    }
    add_sources_text(graphml, text);
}

static void put_key(EntOutput *output, const char *domain, const char *id, const char *prefix,
                    const char *name, const char *type)
{
    ent_put(output, "  <key id=\"");
    ent_put_xml(output, id);
    ent_put(output, "\" for=\"");
    ent_put(output, domain);
    ent_put(output, "\" attr.name=\"");
    ent_put(output, prefix);
    ent_put_xml(output, name);
    ent_put(output, "\" attr.type=\"");
    ent_put(output, type);
    ent_put(output, "\"/>\n");
}

static void put_data(EntOutput *output, const char *indent, const char *key, const char *text)
{
    ent_put(output, indent);
    ent_put(output, "<data key=\"");
    ent_put_xml(output, key);
    ent_put(output, "\">");
    ent_put_xml(output, text);
    ent_put(output, "</data>\n");
}

/* What is said of the graph as a whole, one call each: a value, or with keys only its key. */
static void put_graph_text(Graphml *graphml, bool keys, const char *name, const char *text)
{
    if (!text || *text == '\0')
        return;
    if (keys)
        put_key(graphml->output, "graph", name, "", name, "string");
    else
        put_data(graphml->output, "    ", name, text);
}

/* Of each measure, what was measured: its key also tells the reader which keys are measures. */
static void put_measured(Graphml *graphml, bool keys, const GPtrArray *columns, const char *prefix)
{
    const char *graph = ent_view_describe(graphml->writing->view);

    for (guint i = 0; i < columns->len; i++) {
        const EntColumn *column = columns->pdata[i];
        g_autofree char *name = g_strconcat(prefix, column->name, NULL);
        g_autofree char *text = g_strconcat(graph, column->note ? "; " : NULL, column->note, NULL);

        put_graph_text(graphml, keys, name, text);
    }
}

static void put_graph_values(Graphml *graphml, bool keys)
{
    const EntDossier *dossier = graphml->writing->dossier;
    EntProperties extras = ent_dossier_extras(dossier);

    if (keys)
        put_key(graphml->output, "graph", "entente", "", "entente", "int");
    else
        put_data(graphml->output, "    ", "entente", "1");
    put_graph_text(graphml, keys, "title", ent_dossier_title(dossier));
    put_graph_text(graphml, keys, "description", ent_dossier_description(dossier));
    put_graph_text(graphml, keys, "schema", ent_dossier_schema_name(dossier));
    if (extras.length > 0) {
        g_string_truncate(graphml->scratch, 0);
        graphml_json_map(graphml->scratch, extras);
        graphml_json_safe(graphml->scratch);
        put_graph_text(graphml, keys, "head_extras", graphml->scratch->str);
    }
    for (guint i = 0; i < graphml->sources->len; i++) {
        g_autofree char *name = i ? g_strdup_printf("sources%u", i + 1) : g_strdup("sources");

        put_graph_text(graphml, keys, name, graphml->sources->pdata[i]);
    }
    put_measured(graphml, keys, graphml->columns, "measure_");
    put_measured(graphml, keys, graphml->edge_columns, "edge_measure_");
}

static void put_property_keys(Graphml *graphml, const char *domain,
                              const GraphmlProperties *properties)
{
    for (guint i = 0; i < properties->list->len; i++) {
        const GraphmlProperty *property = properties->list->pdata[i];

        put_key(graphml->output, domain, property->id, "p_", property->name, property->type);
    }
}

static void put_measure_keys(Graphml *graphml, const char *domain, const GPtrArray *columns,
                             const char *prefix)
{
    for (guint i = 0; i < columns->len; i++) {
        g_string_printf(graphml->scratch, "%s%u", prefix, i);
        put_key(graphml->output, domain, graphml->scratch->str, "",
                ((const EntColumn *)columns->pdata[i])->name, "double");
    }
}

static void put_keys(Graphml *graphml)
{
    put_graph_values(graphml, true);
    for (const GraphmlKey **key = graphml->node_keys; *key; key++)
        put_key(graphml->output, "node", (*key)->id, "", (*key)->name, (*key)->type);
    put_property_keys(graphml, "node", graphml->node_properties);
    put_measure_keys(graphml, "node", graphml->columns, NODE_MEASURE);
    for (const GraphmlKey **key = graphml->edge_keys; *key; key++)
        put_key(graphml->output, "edge", (*key)->id, "", (*key)->name, (*key)->type);
    put_property_keys(graphml, "edge", graphml->edge_properties);
    put_measure_keys(graphml, "edge", graphml->edge_columns, EDGE_MEASURE);
}

static void put_values(Graphml *graphml, const GraphmlKey *const *keys,
                       const GraphmlProperties *properties)
{
    EntProperties own = graphml->item.fact->details->properties;

    for (; *keys; keys++) {
        const char *value = (*keys)->value(&graphml->item);

        if (value)
            put_data(graphml->output, "      ", (*keys)->id, value);
    }
    for (guint32 i = 0; i < own.length; i++) {
        const GraphmlProperty *property = graphml_properties_find(properties, &own.items[i]);
        const char *value =
            property ? graphml_property_text(&own.items[i], graphml->scratch) : NULL;

        if (value)
            put_data(graphml->output, "      ", property->id, value);
    }
}

static void put_measures(Graphml *graphml, const GPtrArray *columns, const char *prefix,
                         guint32 place)
{
    for (guint i = 0; i < columns->len; i++) {
        double value = ((const EntColumn *)columns->pdata[i])->values[place];

        if (!isfinite(value))
            continue;
        ent_putf(graphml->output, "      <data key=\"%s%u\">", prefix, i);
        ent_put_number(graphml->output, value);
        ent_put(graphml->output, "</data>\n");
    }
}

static void put_node(Graphml *graphml, guint32 place)
{
    set_node(graphml, place);
    ent_put(graphml->output, "    <node id=\"");
    ent_put_xml(graphml->output, graphml->ids->nodes->pdata[place]);
    ent_put(graphml->output, "\">\n");
    put_values(graphml, graphml->node_keys, graphml->node_properties);
    put_measures(graphml, graphml->columns, NODE_MEASURE, place);
    ent_put(graphml->output, "    </node>\n");
}

static const char *end_id(const Graphml *graphml, guint32 node)
{
    return graphml->ids->nodes->pdata[ent_view_place(graphml->writing->view, node)];
}

static void put_edge(Graphml *graphml, guint32 place)
{
    set_edge(graphml, place);
    ent_put(graphml->output, "    <edge id=\"");
    ent_put_xml(graphml->output, graphml->ids->edges->pdata[place]);
    ent_put(graphml->output, "\" source=\"");
    ent_put_xml(graphml->output, end_id(graphml, graphml->item.edge->from));
    ent_put(graphml->output, "\" target=\"");
    ent_put_xml(graphml->output, end_id(graphml, graphml->item.edge->to));
    ent_put(graphml->output, "\">\n");
    put_values(graphml, graphml->edge_keys, graphml->edge_properties);
    put_measures(graphml, graphml->edge_columns, EDGE_MEASURE, place);
    ent_put(graphml->output, "    </edge>\n");
}

static void put_document(Graphml *graphml)
{
    const char *description = ent_dossier_description(graphml->writing->dossier);

    ent_put(graphml->output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<graphml xmlns=\"" NAMESPACE "\"\n"
                             "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                             "         xsi:schemaLocation=\"" SCHEMA "\">\n");
    put_keys(graphml);
    ent_put(graphml->output, "  <graph id=\"G\" edgedefault=\"directed\">\n");
    if (description && *description) {
        ent_put(graphml->output, "    <desc>");
        ent_put_xml(graphml->output, description);
        ent_put(graphml->output, "</desc>\n");
    }
    put_graph_values(graphml, false);
    for (guint32 i = 0; i < graphml->choice.nodes.length; i++)
        put_node(graphml, i);
    for (guint32 i = 0; i < graphml->choice.edges.length; i++)
        put_edge(graphml, i);
    ent_put(graphml->output, "  </graph>\n</graphml>\n");
}

static void init(Graphml *graphml, const EntWriting *writing, EntOutput *output)
{
    *graphml = (Graphml){.writing = writing, .output = output};
    graphml->scratch = g_string_new(NULL);
    ent_choice_init_view(&graphml->choice, writing);
    graphml->ids = graphml_ids_new(writing);
    graphml->item = (GraphmlItem){
        .choice = &graphml->choice, .dossier = writing->dossier, .scratch = g_string_new(NULL)};
    graphml->node_properties = graphml_properties_new("p");
    graphml->edge_properties = graphml_properties_new("e_p");
    graphml->columns = choose_columns(writing->columns, writing->columns_length);
    graphml->edge_columns = choose_columns(writing->edge_columns, writing->edge_columns_length);
    graphml->sources = g_ptr_array_new_with_free_func(g_free);
    choose_keys(graphml);
    choose_sources(graphml);
}

static void clear(Graphml *graphml)
{
    g_string_free(graphml->scratch, TRUE);
    g_string_free(graphml->item.scratch, TRUE);
    ent_choice_clear(&graphml->choice);
    graphml_ids_free(graphml->ids);
    graphml_properties_free(graphml->node_properties);
    graphml_properties_free(graphml->edge_properties);
    g_ptr_array_free(graphml->columns, TRUE);
    g_ptr_array_free(graphml->edge_columns, TRUE);
    g_ptr_array_free(graphml->sources, TRUE);
}

static bool write_graphml(const EntWriting *writing, EntOutput *output,
                          G_GNUC_UNUSED GError **error)
{
    Graphml graphml;

    init(&graphml, writing, output);
    put_document(&graphml);
    clear(&graphml);
    return true;
}

static const char *const endings[] = {".graphml", NULL};

static const EntWriterPart parts[] = {{NULL, write_graphml}, {NULL, NULL}};

const EntWriter ent_writer_graphml = {
    .name = "graphml",
    .summary = "GraphML, for NetworkX, igraph, Gephi, Cytoscape, yEd",
    .endings = endings,
    .parts = parts,
    .columns = true,
    .edge_columns = true,
};
