/* SPDX-License-Identifier: MIT */
#include "kernel/spring.h"

#include "kernel/lot.h"

#include <math.h>

#define SMALLEST   40   /* nodes of a graph that is not made coarser */
#define SHRINK     0.85 /* of the nodes: a graph that does not shrink so far is not, either */
#define REPULSION  0.2
#define COOLING    0.9
#define STEADY     5 /* steps of falling energy before steps grow again */
#define JITTER     0.4
#define TOLERANCE  0.01
#define FIRST_MOST 300 /* steps on the coarsest level, */
#define LAST_MOST  70  /* on the finest */

/* One level while it is relaxed. */
typedef struct {
    const EntSprings *springs;
    EntSpot *spots, *forces;
    EntSpringTree *tree;
} Level;

static EntSpot force_on(const Level *level, guint32 node)
{
    const EntSprings *springs = level->springs;
    EntSpot at = level->spots[node], force = ent_spring_tree_push(level->tree, at);

    force.x *= REPULSION * springs->masses[node];
    force.y *= REPULSION * springs->masses[node];
    for (guint32 i = springs->starts[node]; i < springs->starts[node + 1]; i++) {
        EntSpot other = level->spots[springs->targets[i]];
        double dx = other.x - at.x, dy = other.y - at.y;
        double pull = sqrt(dx * dx + dy * dy) * springs->weights[i];

        force.x += dx * pull;
        force.y += dy * pull;
    }
    force.x /= springs->masses[node];
    force.y /= springs->masses[node];
    return force;
}

/* All move by at most `step`; the energy before the move. */
static double move_all(Level *level, double step)
{
    gint64 nodes = level->springs->nodes;
    double energy = 0;

    ent_spring_tree_fill(level->tree, level->spots, level->springs->masses, level->springs->nodes);
#pragma omp parallel for schedule(static)
    for (gint64 i = 0; i < nodes; i++)
        level->forces[i] = force_on(level, (guint32)i);
    for (gint64 i = 0; i < nodes; i++) {
        double length = hypot(level->forces[i].x, level->forces[i].y);

        energy += length * length;
        if (length > 0) {
            level->spots[i].x += step * level->forces[i].x / length;
            level->spots[i].y += step * level->forces[i].y / length;
        }
    }
    return energy;
}

static bool relax(Level *level, double step, guint most, EntWatch *watch)
{
    double before = HUGE_VAL;
    guint steady = 0;

    for (guint i = 0; i < most && step > TOLERANCE; i++) {
        double energy = move_all(level, step);

        if (energy < before) {
            if (++steady >= STEADY) {
                steady = 0;
                step /= COOLING;
            }
        } else {
            steady = 0;
            step *= COOLING;
        }
        before = energy;
        if (ent_watch_stopped(watch))
            return false;
    }
    return true;
}

static void scatter(guint32 nodes, guint64 seed, EntSpot *spots)
{
    EntLot lot = ent_lot_init(seed, nodes);
    double side = sqrt(nodes);

    for (guint32 i = 0; i < nodes; i++) {
        spots[i].x = ent_lot_share(&lot) * side;
        spots[i].y = ent_lot_share(&lot) * side;
    }
}

static bool place(const EntSprings *springs, guint64 seed, EntSpot *spots, EntWatch *watch);

/* From the places of the coarser graph; false: there is none, or it was stopped. */
static bool place_coarse(const EntSprings *springs, guint64 seed, EntSpot *spots, bool *coarser,
                         EntWatch *watch)
{
    g_autofree guint32 *of = g_new(guint32, (gsize)springs->nodes + 1);
    g_autofree EntSpot *rough = NULL;
    EntLot lot = ent_lot_init(~seed, springs->nodes);
    g_auto(EntSprings) coarse = {0};

    *coarser = false;
    if (springs->nodes <= SMALLEST)
        return true;
    ent_springs_coarsen(springs, seed, &coarse, of);
    if (coarse.nodes > SHRINK * springs->nodes)
        return true;
    *coarser = true;
    rough = g_new(EntSpot, (gsize)coarse.nodes + 1);
    if (!place(&coarse, seed, rough, watch))
        return false;
    for (guint32 i = 0; i < springs->nodes; i++) {
        spots[i].x = rough[of[i]].x + (ent_lot_share(&lot) - 0.5) * JITTER;
        spots[i].y = rough[of[i]].y + (ent_lot_share(&lot) - 0.5) * JITTER;
    }
    return true;
}

static bool place(const EntSprings *springs, guint64 seed, EntSpot *spots, EntWatch *watch)
{
    g_autoptr(EntSpringTree) tree = ent_spring_tree_new(springs->nodes);
    g_autofree EntSpot *forces = g_new(EntSpot, (gsize)springs->nodes + 1);
    Level level = {springs, spots, forces, tree};
    bool coarser;

    if (!place_coarse(springs, seed, spots, &coarser, watch))
        return false;
    if (!coarser)
        scatter(springs->nodes, seed, spots);
    return relax(&level, coarser ? 0.5 : 1, coarser ? LAST_MOST : FIRST_MOST, watch);
}

bool ent_springs_place(const EntSprings *springs, guint64 seed, EntSpot *spots, EntWatch *watch)
{
    if (springs->nodes < 2) {
        for (guint32 i = 0; i < springs->nodes; i++)
            spots[i] = (EntSpot){0, 0};
        return true;
    }
    return place(springs, seed, spots, watch);
}
