/* SPDX-License-Identifier: MIT */
/*
 * The layout program's answer: lines of a word and numbers (src/layout/main.c has the format). It
 * is read into places of its own first, so that a broken answer leaves the picture as it was.
 */
#include "draw/layout.h"

#include <math.h>

typedef struct {
    const char *p, *end;
    bool broken;
} Reader;

typedef struct {
    EntPoint at;
    bool known;
} Place;

typedef struct {
    Place *nodes, *labels;
    GArray **curves; /* by edge, of EntCurve; NULL: none */
} Answer;

static double next_number(Reader *reader)
{
    char *end = NULL;
    while (*reader->p == ' ')
        reader->p++;
    double number = g_ascii_strtod(reader->p, &end);
    if (end == reader->p || *reader->p == '\n' || !isfinite(number) || fabs(number) > 1e8) {
        reader->broken = true;
        return 0;
    }
    reader->p = end;
    return number;
}

static guint32 next_index(Reader *reader)
{
    double number = next_number(reader);
    if (number < 0 || number != floor(number) || number >= G_MAXINT32)
        reader->broken = true;
    return reader->broken ? 0 : (guint32)number;
}

static bool next_word(Reader *reader, const char *word)
{
    gsize length = strlen(word);
    if (strncmp(reader->p, word, length) != 0 ||
        (reader->p[length] != ' ' && reader->p[length] != '\n'))
        return false;
    reader->p += length;
    return true;
}

static void next_line(Reader *reader)
{
    if (*reader->p == '\n')
        reader->p++;
    else
        reader->broken = true;
}

static EntPoint next_point(Reader *reader)
{
    double x = next_number(reader);
    double y = next_number(reader);
    return (EntPoint){x, y};
}

/* A place for one of `length` things; those beyond them are scaffolding. */
static void read_place(Reader *reader, Place *places, guint32 length)
{
    guint32 index = next_index(reader);
    EntPoint at = next_point(reader);
    if (!reader->broken && index < length)
        places[index] = (Place){at, true};
}

static void clear_curve(gpointer curve)
{
    ent_curve_clear(curve);
}

static void read_edge(Reader *reader, Answer *answer, guint32 length)
{
    guint32 index = next_index(reader);
    guint32 points = next_index(reader);
    if (reader->broken || points < 4 || points % 3 != 1 ||
        points > (gsize)(reader->end - reader->p)) {
        reader->broken = true;
        return;
    }
    EntCurve curve = {g_new(EntPoint, points), points};
    for (guint32 i = 0; i < points; i++)
        curve.points[i] = next_point(reader);
    if (reader->broken || index >= length) {
        ent_curve_clear(&curve);
        return;
    }
    if (!answer->curves[index]) {
        answer->curves[index] = g_array_new(FALSE, FALSE, sizeof(EntCurve));
        g_array_set_clear_func(answer->curves[index], clear_curve);
    }
    g_array_append_val(answer->curves[index], curve);
}

static bool read_lines(Reader *reader, Answer *answer, const EntPicture *picture)
{
    if (!next_word(reader, "graph"))
        return false;
    next_point(reader);
    next_line(reader);
    while (!reader->broken && !next_word(reader, "end")) {
        if (next_word(reader, "node"))
            read_place(reader, answer->nodes, picture->nodes_length);
        else if (next_word(reader, "label"))
            read_place(reader, answer->labels, picture->edges_length);
        else if (next_word(reader, "edge"))
            read_edge(reader, answer, picture->edges_length);
        else
            reader->broken = true;
        next_line(reader);
    }
    for (guint32 i = 0; i < picture->nodes_length; i++)
        reader->broken = reader->broken || !answer->nodes[i].known;
    return !reader->broken;
}

static void turn_points(EntCurve *curve)
{
    for (guint i = 0, j = curve->length - 1; i < j; i++, j--) {
        EntPoint point = curve->points[i];
        curve->points[i] = curve->points[j];
        curve->points[j] = point;
    }
}

static void turn(EntPictureEdge *edge)
{
    for (guint i = 0; i < edge->curves_length; i++)
        turn_points(&edge->curves[i]);
    for (guint i = 0, j = edge->curves_length - 1; i < j; i++, j--) {
        EntCurve curve = edge->curves[i];
        edge->curves[i] = edge->curves[j];
        edge->curves[j] = curve;
    }
}

/* An edge the program left out is a straight line. */
static void draw_straight(const EntPicture *picture, EntPictureEdge *edge)
{
    EntPoint a = picture->nodes[edge->from].at;
    EntPoint b = picture->nodes[edge->to].at;
    edge->curves = g_new(EntCurve, 1);
    edge->curves_length = 1;
    edge->curves[0] = (EntCurve){g_new(EntPoint, 4), 4};
    for (guint i = 0; i < 4; i++)
        edge->curves[0].points[i] = ent_point_between(a, b, i / 3.0);
}

static void take_edge(EntPicture *picture, guint32 i, const EntLayoutPlan *plan, Answer *answer)
{
    EntPictureEdge *edge = &picture->edges[i];
    edge->labelled = answer->labels[i].known && edge->label_size.x > 0;
    edge->label_at = answer->labels[i].at;
    ent_picture_clear_curves(edge);
    if (!answer->curves[i]) {
        draw_straight(picture, edge);
        return;
    }
    edge->curves_length = answer->curves[i]->len;
    edge->curves = (EntCurve *)(void *)g_array_free(answer->curves[i], FALSE);
    answer->curves[i] = NULL;
    if (ent_layout_is_turned(plan, edge))
        turn(edge);
}

bool ent_layout_answer(EntPicture *picture, const EntLayoutPlan *plan, const char *text)
{
    Reader reader = {.p = text, .end = text + strlen(text)};
    g_autofree Place *nodes = g_new0(Place, picture->nodes_length);
    g_autofree Place *labels = g_new0(Place, picture->edges_length);
    g_autofree GArray **curves = g_new0(GArray *, picture->edges_length);
    Answer answer = {nodes, labels, curves};
    bool good = read_lines(&reader, &answer, picture);
    for (guint32 i = 0; i < picture->nodes_length && good; i++)
        picture->nodes[i].at = nodes[i].at;
    for (guint32 i = 0; i < picture->edges_length; i++) {
        if (good)
            take_edge(picture, i, plan, &answer);
        else if (curves[i])
            g_array_unref(curves[i]);
    }
    return good;
}
