/* SPDX-License-Identifier: MIT */
/*
 * The legend: the node types that are drawn (those that look alike share an entry) or the groups,
 * then how lines differ, then what sizes mean. Only what the picture has is explained.
 */
#include "draw/layouts.h"

#include <math.h>

#define MOST_NAMES  5
#define MOST_GROUPS 12
#define TEXT_WIDTH  300.0

typedef struct {
    const EntPicture *picture;
    double scale;
    GArray *items;
} Legend;

void ent_legend_put(GArray *items, double scale, EntLegendItem item, const char *text)
{
    EntSetting setting = {ENT_SMALL_FONT * scale, false, TEXT_WIDTH * scale, 3};
    item.text = ent_label(text, &setting);
    item.swatch.x *= scale;
    item.swatch.y *= scale;
    g_array_append_val(items, item);
}

static void add(Legend *legend, EntLegendItem item, const char *text)
{
    ent_legend_put(legend->items, legend->scale, item, text);
}

static gint by_rank(gconstpointer a, gconstpointer b)
{
    const EntPictureNode *one = *(EntPictureNode *const *)a;
    const EntPictureNode *other = *(EntPictureNode *const *)b;
    gint order = one->type->rank - other->type->rank;
    if (order == 0)
        order = (gint)one->shape - (gint)other->shape;
    if (order == 0)
        order = strcmp(one->type->color, other->type->color);
    if (order == 0)
        order = strcmp(one->type->label, other->type->label);
    return order != 0 ? order : strcmp(one->type->name, other->type->name);
}

/* Where colours stand for groups, shapes alone tell types apart. */
static gint by_shape(gconstpointer a, gconstpointer b)
{
    const EntPictureNode *one = *(EntPictureNode *const *)a;
    const EntPictureNode *other = *(EntPictureNode *const *)b;
    gint order = (gint)one->shape - (gint)other->shape;
    return order != 0 ? order : by_rank(a, b);
}

static bool looks_alike(const EntPictureNode *a, const EntPictureNode *b, bool colors)
{
    return a->shape == b->shape && (!colors || strcmp(a->fill.text, b->fill.text) == 0);
}

static EntLegendItem node_item(const EntPicture *picture, const EntPictureNode *node)
{
    EntLegendItem item = {.kind = ENT_LEGEND_NODE,
                          .shape = node->shape,
                          .fill = node->own,
                          .stroke = ent_color_off(node->own, picture->theme->paper, 4.5),
                          .swatch = {22, 14},
                          .line = {1, NULL, false}};
    if (node->shape == ENT_SHAPE_CIRCLE)
        item.swatch.x = item.swatch.y = 15;
    return item;
}

/* The types of the sorted nodes from first to end, all of one look: "plan, strategy, ...". */
static char *type_names(const GPtrArray *nodes, guint first, guint end)
{
    GString *text = g_string_new(NULL);
    const EntNodeType *last = NULL;
    guint names = 0;
    for (guint i = first; i < end; i++) {
        const EntPictureNode *node = nodes->pdata[i];
        if (node->type == last)
            continue;
        last = node->type;
        if (++names <= MOST_NAMES)
            g_string_append_printf(text, "%s%s", names > 1 ? ", " : "", last->label);
    }
    if (names > MOST_NAMES)
        g_string_append(text, ", …");
    return g_string_free(text, FALSE);
}

static void add_types(Legend *legend, bool colors)
{
    const EntPicture *picture = legend->picture;
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    for (guint32 i = 0; i < picture->nodes_length; i++)
        g_ptr_array_add(nodes, &picture->nodes[i]);
    g_ptr_array_sort(nodes, colors ? by_rank : by_shape);
    for (guint first = 0, end; first < nodes->len; first = end) {
        EntLegendItem item = node_item(picture, nodes->pdata[first]);
        for (end = first + 1; end < nodes->len; end++) {
            if (!looks_alike(nodes->pdata[first], nodes->pdata[end], colors))
                break;
        }
        g_autofree char *names = type_names(nodes, first, end);
        if (!colors) {
            item.fill = item.shape == ENT_SHAPE_PLAIN ? ent_theme_ink(picture->theme, 12)
                                                      : picture->theme->paper;
            item.stroke = ent_theme_ink(picture->theme, 4);
        }
        add(legend, item, names);
    }
}

