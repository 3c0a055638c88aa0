/* SPDX-License-Identifier: MIT */
/*
 * Layout of large pictures in the program itself: each component by springs (kernel/spring.h),
 * then made room for its nodes (layout_room.h); components side by side in rows.
 */
#include "draw/layout_multilevel.h"

#include "draw/layout_room.h"
#include "draw/straight.h"
#include "kernel/spring.h"

#include <math.h>
#include <string.h>

#define APART      26.0 /* between components */
#define PAGE_RATIO 1.4

/* The components: nodes by component, and each node's place in its own. */
typedef struct {
    guint32 *members, *starts, *local;
    guint32 length;
} Parts;

/* The ends of edges without loops, sorted; parallel ones one after another. */
static EntEnds *sort_pairs(const EntPicture *picture, guint32 *length)
{
    EntEnds *pairs = g_new(EntEnds, (gsize)picture->edges_length + 1);

    *length = 0;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];

        if (edge->from != edge->to)
            pairs[(*length)++] = ent_edge_ends(edge);
    }
    qsort(pairs, *length, sizeof *pairs, ent_ends_compare);
    return pairs;
}

/* Parallel edges as one, weighing a little more than one. */
static void build_springs(const EntPicture *picture, EntSprings *springs)
{
    guint32 nodes = picture->nodes_length, length, kept = 0;
    g_autofree EntEnds *pairs = sort_pairs(picture, &length);
    g_autofree float *weights = g_new(float, (gsize)length + 1);
    guint32 *starts = g_new0(guint32, (gsize)nodes + 2);

    for (guint32 i = 0; i < length; i++) {
        if (kept > 0 && ent_ends_compare(&pairs[i], &pairs[kept - 1]) == 0) {
            weights[kept - 1] += 0.25F;
            continue;
        }
        pairs[kept] = pairs[i];
        weights[kept++] = 1;
    }
    for (guint32 i = 0; i < kept; i++) {
        starts[pairs[i].low + 2]++;
        starts[pairs[i].high + 2]++;
    }
    for (guint32 i = 2; i < nodes + 2; i++)
        starts[i] += starts[i - 1];
    *springs = (EntSprings){
        .nodes = nodes,
        .starts = starts,
        .targets = g_new(guint32, (gsize)2 * kept + 1),
        .weights = g_new(float, (gsize)2 * kept + 1),
    };
    for (guint32 i = 0; i < kept; i++) {
        guint32 ends[] = {pairs[i].low, pairs[i].high};

        for (guint k = 0; k < 2; k++) {
            guint32 at = starts[ends[k] + 1]++;

            springs->targets[at] = ends[1 - k];
            springs->weights[at] = weights[i];
        }
    }
}

static void parts_clear(Parts *parts)
{
    g_free(parts->members);
    g_free(parts->starts);
    g_free(parts->local);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, parts_clear)

/* In order of their first nodes. */
static void find_parts(const EntSprings *springs, Parts *parts)
{
    g_autofree bool *seen = g_new0(bool, (gsize)springs->nodes + 1);
    guint32 length = 0;

    parts->members = g_new(guint32, (gsize)springs->nodes + 1);
    parts->starts = g_new(guint32, (gsize)springs->nodes + 1);
    parts->local = g_new(guint32, (gsize)springs->nodes + 1);
    for (guint32 first = 0; first < springs->nodes; first++) {
        guint32 start = length;

        if (seen[first])
            continue;
        seen[first] = true;
        parts->starts[parts->length++] = length;
        parts->members[length++] = first;
        for (guint32 at = start; at < length; at++) {
            guint32 node = parts->members[at];

            parts->local[node] = at - start;
            for (guint32 i = springs->starts[node]; i < springs->starts[node + 1]; i++) {
                if (seen[springs->targets[i]])
                    continue;
                seen[springs->targets[i]] = true;
                parts->members[length++] = springs->targets[i];
            }
        }
    }
    parts->starts[parts->length] = length;
}

