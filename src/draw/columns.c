/* SPDX-License-Identifier: MIT */
/*
 * Columns by local search. Graphviz lets every arrow point one way, which makes networks (where
 * ties run in all directions) twice as large as a page and full of long edges. Here a node may
 * stand before or after its neighbours; what costs is an edge that spans no column or several, an
 * arrow that points back, and a column that is longer than its share.
 *
 * Search: threshold accepting (Dueck and Scheuer 1990): a move is taken when it makes things worse
 * by less than a threshold that falls to 0; then only moves that help. A seeded generator and plain
 * sums: the same result everywhere. Time: O(steps * degree), 600 steps a node and search.
 */
#include "draw/columns.h"

#include <math.h>

#define STEPS_A_NODE    600
#define STARTS          3    /* searches, each from other columns; the best is kept */
#define GAP             78.0 /* between columns beside each other, labels and arrows included */
#define ROW_GAP         16.0 /* between nodes of a column */
#define LANES           1.90 /* columns grow by the edges that run through them */
#define FIRST_THRESHOLD 5.0
#define MOST_COLUMNS    60

typedef struct {
    guint32 other;
    gint8 way; /* 1: the edge leads to other; -1: from it */
} Tie;

typedef struct {
    const EntPicture *picture;
    const EntColumnWish *wish;
    Tie *ties;
    guint32 *first; /* of a node's ties; one more than nodes */
    double *extent; /* of a node along its column */
    guint *column;
    double *filled; /* extents in a column */
    guint columns;
    double share;                          /* what a column may hold for nothing */
    double costs[3][2 * MOST_COLUMNS + 1]; /* by way (from, none, to) and columns spanned */
    guint64 random;
} Search;

static guint32 next_random(Search *search, guint32 below)
{
    search->random ^= search->random << 13;
    search->random ^= search->random >> 7;
    search->random ^= search->random << 17;
    return (guint32)((search->random >> 33) % below);
}

static void add_ties(Search *search)
{
    const EntPicture *picture = search->picture;
    guint32 n = picture->nodes_length;
    search->first = g_new0(guint32, n + 2);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        search->first[edge->from + 2] += edge->from != edge->to;
        search->first[edge->to + 2] += edge->from != edge->to;
    }
    for (guint32 i = 2; i < n + 2; i++)
        search->first[i] += search->first[i - 1];
    search->ties = g_new(Tie, search->first[n + 1] + 1);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        if (edge->from == edge->to)
            continue;
        gint8 way = edge->type->symmetric ? 0 : 1;
        search->ties[search->first[edge->from + 1]++] = (Tie){edge->to, way};
        search->ties[search->first[edge->to + 1]++] = (Tie){edge->from, (gint8)-way};
    }
}

/* Filled once: what an edge costs by how many columns it spans, and by its way. */
static void fill_costs(Search *search)
{
    static const double costs[] = {3.0, 0, 1.1, 2.4};
    double back = search->wish->follows ? 1.5 : 0.7;
    for (gint span = -MOST_COLUMNS; span <= MOST_COLUMNS; span++) {
        guint length = (guint)ABS(span);
        double cost = length < G_N_ELEMENTS(costs) ? costs[length] : 2.4 + 1.4 * (length - 3);
        for (gint way = -1; way <= 1; way++)
            search->costs[way + 1][span + MOST_COLUMNS] = cost + (span * way < 0 ? back : 0);
    }
}

/* What the node's edges cost at `column` more than at `now`. */
static double edges_cost(const Search *search, guint32 node, guint column, guint now)
{
    double cost = 0;
    for (guint32 i = search->first[node]; i < search->first[node + 1]; i++) {
        const Tie *tie = &search->ties[i];
        const double *costs =
            search->costs[tie->way + 1] + MOST_COLUMNS + search->column[tie->other];
        cost += costs[-(gint)column] - costs[-(gint)now];
    }
    return cost;
}

static double fill_cost(const Search *search, double filled)
{
    double over = filled > search->share ? filled / search->share - 1 : 0;
    return 30 * over * over;
}

/* What it costs to move the node; less than 0: a gain. */
static double move_cost(const Search *search, guint32 node, guint column)
{
    guint now = search->column[node];
    double extent = search->extent[node];
    return edges_cost(search, node, column, now) +
           fill_cost(search, search->filled[column] + extent) -
           fill_cost(search, search->filled[column]) +
           fill_cost(search, search->filled[now] - extent) - fill_cost(search, search->filled[now]);
}

static void move(Search *search, guint32 node, guint column)
{
    search->filled[search->column[node]] -= search->extent[node];
    search->filled[column] += search->extent[node];
    search->column[node] = column;
}

static guint random_column(Search *search, guint now)
{
    guint32 choice = next_random(search, 4);
    if (choice == 0 && now > 0)
        return now - 1;
    if (choice == 1 && now + 1 < search->columns)
        return now + 1;
    return next_random(search, search->columns);
}

static void try_move(Search *search, double threshold)
{
    guint32 node = next_random(search, search->picture->nodes_length);
    guint column = random_column(search, search->column[node]);
    if (column != search->column[node] && move_cost(search, node, column) <= threshold)
        move(search, node, column);
}

