/* SPDX-License-Identifier: MIT */
#include "draw/picture.h"

#include <entente/project.h>

#include "draw/layouts.h"

static gint by_date(gconstpointer a, gconstpointer b)
{
    EntDate one = *(const EntDate *)a;
    EntDate other = *(const EntDate *)b;
    return (one > other) - (one < other);
}

/* Whether single dates tell edges apart: if half of them are the same day, they would be noise. */
static bool dates_differ(const EntPicture *picture)
{
    g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(EntDate));
    guint most = 0;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntDetails *details = picture->edges[i].edge->fact.details;
        EntDate date = details->date != ENT_DATE_NONE ? details->date : details->start;
        if (date != ENT_DATE_NONE)
            g_array_append_val(dates, date);
    }
    g_array_sort(dates, by_date);
    for (guint i = 0, run = 0; i < dates->len; i++) {
        bool same = i > 0 && by_date(&g_array_index(dates, EntDate, i),
                                     &g_array_index(dates, EntDate, i - 1)) == 0;
        run = same ? run + 1 : 1;
        most = MAX(most, run);
    }
    return dates->len > 0 && most * 2 < dates->len + 1;
}

static EntMark mark_of(const bool *marked, guint32 place)
{
    if (!marked)
        return ENT_MARK_NONE;
    return marked[place] ? ENT_MARK_OUT : ENT_MARK_FADED;
}

static void set_node_looks(const EntPicture *picture, EntPictureNode *node, guint32 place)
{
    const EntDrawOptions *options = picture->options;
    node->shape = ent_shape(node->type->shape);
    if (!picture->by_group)
        node->fill = node->own;
    else if (options->groups[place] > 0)
        node->fill = ent_color_of_group(options->groups[place] - 1);
    else
        node->fill = picture->theme->paper;
    node->stroke = ent_color_off(node->fill, picture->theme->paper, 4.5);
    node->mark = mark_of(options->marked_nodes, place);
}

static gint by_schema(gconstpointer left, gconstpointer right)
{
    const EntNodeType *a = *(EntNodeType *const *)left, *b = *(EntNodeType *const *)right;
    return a->rank != b->rank ? (a->rank > b->rank ? 1 : -1) : strcmp(a->name, b->name);
}

GPtrArray *ent_picture_types(const EntPicture *picture, guint **of)
{
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    GPtrArray *types = g_ptr_array_new();
    for (guint32 i = 0; i < picture->nodes_length; i++)
        if (g_hash_table_add(places, (gpointer)picture->nodes[i].type))
            g_ptr_array_add(types, (gpointer)picture->nodes[i].type);
    g_ptr_array_sort(types, by_schema);
    for (guint i = 0; i < types->len; i++)
        g_hash_table_insert(places, types->pdata[i], GUINT_TO_POINTER(i));
    *of = g_new0(guint, (gsize)picture->nodes_length + 1);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        (*of)[i] = GPOINTER_TO_UINT(g_hash_table_lookup(places, picture->nodes[i].type));
    return types;
}

/* Each node gets its type's colour; a theme may give colours to the types in the schema's order. */
static void color_types(EntPicture *picture)
{
    g_autofree guint *of = NULL;
    g_ptr_array_unref(ent_picture_types(picture, &of));
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPictureNode *node = &picture->nodes[i];
        node->own = ent_theme_type(picture->theme, node->type->color, of[i]);
    }
}

static void add_nodes(EntPicture *picture)
{
    guint32 length = 0;
    const guint32 *indices = ent_view_nodes(picture->view, &length);
    picture->nodes = g_new0(EntPictureNode, length);
    picture->nodes_length = length;
    for (guint32 i = 0; i < length; i++) {
        EntPictureNode *node = &picture->nodes[i];
        node->index = indices[i];
        node->node = ent_dossier_node(picture->dossier, indices[i]);
        node->type = ent_dossier_node_type(picture->dossier, node->node);
    }
    color_types(picture);
    for (guint32 i = 0; i < length; i++)
        set_node_looks(picture, &picture->nodes[i], i);
}

static void add_edges(EntPicture *picture)
{
    guint32 length = 0;
    const guint32 *indices = ent_view_edges(picture->view, &length);
    picture->edges = g_new0(EntPictureEdge, length);
    picture->edges_length = length;
    for (guint32 i = 0; i < length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        edge->index = indices[i];
        edge->edge = ent_dossier_edge(picture->dossier, indices[i]);
        edge->type = ent_dossier_edge_type(picture->dossier, edge->edge);
        edge->from = ent_view_place(picture->view, edge->edge->from);
        edge->to = ent_view_place(picture->view, edge->edge->to);
        edge->color =
            edge->edge->fact.status == ENT_STATUS_DENIED
                ? picture->theme->denied
                : ent_color_off(picture->nodes[edge->from].fill, picture->theme->paper, 6);
        edge->mark = mark_of(picture->options->marked_edges, i);
        if (edge->mark == ENT_MARK_FADED)
            edge->color = ent_color_faded(edge->color, picture->theme->paper);
    }
}

