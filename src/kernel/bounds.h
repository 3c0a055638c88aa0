/* SPDX-License-Identifier: MIT */
/*
 * When enough paths are drawn (KADABRA). The share of the paths that pass a node estimates its
 * betweenness as a share of all pairs; while paths are drawn the bounds below hold at all nodes and
 * all times at once with the confidence asked for, so drawing may stop as soon as both are at most
 * the error. With tau the number of paths drawn, omega the number that is enough in any case, b the
 * share seen and dL, dU the risks that a node is given:
 *
 *     true value >= b - f,  f = ln(1/dL)/tau (1/3 - omega/tau + sqrt((1/3 - omega/tau)^2
 *                                                                + 2 b omega / ln(1/dL)))
 *     true value <= b + g,  g = ln(1/dU)/tau (1/3 + omega/tau + sqrt((1/3 + omega/tau)^2
 *                                                                + 2 b omega / ln(1/dU)))
 *     omega = 1 / (2 error^2) (floor(log2(VD - 2)) + 1 + ln(2 / risk))
 *
 * VD is at least the number of nodes on any shortest path. Half the risk is omega's. The other half
 * is shared out so that f and g come down to the error at the same time everywhere, if the shares
 * are those of a few paths drawn before: solved for the risks, f = g = error at tau are
 *
 *     ln(1/dL), ln(1/dU) = error^2 tau^2 / (2 b omega + 2 error (tau / 3 -+ omega)).
 *
 * Borassi, M., Natale, E. (2016): KADABRA is an adaptive algorithm for betweenness via random
 * approximation, ESA (arXiv 1604.08553), theorem 9 and section 4.
 */
#ifndef ENT_KERNEL_BOUNDS_H
#define ENT_KERNEL_BOUNDS_H

#include <stdbool.h>
#include <glib.h>

typedef struct {
    guint32 nodes;
    double error, omega;
    double *lower, *upper; /* node -> ln(1/dL), ln(1/dU) */
    guint32 lagging;       /* a node that was not near enough when last looked at */
} EntBounds;

/* longest: the nodes on any shortest path, at most; 3 or more. */
void ent_bounds_init(EntBounds *bounds, guint32 nodes, guint32 longest, double error, double risk);
void ent_bounds_clear(EntBounds *bounds);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntBounds, ent_bounds_clear)

/* Shares out the risk by how many of the paths drawn before pass each node. */
void ent_bounds_share(EntBounds *bounds, double risk, const guint32 *counts, guint64 paths);

/* Whether the counts of that many paths are near enough everywhere. */
bool ent_bounds_hold(EntBounds *bounds, const guint32 *counts, guint64 paths);

#endif
