/* SPDX-License-Identifier: MIT */
/*
 * Rings around one node: those tied to it on the first, those one step further on the second, and
 * so on. Rings are ellipses, as wide as a page is for its height. Each has so many places, at the
 * same distance; nodes exchange places until no exchange makes the lines shorter.
 */
#include "draw/layouts.h"
#include "draw/straight.h"

#include <math.h>

#define FLAT              0.68 /* height of a ring to its width */
#define FIRST             130.0
#define GAP               70.0 /* between rings, beside the nodes' heights */
#define SPACE             26.0 /* between nodes of a ring */
#define ROUNDS            12
#define HIDDEN_COST       150.0 /* in length of lines */
#define HIDDEN_LOOKED_FOR 12000 /* nodes times edges: of larger pictures not */
#define COSTLY            4e6   /* steps: pictures of more exchange fewer places */

typedef struct {
    EntPicture *picture;
    guint32 centre;
    guint *ring;     /* by node */
    guint length;    /* of rings, the centre being one */
    GPtrArray **on;  /* by ring: the nodes' numbers */
    guint *starts;   /* of neighbours */
    guint32 *others; /* edges' other ends, by node */
} Rings;

static void rings_clear(Rings *rings)
{
    for (guint i = 0; rings->on && i < rings->length; i++)
        g_ptr_array_unref(rings->on[i]);
    g_free(rings->on);
    g_free(rings->ring);
    g_free(rings->starts);
    g_free(rings->others);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Rings, rings_clear)

static void find_neighbours(Rings *rings)
{
    const EntPicture *picture = rings->picture;
    rings->starts = g_new0(guint, (gsize)picture->nodes_length + 2);
    rings->others = g_new0(guint32, (gsize)picture->edges_length * 2 + 1);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        rings->starts[picture->edges[i].from + 1]++;
        rings->starts[picture->edges[i].to + 1]++;
    }
    for (guint32 i = 0; i < picture->nodes_length; i++)
        rings->starts[i + 1] += rings->starts[i];
    g_autofree guint *next =
        g_memdup2(rings->starts, sizeof(guint) * ((gsize)picture->nodes_length + 1));
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        rings->others[next[edge->from]++] = edge->to;
        rings->others[next[edge->to]++] = edge->from;
    }
}

static guint32 find_centre(const EntPicture *picture)
{
    guint32 asked = ent_view_centre(picture->view), best = 0;
    if (asked != ENT_NONE && ent_view_place(picture->view, asked) != ENT_NONE)
        return ent_view_place(picture->view, asked);
    g_autofree guint32 *ties = ent_picture_count_ties(picture);
    for (guint32 i = 0; i < picture->nodes_length; i++)
        if (ties[i] > ties[best])
            best = i;
    return best;
}

/* Steps from the centre; those it does not reach are on a ring of their own, outside of all. */
static void find_rings(Rings *rings)
{
    guint32 nodes = rings->picture->nodes_length, length = 1;
    g_autofree guint32 *queue = g_new(guint32, (gsize)nodes + 1);
    rings->ring = g_new(guint, (gsize)nodes + 1);
    for (guint32 i = 0; i < nodes; i++)
        rings->ring[i] = G_MAXUINT;
    rings->ring[rings->centre] = 0;
    queue[0] = rings->centre;
    for (guint32 at = 0; at < length; at++) {
        guint32 node = queue[at];
        for (guint i = rings->starts[node]; i < rings->starts[node + 1]; i++) {
            if (rings->ring[rings->others[i]] != G_MAXUINT)
                continue;
            rings->ring[rings->others[i]] = rings->ring[node] + 1;
            queue[length++] = rings->others[i];
        }
    }
    rings->length = rings->ring[queue[length - 1]] + (length < nodes ? 2 : 1);
    rings->on = g_new0(GPtrArray *, rings->length);
    for (guint i = 0; i < rings->length; i++)
        rings->on[i] = g_ptr_array_new();
    for (guint32 i = 0; i < nodes; i++) {
        rings->ring[i] = MIN(rings->ring[i], rings->length - 1);
        g_ptr_array_add(rings->on[rings->ring[i]], GUINT_TO_POINTER(i));
    }
}