/* The node of the group with most edges; NULL where none is drawn. */
static const EntPictureNode *find_chief(const EntPicture *picture, const guint32 *degree,
                                        guint32 group)
{
    const EntPictureNode *chief = NULL;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        bool here = picture->options->groups[i] == group;
        if (here && (!chief || degree[i] > degree[chief - picture->nodes]))
            chief = &picture->nodes[i];
    }
    return chief;
}

static EntLegendItem group_item(const EntPicture *picture, guint32 group)
{
    EntColor color = ent_color_of_group(group - 1);
    EntLegendItem item = {.kind = ENT_LEGEND_NODE,
                          .shape = picture->by_group ? ENT_SHAPE_BOX : ENT_SHAPE_ROUNDED,
                          .fill = color,
                          .stroke = ent_color_off(color, picture->theme->paper, 4.5),
                          .swatch = {16, 12},
                          .line = {1, NULL, false}};
    for (guint i = 0; i < picture->clusters_length && !picture->by_group; i++) {
        if (picture->clusters[i].group != group)
            continue;
        item.fill = picture->clusters[i].fill;
        item.stroke = picture->clusters[i].stroke;
    }
    return item;
}

/* Whether the group can be seen: boxes are drawn around two nodes and more. */
static bool is_shown(const EntPicture *picture, guint32 group)
{
    bool shown = picture->by_group;
    for (guint i = 0; i < picture->clusters_length && !shown; i++)
        shown = picture->clusters[i].group == group;
    return shown;
}

/* The node of each group with most edges stands for it. */
static void add_groups(Legend *legend)
{
    const EntPicture *picture = legend->picture;
    const char *grouping = picture->options->grouping;
    g_autofree guint32 *degree = ent_picture_count_ties(picture);
    g_autofree char *intro =
        g_strdup_printf("groups%s%s:", grouping ? " by " : "", grouping ? grouping : "");
    guint32 most = 0;
    guint more = 0;
    for (guint32 i = 0; i < picture->nodes_length; i++)
        most = MAX(most, picture->options->groups[i]);
    add(legend, (EntLegendItem){.kind = ENT_LEGEND_WORD, .new_row = true}, intro);
    for (guint32 group = 1; group <= most; group++) {
        const EntPictureNode *chief =
            is_shown(picture, group) ? find_chief(picture, degree, group) : NULL;
        if (!chief)
            continue;
        if (group > MOST_GROUPS) {
            more++;
            continue;
        }
        g_autofree char *text = g_strdup_printf("group %u: %s …", group, chief->node->name);
        add(legend, group_item(picture, group), text);
    }
    if (more > 0) {
        g_autofree char *text = g_strdup_printf("and %u more", more);
        add(legend, (EntLegendItem){.kind = ENT_LEGEND_WORD}, text);
    }
}

static EntLegendItem line_item(const EntTheme *theme, EntStatus status, const char *style)
{
    bool denied = status == ENT_STATUS_DENIED;
    return (EntLegendItem){.kind = ENT_LEGEND_LINE,
                           .swatch = {30, 8},
                           .crossed = denied,
                           .stroke = denied ? theme->denied : ent_theme_ink(theme, 3),
                           .line = ent_stroke(status, style)};
}

