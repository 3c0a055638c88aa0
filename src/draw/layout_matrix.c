/* SPDX-License-Identifier: MIT */
/*
 * A matrix: a row and a column for each node, a cell for each edge from the row's to the column's,
 * of the colour of its type; parallel edges share a cell. For dense graphs, where lines would hide
 * one another. Nodes tied to the same others stand side by side, so that blocks show.
 */
#include "draw/layouts.h"

#include <math.h>

#define CELL         14.0
#define INSET        1.0
#define MOST         1500u /* nodes */
#define TYPES_SHOWN  9     /* with colours of their own, the most frequent ones */
#define RECENT       3     /* the next node is like the last so many */
#define NAMES_MARGIN 8.0

/* Who is tied to whom, itself included, a bit each. */
typedef struct {
    guint32 nodes;
    gsize words;
    guint64 *bits;
    guint *count;
} Ties;

static void ties_clear(Ties *ties)
{
    g_free(ties->bits);
    g_free(ties->count);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Ties, ties_clear)

static void set_tie(Ties *ties, guint32 a, guint32 b)
{
    ties->bits[a * ties->words + b / 64] |= (guint64)1 << b % 64;
}

static guint count_bits(guint64 word)
{
    return (guint)__builtin_popcountll(word);
}

static void find_ties(const EntPicture *picture, Ties *ties)
{
    *ties = (Ties){.nodes = picture->nodes_length, .words = picture->nodes_length / 64 + 1};
    ties->bits = g_new0(guint64, ties->words * ((gsize)ties->nodes + 1));
    ties->count = g_new0(guint, (gsize)ties->nodes + 1);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        set_tie(ties, picture->edges[i].from, picture->edges[i].to);
        set_tie(ties, picture->edges[i].to, picture->edges[i].from);
    }
    for (guint32 i = 0; i < ties->nodes; i++) {
        set_tie(ties, i, i);
        for (gsize word = 0; word < ties->words; word++)
            ties->count[i] += count_bits(ties->bits[i * ties->words + word]);
    }
}

/* The share of those tied to either that are tied to both (Jaccard). */
static double likeness(const Ties *ties, guint32 a, guint32 b)
{
    guint both = 0;
    for (gsize word = 0; word < ties->words; word++)
        both += count_bits(ties->bits[a * ties->words + word] & ties->bits[b * ties->words + word]);
    return (double)both / (ties->count[a] + ties->count[b] - both);
}

static guint32 group_of(const EntPicture *picture, guint32 node)
{
    return picture->options->groups ? picture->options->groups[node] : 0;
}

/* Whether `a` is to stand before `b` where likeness says nothing: by group, then by ties. */
static bool goes_first(const EntPicture *picture, const Ties *ties, guint32 a, guint32 b)
{
    if (group_of(picture, a) != group_of(picture, b))
        return group_of(picture, a) < group_of(picture, b);
    return ties->count[a] > ties->count[b];
}

/* The one of those left, of the last one's group if any is, that is most like the last ones. */
static guint32 choose_next(const EntPicture *picture, const Ties *ties, const guint32 *order,
                           guint32 length, const bool *placed)
{
    guint32 best = ENT_NONE;
    double most = -1;
    for (guint32 i = 0; i < ties->nodes; i++) {
        double like = 0;
        if (placed[i])
            continue;
        bool same = length > 0 && group_of(picture, i) == group_of(picture, order[length - 1]);
        for (guint32 k = 0; k < MIN(length, RECENT) && same; k++)
            like += likeness(ties, i, order[length - 1 - k]);
        like += same ? 1 : 0;
        if (like > most + 1e-12 || (like > most - 1e-12 && goes_first(picture, ties, i, best))) {
            best = i;
            most = like;
        }
    }
    return best;
}

static guint32 *order_nodes(const EntPicture *picture)
{
    g_auto(Ties) ties = {0};
    guint32 *order = g_new(guint32, (gsize)picture->nodes_length + 1);
    g_autofree bool *placed = g_new0(bool, (gsize)picture->nodes_length + 1);
    find_ties(picture, &ties);
    for (guint32 length = 0; length < picture->nodes_length; length++) {
        order[length] = choose_next(picture, &ties, order, length, placed);
        placed[order[length]] = true;
    }
    return order;
}

/* The types of edges, the most frequent first. */
typedef struct {
    const EntEdgeType *type;
    guint count;
} Kind;

static int by_count(const void *left, const void *right)
{
    const Kind *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return strcmp(a->type->name, b->type->name);
}

static GArray *find_kinds(const EntPicture *picture)
{
    GArray *kinds = g_array_new(FALSE, FALSE, sizeof(Kind));
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntEdgeType *type = picture->edges[i].type;
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, type));
        Kind kind = {type, 0};
        if (place == 0) {
            g_array_append_val(kinds, kind);
            place = kinds->len;
            g_hash_table_insert(places, (gpointer)type, GUINT_TO_POINTER(place));
        }
        g_array_index(kinds, Kind, place - 1).count++;
    }
    g_array_sort(kinds, by_count);
    return kinds;
}