static void take_part(const EntSprings *whole, const Parts *parts, guint32 part,
                      EntSprings *springs)
{
    const guint32 *members = parts->members + parts->starts[part];
    guint32 nodes = parts->starts[part + 1] - parts->starts[part], length = 0, edges = 0;

    for (guint32 i = 0; i < nodes; i++)
        edges += whole->starts[members[i] + 1] - whole->starts[members[i]];
    *springs = (EntSprings){
        .nodes = nodes,
        .starts = g_new(guint32, (gsize)nodes + 1),
        .targets = g_new(guint32, (gsize)edges + 1),
        .weights = g_new(float, (gsize)edges + 1),
        .masses = g_new(float, (gsize)nodes + 1),
    };
    for (guint32 i = 0; i < nodes; i++) {
        springs->starts[i] = length;
        springs->masses[i] = 1;
        for (guint32 k = whole->starts[members[i]]; k < whole->starts[members[i] + 1]; k++) {
            springs->targets[length] = parts->local[whole->targets[k]];
            springs->weights[length++] = whole->weights[k];
        }
    }
    springs->starts[nodes] = length;
}

static EntBox box_of(const EntPicture *picture, const guint32 *members, guint32 length)
{
    EntBox box = {0, 0, 0, 0};

    for (guint32 i = 0; i < length; i++) {
        const EntPictureNode *node = &picture->nodes[members[i]];
        EntBox here = ent_box_around(node->at, node->size.x, node->size.y);

        box = i == 0 ? here : ent_box_union(box, here);
    }
    return box;
}

static bool place_part(EntPicture *picture, const EntSprings *whole, const Parts *parts,
                       guint32 part, EntWatch *watch)
{
    const guint32 *members = parts->members + parts->starts[part];
    guint32 length = parts->starts[part + 1] - parts->starts[part];
    g_autofree EntSpot *spots = g_new(EntSpot, (gsize)length + 1);
    g_auto(EntSprings) springs = {0};

    take_part(whole, parts, part, &springs);
    if (!ent_springs_place(&springs, 1, spots, watch))
        return false;
    for (guint32 i = 0; i < length; i++)
        picture->nodes[members[i]].at = (EntPoint){spots[i].x, spots[i].y};
    return ent_layout_room(picture, members, length, watch);
}

typedef struct {
    guint32 part;
    EntBox box;
} Block;

static int by_height(const void *left, const void *right)
{
    const Block *a = left, *b = right;
    double one = a->box.y2 - a->box.y1, other = b->box.y2 - b->box.y1;

    if (one != other)
        return one > other ? -1 : 1;
    return (a->part > b->part) - (a->part < b->part);
}

static void move_part(EntPicture *picture, const Parts *parts, const Block *block, double x,
                      double y)
{
    for (guint32 i = parts->starts[block->part]; i < parts->starts[block->part + 1]; i++) {
        EntPictureNode *node = &picture->nodes[parts->members[i]];

        node->at.x += x - block->box.x1;
        node->at.y += y - block->box.y1;
    }
}

/* In rows, the highest first, about as wide as a page is for its height. */
static void pack(EntPicture *picture, const Parts *parts)
{
    g_autofree Block *blocks = g_new(Block, (gsize)parts->length + 1);
    double area = 0, width = 0, x = 0, y = 0, height = 0;

    for (guint32 i = 0; i < parts->length; i++) {
        blocks[i] = (Block){i, box_of(picture, parts->members + parts->starts[i],
                                      parts->starts[i + 1] - parts->starts[i])};
        area += (blocks[i].box.x2 - blocks[i].box.x1 + APART) *
                (blocks[i].box.y2 - blocks[i].box.y1 + APART);
        width = MAX(width, blocks[i].box.x2 - blocks[i].box.x1);
    }
    width = MAX(width, sqrt(area * PAGE_RATIO));
    qsort(blocks, parts->length, sizeof *blocks, by_height);
    for (guint32 i = 0; i < parts->length; i++) {
        if (x > 0 && x + blocks[i].box.x2 - blocks[i].box.x1 > width) {
            x = 0;
            y += height + APART;
            height = 0;
        }
        move_part(picture, parts, &blocks[i], x, y);
        x += blocks[i].box.x2 - blocks[i].box.x1 + APART;
        height = MAX(height, blocks[i].box.y2 - blocks[i].box.y1);
    }
}

bool ent_place_multilevel(EntPicture *picture, EntWatch *watch)
{
    g_auto(EntSprings) springs = {0};
    g_auto(Parts) parts = {0};

    build_springs(picture, &springs);
    find_parts(&springs, &parts);
    for (guint32 i = 0; i < parts.length; i++)
        if (!place_part(picture, &springs, &parts, i, watch))
            return false;
    pack(picture, &parts);
    ent_draw_straight(picture);
    return true;
}