static void add_statuses(Legend *legend)
{
    static const char *const names[] = {"actual", "planned", "alleged", "denied"};
    const EntPicture *picture = legend->picture;
    guint used = 0;
    for (guint32 i = 0; i < picture->nodes_length; i++)
        used |= 1u << picture->nodes[i].node->fact.status;
    for (guint32 i = 0; i < picture->edges_length; i++)
        used |= 1u << picture->edges[i].edge->fact.status;
    bool first = true;
    for (guint status = 0; status < ENT_STATUS_COUNT && used > 1; status++) {
        if (!(used & 1u << status))
            continue;
        EntLegendItem item = line_item(picture->theme, (EntStatus)status, "solid");
        item.new_row = first;
        first = false;
        add(legend, item, names[status]);
    }
}

/* The edge types drawn in a style, each once, in order of first appearance. */
static char *styled_types(const EntPicture *picture, const char *style)
{
    GString *text = g_string_new(NULL);
    g_autoptr(GPtrArray) seen = g_ptr_array_new();
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntEdgeType *type = picture->edges[i].type;
        bool here = !picture->edges[i].common && strcmp(type->style, style) == 0 &&
                    seen->len <= MOST_NAMES && !g_ptr_array_find(seen, type, NULL);
        if (!here)
            continue;
        g_ptr_array_add(seen, (gpointer)type);
        if (seen->len <= MOST_NAMES)
            g_string_append_printf(text, "%s%s", seen->len > 1 ? ", " : "", type->label);
    }
    if (seen->len > MOST_NAMES)
        g_string_append(text, ", …");
    return g_string_free(text, FALSE);
}

static void add_styles(Legend *legend)
{
    static const char *const styles[] = {"bold", "dashed", "dotted"};
    g_autoptr(GPtrArray) common = ent_picture_common(legend->picture);
    for (guint i = 0; i < common->len; i++) {
        const EntPictureEdge *edge = common->pdata[i];
        g_autofree char *text = ent_picture_describe_common(legend->picture, edge);
        add(legend, line_item(legend->picture->theme, ENT_STATUS_ACTUAL, edge->type->style), text);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
        g_autofree char *names = styled_types(legend->picture, styles[i]);
        if (*names)
            add(legend, line_item(legend->picture->theme, ENT_STATUS_ACTUAL, styles[i]), names);
    }
}

static void add_marked(Legend *legend)
{
    const EntDrawOptions *options = legend->picture->options;
    EntLegendItem item = line_item(legend->picture->theme, ENT_STATUS_ACTUAL, "solid");
    item.new_row = true;
    item.line.width *= ENT_MARKED_WIDTH;
    add(legend, item, options->marked ? options->marked : "marked");
    item = line_item(legend->picture->theme, ENT_STATUS_ACTUAL, "solid");
    item.stroke = ent_color_faded(item.stroke, legend->picture->theme->paper);
    add(legend, item, "the rest");
}

static void add_changes(Legend *legend)
{
    static const EntChange changes[] = {ENT_CHANGE_ADDED, ENT_CHANGE_REMOVED, ENT_CHANGE_CHANGED,
                                        ENT_CHANGE_NONE};
    const EntPicture *picture = legend->picture;
    guint counts[ENT_CHANGE_COUNT];
    bool first = true;
    ent_picture_count_changes(picture, counts);
    for (gsize i = 0; i < G_N_ELEMENTS(changes); i++) {
        EntLegendItem item = line_item(legend->picture->theme, ENT_STATUS_ACTUAL, "solid");
        if (counts[changes[i]] == 0)
            continue;
        item.new_row = first;
        item.line = ent_change_stroke(item.line, ent_change_mark(changes[i]), changes[i]);
        item.stroke = changes[i] == ENT_CHANGE_NONE
                          ? ent_color_faded(item.stroke, picture->theme->paper)
                          : ent_change_color(picture->theme, changes[i]);
        add(legend, item, ent_change_name(changes[i]));
        first = false;
    }
}

