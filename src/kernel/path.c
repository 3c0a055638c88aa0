/* SPDX-License-Identifier: MIT */
/*
 * Balanced bidirectional breadth-first search: levels are searched from both ends, each time from
 * the one whose level has fewer arcs, until arcs lead from one side's last level to the other's.
 * Each shortest path uses one of these: it is drawn in proportion to the paths that it is part of,
 * then the rest of the path, node by node, towards both ends.
 */
#include "kernel/path.h"

#define ONE_PATH 0x1p-450 /* only ratios of path numbers count: this leaves room for many more */

typedef enum { UNSEEN, NEAR_FROM, NEAR_TO } Side;

typedef struct {
    double paths; /* between it and its side's end */
    guint32 distance;
    Side side;
} Visit;

/* What one end has reached. */
typedef struct {
    Side side;
    const EntWays *onward, *back; /* away from the end, and towards it */
    guint32 *order;               /* nodes as they are reached */
    guint32 level, tail;          /* the last level is order[level] ... order[tail - 1] */
    guint64 arcs;                 /* out of that level */
} End;

/* An arc by which the sides meet. */
typedef struct {
    guint32 here, there; /* on the side that found it, on the other */
    double paths;
} Meeting;

struct EntPathFinder {
    Visit *visits;
    End from, to;
    GArray *meetings;
    double paths; /* of all meetings */
    guint32 *inner;
    guint32 length; /* of inner */
};

EntPathFinder *ent_path_finder_new(const EntRows *rows)
{
    gsize room = (gsize)rows->nodes + 1;
    EntPathFinder *finder = g_new0(EntPathFinder, 1);

    finder->visits = g_new0(Visit, room);
    finder->from = (End){NEAR_FROM, &rows->out, &rows->in, g_new(guint32, room), 0, 0, 0};
    finder->to = (End){NEAR_TO, &rows->in, &rows->out, g_new(guint32, room), 0, 0, 0};
    finder->meetings = g_array_new(FALSE, FALSE, sizeof(Meeting));
    finder->inner = g_new(guint32, room);
    return finder;
}

void ent_path_finder_free(EntPathFinder *finder)
{
    if (!finder)
        return;
    g_free(finder->visits);
    g_free(finder->from.order);
    g_free(finder->to.order);
    g_array_free(finder->meetings, TRUE);
    g_free(finder->inner);
    g_free(finder);
}

static void set_out(EntPathFinder *finder, End *end, guint32 node)
{
    end->order[0] = node;
    end->level = 0;
    end->tail = 1;
    end->arcs = ent_ways_count(end->onward, node);
    finder->visits[node] = (Visit){ONE_PATH, 0, end->side};
}

static void forget(EntPathFinder *finder, const End *end)
{
    for (guint32 i = 0; i < end->tail; i++)
        finder->visits[end->order[i]].side = UNSEEN;
}

static void meet(EntPathFinder *finder, guint32 here, guint32 there)
{
    double paths = finder->visits[here].paths * finder->visits[there].paths;
    Meeting meeting = {here, there, paths};

    g_array_append_val(finder->meetings, meeting);
    finder->paths += paths;
}

/* Searches the end's next level. */
static void search(EntPathFinder *finder, End *end)
{
    Visit *visits = finder->visits;
    guint32 first = end->level;

    end->level = end->tail;
    end->arcs = 0;
    for (guint32 i = first; i < end->level; i++) {
        guint32 node = end->order[i], distance = visits[node].distance + 1;

        for (guint32 j = end->onward->starts[node]; j < end->onward->starts[node + 1]; j++) {
            guint32 head = end->onward->heads[j];
            Visit *visit = &visits[head];

            if (visit->side == UNSEEN) {
                *visit = (Visit){visits[node].paths, distance, end->side};
                end->order[end->tail++] = head;
                end->arcs += ent_ways_count(end->onward, head);
            } else if (visit->side != end->side) {
                meet(finder, node, head);
            } else if (visit->distance == distance) {
                visit->paths += visits[node].paths;
            }
        }
    }
}

/* Until the sides meet; false where they never will. */
static bool search_all(EntPathFinder *finder)
{
    End *from = &finder->from, *to = &finder->to;

    while (finder->meetings->len == 0 && from->level < from->tail && to->level < to->tail)
        search(finder, from->arcs <= to->arcs ? from : to);
    return finder->meetings->len > 0;
}

/* Adds the nodes from here on to the end, which is left out. */
static void draw_rest(EntPathFinder *finder, const End *end, guint32 node, EntLot *lot)
{
    const Visit *visits = finder->visits;

    while (visits[node].distance > 0) {
        double lots = ent_lot_share(lot) * visits[node].paths;
        guint32 chosen = G_MAXUINT32;

        finder->inner[finder->length++] = node;
        for (guint32 i = end->back->starts[node]; lots >= 0 && i < end->back->starts[node + 1];
             i++) {
            const Visit *visit = &visits[end->back->heads[i]];

            if (visit->side != end->side || visit->distance + 1 != visits[node].distance)
                continue;
            lots -= visit->paths;
            chosen = end->back->heads[i];
        }
        node = chosen;
    }
}

static const Meeting *draw_meeting(const EntPathFinder *finder, EntLot *lot)
{
    double lots = ent_lot_share(lot) * finder->paths;
    guint i = 0;

    while (i + 1 < finder->meetings->len &&
           (lots -= g_array_index(finder->meetings, Meeting, i).paths) >= 0)
        i++;
    return &g_array_index(finder->meetings, Meeting, i);
}

guint32 ent_path_draw(EntPathFinder *finder, guint32 from, guint32 to, EntLot *lot,
                      const guint32 **inner)
{
    finder->length = 0;
    finder->paths = 0;
    g_array_set_size(finder->meetings, 0);
    set_out(finder, &finder->from, from);
    set_out(finder, &finder->to, to);
    if (search_all(finder)) {
        const Meeting *meeting = draw_meeting(finder, lot);
        bool onward = finder->visits[meeting->here].side == NEAR_FROM;

        draw_rest(finder, onward ? &finder->from : &finder->to, meeting->here, lot);
        draw_rest(finder, onward ? &finder->to : &finder->from, meeting->there, lot);
    }
    forget(finder, &finder->from);
    forget(finder, &finder->to);
    *inner = finder->inner;
    return finder->length;
}
