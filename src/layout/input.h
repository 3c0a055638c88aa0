/* SPDX-License-Identifier: MIT */
/*
 * The graph to lay out, read from DOT and made harmless: only attributes that place things survive,
 * nodes have no text, labels of edges are empty boxes of known size.
 */
#ifndef ENT_LAYOUT_INPUT_H
#define ENT_LAYOUT_INPUT_H

#include <glib.h>

#include <cgraph.h>

#define ENT_INPUT_NO_NUMBER G_MAXUINT

/*
 * Parses DOT. Nodes must be named n0, n1, … and have a width and a height from 0.01 to 500 inches;
 * every edge must have an attribute id, e0, e1, …; a label of an edge must be empty or exactly
 *   <TABLE FIXEDSIZE="TRUE" WIDTH="w" HEIGHT="h" BORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>
 *   <TD></TD></TR></TABLE>
 * in one line, w and h whole points. Sets what ENGINE needs and the DOT leaves open: a fixed start,
 * room for labels, no overlaps, edges led around nodes (up to 100 nodes). Returns NULL after a
 * message; else the graph, the caller's.
 */
Agraph_t *ent_input_parse(const char *dot, char *engine);

/* The number in a name such as n12, PREFIX 'n'; ENT_INPUT_NO_NUMBER if it is no such name. */
guint ent_input_number(const char *name, char prefix);

#endif