static EntColor color_of_kind(const EntPicture *picture, guint place)
{
    return place < TYPES_SHOWN ? ent_color_of_group(place) : ent_theme_ink(picture->theme, 8);
}

static void color_edges(EntPicture *picture)
{
    g_autoptr(GArray) kinds = find_kinds(picture);
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < kinds->len; i++)
        g_hash_table_insert(places, (gpointer)g_array_index(kinds, Kind, i).type,
                            GUINT_TO_POINTER(i));
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, edge->type));
        edge->label_size = (EntPoint){0, 0};
        if (edge->change != ENT_CHANGE_NONE)
            continue;
        edge->color = color_of_kind(picture, place);
        if (edge->mark == ENT_MARK_FADED)
            edge->color = ent_color_faded(edge->color, picture->theme->paper);
    }
}

static void add_line(EntPicture *picture, EntPoint from, EntPoint to, bool strong)
{
    ent_picture_guide(picture, (EntGuide){.kind = ENT_GUIDE_LINE,
                                          .from = from,
                                          .to = to,
                                          .color = ent_theme_ink(picture->theme, strong ? 6 : 12),
                                          .width = strong ? 1 : 0.5});
}

/* Lines between rows and columns, stronger around all and between groups. */
static void add_grid(EntPicture *picture, const guint32 *order)
{
    guint32 nodes = picture->nodes_length;
    double side = nodes * CELL, names = 0;
    for (guint32 i = 0; i <= nodes; i++) {
        double at = i * CELL;
        bool edge =
            i == 0 || i == nodes || group_of(picture, order[i]) != group_of(picture, order[i - 1]);
        add_line(picture, (EntPoint){0, at}, (EntPoint){side, at}, edge);
        add_line(picture, (EntPoint){at, 0}, (EntPoint){at, side}, edge);
    }
    for (guint32 i = 0; i < nodes; i++)
        names = MAX(names, picture->nodes[i].name.width);
    ent_picture_guide(picture,
                      (EntGuide){.kind = ENT_GUIDE_ROOM, .from = {0, -names - NAMES_MARGIN}});
    ent_picture_room_for_names(picture);
}

/* Names in one line: a row has room for no more. */
static void set_names(EntPicture *picture)
{
    static const EntSetting setting = {ENT_SMALL_FONT, false, 220, 1};
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPictureNode *node = &picture->nodes[i];
        double fit = MIN(1, (CELL - 2) / node->size.y);
        ent_label_clear(&node->name);
        node->name = ent_label(node->node->name, &setting);
        node->size = (EntPoint){node->size.x * fit, node->size.y * fit};
    }
}

static bool place_matrix(EntPicture *picture, GError **error)
{
    if (picture->nodes_length > MOST) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                    "a matrix has room for %u nodes, not for %u: choose some, for example by "
                    "'--type' or '--around'",
                    MOST, picture->nodes_length);
        return false;
    }
    g_autofree guint32 *order = order_nodes(picture);
    set_names(picture);
    for (guint32 row = 0; row < picture->nodes_length; row++) {
        EntPictureNode *node = &picture->nodes[order[row]];
        node->at = (EntPoint){-node->size.x / 2 - 4, (row + 0.5) * CELL};
    }
    color_edges(picture);
    add_grid(picture, order);
    return true;
}

/* What is drawn of an edge: in the cell of a row and a column, beside others. */
typedef struct {
    guint32 edge;
    double row, column; /* where the cell begins */
    guint place, places;
} Piece;

static int by_cell(const void *left, const void *right)
{
    const Piece *a = left, *b = right;
    if (a->row != b->row)
        return a->row > b->row ? 1 : -1;
    if (a->column != b->column)
        return a->column > b->column ? 1 : -1;
    return (a->edge > b->edge) - (a->edge < b->edge);
}

static int by_edge(const void *left, const void *right)
{
    const Piece *a = left, *b = right;
    if (a->edge != b->edge)
        return a->edge > b->edge ? 1 : -1;
    return by_cell(left, right);
}

static GArray *cut_cells(const EntPicture *picture)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        double from = picture->nodes[edge->from].at.y - CELL / 2;
        double to = picture->nodes[edge->to].at.y - CELL / 2;
        Piece piece = {i, from, to, 0, 0}, other = {i, to, from, 0, 0};
        g_array_append_val(pieces, piece);
        if (edge->type->symmetric && edge->from != edge->to)
            g_array_append_val(pieces, other);
    }
    g_array_sort(pieces, by_cell);
    for (guint first = 0, end; first < pieces->len; first = end) {
        const Piece *piece = &g_array_index(pieces, Piece, first);
        for (end = first + 1; end < pieces->len; end++) {
            const Piece *next = &g_array_index(pieces, Piece, end);
            if (next->row != piece->row || next->column != piece->column)
                break;
        }
        for (guint i = first; i < end; i++) {
            g_array_index(pieces, Piece, i).place = i - first;
            g_array_index(pieces, Piece, i).places = end - first;
        }
    }
    g_array_sort(pieces, by_edge);
    return pieces;
}

