/* SPDX-License-Identifier: MIT */
#include "view/shared.h"

#include <stdlib.h>
#include <string.h>

EntFirmness ent_firmness_both(EntFirmness a, EntFirmness b)
{
    return (EntFirmness){MAX(a.status, b.status), a.confidence * b.confidence};
}

bool ent_firmness_exceeds(EntFirmness a, EntFirmness b)
{
    return a.status < b.status || (a.status == b.status && a.confidence > b.confidence);
}

static gint compare_ids(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntDossier *dossier = data;

    return strcmp(ent_dossier_node(dossier, *(const guint32 *)left)->id,
                  ent_dossier_node(dossier, *(const guint32 *)right)->id);
}

/* Lists the shared nodes in view; the place of each by the dossier's nodes, the caller's. */
static guint32 *list_shared(EntMemberships *members, const EntView *view, const bool *is_via)
{
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 length;
    const guint32 *nodes = ent_view_nodes(view, &length);
    guint32 *places = g_new(guint32, (gsize)ent_dossier_node_count(dossier) + 1);

    members->nodes = g_new(guint32, (gsize)length + 1);
    for (guint32 i = 0; i < length; i++)
        if (is_via[nodes[i]])
            members->nodes[members->nodes_length++] = nodes[i];
    g_qsort_with_data(members->nodes, (gint)members->nodes_length, sizeof *members->nodes,
                      compare_ids, (gpointer)dossier);
    for (guint32 i = 0; i < members->nodes_length; i++)
        places[members->nodes[i]] = i;
    return places;
}

/* An edge between a shared node and a party. */
typedef struct {
    guint32 shared, party, edge;
} Link;

static int compare_links(const void *left, const void *right)
{
    const Link *a = left, *b = right;

    if (a->shared != b->shared)
        return a->shared < b->shared ? -1 : 1;
    if (a->party != b->party)
        return a->party < b->party ? -1 : 1;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

/* Sorted; edges with both ends, or neither, on one side are none. The caller's. */
static Link *list_links(const EntView *view, const bool *is_via, const guint32 *places,
                        guint32 *count)
{
    guint32 length;
    const guint32 *edges = ent_view_edges(view, &length);
    Link *links = g_new(Link, (gsize)length + 1);

    *count = 0;
    for (guint32 i = 0; i < length; i++) {
        const EntEdge *edge = ent_dossier_edge(ent_view_dossier(view), edges[i]);

        if (is_via[edge->from] && !is_via[edge->to])
            links[(*count)++] = (Link){places[edge->from], edge->to, edges[i]};
        else if (is_via[edge->to] && !is_via[edge->from])
            links[(*count)++] = (Link){places[edge->to], edge->from, edges[i]};
    }
    qsort(links, *count, sizeof *links, compare_links);
    return links;
}

static void add_link(EntMemberships *members, const Link *link, guint32 index, EntFirmness firmness)
{
    EntMembership *last = members->length ? &members->items[members->length - 1] : NULL;

    members->edges[index] = link->edge;
    if (last && last->shared == link->shared && last->party == link->party) {
        last->length++;
        if (ent_firmness_exceeds(firmness, last->firmness))
            last->firmness = firmness;
        return;
    }
    members->items[members->length++] =
        (EntMembership){link->shared, link->party, index, 1, firmness};
    members->starts[link->shared + 1] = members->length;
}

void ent_memberships_init(EntMemberships *members, const EntView *view, const bool *is_via)
{
    const EntDossier *dossier = ent_view_dossier(view);
    g_autofree guint32 *places = NULL;
    g_autofree Link *links = NULL;
    guint32 length;

    *members = (EntMemberships){0};
    places = list_shared(members, view, is_via);
    links = list_links(view, is_via, places, &length);
    members->items = g_new0(EntMembership, (gsize)length + 1);
    members->edges = g_new(guint32, (gsize)length + 1);
    members->starts = g_new0(guint32, (gsize)members->nodes_length + 1);
    for (guint32 i = 0; i < length; i++) {
        const EntFact *fact = &ent_dossier_edge(dossier, links[i].edge)->fact;

        add_link(members, &links[i], i, (EntFirmness){fact->status, fact->confidence});
    }
    for (guint32 i = 0; i < members->nodes_length; i++) /* nodes without a party */
        members->starts[i + 1] = MAX(members->starts[i + 1], members->starts[i]);
}

void ent_memberships_clear(EntMemberships *members)
{
    g_free(members->nodes);
    g_free(members->items);
    g_free(members->starts);
    g_free(members->edges);
    *members = (EntMemberships){0};
}
