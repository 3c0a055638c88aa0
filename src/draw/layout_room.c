/* SPDX-License-Identifier: MIT */
#include "draw/layout_room.h"

#include <math.h>

#define ROOM   1.5  /* area for a node, beside its own */
#define SPACE  5.0  /* between nodes */
#define ROUNDS 60   /* of pushing apart */
#define GROW   1.03 /* between rounds, while many overlap */
#define CELL   36.0 /* of the grid that neighbours are found with */

static EntPoint room_of(const EntPictureNode *node)
{
    return (EntPoint){node->size.x + SPACE, node->size.y + SPACE};
}

/* As large as the nodes need together. */
static void enlarge(EntPicture *picture, const guint32 *members, guint32 length)
{
    EntBox box = {G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE};
    double area = 0, times;

    for (guint32 i = 0; i < length; i++) {
        const EntPictureNode *node = &picture->nodes[members[i]];
        EntPoint room = room_of(node);

        area += room.x * room.y * (1 + ROOM);
        box = (EntBox){MIN(box.x1, node->at.x), MIN(box.y1, node->at.y), MAX(box.x2, node->at.x),
                       MAX(box.y2, node->at.y)};
    }
    times = sqrt(area / MAX((box.x2 - box.x1) * (box.y2 - box.y1), 0.3 * length));
    for (guint32 i = 0; i < length; i++) {
        EntPictureNode *node = &picture->nodes[members[i]];

        node->at.x *= times;
        node->at.y *= times;
    }
}

typedef struct {
    gint32 x, y;
    guint32 node;
} Cell;

static int compare_cells(const void *left, const void *right)
{
    const Cell *a = left, *b = right;

    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

/* Each node in all cells that its room touches. */
static void fill_cells(const EntPicture *picture, const guint32 *members, guint32 length,
                       GArray *cells)
{
    g_array_set_size(cells, 0);
    for (guint32 i = 0; i < length; i++) {
        const EntPictureNode *node = &picture->nodes[members[i]];
        EntPoint room = room_of(node);
        EntBox box = ent_box_around(node->at, room.x, room.y);

        for (gint32 y = (gint32)floor(box.y1 / CELL); y <= (gint32)floor(box.y2 / CELL); y++)
            for (gint32 x = (gint32)floor(box.x1 / CELL); x <= (gint32)floor(box.x2 / CELL); x++) {
                Cell cell = {x, y, members[i]};

                g_array_append_val(cells, cell);
            }
    }
    qsort(cells->data, cells->len, sizeof(Cell), compare_cells);
}

/* Along the axis on which less is common; whether they overlapped. */
static bool push_apart(EntPictureNode *one, EntPictureNode *other)
{
    EntPoint a = room_of(one), b = room_of(other);
    double dx = other->at.x - one->at.x, dy = other->at.y - one->at.y;
    double x = (a.x + b.x) / 2 - fabs(dx), y = (a.y + b.y) / 2 - fabs(dy);

    if (x <= 0.01 || y <= 0.01)
        return false;
    if (x < y) {
        one->at.x -= copysign(x / 2, dx);
        other->at.x += copysign(x / 2, dx);
    } else {
        one->at.y -= copysign(y / 2, dy);
        other->at.y += copysign(y / 2, dy);
    }
    return true;
}

static guint push_all(EntPicture *picture, const GArray *cells)
{
    guint pushed = 0;

    for (guint first = 0, end; first < cells->len; first = end) {
        const Cell *start = &g_array_index(cells, Cell, first);

        for (end = first + 1; end < cells->len; end++) {
            const Cell *cell = &g_array_index(cells, Cell, end);

            if (cell->x != start->x || cell->y != start->y)
                break;
        }
        for (guint i = first; i < end; i++)
            for (guint k = i + 1; k < end; k++)
                pushed += push_apart(&picture->nodes[g_array_index(cells, Cell, i).node],
                                     &picture->nodes[g_array_index(cells, Cell, k).node]);
    }
    return pushed;
}

bool ent_layout_room(EntPicture *picture, const guint32 *members, guint32 length, EntWatch *watch)
{
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(Cell));

    enlarge(picture, members, length);
    for (guint round = 0; round < ROUNDS; round++) {
        guint pushed;

        fill_cells(picture, members, length, cells);
        pushed = push_all(picture, cells);
        if (pushed == 0)
            return true;
        for (guint32 i = 0; i < length && pushed > length / 50; i++) {
            picture->nodes[members[i]].at.x *= GROW;
            picture->nodes[members[i]].at.y *= GROW;
        }
        if (ent_watch_stopped(watch))
            return false;
    }
    return true;
}
