/* SPDX-License-Identifier: MIT */
/*
 * One label for parallel edges that agree: of the same type and status, from the same node to the
 * same other. The middle one of them bears it, with how many they are and what each of them adds.
 */
#include "draw/picture.h"

#define MOST_DETAILS 4 /* of so many edges; of more only how many they are */

static int compare_text(const void *left, const void *right)
{
    const EntPictureEdge *a = *(EntPictureEdge *const *)left;
    const EntPictureEdge *b = *(EntPictureEdge *const *)right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->edge->fact.status != b->edge->fact.status)
        return a->edge->fact.status < b->edge->fact.status ? -1 : 1;
    return strcmp(a->type->name, b->type->name);
}

static int compare_edges(const void *left, const void *right)
{
    int order = compare_text(left, right);
    const EntPictureEdge *a = *(EntPictureEdge *const *)left;
    const EntPictureEdge *b = *(EntPictureEdge *const *)right;
    return order ? order : (a > b) - (a < b);
}

/* "× 3: 2015, 2017, 2019" */
static char *join(const EntPicture *picture, EntPictureEdge *const *edges, guint length,
                  char *const *details)
{
    GString *text = g_string_new(NULL);
    g_string_printf(text, "×\302\240%u", length);
    for (guint i = 0, told = 0; i < length && length <= MOST_DETAILS; i++) {
        const char *one = details[edges[i] - picture->edges];
        if (one)
            g_string_append_printf(text, "%s%s", told++ > 0 ? ", " : ": ", one);
    }
    return g_string_free(text, FALSE);
}

void ent_picture_gather(const EntPicture *picture, char **details, bool *silent)
{
    g_autofree EntPictureEdge **edges = g_new(EntPictureEdge *, (gsize)picture->edges_length + 1);
    for (guint32 i = 0; i < picture->edges_length; i++)
        edges[i] = &picture->edges[i];
    qsort(edges, picture->edges_length, sizeof(EntPictureEdge *), compare_edges);
    for (guint first = 0, end; first < picture->edges_length; first = end) {
        for (end = first + 1; end < picture->edges_length; end++)
            if (compare_text(&edges[first], &edges[end]) != 0)
                break;
        if (end - first < 2)
            continue;
        guint32 bearer = (guint32)(edges[first + (end - first) / 2] - picture->edges);
        char *joined = join(picture, edges + first, end - first, details);
        for (guint i = first; i < end; i++)
            silent[edges[i] - picture->edges] = edges[i] - picture->edges != bearer;
        g_free(details[bearer]);
        details[bearer] = joined;
    }
}