/* Two nodes change places: in full columns single moves find no room. */
static void try_swap(Search *search, double threshold)
{
    guint32 n = search->picture->nodes_length;
    guint32 one = next_random(search, n);
    guint32 other = next_random(search, n);
    guint from = search->column[one];
    guint to = search->column[other];
    if (from == to)
        return;
    double cost = move_cost(search, one, to);
    move(search, one, to);
    cost += move_cost(search, other, from);
    if (cost <= threshold)
        move(search, other, from);
    else
        move(search, one, from);
}

static void anneal(Search *search)
{
    guint64 steps = (guint64)search->picture->nodes_length * STEPS_A_NODE;
    for (guint64 step = 0; step < steps; step++) {
        double left = 1 - (double)step / (double)steps;
        double threshold = FIRST_THRESHOLD * left * left * next_random(search, 1024) / 1024;
        if (step % 4 == 0)
            try_swap(search, threshold);
        else
            try_move(search, threshold);
    }
}

static void descend(Search *search)
{
    bool moved = true;
    for (int round = 0; round < 20 && moved; round++) {
        moved = false;
        for (guint32 node = 0; node < search->picture->nodes_length; node++) {
            for (guint column = 0; column < search->columns; column++) {
                if (column != search->column[node] && move_cost(search, node, column) < -1e-9) {
                    move(search, node, column);
                    moved = true;
                }
            }
        }
    }
}

/* How many columns give the wanted ratio, if each is filled to its share. */
static guint count_columns(Search *search)
{
    const EntPicture *picture = search->picture;
    double across = 0;
    double along = 0;
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        EntPoint size = picture->nodes[i].size;
        search->extent[i] = (search->wish->sideways ? size.y : size.x) + ROW_GAP;
        along += search->extent[i];
        across = MAX(across, search->wish->sideways ? size.x : size.y);
    }
    double gap = search->wish->sideways ? GAP : GAP * 0.8;
    double ratio = search->wish->sideways ? search->wish->ratio : 1 / search->wish->ratio;
    /* A picture may have that size across its columns whatever its ratio. */
    double columns = round(sqrt(ratio * along * LANES / (across + gap)));
    columns = MAX(columns, floor((search->wish->sideways ? 1100 : 560) / (across + gap))) +
              search->wish->more;
    search->columns = (guint)CLAMP(columns, 1, MIN(picture->nodes_length, MOST_COLUMNS));
    search->share = MAX(along / search->columns * 1.1, search->wish->sideways ? 330 : 600);
    return search->columns;
}

/* Closes up columns that nothing stands in. */
static guint close_up(Search *search)
{
    guint32 n = search->picture->nodes_length;
    g_autofree guint *used = g_new0(guint, search->columns);
    guint length = 0;
    for (guint32 i = 0; i < n; i++)
        used[search->column[i]] = 1;
    for (guint i = 0; i < search->columns; i++) {
        guint here = used[i];
        used[i] = length;
        length += here;
    }
    for (guint32 i = 0; i < n; i++)
        search->column[i] = used[search->column[i]];
    return length;
}

static void scatter(Search *search)
{
    for (guint i = 0; i < search->columns; i++)
        search->filled[i] = 0;
    for (guint32 i = 0; i < search->picture->nodes_length; i++) {
        search->column[i] = next_random(search, search->columns);
        search->filled[search->column[i]] += search->extent[i];
    }
}

static double whole_cost(const Search *search)
{
    double cost = 0;
    for (guint32 i = 0; i < search->picture->edges_length; i++) {
        const EntPictureEdge *edge = &search->picture->edges[i];
        gint span = (gint)search->column[edge->to] - (gint)search->column[edge->from];
        gint way = edge->type->symmetric ? 0 : 1;
        cost += search->costs[way + 1][span + MOST_COLUMNS];
    }
    for (guint i = 0; i < search->columns; i++)
        cost += fill_cost(search, search->filled[i]);
    return cost;
}

guint *ent_columns(const EntPicture *picture, const EntColumnWish *wish, guint *length)
{
    guint32 n = picture->nodes_length;
    if (n == 0 || n > ENT_COLUMN_NODES)
        return NULL;
    Search search = {.picture = picture, .wish = wish, .random = 0x9e3779b97f4a7c15 + wish->seed};
    search.extent = g_new0(double, n);
    search.column = g_new0(guint, n);
    search.filled = g_new0(double, count_columns(&search));
    add_ties(&search);
    fill_costs(&search);
    g_autofree guint *best = NULL;
    double least = HUGE_VAL;
    for (int start = 0; start < STARTS; start++) {
        scatter(&search);
        anneal(&search);
        descend(&search);
        double cost = whole_cost(&search);
        if (cost < least) {
            least = cost;
            g_free(best);
            best = g_memdup2(search.column, n * sizeof(guint));
        }
    }
    memcpy(search.column, best, n * sizeof(guint));
    *length = close_up(&search);
    g_free(search.extent);
    g_free(search.filled);
    g_free(search.ties);
    g_free(search.first);
    return search.column;
}