/* What is less sure is paler, unless it stands out. */
static void show_confidence(EntPicture *picture)
{
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPictureNode *node = &picture->nodes[i];
        bool out = node->mark == ENT_MARK_OUT || node->change != ENT_CHANGE_NONE;
        node->opacity = out ? 1 : ent_confidence_opacity(node->node->fact.confidence);
        node->ink =
            ent_color_ink(ent_color_mix(node->fill, picture->theme->paper, 1 - node->opacity));
    }
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        bool out = edge->mark == ENT_MARK_OUT || edge->change != ENT_CHANGE_NONE;
        edge->opacity = out ? 1 : ent_confidence_opacity(edge->edge->fact.confidence);
    }
}

/* Whether a node at the edge's end shows the same dates. */
static bool is_dated_by_end(const EntPicture *picture, const EntPictureEdge *edge)
{
    g_autofree char *own = ent_when(edge->edge->fact.details);
    const guint32 ends[] = {edge->from, edge->to};
    for (gsize i = 0; own && i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *other = ent_when(picture->nodes[ends[i]].node->fact.details);
        if (g_strcmp0(own, other) == 0)
            return true;
    }
    return false;
}

/* What stands under an edge's label. Of a projected tie it is how many nodes are shared; where one
 * is and the ties are few, its name: on many ties the same names would hide the picture. */
static char *describe_edge(const EntPicture *picture, const EntPictureEdge *edge, EntWhen when)
{
    g_auto(GStrv) names = ent_edge_through(picture->dossier, edge->edge);
    guint length = names ? g_strv_length(names) : 0;
    if (length == 0)
        return ent_edge_details(edge->edge, is_dated_by_end(picture, edge) ? ENT_WHEN_NEVER : when);
    if (length > 1)
        return g_strdup_printf("×\302\240%u", length);
    return edge->common ? NULL : g_strdup(names[0]);
}

/* So many lines are a texture: thin and pale, they let nodes be seen. */
static void thin_edges(EntPicture *picture)
{
    picture->thin = true;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        if (edge->mark == ENT_MARK_NONE && edge->change == ENT_CHANGE_NONE)
            edge->color = ent_color_mix(edge->color, picture->theme->paper, 0.5);
    }
}

static void label_edges(EntPicture *picture)
{
    static const EntSetting setting = {ENT_SMALL_FONT, false, 92, 3};
    static const EntSetting below = {ENT_SMALL_FONT, false, 92, 2};
    EntWhen when = dates_differ(picture) ? ENT_WHEN_ALWAYS : ENT_WHEN_SPANS;
    ent_picture_find_common(picture);
    picture->edge_labels = picture->edges_length <= ENT_LABELLED_EDGES;
    if (!picture->edge_labels)
        thin_edges(picture);
    if (!picture->edge_labels)
        return;
    g_autofree char **details = g_new0(char *, (gsize)picture->edges_length + 1);
    g_autofree bool *silent = g_new0(bool, (gsize)picture->edges_length + 1);
    for (guint32 i = 0; i < picture->edges_length; i++)
        details[i] = describe_edge(picture, &picture->edges[i], when);
    ent_picture_gather(picture, details, silent);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        g_autofree char *detail = details[i];
        if (silent[i])
            continue;
        edge->label = ent_label(edge->common ? NULL : edge->type->label, &setting);
        edge->details = ent_label(detail, &below);
        double width = MAX(edge->label.width, edge->details.width);
        double height = edge->label.height + edge->details.height;
        if (height > 0)
            edge->label_size = (EntPoint){width + 4, height + 2};
    }
}

/* How groups are shown: only dot keeps the nodes of each together. */
static void choose_groups(EntPicture *picture)
{
    const EntDrawOptions *options = picture->options;
    guint32 nodes, edges;
    ent_view_nodes(picture->view, &nodes);
    ent_view_edges(picture->view, &edges);
    bool around = ent_view_centre(picture->view) != ENT_NONE;
    picture->layout = ent_layout_choose(options, nodes, edges, around);
    bool sheet = options->frames_length > 0;
    bool columns = options->ranks || picture->layout != &ent_layout_dot;
    picture->boxed = options->boxes && options->groups && !columns && !sheet;
    picture->by_group = options->groups && (options->color_by == ENT_COLOR_GROUP ||
                                            (options->boxes && !picture->boxed));
    if (options->boxes && options->groups && !picture->boxed)
        ent_picture_notice(picture, "%s draws no boxes around groups: colours show them",
                           sheet            ? "a sheet"
                           : options->ranks ? "a picture of columns by type"
                                            : picture->layout->name);
}

