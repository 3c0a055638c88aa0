/* SPDX-License-Identifier: MIT */
#include "draw/page_facts.h"

#include "draw/frame.h"
#include "draw/page.h"
#include "draw/svg.h"
#include "view/asof.h"

#include <math.h>

#define EPOCH       719163 /* the day number of 1970-01-01 */
#define MOST_PATHS  2000   /* edges whose curves are handed on; more are straight lines */
#define TEXTS_BYTES ((gsize)16 * 1024 * 1024) /* of sources; more are left out */

typedef struct {
    EntOutput *output;
    const EntPicture *picture;
    GPtrArray *node_types, *edge_types; /* those used, in order of first appearance */
    GHashTable *numbers;                /* of both: type -> its place there */
    bool texts;                         /* of sources are handed on */
} Page;

/* Writes what of a place in a list. */
typedef void (*PutItem)(const Page *page, guint32 index);

static void put_list(const Page *page, const char *key, guint32 length, PutItem put)
{
    ent_putf(page->output, ",\n\"%s\":[", key);
    for (guint32 i = 0; i < length; i++) {
        if (i > 0)
            ent_put(page->output, ",");
        put(page, i);
    }
    ent_put(page->output, "]");
}

static const EntPictureNode *node_at(const Page *page, guint32 index)
{
    return &page->picture->nodes[index];
}

static const EntPictureEdge *edge_at(const Page *page, guint32 index)
{
    return &page->picture->edges[index];
}

static void put_node_facts(const Page *page, guint32 i)
{
    ent_page_node_facts(page->output, page->picture->dossier, node_at(page, i)->node);
}

static void put_edge_facts(const Page *page, guint32 i)
{
    ent_page_edge_facts(page->output, page->picture->dossier, edge_at(page, i)->edge);
}

static void put_id(const Page *page, guint32 i)
{
    ent_put_json(page->output, node_at(page, i)->node->id);
}

static void put_name(const Page *page, guint32 i)
{
    ent_put_json(page->output, node_at(page, i)->node->name);
}

static void put_x(const Page *page, guint32 i)
{
    ent_svg_put_value(page->output, node_at(page, i)->at.x);
}

static void put_y(const Page *page, guint32 i)
{
    ent_svg_put_value(page->output, node_at(page, i)->at.y);
}

static void put_width(const Page *page, guint32 i)
{
    ent_svg_put_value(page->output, node_at(page, i)->size.x);
}

static void put_height(const Page *page, guint32 i)
{
    ent_svg_put_value(page->output, node_at(page, i)->size.y);
}

static void put_label_lines(const Page *page, const EntLabel *label)
{
    ent_put(page->output, "[");
    for (guint k = 0; k < label->length; k++) {
        ent_put(page->output, k > 0 ? "," : "");
        ent_put_json(page->output, label->lines[k]);
    }
    ent_put(page->output, "]");
}

static void put_lines(const Page *page, guint32 i)
{
    const EntLabel *label = &node_at(page, i)->name;
    if (label->length < 2 &&
        g_strcmp0(label->lines ? label->lines[0] : NULL, node_at(page, i)->node->name) == 0) {
        ent_put(page->output, "0");
        return;
    }
    put_label_lines(page, label);
}

static void put_small(const Page *page, guint32 i)
{
    const EntLabel *label = &node_at(page, i)->details;
    if (label->length == 0)
        ent_put(page->output, "0");
    else
        put_label_lines(page, label);
}

static guint find_type(const Page *page, gconstpointer type)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(page->numbers, type));
}

static void put_node_type(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", find_type(page, node_at(page, i)->type));
}

static void put_edge_type(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", find_type(page, edge_at(page, i)->type));
}

static void put_node_status(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", node_at(page, i)->node->fact.status);
}

static void put_edge_status(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", edge_at(page, i)->edge->fact.status);
}

