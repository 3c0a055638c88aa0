/* SPDX-License-Identifier: MIT */
/* A grid that finds quickly which boxes and lines are near a place. */
#ifndef ENT_DRAW_GRID_H
#define ENT_DRAW_GRID_H

#include "draw/geometry.h"

typedef struct EntGrid EntGrid;

EntGrid *ent_grid_new(void);
void ent_grid_free(EntGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntGrid, ent_grid_free)

/* A box; its number, for ent_grid_remove(). */
guint ent_grid_add_box(EntGrid *grid, EntBox box);
void ent_grid_remove(EntGrid *grid, guint number);
/* A straight line that belongs to owner. */
void ent_grid_add_line(EntGrid *grid, EntPoint a, EntPoint b, guint owner);

/* Whether any box overlaps that one. */
bool ent_grid_is_taken(const EntGrid *grid, EntBox box);
/* How many owners other than `but` have a line through the box (counted up to 16). */
guint ent_grid_count_owners(const EntGrid *grid, EntBox box, guint but);

#endif