static EntPoint place_on(double radius, guint place, guint places)
{
    double angle = 2 * G_PI * place / places - G_PI / 2;
    return (EntPoint){radius * cos(angle), radius * FLAT * sin(angle)};
}

/* The size that has room for any node of the ring. */
static EntPoint largest(const EntPicture *picture, const GPtrArray *on)
{
    EntPoint size = {0, 0};
    for (guint i = 0; i < on->len; i++) {
        EntPoint here = picture->nodes[GPOINTER_TO_UINT(on->pdata[i])].size;
        size.x = MAX(size.x, here.x);
        size.y = MAX(size.y, here.y);
    }
    return size;
}

/* Whether nodes of that size keep apart on so many places. */
static bool keeps_apart(double radius, guint places, EntPoint size)
{
    for (guint i = 0; i < places && places > 1; i++) {
        EntPoint a = place_on(radius, i, places), b = place_on(radius, i + 1, places);
        if (fabs(a.x - b.x) < size.x + SPACE && fabs(a.y - b.y) < size.y + SPACE)
            return false;
    }
    return true;
}

static double tie_length(const Rings *rings, guint32 node, EntPoint at)
{
    double length = 0;
    for (guint i = rings->starts[node]; i < rings->starts[node + 1]; i++) {
        EntPoint other = rings->picture->nodes[rings->others[i]].at;
        /* Lines close by the centre, of nodes that are not tied to it, hide it. */
        double near =
            rings->others[i] == rings->centre
                ? 0
                : ent_distance_between(ent_point_between(at, other, 0.5), (EntPoint){0, 0});
        length += ent_distance_between(at, other);
        if (rings->others[i] != rings->centre && near < 60)
            length += 200;
    }
    return length;
}

/* How many lines run behind the node, or behind others from it. */
static guint count_hidden(const Rings *rings, guint32 node)
{
    const EntPicture *picture = rings->picture;
    const EntPictureNode *own = &picture->nodes[node];
    EntBox box = ent_box_around(own->at, own->size.x + 6, own->size.y + 6);
    guint hidden = 0;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        const EntPictureEdge *edge = &picture->edges[i];
        EntPoint a = picture->nodes[edge->from].at, b = picture->nodes[edge->to].at;
        if (edge->from != node && edge->to != node) {
            hidden += ent_box_crossed(box, a, b);
            continue;
        }
        for (guint32 k = 0; k < picture->nodes_length; k++) {
            const EntPictureNode *other = &picture->nodes[k];
            if (k != edge->from && k != edge->to)
                hidden +=
                    ent_box_crossed(ent_box_around(other->at, other->size.x, other->size.y), a, b);
        }
    }
    return hidden;
}

/* The node, or none, that is on each place of a ring. */
typedef struct {
    double radius;
    guint places;
    guint32 *taken; /* ENT_NONE: free */
} Seats;

static void sit(Rings *rings, Seats *seats, guint place, guint32 node)
{
    seats->taken[place] = node;
    if (node != ENT_NONE)
        rings->picture->nodes[node].at = place_on(seats->radius, place, seats->places);
}

static double cost_of(const Rings *rings, guint32 a, guint32 b)
{
    const guint32 nodes[] = {a, b};
    double cost = 0;
    bool small =
        (double)rings->picture->nodes_length * rings->picture->edges_length < HIDDEN_LOOKED_FOR;
    for (gsize i = 0; i < G_N_ELEMENTS(nodes); i++) {
        if (nodes[i] == ENT_NONE)
            continue;
        cost += tie_length(rings, nodes[i], rings->picture->nodes[nodes[i]].at);
        if (small)
            cost += HIDDEN_COST * count_hidden(rings, nodes[i]);
    }
    return cost;
}