static void put_node_confidence(const Page *page, guint32 i)
{
    ent_put_number(page->output, node_at(page, i)->node->fact.confidence);
}

static void put_edge_confidence(const Page *page, guint32 i)
{
    ent_put_number(page->output, edge_at(page, i)->edge->fact.confidence);
}

static void put_edge_width(const Page *page, guint32 i)
{
    ent_put_number(page->output, round(edge_at(page, i)->width * 100) / 100);
}

static void put_from(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", edge_at(page, i)->from);
}

static void put_to(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", edge_at(page, i)->to);
}

static void put_point(const Page *page, EntPoint point, const char *comma)
{
    ent_put(page->output, comma);
    ent_svg_put_value(page->output, point.x);
    ent_put(page->output, ",");
    ent_svg_put_value(page->output, point.y);
}

/* Where a further curve begins elsewhere, a straight part leads there. */
static void put_path(const Page *page, guint32 i)
{
    const EntPictureEdge *edge = edge_at(page, i);
    ent_put(page->output, "[");
    for (guint k = 0; k < edge->curves_length; k++) {
        const EntCurve *curve = &edge->curves[k];
        for (guint turn = 0; turn < 3 && k > 0; turn++)
            put_point(page, curve->points[0], ",");
        for (guint p = k > 0 ? 1 : 0; p < curve->length; p++)
            put_point(page, curve->points[p], k > 0 || p > 0 ? "," : "");
    }
    ent_put(page->output, "]");
}

static void put_label(const Page *page, guint32 i)
{
    const EntPictureEdge *edge = edge_at(page, i);
    if (!edge->labelled) {
        ent_put(page->output, "0");
        return;
    }
    put_point(page, edge->label_at, "[");
    ent_put(page->output, "]");
}

static void put_change(const Page *page, EntChange change)
{
    ent_putf(page->output, "%d", (int)change);
}

static void put_node_change(const Page *page, guint32 i)
{
    put_change(page, node_at(page, i)->change);
}

static void put_edge_change(const Page *page, guint32 i)
{
    put_change(page, edge_at(page, i)->change);
}

static void put_group(const Page *page, guint32 i)
{
    ent_putf(page->output, "%u", page->picture->options->groups[i]);
}

static void put_group_color(const Page *page, guint32 i)
{
    ent_putf(page->output, "\"%s\"", ent_color_of_group(i).text);
}

static void put_used_node_type(const Page *page, guint32 i)
{
    const EntNodeType *type = page->node_types->pdata[i];
    bool any = false;
    ent_put(page->output, "{");
    ent_page_member(page->output, "name", type->name, &any);
    ent_page_member(page->output, "label", type->label, &any);
    ent_page_member(page->output, "color", ent_color(type->color).text, &any);
    ent_page_member(page->output, "shape", ent_shape_name(ent_shape(type->shape)), &any);
    ent_put(page->output, "}");
}

static void put_used_edge_type(const Page *page, guint32 i)
{
    const EntEdgeType *type = page->edge_types->pdata[i];
    bool any = false;
    ent_put(page->output, "{");
    ent_page_member(page->output, "name", type->name, &any);
    ent_page_member(page->output, "label", type->label, &any);
    ent_page_member(page->output, "style", type->style ? type->style : "solid", &any);
    ent_putf(page->output, ",\"symmetric\":%s}", type->symmetric ? "true" : "false");
}

static bool texts_fit(const EntDossier *dossier)
{
    gsize bytes = 0;
    for (guint32 i = 0; i < ent_dossier_source_count(dossier); i++) {
        const char *text = ent_dossier_source_text(dossier, i);
        bytes += text ? strlen(text) : 0;
    }
    return bytes <= TEXTS_BYTES;
}

