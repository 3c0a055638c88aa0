/* SPDX-License-Identifier: MIT */
#include "draw/grid.h"

#include <math.h>

#define CELL        64.0
#define MOST_OWNERS 16

typedef struct {
    EntBox box;    /* of a line: around it */
    EntPoint a, b; /* of a line */
    guint owner;
    bool is_line, removed;
} Item;

struct EntGrid {
    GArray *items;     /* Item */
    GHashTable *cells; /* gint64 * -> GArray of guint */
};

typedef struct {
    gint32 x1, y1, x2, y2;
} Cells;

EntGrid *ent_grid_new(void)
{
    EntGrid *grid = g_new(EntGrid, 1);
    grid->items = g_array_new(FALSE, FALSE, sizeof(Item));
    grid->cells =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
    return grid;
}

void ent_grid_free(EntGrid *grid)
{
    if (!grid)
        return;
    g_array_unref(grid->items);
    g_hash_table_unref(grid->cells);
    g_free(grid);
}

static gint32 cell_of(double coordinate)
{
    return (gint32)floor(CLAMP(coordinate, -1e9, 1e9) / CELL);
}

static Cells cells_of(EntBox box)
{
    return (Cells){cell_of(box.x1), cell_of(box.y1), cell_of(box.x2), cell_of(box.y2)};
}

static GArray *items_in(const EntGrid *grid, gint32 x, gint32 y)
{
    gint64 key = (gint64)x * G_GINT64_CONSTANT(0x100000000) + y;
    return g_hash_table_lookup(grid->cells, &key);
}

static void put_into_cell(EntGrid *grid, gint32 x, gint32 y, guint number)
{
    GArray *items = items_in(grid, x, y);
    if (!items) {
        gint64 key = (gint64)x * G_GINT64_CONSTANT(0x100000000) + y;
        items = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(grid->cells, g_memdup2(&key, sizeof key), items);
    }
    g_array_append_val(items, number);
}

static guint add(EntGrid *grid, const Item *item)
{
    guint number = grid->items->len;
    Cells cells = cells_of(item->box);
    g_array_append_vals(grid->items, item, 1);
    for (gint32 x = cells.x1; x <= cells.x2; x++) {
        for (gint32 y = cells.y1; y <= cells.y2; y++)
            put_into_cell(grid, x, y, number);
    }
    return number;
}

guint ent_grid_add_box(EntGrid *grid, EntBox box)
{
    Item item = {.box = box};
    return add(grid, &item);
}

void ent_grid_add_line(EntGrid *grid, EntPoint a, EntPoint b, guint owner)
{
    Item item = {.a = a, .b = b, .owner = owner, .is_line = true};
    item.box = (EntBox){MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.x, b.x), MAX(a.y, b.y)};
    add(grid, &item);
}

void ent_grid_remove(EntGrid *grid, guint number)
{
    g_array_index(grid->items, Item, number).removed = true;
}

bool ent_grid_is_taken(const EntGrid *grid, EntBox box)
{
    Cells cells = cells_of(box);
    for (gint32 x = cells.x1; x <= cells.x2; x++) {
        for (gint32 y = cells.y1; y <= cells.y2; y++) {
            const GArray *items = items_in(grid, x, y);
            for (guint i = 0; items && i < items->len; i++) {
                const Item *item =
                    &g_array_index(grid->items, Item, g_array_index(items, guint, i));
                if (!item->is_line && !item->removed && ent_boxes_overlap(item->box, box))
                    return true;
            }
        }
    }
    return false;
}

static bool is_among(const guint *numbers, guint length, guint number)
{
    for (guint i = 0; i < length; i++) {
        if (numbers[i] == number)
            return true;
    }
    return false;
}

guint ent_grid_count_owners(const EntGrid *grid, EntBox box, guint but)
{
    guint owners[MOST_OWNERS];
    guint count = 0;
    Cells cells = cells_of(box);
    for (gint32 x = cells.x1; x <= cells.x2; x++) {
        for (gint32 y = cells.y1; y <= cells.y2; y++) {
            const GArray *items = items_in(grid, x, y);
            for (guint i = 0; items && i < items->len && count < MOST_OWNERS; i++) {
                const Item *item =
                    &g_array_index(grid->items, Item, g_array_index(items, guint, i));
                if (item->is_line && item->owner != but && !is_among(owners, count, item->owner) &&
                    ent_box_crossed(box, item->a, item->b))
                    owners[count++] = item->owner;
            }
        }
    }
    return count;
}