/* Exchanges what is on two places, if that makes lines shorter. */
static bool exchange(Rings *rings, Seats *seats, guint i, guint k)
{
    guint32 a = seats->taken[i], b = seats->taken[k];
    if (a == ENT_NONE && b == ENT_NONE)
        return false;
    double before = cost_of(rings, a, b);
    sit(rings, seats, i, b);
    sit(rings, seats, k, a);
    if (cost_of(rings, a, b) < before - 1e-6)
        return true;
    sit(rings, seats, i, a);
    sit(rings, seats, k, b);
    return false;
}

static bool improve(Rings *rings, Seats *seats)
{
    guint reach = seats->places;
    bool better = false;
    if ((double)reach * reach * (1 + rings->picture->edges_length) > COSTLY)
        reach = MAX(2, (guint)(COSTLY / reach / (1 + rings->picture->edges_length)));
    for (guint i = 0; i < seats->places; i++)
        for (guint k = i + 1; k < seats->places && k <= i + reach; k++)
            better |= exchange(rings, seats, i, k);
    return better;
}

/* At first they sit in their order. */
static void seat_all(Rings *rings, Seats *seats, const GPtrArray *on)
{
    for (guint i = 0; i < seats->places; i++)
        seats->taken[i] = ENT_NONE;
    for (guint i = 0; i < on->len; i++)
        sit(rings, seats, i * seats->places / on->len, GPOINTER_TO_UINT(on->pdata[i]));
}

/* How far out the ring is, and how many places it has: at first as many as it needs, further out as
 * many as it has room for, so that nodes can stay near those they are tied to. */
static void measure(const Rings *rings, guint ring, double least, Seats *seats)
{
    EntPoint size = largest(rings->picture, rings->on[ring]);
    seats->places = rings->on[ring]->len;
    seats->radius = least;
    while (!keeps_apart(seats->radius, seats->places, size))
        seats->radius *= 1.03;
    guint most = ring > 1 ? 4 * rings->on[ring]->len : 0;
    for (guint more = seats->places + 1; more <= most; more += MAX(1, more / 16)) {
        if (!keeps_apart(seats->radius, more, size))
            break;
        seats->places = more;
    }
}

static void add_guide(Rings *rings, double radius)
{
    const EntTheme *theme = rings->picture->theme;
    ent_picture_guide(rings->picture, (EntGuide){.kind = ENT_GUIDE_RING,
                                                 .from = {-radius, -radius * FLAT},
                                                 .to = {radius, radius * FLAT},
                                                 .color = ent_theme_ink(theme, 12),
                                                 .width = 1});
}

static bool place_rings(EntPicture *picture, GError **error)
{
    g_auto(Rings) rings = {.picture = picture, .centre = find_centre(picture)};
    (void)error;
    find_neighbours(&rings);
    find_rings(&rings);
    g_autofree Seats *seats = g_new0(Seats, rings.length);
    double radius = picture->nodes[rings.centre].size.y / 2;
    picture->nodes[rings.centre].at = (EntPoint){0, 0};
    for (guint i = 1; i < rings.length; i++) {
        double high = largest(picture, rings.on[i]).y;
        measure(&rings, i, MAX(FIRST, (radius * FLAT + GAP + high / 2) / FLAT), &seats[i]);
        radius = seats[i].radius + high / 2 / FLAT;
        seats[i].taken = g_new(guint32, (gsize)seats[i].places + 1);
        seat_all(&rings, &seats[i], rings.on[i]);
        add_guide(&rings, seats[i].radius);
    }
    bool better = true;
    for (guint round = 0; round < ROUNDS && better; round++) {
        better = false;
        for (guint i = 1; i < rings.length; i++)
            better |= improve(&rings, &seats[i]);
    }
    for (guint i = 1; i < rings.length; i++)
        g_free(seats[i].taken);
    ent_draw_straight(picture);
    return true;
}

const EntLayout ent_layout_rings = {
    .name = "rings",
    .summary = "on rings around the node that --around names, else around the best tied one",
    .engine = "twopi",
    .place = place_rings,
};
