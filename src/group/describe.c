/* SPDX-License-Identifier: MIT */
#include "group/number.h"

#include <math.h>

/* What one end of an edge is to the group of the other. */
typedef struct {
    guint32 node, group; /* the node's place, the other's group */
    double weight;
} Pull;

static int compare_pulls(const void *left, const void *right)
{
    const Pull *a = left, *b = right;

    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return a->weight < b->weight ? -1 : a->weight > b->weight;
}

static Pull *sort_pulls(const EntPartition *partition, const EntGraph *graph, gsize *length)
{
    gsize edges = (gsize)igraph_ecount(&graph->graph);
    Pull *pulls = g_new(Pull, 2 * edges + 1);

    *length = 2 * edges;
    for (gsize i = 0; i < edges; i++) {
        guint32 from = (guint32)IGRAPH_FROM(&graph->graph, i);
        guint32 to = (guint32)IGRAPH_TO(&graph->graph, i);
        double weight = VECTOR(graph->weights)[i];

        pulls[2 * i] = (Pull){from, partition->groups[to], weight};
        pulls[2 * i + 1] = (Pull){to, partition->groups[from], weight};
    }
    qsort(pulls, *length, sizeof *pulls, compare_pulls);
    return pulls;
}

/* The sum of the weights to one group; *next is set behind them. */
static double sum_to_group(const Pull *pulls, gsize end, gsize *next)
{
    const Pull *first = &pulls[*next];
    double sum = 0;

    for (; *next < end && pulls[*next].group == first->group; ++*next)
        sum += pulls[*next].weight;
    return sum;
}

/* The pulls of one node are those from first to end. */
static EntGroupTies describe_node(const Pull *pulls, gsize first, gsize end, guint32 own)
{
    EntGroupTies ties = {.participation = NAN};
    double strength = 0, squares = 0;

    for (gsize i = first; i < end; i++)
        strength += pulls[i].weight;
    for (gsize i = first, next = first; i < end; i = next) {
        double share = sum_to_group(pulls, end, &next) / strength;

        squares += share * share;
        if (pulls[i].group == own) {
            ties.inside = (guint32)(next - i);
        } else {
            ties.reached++;
            ties.outside += (guint32)(next - i);
        }
    }
    if (end > first)
        ties.participation = MAX(1 - squares, 0);
    return ties;
}

static void describe_nodes(EntPartition *partition, const Pull *pulls, gsize length)
{
    gsize first = 0;

    partition->ties = g_new0(EntGroupTies, partition->length + 1);
    for (guint32 i = 0; i < partition->length; i++) {
        gsize end = first;

        while (end < length && pulls[end].node == i)
            end++;
        partition->ties[i] = describe_node(pulls, first, end, partition->groups[i]);
        first = end;
    }
}

static double conductance(double cut, double volume, double rest)
{
    double least = MIN(volume, rest);

    return least > 0 ? cut / least : NAN;
}

/* Each edge is seen from both its ends. */
static void describe_groups(EntPartition *partition, const Pull *pulls, gsize length)
{
    g_autofree double *cuts = g_new0(double, (gsize)partition->count + 1);
    g_autofree double *volumes = g_new0(double, (gsize)partition->count + 1);
    double total = 0;

    for (gsize i = 0; i < length; i++) {
        guint32 own = partition->groups[pulls[i].node] - 1;
        EntGroup *group = &partition->details[own];

        total += pulls[i].weight;
        volumes[own] += pulls[i].weight;
        if (pulls[i].group == own + 1) {
            group->inside++;
        } else {
            group->outside++;
            cuts[own] += pulls[i].weight;
        }
    }
    for (guint32 i = 0; i < partition->count; i++) {
        EntGroup *group = &partition->details[i];
        double rest = group->inside == length ? 0 : total - volumes[i]; /* 0 without rounding */

        group->conductance = conductance(cuts[i], volumes[i], rest);
        group->inside /= 2;
    }
}

void ent_partition_describe(EntPartition *partition, const EntGraph *graph)
{
    gsize length;
    g_autofree Pull *pulls = sort_pulls(partition, graph, &length);

    describe_nodes(partition, pulls, length);
    describe_groups(partition, pulls, length);
}
