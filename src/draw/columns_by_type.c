/* SPDX-License-Identifier: MIT */
/*
 * Columns that say what nodes are: types in the schema's order; those of few nodes share a column
 * with the next ones, those of many get several, so that the picture comes near to a page's shape.
 */
#include "draw/columns.h"

#include <math.h>

#define RATIO     1.5
#define WIDE      220.0 /* a column, with the gap beside it */
#define HIGH      52.0  /* a node in it */
#define MOST_ROOM 1000

/* The types of a picture's nodes in the schema's order, and how many nodes each has. */
typedef struct {
    GPtrArray *types; /* const EntNodeType * */
    guint *of;        /* by node: place in types */
    guint *count;     /* by type */
} Types;

static void types_clear(Types *types)
{
    g_clear_pointer(&types->types, g_ptr_array_unref);
    g_clear_pointer(&types->of, g_free);
    g_clear_pointer(&types->count, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Types, types_clear)

static void find_types(const EntPicture *picture, Types *types)
{
    types->types = ent_picture_types(picture, &types->of);
    types->count = g_new0(guint, (gsize)types->types->len + 1);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        types->count[types->of[i]]++;
}

/* The first column of each type, in *firsts (by type, with the number of all columns behind the
 * last), where a column has room for so many nodes; types that follow one another share one. */
static void fill_columns(const Types *types, guint most, guint *firsts)
{
    guint column = 0, taken = 0;
    for (guint i = 0; i < types->types->len; i++) {
        if (taken > 0 && taken + types->count[i] > most) {
            column++;
            taken = 0;
        }
        firsts[i] = column;
        taken += types->count[i];
        if (taken > most) {
            column += (taken + most - 1) / most - 1;
            taken = most;
        }
    }
    firsts[types->types->len] = column + 1;
}

/* How many nodes a column has room for, for the whole to be about as wide as a page is. */
static guint choose_most(const Types *types, guint *firsts)
{
    guint nodes = 0, best = 1;
    double least = HUGE_VAL;
    for (guint i = 0; i < types->types->len; i++)
        nodes += types->count[i];
    for (guint most = 1; most <= MIN(nodes, MOST_ROOM); most++) {
        fill_columns(types, most, firsts);
        double off = fabs(log(firsts[types->types->len] * WIDE / (most * HIGH) / RATIO));
        if (off < least) {
            least = off;
            best = most;
        }
    }
    return best;
}

/* By node: the mean place, among the types, of those it is tied to; its own where it has none. */
static double *find_pulls(const EntPicture *picture, const Types *types)
{
    double *pulls = g_new0(double, (gsize)picture->nodes_length + 1);
    g_autofree guint32 *ties = ent_picture_count_ties(picture);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        pulls[edge->from] += types->of[edge->to];
        pulls[edge->to] += types->of[edge->from];
    }
    for (guint32 i = 0; i < picture->nodes_length; i++)
        pulls[i] = ties[i] > 0 ? pulls[i] / ties[i] : types->of[i];
    return pulls;
}

typedef struct {
    const guint *of;
    const double *pulls;
} Order;

static gint by_type_and_pull(gconstpointer left, gconstpointer right, gpointer data)
{
    const Order *order = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    if (order->of[a] != order->of[b])
        return order->of[a] > order->of[b] ? 1 : -1;
    if (order->pulls[a] != order->pulls[b])
        return order->pulls[a] > order->pulls[b] ? 1 : -1;
    return (a > b) - (a < b);
}

/* Numbers from 0 to length - 1 in the order of compare. */
static guint32 *sorted(guint32 length, GCompareDataFunc compare, gpointer data)
{
    guint32 *order = g_new(guint32, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)length, sizeof *order, compare, data);
    return order;
}

guint *ent_columns_by_type(const EntPicture *picture, guint *length)
{
    g_auto(Types) types = {0};
    guint *columns = g_new0(guint, (gsize)picture->nodes_length + 1);
    find_types(picture, &types);
    g_autofree double *pulls = find_pulls(picture, &types);
    Order by = {types.of, pulls};
    g_autofree guint32 *order = sorted(picture->nodes_length, by_type_and_pull, &by);
    g_autofree guint *firsts = g_new0(guint, (gsize)types.types->len + 2);
    guint most = choose_most(&types, firsts), next = 0;
    fill_columns(&types, most, firsts);
    for (guint type = 0; type < types.types->len; type++) {
        guint parts = (types.count[type] + most - 1) / most;
        for (guint i = 0; i < types.count[type]; i++)
            columns[order[next++]] = firsts[type] + i * parts / types.count[type];
    }
    *length = firsts[types.types->len];
    return columns;
}

/* By pair of types, t * types + u: how many edges there are between them. */
static guint *count_between(const EntPicture *picture, const Types *types)
{
    guint length = types->types->len;
    guint *between = g_new0(guint, (gsize)length * length + 1);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        guint from = types->of[picture->edges[i].from], to = types->of[picture->edges[i].to];
        between[from * length + to]++;
        between[to * length + from]++;
    }
    return between;
}

/* Moves one type after another to the side where more of its edges lead across, until none gains;
 * each move lessens the edges within sides, so that it ends. */
static bool *choose_sides(const EntPicture *picture, const Types *types)
{
    guint length = types->types->len;
    bool *sides = g_new0(bool, (gsize)length + 1);
    g_autofree guint *between = count_between(picture, types);
    for (bool moved = true; moved;) {
        moved = false;
        for (guint i = 0; i < length; i++) {
            guint here = 0, there = 0;
            for (guint k = 0; k < length; k++)
                if (k != i)
                    *(sides[k] == sides[i] ? &here : &there) += between[i * length + k];
            if (here <= there)
                continue;
            sides[i] = !sides[i];
            moved = true;
        }
    }
    return sides;
}

/* Which side is in the middle: the one whose types come later in the schema (parties come before
 * what they share). */
static bool middle_side(const Types *types, const bool *sides)
{
    double sum[2] = {0, 0};
    guint count[2] = {0, 0};
    for (guint i = 0; i < types->types->len; i++) {
        sum[sides[i]] += (double)i * types->count[i];
        count[sides[i]] += types->count[i];
    }
    if (count[0] == 0 || count[1] == 0)
        return true;
    return sum[1] / count[1] >= sum[0] / count[0];
}

static gint by_ties(gconstpointer left, gconstpointer right, gpointer data)
{
    const guint32 *ties = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    if (ties[a] != ties[b])
        return ties[a] > ties[b] ? -1 : 1;
    return (a > b) - (a < b);
}

guint *ent_columns_two_mode(const EntPicture *picture, guint *length)
{
    g_auto(Types) types = {0};
    guint *columns = g_new0(guint, (gsize)picture->nodes_length + 1);
    guint sums[3] = {0, 0, 0}; /* ties of the nodes of a column, each node itself counting one */
    find_types(picture, &types);
    g_autofree bool *sides = choose_sides(picture, &types);
    g_autofree guint32 *ties = ent_picture_count_ties(picture);
    g_autofree guint32 *order = sorted(picture->nodes_length, by_ties, ties);
    bool middle = middle_side(&types, sides);
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        guint32 node = order[i];
        guint lighter = sums[0] <= sums[2] ? 0 : 2;
        columns[node] = sides[types.of[node]] == middle ? 1 : lighter;
        sums[columns[node]] += ties[node] + 1;
    }
    *length = 3;
    return columns;
}