EntPicture *ent_picture_new(const EntView *view, const EntDrawOptions *options,
                            const EntTheme *theme)
{
    EntPicture *picture = g_new0(EntPicture, 1);
    picture->view = view;
    picture->dossier = ent_view_dossier(view);
    picture->options = options;
    picture->theme = theme;
    choose_groups(picture);
    add_nodes(picture);
    add_edges(picture);
    ent_picture_widen(picture);
    if (options->node_changes)
        ent_picture_mark_changes(picture);
    show_confidence(picture);
    ent_picture_size(picture);
    ent_picture_thin(picture);
    label_edges(picture);
    if (picture->boxed)
        ent_picture_cluster(picture);
    return picture;
}

void ent_picture_clear_curves(EntPictureEdge *edge)
{
    for (guint i = 0; i < edge->curves_length; i++)
        ent_curve_clear(&edge->curves[i]);
    g_clear_pointer(&edge->curves, g_free);
    edge->curves_length = 0;
}

static void clear_edge(EntPictureEdge *edge)
{
    ent_label_clear(&edge->label);
    ent_label_clear(&edge->details);
    ent_picture_clear_curves(edge);
}

void ent_picture_free(EntPicture *picture)
{
    if (!picture)
        return;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        ent_label_clear(&picture->nodes[i].name);
        ent_label_clear(&picture->nodes[i].details);
    }
    for (guint32 i = 0; i < picture->edges_length; i++)
        clear_edge(&picture->edges[i]);
    ent_picture_drop_clusters(picture);
    ent_picture_drop_guides(picture);
    g_free(picture->nodes);
    g_free(picture->edges);
    g_free(picture);
}

guint32 *ent_picture_count_ties(const EntPicture *picture)
{
    guint32 *ties = g_new0(guint32, (gsize)picture->nodes_length + 1);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        ties[picture->edges[i].from]++;
        ties[picture->edges[i].to]++;
    }
    return ties;
}

void ent_picture_notice(const EntPicture *picture, const char *format, ...)
{
    if (!picture->options->notice)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    picture->options->notice(message, picture->options->notice_data);
}

const char *ent_picture_title(const EntPicture *picture)
{
    const char *title = picture->options->title;
    return title ? title : ent_dossier_title(picture->dossier);
}

EntBox ent_picture_find_box(const EntPicture *picture)
{
    g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(EntPoint));
    EntBox box = {0, 0, 0, 0};
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        const EntPictureNode *node = &picture->nodes[i];
        EntBox here = ent_box_around(node->at, node->size.x, node->size.y);
        box = i == 0 ? here : ent_box_union(box, here);
    }
    box = ent_picture_guides_box(picture, box);
    for (guint i = 0; i < picture->clusters_length; i++)
        box = ent_box_union(box, ent_box_grown(picture->clusters[i].box, 2));
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        g_array_set_size(line, 0);
        for (guint k = 0; k < edge->curves_length; k++)
            ent_curve_flatten(&edge->curves[k], 12, line);
        for (guint k = 0; k < line->len; k++)
            box = ent_box_union(box, ent_box_around(g_array_index(line, EntPoint, k), 6, 6));
        if (edge->labelled)
            box = ent_box_union(
                box, ent_box_around(edge->label_at, edge->label_size.x, edge->label_size.y));
    }
    return box;
}

double ent_confidence_opacity(double confidence)
{
    return 0.25 + 0.75 * CLAMP(confidence, 0, 1);
}

EntStroke ent_stroke(EntStatus status, const char *style)
{
    EntStroke stroke = {g_strcmp0(style, "bold") == 0 ? 2.4 : 1.2, NULL, false};
    if (status == ENT_STATUS_PLANNED || status == ENT_STATUS_DENIED) {
        stroke.dash = "6 4";
    } else if (status == ENT_STATUS_ALLEGED) {
        stroke.dash = "0.1 4.4";
        stroke.round = true;
        stroke.width += 0.8;
    } else if (g_strcmp0(style, "dashed") == 0) {
        stroke.dash = "12 3";
    } else if (g_strcmp0(style, "dotted") == 0) {
        stroke.dash = "2.5 2";
    }
    return stroke;
}

EntLooks ent_node_looks(const EntPicture *picture, const EntPictureNode *node)
{
    EntColor paper = picture->theme->paper;
    if (node->mark != ENT_MARK_FADED)
        return (EntLooks){node->fill, node->stroke, node->ink};
    return (EntLooks){ent_color_faded(node->fill, paper), ent_color_faded(node->stroke, paper),
                      ent_color_faded(node->ink, paper)};
}
