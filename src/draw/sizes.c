/* SPDX-License-Identifier: MIT */
/*
 * How large nodes are. Without a measure each is as large as its text needs. With one, areas grow
 * in proportion to the value, from the area that most texts can do with (value 0, or none) to four
 * times as much (the largest value), and letters grow with them; a longer text in a small node gets
 * smaller letters, and a larger node only where these would be too small.
 */
#include "draw/layouts.h"

#include <math.h>

#define BESIDE_WIDTH  250.0
#define MOST          4.0 /* times the smallest area */
#define LEAST_LETTERS 0.7 /* of their common size, for long names in the smallest nodes */

/* Shapes that taper are read more easily with shorter lines. */
static double wrap_width(EntShape shape)
{
    switch (shape) {
    case ENT_SHAPE_CIRCLE:
    case ENT_SHAPE_DIAMOND:
        return 84;
    case ENT_SHAPE_ELLIPSE:
    case ENT_SHAPE_PENTAGON:
        return 96;
    default:
        return 110;
    }
}

/* Broader and longer for long names; what is still left over is in the tooltip. */
static EntLabel wrap_name(const EntPictureNode *node, double scale)
{
    static const struct {
        double width;
        guint lines;
    } tries[] = {{1, 3}, {1.2, 4}, {1.45, 5}};
    EntSetting setting = {ENT_NODE_FONT * scale, scale > 1.2, 0, 0};
    EntLabel label = {0};
    for (gsize i = 0; i < G_N_ELEMENTS(tries); i++) {
        setting.max_width = wrap_width(node->shape) * tries[i].width * scale;
        setting.max_lines = tries[i].lines + 1;
        ent_label_clear(&label);
        label = ent_label(node->node->name, &setting);
        if (label.length <= tries[i].lines)
            break;
    }
    return label;
}

static void set_text(EntPictureNode *node, double scale)
{
    EntSetting details = {ENT_SMALL_FONT * scale, false, wrap_width(node->shape) * scale, 2};
    g_autofree char *small = ent_node_details(node->node);
    ent_label_clear(&node->name);
    ent_label_clear(&node->details);
    node->name = wrap_name(node, scale);
    node->details = ent_label(small, &details);
}

static void fit(EntPictureNode *node)
{
    EntPoint text = {MAX(node->name.width, node->details.width),
                     node->name.height + node->details.height};
    ent_shape_fit(node->shape, text, &node->size, &node->shift);
}

double ent_size_factor(double share)
{
    return 1 + (MOST - 1) * CLAMP(share, 0, 1);
}

/* The largest value that is a number; 0 if none is greater. */
static double largest(const EntColumn *column, guint32 length)
{
    double most = 0;
    for (guint32 i = 0; i < length; i++) {
        if (isfinite(column->values[i]))
            most = MAX(most, column->values[i]);
    }
    return most;
}

/* Of a node's area; 1 where it has no value. */
static double factor_of(const EntColumn *column, guint32 node, double most)
{
    double value = column->values[node];
    return isfinite(value) && most > 0 ? ent_size_factor(value / most) : 1;
}

/* Makes the node's area `area` without changing its proportions, unless its text needs more. */
static void grow(EntPictureNode *node, double area, double factor)
{
    double needed = node->size.x * node->size.y;
    if (factor > 1)
        set_text(node, MIN(sqrt(factor), 1.7));
    else if (needed > area)
        set_text(node, MAX(sqrt(area / needed) * 0.97, LEAST_LETTERS));
    fit(node);
    double by = sqrt(area / (node->size.x * node->size.y));
    node->size.x *= MAX(by, 1);
    node->size.y *= MAX(by, 1);
    node->shift = ent_shape_shift(node->shape, node->size);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    double one = *(const double *)a;
    double other = *(const double *)b;
    return (one > other) - (one < other);
}

/* The area that the texts of three nodes in four can do with. */
static double common_area(const EntPicture *picture)
{
    g_autoptr(GArray) areas = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        double area = picture->nodes[i].size.x * picture->nodes[i].size.y;
        g_array_append_val(areas, area);
    }
    g_array_sort(areas, by_number);
    return areas->len > 0 ? g_array_index(areas, double, (areas->len - 1) * 3 / 4) : 0;
}

static void size_by(EntPicture *picture, const EntColumn *column)
{
    double most = largest(column, picture->nodes_length);
    double base = common_area(picture);
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        double factor = factor_of(column, i, most);
        picture->nodes[i].faint = !isfinite(column->values[i]);
        grow(&picture->nodes[i], base * factor, factor);
    }
}

/* A small shape with its name beside it, in at most two lines. */
static void set_beside(EntPicture *picture, const EntColumn *column)
{
    static const EntSetting setting = {ENT_NODE_FONT - 1, false, BESIDE_WIDTH, 2};
    double most = column ? largest(column, picture->nodes_length) : 0;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPictureNode *node = &picture->nodes[i];
        double side = column ? sqrt(factor_of(column, i, most)) : 1;
        node->beside = true;
        node->faint = column && !isfinite(column->values[i]);
        node->name = ent_label(node->node->name, &setting);
        node->size = node->shape == ENT_SHAPE_CIRCLE ? (EntPoint){12 * side, 12 * side}
                                                     : (EntPoint){16 * side, 11 * side};
    }
}

void ent_picture_size(EntPicture *picture)
{
    if (picture->layout->still) {
        set_beside(picture, picture->options->size_by);
        return;
    }
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        set_text(&picture->nodes[i], 1);
        fit(&picture->nodes[i]);
    }
    if (picture->options->size_by)
        size_by(picture, picture->options->size_by);
}
