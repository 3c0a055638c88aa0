/* SPDX-License-Identifier: MIT */
#include "kernel/spring.h"

#include <math.h>
#include <string.h>

#define DEPTH_MOST 40
#define OPEN       0.36 /* (side / distance)^2 above which a group is looked into: 0.6 squared */
#define NEAR       1e-6 /* squared: nodes on one another push as from there */

/* A square. Its group: mass and centre of mass; its parts, or the nodes that end here. */
typedef struct {
    double x, y, mass;
    double side2; /* squared */
    gint32 parts; /* index of the first of four; -1: a leaf */
} Cell;

struct EntSpringTree {
    GArray *cells; /* Cell */
};

/* Where a cell's square is; only needed while it is filled. */
typedef struct {
    double x, y, side; /* of the low corner */
} Square;

EntSpringTree *ent_spring_tree_new(guint32 nodes)
{
    EntSpringTree *tree = g_new0(EntSpringTree, 1);

    tree->cells = g_array_sized_new(FALSE, FALSE, sizeof(Cell), 2 * nodes + 8);
    return tree;
}

void ent_spring_tree_free(EntSpringTree *tree)
{
    if (!tree)
        return;
    g_array_free(tree->cells, TRUE);
    g_free(tree);
}

static Cell *cell_at(const EntSpringTree *tree, gint32 index)
{
    return &g_array_index(tree->cells, Cell, index);
}

static void add_cell(EntSpringTree *tree, double side)
{
    Cell cell = {0, 0, 0, side * side, -1};

    g_array_append_val(tree->cells, cell);
}

static guint quarter(Square *square, EntSpot at)
{
    guint which = 0;

    square->side /= 2;
    if (at.x >= square->x + square->side) {
        square->x += square->side;
        which |= 1;
    }
    if (at.y >= square->y + square->side) {
        square->y += square->side;
        which |= 2;
    }
    return which;
}

/* A leaf holds one node, or several on one spot; it is parted when another one comes. */
static void insert(EntSpringTree *tree, Square square, EntSpot at, double mass)
{
    gint32 index = 0;

    for (guint depth = 0;; depth++) {
        Cell *cell = cell_at(tree, index);
        EntSpot old = {cell->x, cell->y};
        double held = cell->mass;

        cell->mass += mass;
        cell->x += (at.x - cell->x) * (mass / cell->mass);
        cell->y += (at.y - cell->y) * (mass / cell->mass);
        if (held == 0 && cell->parts < 0)
            return;
        if (cell->parts < 0) {
            Square inner = square;
            gint32 first = (gint32)tree->cells->len;

            if (depth == DEPTH_MOST || (old.x == at.x && old.y == at.y))
                return;
            for (guint i = 0; i < 4; i++)
                add_cell(tree, square.side / 2);
            cell_at(tree, index)->parts = first;
            cell = cell_at(tree, first + (gint32)quarter(&inner, old));
            cell->x = old.x;
            cell->y = old.y;
            cell->mass = held;
        }
        index = cell_at(tree, index)->parts;
        index += (gint32)quarter(&square, at);
    }
}

void ent_spring_tree_fill(EntSpringTree *tree, const EntSpot *spots, const float *masses,
                          guint32 nodes)
{
    Square square = {spots[0].x, spots[0].y, 0};
    EntSpot high = spots[0];

    for (guint32 i = 1; i < nodes; i++) {
        square.x = MIN(square.x, spots[i].x);
        square.y = MIN(square.y, spots[i].y);
        high.x = MAX(high.x, spots[i].x);
        high.y = MAX(high.y, spots[i].y);
    }
    square.side = MAX(MAX(high.x - square.x, high.y - square.y), 1e-9) * 1.0001;
    g_array_set_size(tree->cells, 0);
    add_cell(tree, square.side);
    for (guint32 i = 0; i < nodes; i++)
        insert(tree, square, spots[i], masses[i]);
}

EntSpot ent_spring_tree_push(const EntSpringTree *tree, EntSpot at)
{
    const Cell *cells = (const Cell *)(const void *)tree->cells->data;
    gint32 stack[4 * DEPTH_MOST + 4];
    guint length = 0;
    EntSpot push = {0, 0};

    stack[length++] = 0;
    while (length > 0) {
        const Cell *cell = &cells[stack[--length]];
        double dx = at.x - cell->x, dy = at.y - cell->y;
        double square = dx * dx + dy * dy;

        if (cell->parts >= 0 && cell->side2 > OPEN * square) {
            for (gint32 i = 0; i < 4; i++)
                if (cells[cell->parts + i].mass > 0)
                    stack[length++] = cell->parts + i;
            continue;
        }
        if (square > 0) {
            double share = cell->mass / MAX(square, NEAR);

            push.x += dx * share;
            push.y += dy * share;
        }
    }
    return push;
}