static void put_source(const Page *page, guint32 i)
{
    const EntDossier *dossier = page->picture->dossier;
    const EntSource *source = ent_dossier_source(dossier, i);
    char published[ENT_DATE_TEXT], reliability[] = {source->reliability, '\0'};
    bool any = false;
    ent_put(page->output, "{");
    ent_page_member(page->output, "id", source->id, &any);
    ent_page_member(page->output, "title", source->title ? source->title : source->id, &any);
    ent_page_member(page->output, "publisher", source->publisher, &any);
    if (source->published != ENT_DATE_NONE)
        ent_page_member(page->output, "published", ent_date_text(source->published, published),
                        &any);
    ent_page_member(page->output, "url", ent_is_link(source->url) ? source->url : NULL, &any);
    ent_page_member(page->output, "reliability", reliability, &any);
    if (page->texts)
        ent_page_member(page->output, "text", ent_dossier_source_text(dossier, i), &any);
    ent_put(page->output, "}");
}

static void put_days(const Page *page, const EntDays *days, guint32 length)
{
    for (int last = 0; last < 2; last++) {
        ent_putf(page->output, ",\n\"%s\":[", last ? "last" : "first");
        for (guint32 i = 0; i < length; i++) {
            gint32 day = last ? days[i].last : days[i].first;
            ent_put(page->output, i > 0 ? "," : "");
            if (day == G_MAXINT32 || day == G_MININT32)
                ent_put(page->output, "null");
            else
                ent_putf(page->output, "%d", day - EPOCH);
        }
        ent_put(page->output, "]");
    }
}

