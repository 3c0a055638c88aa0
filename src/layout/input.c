/* SPDX-License-Identifier: MIT */
#include "input.h"

#include <stdlib.h>
#include <string.h>

#include "guard.h"

#define ROUTED_NODES     100
#define PLACEHOLDER_HEAD "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\""
#define PLACEHOLDER                                                                                \
    PLACEHOLDER_HEAD "%u\" HEIGHT=\"%u\" BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"        \
                     "<TR><TD></TD></TR></TABLE>"

/* Whatever is not here is emptied: text, fonts, files, colours, URLs, and what crashes Graphviz. */
static const char *const graph_attributes[] = {
    "Damping",        "K",          "clusterrank", "defaultdist", "epsilon",
    "esep",           "levels",     "maxiter",     "mclimit",     "mindist",
    "mode",           "model",      "newrank",     "nodesep",     "normalize",
    "nslimit",        "nslimit1",   "ordering",    "overlap",     "overlap_scaling",
    "overlap_shrink", "pack",       "packmode",    "quadtree",    "rank",
    "rankdir",        "ranksep",    "ratio",       "remincross",  "repulsiveforce",
    "root",           "searchsize", "sep",         "smoothing",   "splines",
    "start",          "margin",     NULL,
};
static const char *const node_attributes[] = {
    "fixedsize", "group", "height", "root", "shape", "width", NULL,
};
static const char *const edge_attributes[] = {
    "arrowhead", "arrowsize", "arrowtail", "constraint", "dir",      "headport", "id", "label",
    "len",       "minlen",    "samehead",  "sametail",   "tailport", "weight",   NULL,
};
/* Not records, which are a language, nor shapes read from files. */
static const char *const shapes[] = {
    "box",       "circle",   "diamond", "ellipse",       "hexagon",  "house",
    "invhouse",  "octagon",  "oval",    "parallelogram", "pentagon", "rect",
    "rectangle", "septagon", "square",  "trapezium",     "triangle", NULL,
};

guint ent_input_number(const char *name, char prefix)
{
    guint64 value = 0;
    if (!name || name[0] != prefix)
        return ENT_INPUT_NO_NUMBER;
    if (!g_ascii_string_to_unsigned(name + 1, 10, 0, 999999999, &value, NULL))
        return ENT_INPUT_NO_NUMBER;
    return (guint)value;
}

static void empty_in_subgraphs(Agraph_t *graph, Agsym_t *symbol)
{
    agxset(graph, symbol, "");
    for (Agraph_t *child = agfstsubg(graph); child; child = agnxtsubg(child))
        empty_in_subgraphs(child, symbol);
}

static void empty_attribute(Agraph_t *graph, int kind, char *name)
{
    Agsym_t *symbol = agattr(graph, kind, name, "");
    if (kind == AGRAPH)
        empty_in_subgraphs(graph, symbol);
    for (Agnode_t *n = kind == AGRAPH ? NULL : agfstnode(graph); n; n = agnxtnode(graph, n)) {
        if (kind == AGNODE)
            agxset(n, symbol, "");
        for (Agedge_t *e = kind == AGEDGE ? agfstout(graph, n) : NULL; e; e = agnxtout(graph, e))
            agxset(e, symbol, "");
    }
}

static void keep_only(Agraph_t *graph, int kind, const char *const *allowed)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);
    for (Agsym_t *s = agnxtattr(graph, kind, NULL); s; s = agnxtattr(graph, kind, s)) {
        if (!g_strv_contains(allowed, s->name))
            g_ptr_array_add(others, g_strdup(s->name));
    }
    for (guint i = 0; i < others->len; i++)
        empty_attribute(graph, kind, others->pdata[i]);
}

static gboolean is_length(const char *text)
{
    char *end = NULL;
    double inches = text ? g_ascii_strtod(text, &end) : 0;
    return text && end != text && *end == '\0' && inches >= 0.01 && inches <= 500;
}

static gboolean check_node(Agnode_t *node)
{
    const char *name = agnameof(node);
    const char *shape = agget(node, "shape");
    if (ent_input_number(name, 'n') == ENT_INPUT_NO_NUMBER)
        ent_guard_say("a node's name is not n and a number");
    else if (!is_length(agget(node, "width")) || !is_length(agget(node, "height")))
        ent_guard_say("%s: no width and height from 0.01 to 500 inches", name);
    else if (shape && shape[0] != '\0' && !g_strv_contains(shapes, shape))
        ent_guard_say("%s: its shape is not one of those allowed", name);
    else
        return TRUE;
    return FALSE;
}

/* Text in a label would load fonts, markup could load images: so nothing but the placeholder. */
static gboolean is_placeholder(char *label)
{
    if (!aghtmlstr(label) || !g_str_has_prefix(label, PLACEHOLDER_HEAD))
        return FALSE;
    const char *height = strstr(label, "HEIGHT=\"");
    guint64 w = g_ascii_strtoull(label + strlen(PLACEHOLDER_HEAD), NULL, 10);
    guint64 h = height ? g_ascii_strtoull(height + strlen("HEIGHT=\""), NULL, 10) : 0;
    if (w < 1 || w > 10000 || h < 1 || h > 10000)
        return FALSE;
    g_autofree char *expected = g_strdup_printf(PLACEHOLDER, (guint)w, (guint)h);
    return strcmp(label, expected) == 0;
}

