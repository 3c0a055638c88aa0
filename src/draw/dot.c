/* SPDX-License-Identifier: MIT */
/*
 * Labels are a small language of Graphviz: a backslash begins an escape, an ampersand an entity.
 * Nothing of the user's is written but as a quoted label, tooltip or one of our own attributes, and
 * every string stays below the 16 KB that Graphviz reads.
 */
#include "draw/dot.h"

#include "base/text.h"
#include "draw/frame.h"
#include "draw/layout.h"
#include "draw/layouts.h"

#define TIP_BYTES       4000u
#define ID_CHARACTERS   1024
#define LINE_CHARACTERS 400
#define MARKED_WIDTH    "2.5"

/* Text as the inside of a quoted string. escapes: it is a label, "\n" ends its lines. */
static void put_escaped(EntOutput *output, const char *text)
{
    for (const char *p = text; *p; p++) {
        switch (*p) {
        case '\\':
            ent_put(output, "\\\\");
            break;
        case '"':
            ent_put(output, "\\\"");
            break;
        case '&':
            ent_put(output, "&amp;");
            break;
        case '\n':
            ent_put(output, "\\n");
            break;
        case '\r':
        case '\t':
            ent_put(output, " ");
            break;
        default:
            ent_put_bytes(output, p, 1);
        }
    }
}

static void put_attribute(EntOutput *output, const char *name, const char *text)
{
    ent_putf(output, " %s=\"", name);
    put_escaped(output, text);
    ent_put(output, "\"");
}

/* Long tooltips are cut between characters. */
static void put_tooltip(EntOutput *output, const char *name, const char *text)
{
    gsize length = strlen(text);
    if (length <= TIP_BYTES) {
        put_attribute(output, name, text);
        return;
    }
    const char *end = g_utf8_find_prev_char(text, text + TIP_BYTES);
    g_autofree char *start = g_strndup(text, (gsize)(end - text));
    g_autofree char *cut = g_strconcat(start, "…", NULL);
    put_attribute(output, name, cut);
}

static void put_lines(EntOutput *output, const EntLabel *label, bool *any)
{
    for (guint i = 0; i < label->length; i++) {
        if (*any)
            ent_put(output, "\\n");
        put_escaped(output, label->lines[i]);
        *any = true;
    }
}

static void put_label(EntOutput *output, const EntLabel *name, const EntLabel *details)
{
    bool any = false;
    ent_put(output, " label=\"");
    put_lines(output, name, &any);
    put_lines(output, details, &any);
    ent_put(output, "\"");
}

/* The id that the facts give, cut, without meaning for Graphviz. */
static void put_id(EntOutput *output, const char *name, const char *id)
{
    g_autofree char *brief = ent_text_brief(id, ID_CHARACTERS);
    put_attribute(output, name, brief);
}

static const char *line_style(EntStatus status, const char *style)
{
    if (status == ENT_STATUS_PLANNED || status == ENT_STATUS_DENIED)
        return "dashed";
    if (status == ENT_STATUS_ALLEGED)
        return "dotted";
    return style;
}

/* What follows a colour's "#rrggbb": nothing where it is opaque. */
static void write_alpha(char alpha[3], double opacity)
{
    if (opacity < 1)
        g_snprintf(alpha, 3, "%02x", (guint)(opacity * 255 + 0.5));
}

static void put_number(EntOutput *output, const char *name, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    ent_putf(output, " %s=%s", name, g_ascii_formatd(text, sizeof text, "%.2f", number));
}

static void put_graph(EntOutput *output, const EntPicture *picture)
{
    const char *layout = picture->options->layout;
    const char *engine = picture->layout->engine;
    const char *title = ent_picture_title(picture);
    g_autofree char *brief = title ? ent_text_brief(title, LINE_CHARACTERS) : NULL;
    g_autofree char *about = ent_picture_subtitle(picture);
    g_autoptr(GArray) sources = g_array_new(FALSE, TRUE, sizeof(EntSourceLine));
    ent_sources_add(picture, 1, 800, sources);
    ent_put(output, "digraph entente {\n  graph [label=\"");
    if (brief)
        put_escaped(output, brief);
    ent_put(output, brief ? "\\n" : "");
    put_escaped(output, about);
    for (guint i = 0; i < sources->len; i++) {
        EntSourceLine *line = &g_array_index(sources, EntSourceLine, i);
        bool any = true;
        put_lines(output, &line->text, &any);
        ent_label_clear(&line->text);
    }
    ent_put(output,
            "\" tooltip=\" \" labelloc=t fontsize=16 fontname=\"Helvetica,Arial,sans-serif\"");
    ent_putf(output, " rankdir=%s", ent_layout_rankdir(picture->options->direction));
    if (layout && strcmp(layout, "auto") != 0)
        ent_putf(output, " layout=%s%s", engine,
                 strcmp(engine, "dot") == 0 ? "" : " overlap=prism splines=true start=1");
    guint32 centre = ent_view_centre(picture->view);
    if (centre != ENT_NONE && strcmp(picture->layout->name, "rings") == 0)
        ent_putf(output, " root=n%u", ent_view_place(picture->view, centre));
    ent_putf(output, " ranksep=0.35 nodesep=0.15 bgcolor=\"%s\"", picture->theme->paper.text);
    if (strcmp(picture->theme->ink.text, "#111111") != 0) /* Graphviz's own is black */
        ent_putf(output, " fontcolor=\"%s\"", picture->theme->ink.text);
    ent_put(output,
            " charset=\"UTF-8\"];\n"
            "  node [fontname=\"Helvetica,Arial,sans-serif\" fontsize=12 margin=\"0.1,0.05\""
            " height=0.35];\n"
            "  edge [fontname=\"Helvetica,Arial,sans-serif\" fontsize=10 arrowsize=0.7];\n");
}

