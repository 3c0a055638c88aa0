/* SPDX-License-Identifier: MIT */
/*
 * Of very many nodes only the most important have room for their names; the others are dots, whose
 * tooltips say who they are.
 */
#include "draw/layouts.h"

#include <math.h>

#define ALL_NAMED 300 /* nodes: up to so many, all have their names */
#define NAMED     100 /* of more, so many and one more for each EACH nodes */
#define EACH      400
#define DOT       10.0

/* How important each node is: by the measure that sizes stand for, else by its ties. */
static double *weigh(const EntPicture *picture)
{
    double *weights = g_new(double, (gsize)picture->nodes_length + 1);
    const EntColumn *column = picture->options->size_by;
    g_autofree guint32 *ties = ent_picture_count_ties(picture);
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        if (picture->nodes[i].mark == ENT_MARK_OUT)
            weights[i] = HUGE_VAL;
        else if (column)
            weights[i] = isfinite(column->values[i]) ? column->values[i] : -1;
        else
            weights[i] = ties[i];
    }
    return weights;
}

static gint by_weight(gconstpointer left, gconstpointer right, gpointer data)
{
    const double *weights = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    if (weights[a] != weights[b])
        return weights[a] > weights[b] ? -1 : 1;
    return (a > b) - (a < b);
}

static void make_dot(EntPictureNode *node, double side)
{
    ent_label_clear(&node->name);
    ent_label_clear(&node->details);
    node->size = (EntPoint){side, side};
    node->shift = 0;
}

/* As large as the measure says, beside the largest. */
static double side_of(const EntPicture *picture, double weight, double most)
{
    if (!picture->options->size_by || !(most > 0) || !isfinite(weight))
        return DOT;
    return DOT * sqrt(ent_size_factor(weight / most));
}

void ent_picture_thin(EntPicture *picture)
{
    g_autofree guint32 *order = g_new(guint32, (gsize)picture->nodes_length + 1);
    guint32 named = NAMED + picture->nodes_length / EACH;
    if (picture->nodes_length <= ALL_NAMED || picture->layout->still)
        return;
    g_autofree double *weights = weigh(picture);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)picture->nodes_length, sizeof *order, by_weight, weights);
    double most = weights[order[0]];
    for (guint32 i = named; i < picture->nodes_length; i++)
        make_dot(&picture->nodes[order[i]], side_of(picture, weights[order[i]], most));
    ent_picture_notice(picture,
                       "%u nodes are too many to name: the first %u by %s are, tooltips name the "
                       "others",
                       picture->nodes_length, named,
                       picture->options->size_by ? picture->options->size_by->name : "ties");
}
