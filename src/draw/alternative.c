/* SPDX-License-Identifier: MIT */
/* A picture in words: how large it is, and what stands in the middle of it. */
#include "draw/frame.h"

#define CHIEFS 5

static guint32 *count_ties(const EntPicture *picture)
{
    guint32 *ties = g_new0(guint32, (gsize)picture->nodes_length + 1);
    for (guint32 i = 0; i < picture->edges_length; i++) {
        ties[picture->edges[i].from]++;
        if (picture->edges[i].to != picture->edges[i].from)
            ties[picture->edges[i].to]++;
    }
    return ties;
}

/* The node with most ties of those with none told yet; told ones get 0. */
static guint32 take_chief(const EntPicture *picture, guint32 *ties, guint32 *count)
{
    guint32 chief = 0;
    for (guint32 i = 1; i < picture->nodes_length; i++) {
        if (ties[i] > ties[chief])
            chief = i;
    }
    *count = ties[chief];
    ties[chief] = 0;
    return chief;
}

char *ent_picture_alternative(const EntPicture *picture)
{
    g_autofree char *subtitle = ent_picture_subtitle(picture);
    g_autofree guint32 *ties = count_ties(picture);
    GString *text = g_string_new(subtitle);
    g_string_append_c(text, '.');
    for (guint i = 0; i < MIN(picture->nodes_length, CHIEFS); i++) {
        guint32 count;
        guint32 chief = take_chief(picture, ties, &count);
        if (count == 0)
            break;
        g_string_append_printf(text, "%s%s (%u)", i == 0 ? " Most ties: " : ", ",
                               picture->nodes[chief].node->name, count);
    }
    if (picture->nodes_length > 0 && picture->edges_length > 0)
        g_string_append_c(text, '.');
    return g_string_free(text, FALSE);
}
