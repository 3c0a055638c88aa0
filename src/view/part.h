/* SPDX-License-Identifier: MIT */
/* A view of some of a view's edges. */
#ifndef ENT_VIEW_PART_H
#define ENT_VIEW_PART_H

#include <entente/view.h>

/*
 * Those edges (the dossier's, in view; any order, repeats count once) and the nodes at their ends.
 * It has the filters of the view it is a part of. The caller's.
 */
EntView *ent_view_part(const EntView *view, const guint32 *edges, gsize length);

#endif