static void put_piece(const EntDrawing *drawing, const Piece *piece)
{
    const EntPicture *picture = drawing->picture;
    const EntPictureEdge *edge = &picture->edges[piece->edge];
    EntStatus status = (EntStatus)edge->edge->fact.status;
    EntStroke stroke = ent_stroke(status, "solid");
    bool hollow = status == ENT_STATUS_PLANNED || status == ENT_STATUS_ALLEGED;
    double width = (CELL - 2 * INSET) / piece->places;
    EntPoint at = {drawing->offset.x + piece->column + INSET + piece->place * width,
                   drawing->offset.y + piece->row + INSET};
    EntPoint centre = {at.x + width / 2, at.y + CELL / 2 - INSET};
    EntColor line = ent_color_off(edge->color, picture->theme->paper, 3);
    EntColor pale = ent_color_mix(edge->color, picture->theme->paper, 0.6);
    EntPaint paint = {
        hollow ? pale.text : edge->color.text, line.text, edge->mark == ENT_MARK_OUT ? 2 : 1,
        stroke.dash ? "2.5 2" : NULL,          false,     1}; /* the edge's group has its opacity */
    ent_shape_put(drawing->output, ENT_SHAPE_BOX, centre,
                  (EntPoint){MAX(width - 1, 0.6), CELL - 2 * INSET - 1}, &paint);
    if (status == ENT_STATUS_DENIED)
        ent_svg_put_cross(drawing->output, centre, picture->theme->denied.text);
}

static void put_cells(const EntDrawing *drawing)
{
    const EntPicture *picture = drawing->picture;
    g_autoptr(GArray) pieces = cut_cells(picture);
    for (guint first = 0, end; first < pieces->len; first = end) {
        guint32 index = g_array_index(pieces, Piece, first).edge;
        bool linked = ent_svg_put_fact_link_start(drawing, &picture->edges[index].edge->fact);
        ent_svg_put_edge_start(drawing, index);
        for (end = first; end < pieces->len; end++) {
            const Piece *piece = &g_array_index(pieces, Piece, end);
            if (piece->edge != index)
                break;
            put_piece(drawing, piece);
        }
        ent_put(drawing->output, "</g>");
        ent_svg_put_link_end(drawing->output, linked);
    }
}

/* A column's name, upright above it. */
static void put_column(const EntDrawing *drawing, const EntPictureNode *node)
{
    EntOutput *output = drawing->output;
    EntPoint at = {drawing->offset.x + node->at.y, drawing->offset.y - NAMES_MARGIN};
    EntPoint top = {at.x, at.y - node->name.height / 2};
    ent_put(output, "<g transform=\"rotate(-90 ");
    ent_svg_put_value(output, at.x);
    ent_put(output, " ");
    ent_svg_put_value(output, at.y);
    ent_put(output, ")\">");
    ent_svg_put_lines(output, &node->name, top, "start", drawing->picture->theme->ink.text);
    ent_put(output, "</g>\n");
}

static void put_matrix(const EntDrawing *drawing)
{
    EntOutput *output = drawing->output;
    const EntPicture *picture = drawing->picture;
    ent_put(output, "<g class=\"edges\">\n");
    put_cells(drawing);
    ent_put(output, "</g>\n<g class=\"columns\">\n");
    for (guint32 i = 0; i < picture->nodes_length; i++)
        put_column(drawing, &picture->nodes[i]);
    ent_put(output, "</g>\n<g class=\"nodes\">\n");
    for (guint32 i = 0; i < picture->nodes_length; i++)
        ent_svg_put_node(drawing, i);
    ent_put(output, "</g>\n");
}

static void explain_matrix(const EntPicture *picture, double scale, GArray *items)
{
    g_autoptr(GArray) kinds = find_kinds(picture);
    EntLegendItem words = {.kind = ENT_LEGEND_WORD, .new_row = true};
    ent_legend_put(items, scale, words, "from the row's to the column's:");
    for (guint i = 0; i < MIN(kinds->len, TYPES_SHOWN + 1); i++) {
        EntColor color = color_of_kind(picture, i);
        bool last = i == TYPES_SHOWN;
        EntLegendItem item = {.kind = ENT_LEGEND_NODE,
                              .shape = ENT_SHAPE_BOX,
                              .fill = color,
                              .stroke = ent_color_off(color, picture->theme->paper, 3),
                              .swatch = {11, 11},
                              .line = {1, NULL, false}};
        ent_legend_put(items, scale, item,
                       last ? "others" : g_array_index(kinds, Kind, i).type->label);
    }
}

const EntLayout ent_layout_matrix = {
    .name = "matrix",
    .summary = "a row and a column for each node, a cell for each edge; for dense graphs",
    .place = place_matrix,
    .still = true,
    .put = put_matrix,
    .explain = explain_matrix,
};