static void put_node(EntOutput *output, const EntPicture *picture, guint32 index)
{
    const EntPictureNode *node = &picture->nodes[index];
    EntStatus status = (EntStatus)node->node->fact.status;
    g_autofree char *tooltip = ent_node_tooltip(picture, node);
    bool gone = node->change == ENT_CHANGE_REMOVED;
    bool solid = !gone && (status == ENT_STATUS_ACTUAL || node->change == ENT_CHANGE_ADDED);
    const char *outline = solid ? "" : ",";
    const char *style = solid ? "" : gone ? "dashed" : line_style(status, "");
    ent_putf(output, "  n%u [", index);
    put_id(output, "entente_id", node->node->id);
    put_label(output, &node->name, &node->details);
    bool plain = node->shape == ENT_SHAPE_PLAIN;
    bool rounded = plain || node->shape == ENT_SHAPE_ROUNDED;
    ent_putf(output, " shape=%s style=\"filled%s%s%s\"", ent_shape_graphviz(node->shape),
             rounded ? ",rounded" : "", outline, style);
    EntLooks looks = ent_node_looks(picture, node);
    char alpha[3] = "";
    write_alpha(alpha, node->opacity);
    ent_putf(output, " fillcolor=\"%s%s\" color=\"%s\" fontcolor=\"%s\"", looks.fill.text, alpha,
             plain && !*style && !node->change ? looks.fill.text : looks.stroke.text,
             looks.ink.text);
    if (node->mark == ENT_MARK_OUT)
        ent_put(output, " penwidth=" MARKED_WIDTH);
    put_tooltip(output, "tooltip", tooltip);
    ent_put(output, "];\n");
}

static void put_edge(EntOutput *output, const EntPicture *picture, guint32 index)
{
    const EntPictureEdge *edge = &picture->edges[index];
    EntStatus status = (EntStatus)edge->edge->fact.status;
    g_autofree char *tooltip = ent_edge_tooltip(picture, edge);
    char alpha[3] = "";
    ent_putf(output, "  n%u -> n%u [", edge->from, edge->to);
    put_id(output, "entente_type", edge->type->name);
    put_label(output, &edge->label, &edge->details);
    ent_putf(output, " style=%s",
             edge->change == ENT_CHANGE_REMOVED ? "dashed" : line_style(status, edge->type->style));
    if (edge->type->symmetric)
        ent_put(output, " dir=none");
    else if (status == ENT_STATUS_DENIED)
        ent_put(output, " arrowhead=normaltee");
    write_alpha(alpha, edge->opacity);
    ent_putf(output, " color=\"%s%s\" fontcolor=\"%s\"", edge->color.text, alpha, edge->color.text);
    if (edge->width > 0)
        put_number(output, "penwidth", edge->width);
    else if (edge->mark == ENT_MARK_OUT)
        ent_put(output, " penwidth=" MARKED_WIDTH);
    put_tooltip(output, "tooltip", tooltip);
    put_tooltip(output, "labeltooltip", tooltip);
    ent_put(output, "];\n");
}

/* Boxes around groups. */
static void put_cluster(EntOutput *output, const EntPicture *picture, const EntCluster *cluster)
{
    ent_putf(output,
             "  subgraph cluster_%u {\n    label=\"group %u\" labeljust=l fontsize=10"
             " style=\"rounded,filled\" fillcolor=\"%s\" color=\"%s\" fontcolor=\"%s\";\n   ",
             cluster->group, cluster->group, cluster->fill.text, cluster->stroke.text,
             cluster->ink.text);
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        if (picture->options->groups[i] == cluster->group)
            ent_putf(output, " n%u;", i);
    }
    ent_put(output, "\n  }\n");
}

void ent_dot_write(EntOutput *output, const EntPicture *picture)
{
    put_graph(output, picture);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        put_node(output, picture, i);
    for (guint i = 0; i < picture->clusters_length; i++)
        put_cluster(output, picture, &picture->clusters[i]);
    for (guint32 i = 0; i < picture->edges_length; i++)
        put_edge(output, picture, i);
    ent_put(output, "}\n");
}
