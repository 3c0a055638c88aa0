/* SPDX-License-Identifier: MIT */
#include "kernel/bounds.h"

#include <math.h>

#define EVEN  0.01 /* of the risk that is shared out goes to all nodes alike */
#define STEPS 40   /* of halving */

void ent_bounds_init(EntBounds *bounds, guint32 nodes, guint32 longest, double error, double risk)
{
    double levels = floor(log2(MAX(longest, 3) - 2)) + 1;

    *bounds = (EntBounds){.nodes = nodes, .error = error};
    bounds->omega = (levels + log(2 / risk)) / (2 * error * error);
    bounds->lower = g_new0(double, (gsize)nodes + 1);
    bounds->upper = g_new0(double, (gsize)nodes + 1);
}

void ent_bounds_clear(EntBounds *bounds)
{
    g_free(bounds->lower);
    g_free(bounds->upper);
    *bounds = (EntBounds){0};
}

/* The risk with which a bound comes down to the error after tau paths; sign: of omega in it. */
static double risk_at(const EntBounds *bounds, double tau, double share, double sign)
{
    double error = bounds->error, omega = bounds->omega;
    double way = 2 * share * omega + 2 * error * (tau / 3 + sign * omega);

    return way > 0 ? exp(-error * error * tau * tau / way) : 0;
}

static double sum_at(const EntBounds *bounds, double tau, const guint32 *counts, guint64 paths)
{
    double sum = 0;

    for (guint32 i = 0; i < bounds->nodes; i++) {
        double share = counts[i] / (double)paths;

        sum += risk_at(bounds, tau, share, -1) + risk_at(bounds, tau, share, 1);
    }
    return sum;
}

void ent_bounds_share(EntBounds *bounds, double risk, const guint32 *counts, guint64 paths)
{
    double half = risk / 2, even = EVEN * half / (2 * (double)bounds->nodes);
    double low = 0, high = bounds->omega;

    while (sum_at(bounds, high, counts, paths) > (1 - EVEN) * half)
        high *= 2;
    for (guint step = 0; step < STEPS; step++) {
        double middle = (low + high) / 2;

        if (sum_at(bounds, middle, counts, paths) > (1 - EVEN) * half)
            low = middle;
        else
            high = middle;
    }
    for (guint32 i = 0; i < bounds->nodes; i++) {
        double share = counts[i] / (double)paths;

        bounds->lower[i] = -log(even + risk_at(bounds, high, share, -1));
        bounds->upper[i] = -log(even + risk_at(bounds, high, share, 1));
    }
}

/* f or g. */
static double bound(const EntBounds *bounds, guint32 count, guint64 paths, double log, double sign)
{
    double tau = (double)paths, share = count / tau;
    double way = 1. / 3 + sign * bounds->omega / tau;

    return log / tau * (way + sqrt(way * way + 2 * share * bounds->omega / log));
}

bool ent_bounds_hold(EntBounds *bounds, const guint32 *counts, guint64 paths)
{
    if ((double)paths >= bounds->omega)
        return true;
    for (guint32 i = 0; i < bounds->nodes; i++) {
        guint32 node = (bounds->lagging + i) % bounds->nodes;

        if (bound(bounds, counts[node], paths, bounds->lower[node], -1) <= bounds->error &&
            bound(bounds, counts[node], paths, bounds->upper[node], 1) <= bounds->error)
            continue;
        bounds->lagging = node;
        return false;
    }
    return true;
}
