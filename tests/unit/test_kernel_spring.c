/* SPDX-License-Identifier: MIT */
/* Places by springs: what is near in the graph is near in the picture, whatever the threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>
#include <cmocka.h>
#include <omp.h>

#include "kernel/spring.h"

/* side * side nodes, each tied to the next in its row and column. */
static EntSprings grid(guint32 side)
{
    guint32 nodes = side * side, length = 0;
    EntSprings springs = {
        .nodes = nodes,
        .starts = g_new(guint32, nodes + 1),
        .targets = g_new(guint32, 4 * nodes),
        .weights = g_new(float, 4 * nodes),
        .masses = g_new(float, nodes),
    };

    for (guint32 i = 0; i < nodes; i++) {
        guint32 x = i % side, y = i / side;

        springs.starts[i] = length;
        springs.masses[i] = 1;
        if (x > 0)
            springs.targets[length++] = i - 1;
        if (x + 1 < side)
            springs.targets[length++] = i + 1;
        if (y > 0)
            springs.targets[length++] = i - side;
        if (y + 1 < side)
            springs.targets[length++] = i + side;
    }
    springs.starts[nodes] = length;
    for (guint32 i = 0; i < length; i++)
        springs.weights[i] = 1;
    return springs;
}

/* Node 0 and leaves. */
static EntSprings star(guint32 leaves)
{
    EntSprings springs = {
        .nodes = leaves + 1,
        .starts = g_new(guint32, leaves + 2),
        .targets = g_new(guint32, 2 * leaves + 1),
        .weights = g_new(float, 2 * leaves + 1),
        .masses = g_new(float, leaves + 1),
    };

    springs.starts[0] = 0;
    for (guint32 i = 0; i < leaves; i++) {
        springs.targets[i] = i + 1;
        springs.starts[i + 1] = leaves + i;
        springs.targets[leaves + i] = 0;
    }
    springs.starts[leaves + 1] = 2 * leaves;
    for (guint32 i = 0; i < 2 * leaves; i++)
        springs.weights[i] = 1;
    for (guint32 i = 0; i <= leaves; i++)
        springs.masses[i] = 1;
    return springs;
}

static EntSpot *place(const EntSprings *springs, guint64 seed, int threads)
{
    EntSpot *spots = g_new(EntSpot, springs->nodes + 1);
    EntWatch watch;

    omp_set_num_threads(threads);
    ent_watch_init(&watch, NULL, NULL);
    assert_true(ent_springs_place(springs, seed, spots, &watch));
    for (guint32 i = 0; i < springs->nodes; i++)
        assert_true(isfinite(spots[i].x) && isfinite(spots[i].y));
    return spots;
}

static double between(EntSpot a, EntSpot b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

/* A grid is unfolded: opposite corners are far apart, and the far nodes of no node are near. */
static void grids_are_unfolded(void **state)
{
    enum { SIDE = 24 };
    g_auto(EntSprings) springs = grid(SIDE);
    g_autofree EntSpot *spots = place(&springs, 1, 2);
    double edges = 0, diagonal = between(spots[0], spots[SIDE * SIDE - 1]);
    guint near = 0;

    (void)state;
    for (guint32 i = 0; i < springs.nodes; i++)
        for (guint32 k = springs.starts[i]; k < springs.starts[i + 1]; k++)
            edges += between(spots[i], spots[springs.targets[k]]) / springs.starts[springs.nodes];
    assert_true(diagonal > 14 * edges);
    for (guint32 i = 0; i < springs.nodes; i++)
        for (guint32 k = 0; k < i; k++) {
            guint32 steps = (guint32)(ABS((int)(i % SIDE) - (int)(k % SIDE)) +
                                      ABS((int)(i / SIDE) - (int)(k / SIDE)));

            near += steps > 8 && between(spots[i], spots[k]) < edges;
        }
    assert_int_equal(near, 0);
}

static void threads_and_seeds(void **state)
{
    g_auto(EntSprings) springs = grid(15);
    g_autofree EntSpot *one = place(&springs, 7, 1), *two = place(&springs, 7, 2);
    g_autofree EntSpot *other = place(&springs, 8, 2);

    (void)state;
    assert_memory_equal(one, two, sizeof *one * springs.nodes);
    assert_memory_not_equal(one, other, sizeof *one * springs.nodes);
}

/* Leaves surround their hub, and coarse graphs of a star are smaller. */
static void stars(void **state)
{
    g_auto(EntSprings) springs = star(300);
    g_autofree EntSpot *spots = place(&springs, 1, 2);
    g_autofree guint32 *of = g_new(guint32, springs.nodes);
    g_auto(EntSprings) coarse = {0};
    EntSpot middle = {0, 0};
    float mass = 0;

    (void)state;
    for (guint32 i = 1; i <= 300; i++) {
        middle.x += spots[i].x / 300;
        middle.y += spots[i].y / 300;
    }
    assert_true(between(middle, spots[0]) < between(spots[0], spots[1]) / 4);
    ent_springs_coarsen(&springs, 1, &coarse, of);
    assert_in_range(coarse.nodes, 100, 180);
    for (guint32 i = 0; i < coarse.nodes; i++)
        mass += coarse.masses[i];
    assert_true(mass == 301);
    for (guint32 i = 0; i < springs.nodes; i++)
        assert_true(of[i] < coarse.nodes);
}

static void few_nodes(void **state)
{
    (void)state;
    for (guint32 leaves = 0; leaves < 3; leaves++) {
        g_auto(EntSprings) springs = star(leaves);
        g_autofree EntSpot *spots = place(&springs, 1, 1);

        for (guint32 i = 1; i <= leaves; i++)
            assert_true(between(spots[0], spots[i]) > 0.1);
    }
}

/* The push of the tree is that of all nodes one by one, but for what is taken together. */
static void pushes(void **state)
{
    enum { NODES = 500 };
    EntSpot spots[NODES];
    float masses[NODES];
    g_autoptr(GRand) lot = g_rand_new_with_seed(3);
    g_autoptr(EntSpringTree) tree = ent_spring_tree_new(NODES);
    double off = 0, all = 0;

    (void)state;
    for (guint32 i = 0; i < NODES; i++) {
        spots[i] = (EntSpot){g_rand_double(lot) * 20, g_rand_double(lot) * 20};
        masses[i] = (float)g_rand_int_range(lot, 1, 5);
    }
    spots[1] = spots[0]; /* on one another */
    ent_spring_tree_fill(tree, spots, masses, NODES);
    for (guint32 i = 0; i < NODES; i++) {
        EntSpot push = ent_spring_tree_push(tree, spots[i]), exact = {0, 0};

        for (guint32 k = 0; k < NODES; k++) {
            double dx = spots[i].x - spots[k].x, dy = spots[i].y - spots[k].y;
            double square = dx * dx + dy * dy;

            if (square > 0) {
                exact.x += masses[k] * dx / square;
                exact.y += masses[k] * dy / square;
            }
        }
        off += between(push, exact);
        all += hypot(exact.x, exact.y);
    }
    assert_true(off < 0.03 * all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grids_are_unfolded),
        cmocka_unit_test(threads_and_seeds),
        cmocka_unit_test(stars),
        cmocka_unit_test(few_nodes),
        cmocka_unit_test(pushes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