static void put_node_days(const Page *page)
{
    guint32 length = page->picture->nodes_length;
    g_autofree EntDays *days = g_new(EntDays, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        days[i] = ent_fact_days(page->picture->dossier, &node_at(page, i)->node->fact);
    put_days(page, days, length);
}

static void put_edge_days(const Page *page)
{
    guint32 length = page->picture->edges_length;
    g_autofree EntDays *all = ent_edge_days(page->picture->dossier);
    g_autofree EntDays *days = g_new(EntDays, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        days[i] = all[edge_at(page, i)->index];
    put_days(page, days, length);
}

/* Columns of numbers, 0 in place of one where all are sure. */
static void put_confidences(const Page *page, guint32 length, bool edges)
{
    bool sure = true;
    for (guint32 i = 0; i < length && sure; i++)
        sure = (edges ? edge_at(page, i)->edge->fact.confidence
                      : node_at(page, i)->node->fact.confidence) == 1;
    if (sure)
        ent_put(page->output, ",\n\"confidence\":0");
    else
        put_list(page, "confidence", length, edges ? put_edge_confidence : put_node_confidence);
}

static void put_nodes(const Page *page)
{
    guint32 length = page->picture->nodes_length;
    ent_put(page->output, ",\n\"nodes\":{\"count\":");
    ent_putf(page->output, "%u", length);
    put_list(page, "id", length, put_id);
    put_list(page, "name", length, put_name);
    put_list(page, "lines", length, put_lines);
    put_list(page, "small", length, put_small);
    put_list(page, "type", length, put_node_type);
    put_list(page, "status", length, put_node_status);
    put_list(page, "x", length, put_x);
    put_list(page, "y", length, put_y);
    put_list(page, "width", length, put_width);
    put_list(page, "height", length, put_height);
    put_confidences(page, length, false);
    put_node_days(page);
    if (page->picture->options->node_changes)
        put_list(page, "change", length, put_node_change);
    put_list(page, "facts", length, put_node_facts);
    ent_put(page->output, "}");
}

static void put_edges(const Page *page)
{
    guint32 length = page->picture->edges_length;
    ent_putf(page->output, ",\n\"edges\":{\"count\":%u", length);
    put_list(page, "from", length, put_from);
    put_list(page, "to", length, put_to);
    put_list(page, "type", length, put_edge_type);
    put_list(page, "status", length, put_edge_status);
    if (length <= MOST_PATHS)
        put_list(page, "path", length, put_path);
    if (page->picture->edge_labels)
        put_list(page, "label", length, put_label);
    put_confidences(page, length, true);
    if (page->picture->options->width_by != ENT_WEIGHT_NONE)
        put_list(page, "width", length, put_edge_width);
    put_edge_days(page);
    if (page->picture->options->edge_changes)
        put_list(page, "change", length, put_edge_change);
    put_list(page, "facts", length, put_edge_facts);
    ent_put(page->output, "}");
}

static void put_measures(const Page *page)
{
    const EntDrawOptions *options = page->picture->options;
    ent_put(page->output, ",\n\"measures\":{");
    for (gsize i = 0; i < options->columns_length; i++) {
        const EntColumn *column = options->columns[i];
        ent_put(page->output, i > 0 ? ",\n" : "");
        ent_put_json(page->output, column->name);
        ent_put(page->output, ":[");
        for (guint32 k = 0; k < page->picture->nodes_length; k++) {
            ent_put(page->output, k > 0 ? "," : "");
            ent_put_number(page->output, column->values[k]);
        }
        ent_put(page->output, "]");
    }
    ent_put(page->output, "}");
}

static void put_head(const Page *page)
{
    const char *title = ent_picture_title(page->picture);
    g_autofree char *subtitle = ent_picture_subtitle(page->picture);
    bool any = false;
    ent_page_member(page->output, "title", title ? title : "Graph", &any);
    ent_page_member(page->output, "subtitle", subtitle, &any);
    ent_put(page->output, ",\n\"statuses\":[");
    for (guint i = 0; i < ENT_STATUS_COUNT; i++) {
        ent_put(page->output, i > 0 ? "," : "");
        ent_put_json(page->output, ent_status_name((EntStatus)i));
    }
    ent_put(page->output, "]");
}

static void add_type(const Page *page, GPtrArray *types, gconstpointer type)
{
    if (g_hash_table_contains(page->numbers, type))
        return;
    g_hash_table_insert(page->numbers, (gpointer)type, GUINT_TO_POINTER(types->len));
    g_ptr_array_add(types, (gpointer)type);
}

static void gather_types(const Page *page)
{
    for (guint32 i = 0; i < page->picture->nodes_length; i++)
        add_type(page, page->node_types, node_at(page, i)->type);
    for (guint32 i = 0; i < page->picture->edges_length; i++)
        add_type(page, page->edge_types, edge_at(page, i)->type);
}

static void put_data(const Page *page)
{
    const EntDrawOptions *options = page->picture->options;
    ent_put(page->output, "{");
    put_head(page);
    put_list(page, "nodeTypes", page->node_types->len, put_used_node_type);
    put_list(page, "edgeTypes", page->edge_types->len, put_used_edge_type);
    put_list(page, "sources", ent_dossier_source_count(page->picture->dossier), put_source);
    put_nodes(page);
    put_edges(page);
    put_measures(page);
    if (options->groups)
        put_list(page, "groups", page->picture->nodes_length, put_group);
    else
        ent_put(page->output, ",\n\"groups\":0");
    put_list(page, "groupColors", 24, put_group_color);
    ent_put(page->output, "}");
}

void ent_page_data(EntOutput *output, const EntPicture *picture)
{
    g_autoptr(EntOutput) plain = ent_output_memory();
    g_autoptr(GPtrArray) node_types = g_ptr_array_new(), edge_types = g_ptr_array_new();
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
    Page page = {plain, picture, node_types, edge_types, numbers, texts_fit(picture->dossier)};
    gsize length = 0;
    gather_types(&page);
    put_data(&page);
    const char *text = ent_output_text(plain, &length);
    for (const char *end = text + length, *found; text < end; text = found + 1) {
        found = memchr(text, '<', (gsize)(end - text));
        ent_put_bytes(output, text, (gsize)((found ? found : end) - text));
        if (!found)
            break;
        ent_put(output, "\\u003c");
    }
}
