/* SPDX-License-Identifier: MIT */
/*
 * Places for the labels of edges. A label is tried at many points along its edge, on the line and
 * beside it, and where the layout put it. It never covers a node or another label; among what is
 * left it takes the place that covers fewest other edges and is nearest to the edge's middle. Those
 * with the least choice go first; further rounds let each move where it is better off. A label
 * that fits nowhere on its edge goes to the nearest free place, with a thin line to its edge.
 */
#include "draw/picture.h"

#include <math.h>

#include "draw/grid.h"

#define STEP        12.0 /* length of the straight lines that stand for a curve */
#define NODE_SPACE  2.0
#define LABEL_SPACE 1.0
#define TIP         11.0 /* length of an arrow's tip, to be left free */

typedef struct {
    EntPoint at;
    EntPoint along; /* unit vector of the edge there */
} Spot;

typedef struct {
    GArray *line;    /* EntPoint: the edge as straight lines */
    GArray *lengths; /* double: from the edge's start to each point of line */
    guint32 edge;
    guint choice; /* how many places are free of nodes */
    guint number; /* in the grid; G_MAXUINT: not placed */
} Labelled;

typedef struct {
    EntPicture *picture;
    GArray *labels; /* Labelled */
    EntGrid *nodes, *placed, *lines, *tips;
    double cost; /* of all places in the last round */
} Places;

typedef struct {
    EntPoint at;
    double cost; /* HUGE_VAL: no place */
} Candidate;

static guint steps_of(const EntCurve *curve)
{
    double length = 0;
    for (guint i = 0; i + 1 < curve->length; i++)
        length += ent_distance_between(curve->points[i], curve->points[i + 1]);
    return (guint)CLAMP(length / (STEP * ((curve->length - 1) / 3.0)), 4, 200);
}

static void flatten(const EntPictureEdge *edge, GArray *line)
{
    for (guint i = 0; i < edge->curves_length; i++)
        ent_curve_flatten(&edge->curves[i], steps_of(&edge->curves[i]), line);
}

static void measure(Labelled *label)
{
    double sum = 0;
    label->lengths = g_array_sized_new(FALSE, FALSE, sizeof(double), label->line->len);
    for (guint i = 0; i < label->line->len; i++) {
        if (i > 0)
            sum += ent_distance_between(g_array_index(label->line, EntPoint, i - 1),
                                        g_array_index(label->line, EntPoint, i));
        g_array_append_val(label->lengths, sum);
    }
}

static double length_of(const Labelled *label)
{
    return g_array_index(label->lengths, double, label->lengths->len - 1);
}

static Spot spot_at(const Labelled *label, double share)
{
    double wanted = share * length_of(label);
    guint i = 1;
    while (i + 1 < label->line->len && g_array_index(label->lengths, double, i) < wanted)
        i++;
    EntPoint a = g_array_index(label->line, EntPoint, i - 1);
    EntPoint b = g_array_index(label->line, EntPoint, i);
    double before = g_array_index(label->lengths, double, i - 1);
    double length = ent_distance_between(a, b);
    double t = length > 0 ? CLAMP((wanted - before) / length, 0, 1) : 0;
    EntPoint along =
        length > 0 ? (EntPoint){(b.x - a.x) / length, (b.y - a.y) / length} : (EntPoint){1, 0};
    return (Spot){ent_point_between(a, b, t), along};
}

static EntBox box_at(const EntPictureEdge *edge, EntPoint at)
{
    return ent_box_around(at, edge->label_size.x, edge->label_size.y);
}

static bool is_free(const Places *places, EntBox box)
{
    return !ent_grid_is_taken(places->nodes, box) &&
           !ent_grid_is_taken(places->placed, ent_box_grown(box, LABEL_SPACE));
}

static double crossing_cost(const Places *places, EntBox box, guint32 edge)
{
    return ent_grid_count_owners(places->lines, box, edge) * 1.1 +
           (ent_grid_is_taken(places->tips, box) ? 2.5 : 0);
}

