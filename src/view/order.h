/* SPDX-License-Identifier: MIT */
/*
 * A view in an order of its own: nodes by their ids, edges by their ends. Sums of doubles, random
 * choices and iterations depend on the order of what they go through; computed from a view in
 * order, the same facts give the same digits, however their files are sorted.
 */
#ifndef ENT_VIEW_ORDER_H
#define ENT_VIEW_ORDER_H

#include <entente/view.h>

/*
 * The same nodes, edges and weights as view, in order. It is for computing only: it describes
 * nothing. ent_view_nodes() and ent_view_edges() of it are not ascending. The caller's.
 */
EntView *ent_view_in_order(const EntView *view);

#endif
