/* SPDX-License-Identifier: MIT */
/*
 * Places for labels of edges. Each label tries some points of its edge, the middle first, and takes
 * the first that hides nothing, or the one that hides least. Boxes taken are kept in the cells of a
 * coarse grid, so that a label looks only at its neighbours.
 */
#include "placed.h"

#include <math.h>

#define CELL  256.0 /* points */
#define STEPS 16    /* straight pieces a Bezier curve is measured by */

typedef struct {
    GHashTable *cells; /* gint64 * (column and row) -> GArray of EntBox */
} Grid;

static EntPoint bezier_point(const EntPoint *p, double t)
{
    double u = 1 - t;
    double a = u * u * u;
    double b = 3 * u * u * t;
    double c = 3 * u * t * t;
    double d = t * t * t;
    return (EntPoint){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                      a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

/* A chain of curves as a chain of straight pieces. */
static GArray *flatten(const GArray *points)
{
    GArray *flat = g_array_new(FALSE, FALSE, sizeof(EntPoint));
    g_array_append_val(flat, g_array_index(points, EntPoint, 0));
    for (guint i = 0; i + 3 < points->len; i += 3) {
        for (guint step = 1; step <= STEPS; step++) {
            EntPoint p = bezier_point(&g_array_index(points, EntPoint, i), (double)step / STEPS);
            g_array_append_val(flat, p);
        }
    }
    return flat;
}

static double piece_length(const GArray *flat, guint i)
{
    EntPoint a = g_array_index(flat, EntPoint, i);
    EntPoint b = g_array_index(flat, EntPoint, i + 1);
    return hypot(b.x - a.x, b.y - a.y);
}

EntPoint ent_placed_along(const GArray *points, double fraction)
{
    g_autoptr(GArray) flat = flatten(points);
    double left = 0;
    for (guint i = 0; i + 1 < flat->len; i++)
        left += piece_length(flat, i);
    left *= fraction;
    for (guint i = 0; i + 1 < flat->len; i++) {
        double length = piece_length(flat, i);
        if (length > 0 && left <= length) {
            EntPoint a = g_array_index(flat, EntPoint, i);
            EntPoint b = g_array_index(flat, EntPoint, i + 1);
            double part = left / length;
            return (EntPoint){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
        }
        left -= length;
    }
    return g_array_index(flat, EntPoint, flat->len - 1);
}

static EntBox box_around(EntPoint centre, double width, double height)
{
    return (EntBox){{centre.x - width / 2, centre.y - height / 2},
                    {centre.x + width / 2, centre.y + height / 2}};
}

static double shared_area(const EntBox *a, const EntBox *b)
{
    double width = MIN(a->high.x, b->high.x) - MAX(a->low.x, b->low.x);
    double height = MIN(a->high.y, b->high.y) - MAX(a->low.y, b->low.y);
    return width > 0 && height > 0 ? width * height : 0;
}

/* Cells are 32 bits a side; layouts that are wider have failed anyway. */
static gint64 cell_key(gint64 column, gint64 row)
{
    return column * G_GINT64_CONSTANT(0x100000000) + row;
}

static gint64 cell_of(double coordinate)
{
    return (gint64)floor(CLAMP(coordinate, -1e9, 1e9) / CELL);
}

static void take(Grid *grid, EntBox box)
{
    for (gint64 column = cell_of(box.low.x); column <= cell_of(box.high.x); column++) {
        for (gint64 row = cell_of(box.low.y); row <= cell_of(box.high.y); row++) {
            gint64 key = cell_key(column, row);
            GArray *boxes = g_hash_table_lookup(grid->cells, &key);
            if (!boxes) {
                boxes = g_array_new(FALSE, FALSE, sizeof(EntBox));
                g_hash_table_insert(grid->cells, g_memdup2(&key, sizeof key), boxes);
            }
            g_array_append_val(boxes, box);
        }
    }
}

/* How much of what has its place BOX would hide; parts in several cells count several times. */
static double hidden_area(const Grid *grid, EntBox box)
{
    double area = 0;
    for (gint64 column = cell_of(box.low.x); column <= cell_of(box.high.x); column++) {
        for (gint64 row = cell_of(box.low.y); row <= cell_of(box.high.y); row++) {
            gint64 key = cell_key(column, row);
            const GArray *boxes = g_hash_table_lookup(grid->cells, &key);
            for (guint i = 0; boxes && i < boxes->len; i++)
                area += shared_area(&box, &g_array_index(boxes, EntBox, i));
        }
    }
    return area;
}

static EntPoint best_place(const Grid *grid, const GArray *points, const EntPlacedLabel *label)
{
    static const double fractions[] = {0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78};
    EntPoint best = {0, 0};
    double least = HUGE_VAL;
    for (guint i = 0; i < G_N_ELEMENTS(fractions) && least > 0; i++) {
        EntPoint centre = ent_placed_along(points, fractions[i]);
        double area = hidden_area(grid, box_around(centre, label->width, label->height));
        if (area < least) {
            least = area;
            best = centre;
        }
    }
    return best;
}

static gboolean keeps_place(const EntPlaced *placed, const EntPlacedLabel *label, gboolean anew)
{
    const EntPlacedEdge *edge = ent_placed_edge(placed, label->edge);
    return label->set && (!anew || edge->tail == edge->head);
}

void ent_placed_put_labels(EntPlaced *placed, gboolean anew)
{
    g_autoptr(GHashTable) cells =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
    Grid grid = {cells};
    for (guint i = 0; i < placed->nodes->len; i++) {
        const EntPlacedNode *node = ent_placed_node(placed, i);
        take(&grid, box_around(node->centre, node->width, node->height));
    }
    for (guint i = 0; i < placed->labels->len; i++) {
        const EntPlacedLabel *label = ent_placed_label(placed, i);
        if (keeps_place(placed, label, anew))
            take(&grid, box_around(label->centre, label->width, label->height));
    }
    for (guint i = 0; i < placed->labels->len; i++) {
        EntPlacedLabel *label = ent_placed_label(placed, i);
        if (keeps_place(placed, label, anew))
            continue;
        label->centre = best_place(&grid, ent_placed_edge(placed, label->edge)->points, label);
        take(&grid, box_around(label->centre, label->width, label->height));
    }
}