static void consider(const Places *places, const Labelled *label, EntPoint at, double cost,
                     Candidate *best)
{
    const EntPictureEdge *edge = &places->picture->edges[label->edge];
    EntBox box = box_at(edge, at);
    if (cost >= best->cost || !is_free(places, box))
        return;
    cost += crossing_cost(places, box, label->edge);
    if (cost < best->cost)
        *best = (Candidate){at, cost};
}

static const double shares[] = {0.5,  0.45, 0.55, 0.4, 0.6,  0.35, 0.65, 0.3, 0.7,
                                0.25, 0.75, 0.2,  0.8, 0.15, 0.85, 0.1,  0.9};

/* The centre of a label beside the line: it just clears it. */
static EntPoint beside(const EntPictureEdge *edge, const Spot *spot, int side)
{
    double off = fabs(spot->along.y) * edge->label_size.x / 2 +
                 fabs(spot->along.x) * edge->label_size.y / 2 + 1;
    return (EntPoint){spot->at.x - side * spot->along.y * off,
                      spot->at.y + side * spot->along.x * off};
}

static double nearest_on_line(const Labelled *label, EntPoint at, EntPoint *nearest)
{
    double least = HUGE_VAL;
    for (guint i = 0; i < label->line->len; i++) {
        EntPoint point = g_array_index(label->line, EntPoint, i);
        double distance = ent_distance_between(point, at);
        if (distance < least) {
            least = distance;
            *nearest = point;
        }
    }
    return least;
}

/* The layout's own place, and the point of the edge nearest to it. */
static void consider_given(const Places *places, const Labelled *label, EntPoint given,
                           Candidate *best)
{
    const EntPictureEdge *edge = &places->picture->edges[label->edge];
    EntPoint nearest = given;
    double distance = nearest_on_line(label, given, &nearest);
    consider(places, label, nearest, 0.1, best);
    if (distance < hypot(edge->label_size.x, edge->label_size.y) / 2 + 2)
        consider(places, label, given, 0.8, best);
}

static Candidate best_on_edge(const Places *places, const Labelled *label, const EntPoint *given)
{
    const EntPictureEdge *edge = &places->picture->edges[label->edge];
    Candidate best = {{0, 0}, HUGE_VAL};
    if (given)
        consider_given(places, label, *given, &best);
    for (guint i = 0; i < G_N_ELEMENTS(shares); i++) {
        Spot spot = spot_at(label, shares[i]);
        double cost = 3 * fabs(shares[i] - 0.5);
        consider(places, label, spot.at, cost, &best);
        consider(places, label, beside(edge, &spot, 1), cost + 0.8, &best);
        consider(places, label, beside(edge, &spot, -1), cost + 0.8, &best);
    }
    return best;
}

/* Rings around the middle of the edge, larger and larger. */
static Candidate best_around(const Places *places, const Labelled *label)
{
    Candidate best = {{0, 0}, HUGE_VAL};
    EntPoint middle = spot_at(label, 0.5).at;
    for (int ring = 1; ring <= 80 && best.cost == HUGE_VAL; ring++) {
        double radius = 8.0 * ring;
        int points = 8 + 2 * ring;
        for (int i = 0; i < points; i++) {
            double angle = 2 * G_PI * i / points;
            EntPoint at = {middle.x + radius * cos(angle), middle.y + radius * sin(angle)};
            consider(places, label, at, radius, &best);
        }
    }
    return best;
}

static void place(Places *places, Labelled *label, const EntPoint *given)
{
    EntPictureEdge *edge = &places->picture->edges[label->edge];
    Candidate best = best_on_edge(places, label, given);
    edge->led = best.cost == HUGE_VAL;
    if (edge->led) {
        best = best_around(places, label);
        nearest_on_line(label, best.at, &edge->leader_to);
    }
    edge->labelled = best.cost < HUGE_VAL;
    edge->label_at = best.at;
    label->number = G_MAXUINT;
    places->cost += edge->labelled ? best.cost : 1000;
    if (edge->labelled)
        label->number = ent_grid_add_box(places->placed, box_at(edge, best.at));
}

