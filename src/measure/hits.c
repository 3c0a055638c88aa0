/* SPDX-License-Identifier: MIT */
#include "measure/hits.h"

#include "measure/eigen.h"

#include <math.h>

/* The graph with every node twice, vertex v as a source and n + v as a target. */
typedef struct {
    igraph_t graph;
    EntComponents blocks;
    double *scores; /* by vertex */
    double *values; /* by block: its eigenvalue, 0 where it has no edges, NaN unsolved */
} Cover;

static void clear_cover(Cover *cover)
{
    ent_components_clear(&cover->blocks);
    if (cover->graph.cache)
        igraph_destroy(&cover->graph);
    g_free(cover->scores);
    g_free(cover->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Cover, clear_cover)

static bool build_cover(Cover *cover, const EntGraph *graph, GError **error)
{
    g_auto(igraph_vector_int_t) ends = {0};
    igraph_integer_t nodes = igraph_vcount(&graph->graph), edges = igraph_ecount(&graph->graph);

    if (!ent_igraph_done(igraph_vector_int_init(&ends, 2 * edges), error))
        return false;
    for (igraph_integer_t i = 0; i < edges; i++) {
        VECTOR(ends)[2 * i] = IGRAPH_FROM(&graph->graph, i);
        VECTOR(ends)[2 * i + 1] = nodes + IGRAPH_TO(&graph->graph, i);
    }
    return ent_igraph_done(igraph_create(&cover->graph, &ends, 2 * nodes, IGRAPH_UNDIRECTED),
                           error) &&
           ent_components_init(&cover->blocks, &cover->graph, ent_graph_weights(graph), IGRAPH_WEAK,
                               error);
}

static bool solve_cover(Cover *cover, GError **error)
{
    gsize vertices = (gsize)igraph_vcount(&cover->graph);
    g_autofree double *scores = g_new(double, vertices);

    cover->scores = g_new0(double, vertices);
    cover->values = g_new0(double, (gsize)cover->blocks.count + 1);
    for (guint32 i = 0; i < cover->blocks.count; i++) {
        g_auto(EntComponent) block = {0};
        bool converged;

        if (ent_component_length(&cover->blocks, i) == 1)
            continue;
        if (!ent_component_init(&block, &cover->blocks, i, error) ||
            !ent_eigen_solve(&block, scores, &cover->values[i], &converged, error))
            return false;
        if (!converged)
            cover->values[i] = NAN;
        for (guint32 j = 0; j < block.length && converged; j++)
            cover->scores[block.nodes[j]] = scores[j];
    }
    return true;
}

/* The share of a block in Kleinberg's iteration from equal hub scores: the length along its hubs'
 * vector of the vector of ones. */
static double block_share(const Cover *cover, guint32 block, guint32 nodes)
{
    double sum = 0, square = 0;

    for (guint32 i = cover->blocks.node_starts[block]; i < cover->blocks.node_starts[block + 1];
         i++) {
        guint32 vertex = cover->blocks.nodes[i];

        if (vertex < nodes) {
            sum += cover->scores[vertex];
            square += cover->scores[vertex] * cover->scores[vertex];
        }
    }
    return sum / square;
}

/* One component of the graph itself. */
typedef struct {
    double value; /* the largest eigenvalue of its blocks; NaN where one is unsolved */
    double largest;
    guint32 leaders;
} Part;

static void find_leaders(const Cover *cover, const EntComponents *components, guint32 nodes,
                         Part *parts, EntEigenTally *tally)
{
    for (guint32 i = 0; i < cover->blocks.count; i++) {
        guint32 vertex = cover->blocks.nodes[cover->blocks.node_starts[i]];
        Part *part = &parts[components->membership[vertex % nodes]];

        if (isnan(cover->values[i]) || isnan(part->value))
            part->value = NAN;
        else
            part->value = MAX(part->value, cover->values[i]);
    }
    for (guint32 i = 0; i < components->count; i++) {
        tally->solved += parts[i].value > 0;
        tally->unsolved += isnan(parts[i].value) ? 1 : 0;
    }
}

static bool leads(const Cover *cover, guint32 block, const Part *part)
{
    return cover->values[block] >= part->value * (1 - ENT_EIGEN_SAME);
}

static void take_block(const Cover *cover, guint32 block, EntHits which, Part *part,
                       EntColumn *column)
{
    guint32 nodes = (guint32)column->length, first = which == ENT_HITS_HUB ? 0 : nodes;
    double share = block_share(cover, block, nodes);

    for (guint32 i = cover->blocks.node_starts[block]; i < cover->blocks.node_starts[block + 1];
         i++) {
        guint32 vertex = cover->blocks.nodes[i];

        if (vertex >= first && vertex - first < nodes) {
            column->values[vertex - first] = share * cover->scores[vertex];
            part->largest = MAX(part->largest, column->values[vertex - first]);
        }
    }
}

/* Fills in the values of the blocks that lead, in proportion to one another. */
static void take_leaders(const Cover *cover, const EntComponents *components, EntHits which,
                         Part *parts, EntColumn *column)
{
    bool outside = false, tied = false;

    for (guint32 i = 0; i < cover->blocks.count; i++) {
        guint32 vertex = cover->blocks.nodes[cover->blocks.node_starts[i]];
        Part *part = &parts[components->membership[vertex % (guint32)column->length]];

        if (ent_component_length(&cover->blocks, i) == 1 || isnan(part->value))
            continue;
        if (leads(cover, i, part)) {
            take_block(cover, i, which, part, column);
            tied = tied || part->leaders++ > 0;
        } else {
            outside = true;
        }
    }
    if (outside)
        ent_column_note(column, "0 for nodes outside the strongest part of their component");
    if (tied)
        ent_column_note(column, "equally strong parts of a component have the values of "
                                "Kleinberg's iteration from equal scores");
}

/* The largest value of each component becomes 1, what no leader reached 0. */
static void scale(const EntComponents *components, const Part *parts, EntColumn *column)
{
    for (gsize i = 0; i < column->length; i++) {
        const Part *part = &parts[components->membership[i]];

        if (isnan(part->value))
            continue;
        column->values[i] = isnan(column->values[i]) ? 0 : column->values[i] / part->largest;
    }
}

bool ent_hits(const EntGraph *graph, EntHits which, EntColumn *column, GError **error)
{
    g_auto(EntComponents) components = {0};
    g_auto(Cover) cover = {0};
    g_autofree Part *parts = NULL;
    EntEigenTally tally = {0};

    if (!graph->directed)
        return ent_eigen_undirected(graph, column, error);
    if (ent_eigen_edgeless(graph, column))
        return true;
    if (!ent_components_init(&components, &graph->graph, NULL, IGRAPH_WEAK, error) ||
        !build_cover(&cover, graph, error) || !solve_cover(&cover, error))
        return false;
    parts = g_new0(Part, (gsize)components.count + 1);
    find_leaders(&cover, &components, (guint32)column->length, parts, &tally);
    ent_eigen_note(&tally, column);
    take_leaders(&cover, &components, which, parts, column);
    scale(&components, parts, column);
    return true;
}
