/* SPDX-License-Identifier: MIT */
/*
 * Hubs and authorities (HITS): a good hub leads to good authorities, a good authority is led to by
 * good hubs. With A the adjacency matrix, hubs are the leading eigenvector of A A', authorities of
 * A' A. Kleinberg, J. M. (1999): Authoritative sources in a hyperlinked environment, Journal of the
 * ACM 46, 604-632.
 *
 * They are found as the eigenvector centrality of an undirected graph that has every node twice, as
 * a source and as a target of edges, and each edge once, from the source to the target. Its
 * components are where the answer is unique. In each component of the graph itself the ones with
 * the largest eigenvalue decide, all else is 0, and the largest value is 1; where several share
 * it, the answer is that of Kleinberg's iteration from equal scores. An undirected graph's hubs and
 * authorities are its eigenvector centrality. Isolated nodes have 0.
 * Cost: some hundreds of n + m.
 */
#ifndef ENT_MEASURE_HITS_H
#define ENT_MEASURE_HITS_H

#include "measure/measure_def.h"
#include "measure/registry.h"

typedef enum { ENT_HITS_HUB, ENT_HITS_AUTHORITY } EntHits;

bool ent_hits(const EntGraph *graph, EntHits which, EntColumn *column, GError **error);

#endif