static gint by_choice(gconstpointer a, gconstpointer b)
{
    const Labelled *one = a;
    const Labelled *other = b;
    if (one->choice != other->choice)
        return one->choice < other->choice ? -1 : 1;
    return (one->edge > other->edge) - (one->edge < other->edge);
}

static guint count_choice(const Places *places, const Labelled *label)
{
    const EntPictureEdge *edge = &places->picture->edges[label->edge];
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(shares); i++)
        count += !ent_grid_is_taken(places->nodes, box_at(edge, spot_at(label, shares[i]).at));
    return count;
}

static void clear_labelled(gpointer data)
{
    Labelled *label = data;
    g_array_unref(label->line);
    g_array_unref(label->lengths);
}

static void add_tip(Places *places, const EntPictureEdge *edge)
{
    const EntCurve *last = &edge->curves[edge->curves_length - 1];
    EntPoint tip = last->points[last->length - 1];
    EntPoint before = last->points[last->length - 2];
    double length = MAX(ent_distance_between(tip, before), 0.01);
    EntPoint centre = ent_point_between(tip, before, TIP / 2 / length);
    if (!edge->type->symmetric)
        ent_grid_add_box(places->tips, ent_box_around(centre, TIP * 0.7, TIP * 0.7));
}

static void gather(Places *places)
{
    EntPicture *picture = places->picture;
    ent_picture_enclose(picture);
    for (guint i = 0; i < picture->clusters_length; i++)
        ent_grid_add_box(places->nodes, ent_cluster_label_box(&picture->clusters[i]));
    for (guint32 i = 0; i < picture->nodes_length; i++) {
        const EntPictureNode *node = &picture->nodes[i];
        EntBox box = ent_box_around(node->at, node->size.x, node->size.y);
        ent_grid_add_box(places->nodes, ent_box_grown(box, NODE_SPACE));
    }
    for (guint32 i = 0; i < picture->edges_length; i++) {
        EntPictureEdge *edge = &picture->edges[i];
        Labelled label = {.edge = i, .number = G_MAXUINT};
        if (edge->curves_length == 0 || edge->label_size.x <= 0)
            continue;
        label.line = g_array_new(FALSE, FALSE, sizeof(EntPoint));
        flatten(edge, label.line);
        measure(&label);
        for (guint k = 1; k < label.line->len; k++)
            ent_grid_add_line(places->lines, g_array_index(label.line, EntPoint, k - 1),
                              g_array_index(label.line, EntPoint, k), i);
        add_tip(places, edge);
        label.choice = count_choice(places, &label);
        g_array_append_val(places->labels, label);
    }
    g_array_sort(places->labels, by_choice);
}

static void place_all(Places *places, int rounds)
{
    EntPicture *picture = places->picture;
    g_autofree EntPoint *given = g_new0(EntPoint, picture->edges_length);
    g_autofree bool *has_given = g_new0(bool, picture->edges_length);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        given[i] = picture->edges[i].label_at;
        has_given[i] = picture->edges[i].labelled;
        picture->edges[i].labelled = false;
    }
    for (int round = 0; round < rounds; round++) {
        places->cost = 0;
        for (guint i = 0; i < places->labels->len; i++) {
            Labelled *label = &g_array_index(places->labels, Labelled, i);
            if (label->number != G_MAXUINT)
                ent_grid_remove(places->placed, label->number);
            place(places, label, has_given[label->edge] ? &given[label->edge] : NULL);
        }
    }
}

double ent_picture_place_labels(EntPicture *picture, int rounds)
{
    Places places = {.picture = picture};
    places.labels = g_array_new(FALSE, FALSE, sizeof(Labelled));
    g_array_set_clear_func(places.labels, clear_labelled);
    places.nodes = ent_grid_new();
    places.placed = ent_grid_new();
    places.lines = ent_grid_new();
    places.tips = ent_grid_new();
    gather(&places);
    place_all(&places, rounds);
    picture->box = ent_picture_find_box(picture);
    g_array_unref(places.labels);
    ent_grid_free(places.nodes);
    ent_grid_free(places.placed);
    ent_grid_free(places.lines);
    ent_grid_free(places.tips);
    return places.cost;
}
