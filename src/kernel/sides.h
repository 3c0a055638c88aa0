/* SPDX-License-Identifier: MIT */
/* The two sides of components whose arcs all lead from one to the other (parties and agreements).
 */
#ifndef ENT_KERNEL_SIDES_H
#define ENT_KERNEL_SIDES_H

#include "kernel/rows.h"

enum { ENT_SIDE_EITHER = 2 };

/* By place: 0 or 1, ENT_SIDE_EITHER throughout a component that has no two sides. Linear in the
 * graph. The caller's (g_free). */
guint8 *ent_rows_sides(const EntRows *rows);

#endif