static gboolean check_edge(Agedge_t *edge)
{
    const char *id = agget(edge, "id");
    char *label = agget(edge, "label");
    if (ent_input_number(id, 'e') == ENT_INPUT_NO_NUMBER)
        ent_guard_say("an edge's id is not e and a number");
    else if (label && label[0] != '\0' && !is_placeholder(label))
        ent_guard_say("%s: its label is not a placeholder", id);
    else
        return TRUE;
    return FALSE;
}

static gboolean check(Agraph_t *graph)
{
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
        if (!check_node(n))
            return FALSE;
        for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e)) {
            if (!check_edge(e))
                return FALSE;
        }
    }
    return TRUE;
}

static void set_default(Agraph_t *graph, int kind, char *name, char *value)
{
    if (!agattr(graph, kind, name, NULL))
        agattr(graph, kind, name, value);
}

/* In points. */
static double label_width(Agedge_t *edge)
{
    const char *label = agget(edge, "label");
    return label && *label ? g_ascii_strtod(label + strlen(PLACEHOLDER_HEAD), NULL) : 0;
}

static double half_size(Agnode_t *node)
{
    return 18 * (g_ascii_strtod(agget(node, "width"), NULL) +
                 g_ascii_strtod(agget(node, "height"), NULL));
}

/* An edge long enough for its label between its two nodes, in inches. */
static double good_length(Agedge_t *edge)
{
    double gap = MAX(label_width(edge) + 16, 48);
    return (half_size(agtail(edge)) + half_size(aghead(edge)) + gap) / 72;
}

/* Averages over all edges. */
typedef struct {
    double length; /* inches; 0 without edges */
    double label;  /* points; 0 without labels */
} Typical;

/* The engines other than dot make no room for labels of edges: ask for long enough edges. */
static Typical set_lengths(Agraph_t *graph)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    gboolean given = agattr(graph, AGEDGE, "len", NULL) != NULL;
    Agsym_t *len = given ? NULL : agattr(graph, AGEDGE, "len", "1");
    Typical sum = {0, 0};
    guint edges = 0;
    guint labels = 0;
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
        for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e)) {
            double length = good_length(e);
            sum.length += length;
            sum.label += label_width(e);
            edges++;
            labels += label_width(e) > 0;
            if (len)
                agxset(e, len, g_ascii_formatd(text, sizeof text, "%.3f", length));
        }
    }
    return (Typical){sum.length / MAX(edges, 1), sum.label / MAX(labels, 1)};
}

static void set_room(Agraph_t *graph)
{
    Typical typical = set_lengths(graph);
    char length[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(length, sizeof length, "%.3f", typical.length);
    if (typical.length > 0)
        set_default(graph, AGRAPH, "K", length);
    /* Half of what keeps two nodes apart: a label must go between nodes side by side. */
    double beside = CLAMP(typical.label / 2 + 12, 16, 60);
    g_autofree char *room = g_strdup_printf("+%d,16", (int)beside);
    set_default(graph, AGRAPH, "sep", room);
}

static void set_defaults(Agraph_t *graph, char *engine)
{
    agattr(graph, AGRAPH, "layout", engine); /* it would win over the engine, even if empty */
    agattr(graph, AGNODE, "label", "");      /* else a node shows its name */
    agattr(graph, AGNODE, "fixedsize", "true");
    if (strcmp(engine, "dot") == 0)
        return;
    set_room(graph);
    if (strcmp(engine, "neato") == 0 || strcmp(engine, "fdp") == 0) {
        /* Else taking overlaps away begins with undoing the lengths. */
        set_default(graph, AGRAPH, "overlap_scaling", "0");
        set_default(graph, AGRAPH, "overlap_shrink", "false");
    }
    set_default(graph, AGRAPH, "start", "1");
    set_default(graph, AGRAPH, "overlap", "prism");
    set_default(graph, AGRAPH, "packmode", "graph"); /* else small parts come to lie on edges */
    /* Ways around nodes take cubic time: a second for 100 nodes, seventeen for 300. */
    set_default(graph, AGRAPH, "splines", agnnodes(graph) <= ROUTED_NODES ? "true" : "line");
    set_default(graph, AGRAPH, "nodesep", "0.3"); /* how far parallel edges keep apart */
}

Agraph_t *ent_input_parse(const char *dot, char *engine)
{
    Agraph_t *graph = agmemread(dot);
    /* Where its memory for nesting runs out, the parser gives what it has got so far. */
    if (!graph || agerrors() >= AGERR) {
        ent_guard_say("standard input is not a graph in DOT");
        return NULL;
    }
    keep_only(graph, AGRAPH, graph_attributes);
    keep_only(graph, AGNODE, node_attributes);
    keep_only(graph, AGEDGE, edge_attributes);
    if (!check(graph)) {
        agclose(graph);
        return NULL;
    }
    set_defaults(graph, engine);
    return graph;
}