/* The least confidence of what is drawn. */
static double least_confidence(const EntPicture *picture)
{
    double least = 1;
    for (guint32 i = 0; i < picture->nodes_length; i++)
        least = MIN(least, picture->nodes[i].node->fact.confidence);
    for (guint32 i = 0; i < picture->edges_length; i++)
        least = MIN(least, picture->edges[i].edge->fact.confidence);
    return least;
}

static void add_confidence(Legend *legend)
{
    const double values[] = {1, least_confidence(legend->picture)};
    if (values[1] >= 1)
        return;
    add(legend, (EntLegendItem){.kind = ENT_LEGEND_WORD}, "confidence:");
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        EntLegendItem item = line_item(legend->picture->theme, ENT_STATUS_ACTUAL, "solid");
        item.opacity = ent_confidence_opacity(values[i]);
        add(legend, item, g_ascii_formatd(number, sizeof number, "%.3g", values[i]));
    }
}

static void add_widths(Legend *legend)
{
    static const double shares[] = {0.25, 0.5, 1};
    const char *currency = NULL;
    double most = ent_picture_widest(legend->picture, &currency);
    bool sums = legend->picture->options->width_by == ENT_WEIGHT_AMOUNT;
    g_autofree char *intro = g_strdup_printf("width by %s%s%s:", sums ? "amount" : "weight",
                                             currency ? " in " : "", currency ? currency : "");
    add(legend, (EntLegendItem){.kind = ENT_LEGEND_WORD, .new_row = true}, intro);
    for (gsize i = 0; i < G_N_ELEMENTS(shares) && most > 0; i++) {
        EntLegendItem item = line_item(legend->picture->theme, ENT_STATUS_ACTUAL, "solid");
        g_autofree char *number = ent_number_words(most * shares[i]);
        item.line.width = ent_width_of(shares[i]) * legend->scale;
        add(legend, item, number);
    }
    if (sums) {
        EntLegendItem item = line_item(legend->picture->theme, ENT_STATUS_ACTUAL, "solid");
        item.line.width = ent_width_of(0);
        add(legend, item, most > 0 ? "none told" : "none is told");
    }
}

static void add_sizes(Legend *legend)
{
    static const double shares[] = {0, 0.5, 1};
    const EntColumn *column = legend->picture->options->size_by;
    double most = 0;
    for (guint32 i = 0; i < legend->picture->nodes_length; i++) {
        if (isfinite(column->values[i]))
            most = MAX(most, column->values[i]);
    }
    g_autofree char *intro = g_strdup_printf("area by %s:", column->name);
    add(legend, (EntLegendItem){.kind = ENT_LEGEND_WORD, .new_row = true}, intro);
    for (gsize i = 0; i < G_N_ELEMENTS(shares) && (most > 0 || i == 0); i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        double side = sqrt(ent_size_factor(shares[i]));
        EntLegendItem item = {.kind = ENT_LEGEND_NODE,
                              .shape = ENT_SHAPE_BOX,
                              .fill = legend->picture->theme->paper,
                              .stroke = ent_theme_ink(legend->picture->theme, 4),
                              .swatch = {18 * side, 11 * side},
                              .line = {1, NULL, false}};
        add(legend, item, g_ascii_formatd(number, sizeof number, "%.3g", most * shares[i]));
    }
}

void ent_legend_add(const EntPicture *picture, double scale, GArray *items)
{
    Legend legend = {picture, scale, items};
    add_types(&legend, !picture->by_group);
    if (picture->by_group || picture->clusters_length > 0)
        add_groups(&legend);
    add_statuses(&legend);
    add_confidence(&legend);
    if (picture->layout->explain)
        picture->layout->explain(picture, scale, items);
    if (!picture->layout->put)
        add_styles(&legend);
    if (picture->options->marked_edges)
        add_marked(&legend);
    if (picture->options->edge_changes)
        add_changes(&legend);
    if (picture->options->width_by != ENT_WEIGHT_NONE)
        add_widths(&legend);
    if (picture->options->size_by)
        add_sizes(&legend);
}
