/* SPDX-License-Identifier: MIT */
/* The steps of ent_group_run() after the groups are found. Places are those of a view in order
 * (view/order.h): by id. */
#ifndef ENT_GROUP_NUMBER_H
#define ENT_GROUP_NUMBER_H

#include "group/group_def.h"

/* Numbers the groups by size and first place: sets groups, count and, of details, size and level.
 * labels: one for each place, equal within a group. */
void ent_partition_number(EntPartition *partition, const igraph_integer_t *labels);

/*
 * Measures the numbered groups: the rest of details, and ties. graph: with parallel edges as they
 * are to count, and no direction.
 *
 * Conductance of a group S is the weight of the edges that leave it by the smaller of the summed
 * strengths of its nodes and of all others,
 *
 *     phi(S) = cut(S) / min(vol(S), vol(V - S)),
 *
 * 0 where nothing leaves it, 1 where all does; undefined where either has no edge. Kannan, R.,
 * Vempala, S., Vetta, A. (2004): On clusterings: good, bad and spectral, Journal of the ACM 51.
 *
 * Participation of a node is how evenly its ties go to the groups s,
 *
 *     P(i) = 1 - sum over s of (k(i, s) / k(i))^2,
 *
 * with k(i, s) the weight of its ties to nodes of s; 0 where all go to one group. Guimera, R.,
 * Amaral, L. A. N. (2005): Functional cartography of complex metabolic networks, Nature 433,
 * 895-900. Cost of all: m log m.
 */
void ent_partition_describe(EntPartition *partition, const EntGraph *graph);

#endif
