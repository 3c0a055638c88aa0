/* SPDX-License-Identifier: MIT */
/*
 * igraph's groupings cannot all be stopped and some may not end, so they run in a child process.
 * What is told of the groups is computed here: modularity of the graph that was parted,
 *
 *     Q = 1 / 2m * sum over pairs in one group of (A(i, j) - k(i) k(j) / 2m),
 *
 * A the weights, k the strengths, m the weight of all edges: Newman, M. E. J. (2004): Analysis of
 * weighted networks, Physical Review E 70, 056131. Where arrows were followed it is
 *
 *     Q = 1 / m * sum over ordered pairs in one group of (A(i, j) - k_out(i) k_in(j) / m):
 *
 * Leicht, E. A., Newman, M. E. J. (2008): Community structure in directed networks, Physical Review
 * Letters 100, 118703.
 */
#include "group/group_def.h"

#include "base/child.h"
#include "group/number.h"
#include "group/registry.h"
#include "view/order.h"

#include <math.h>
#include <string.h>

#define SECONDS 60

typedef struct {
    const EntGrouping *grouping;
    const EntGraph *graph;
    const EntGroupOptions *options;
} Job;

void ent_partition_free(EntPartition *partition)
{
    if (!partition)
        return;
    g_free(partition->groups);
    g_free(partition->ties);
    g_free(partition->details);
    g_free(partition->note);
    g_free(partition);
}

/* Without edges every node is a group; leiden would not end, others fail. */
static bool leave_alone(igraph_integer_t nodes, igraph_vector_int_t *membership, GError **error)
{
    return ent_igraph_done(igraph_vector_int_range(membership, 0, nodes), error);
}

static bool find_groups(const Job *job, igraph_vector_int_t *membership, GError **error)
{
    const igraph_t *graph = &job->graph->graph;

    if (!ent_igraph_done(igraph_vector_int_init(membership, 0), error) ||
        !ent_igraph_done(igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)job->options->seed),
                         error))
        return false;
    if (igraph_ecount(graph) == 0 && !job->grouping->level)
        return leave_alone(igraph_vcount(graph), membership, error);
    return job->grouping->run(job->graph, job->options, membership, error);
}

/* In the child: the answer is the membership as igraph has it. */
static bool work(gpointer data, GByteArray *answer, GError **error)
{
    g_auto(igraph_vector_int_t) membership = {0};
    bool done;

    ent_igraph_begin(NULL, NULL);
    done = find_groups(data, &membership, error);
    ent_igraph_end();
    if (done)
        g_byte_array_append(answer, (const guint8 *)VECTOR(membership),
                            (guint)igraph_vector_int_size(&membership) *
                                (guint)sizeof *VECTOR(membership));
    return done;
}

/* The labels of the nodes; the caller's. */
static igraph_integer_t *run_job(Job *job, gsize length, GError **error)
{
    bool quickest = job->grouping == &ent_group_leiden;
    GByteArray *answer = g_byte_array_new();
    EntChildLimits limits = {
        .seconds = job->options->seconds ? job->options->seconds : SECONDS,
        .advice = quickest ? "--timeout SECONDS gives it more"
                           : "--timeout SECONDS gives it more, or use leiden",
        .progress = job->options->progress,
        .progress_data = job->options->progress_data,
    };
    bool done = ent_child_run(work, job, answer, &limits, error);

    if (done && answer->len != length * sizeof(igraph_integer_t)) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "it has groups for other nodes");
        done = false;
    }
    if (!done)
        g_prefix_error(error, "cannot compute '%s': ", job->grouping->name);
    return (igraph_integer_t *)(void *)g_byte_array_free(answer, !done);
}

static bool measure_modularity(EntPartition *partition, const EntGraph *graph, GError **error)
{
    g_auto(igraph_vector_int_t) membership = {0};
    bool done;

    partition->modularity = NAN;
    if (igraph_ecount(&graph->graph) == 0)
        return true;
    ent_igraph_begin(NULL, NULL);
    done = ent_igraph_done(igraph_vector_int_init(&membership, (igraph_integer_t)partition->length),
                           error);
    for (gsize i = 0; i < partition->length && done; i++)
        VECTOR(membership)[i] = partition->groups[i] - 1;
    done = done &&
           ent_igraph_done(igraph_modularity(&graph->graph, &membership, ent_graph_weights(graph),
                                             1, graph->directed, &partition->modularity),
                           error);
    ent_igraph_end();
    return done;
}

/* What of the view's ways did not count, and what a reader must know. */
static char *make_note(const EntPartition *partition, const EntView *view)
{
    const EntGrouping *grouping = partition->grouping;
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    bool follows = grouping->arrows == ENT_ARROWS_FOLLOW ||
                   (grouping->arrows == ENT_ARROWS_VIEW && ent_view_directed(view));

    if (follows || ent_view_directed(view))
        g_ptr_array_add(notes, follows ? "the arrows were followed" : "direction does not count");
    if (!grouping->weighs && !g_str_equal(ent_view_weight(view), "none"))
        g_ptr_array_add(notes, "weights count for modularity, conductance and participation, not "
                               "for the groups");
    if (grouping->note)
        g_ptr_array_add(notes, (gpointer)grouping->note);
    if (isnan(partition->modularity))
        g_ptr_array_add(notes, "modularity is undefined: there are no edges");
    else if (follows)
        g_ptr_array_add(notes, "modularity is that of directed graphs");
    g_ptr_array_add(notes, NULL);
    return notes->len > 1 ? g_strjoinv("; ", (char **)notes->pdata) : NULL;
}

/* From the order of what was computed to that of the view. */
static void put_back(EntPartition *partition, const EntView *ordered, const EntView *view)
{
    guint32 *groups = g_new(guint32, partition->length + 1);
    EntGroupTies *ties = g_new(EntGroupTies, partition->length + 1);
    const guint32 *nodes = ent_view_nodes(ordered, &(guint32){0});

    for (gsize i = 0; i < partition->length; i++) {
        guint32 place = ent_view_place(view, nodes[i]);

        groups[place] = partition->groups[i];
        ties[place] = partition->ties[i];
    }
    g_free(partition->groups);
    g_free(partition->ties);
    partition->groups = groups;
    partition->ties = ties;
}

/* Groups the nodes of a view in order. */
static bool fill(EntPartition *partition, const EntView *ordered, const EntGroupOptions *options,
                 GError **error)
{
    const EntGrouping *grouping = partition->grouping;
    bool once = g_str_equal(ent_view_parallel(ordered), "merge");
    EntMerge counted = once ? ENT_MERGE_SUM : ENT_MERGE_NOT;
    EntMerge parted = once ? ENT_MERGE_SUM : ENT_MERGE_EACH;
    g_autoptr(EntGraph) ties = ent_graph_new(ordered, ENT_ARROWS_IGNORE, counted, error);
    g_autoptr(EntGraph) graph =
        ties ? ent_graph_new(ordered, grouping->arrows, parted, error) : NULL;
    Job job = {grouping, graph, options};
    g_autofree igraph_integer_t *labels = graph ? run_job(&job, partition->length, error) : NULL;

    if (!labels)
        return false;
    ent_partition_number(partition, labels);
    ent_partition_describe(partition, ties);
    return measure_modularity(partition, graph, error);
}

/* Sets the usual one; false and an error where the grouping cannot have another. */
static bool check_resolution(const EntGrouping *grouping, EntGroupOptions *options, GError **error)
{
    bool usual = !(options->resolution > 0);

    if (usual)
        options->resolution = 1;
    if (usual || grouping->resolves)
        return true;
    g_set_error(error, ENT_ERROR, ENT_ERROR_USAGE,
                "'%s' has no resolution: 'leiden' and 'louvain' have one", grouping->name);
    return false;
}

EntPartition *ent_group_run(const EntGrouping *grouping, const EntView *view,
                            const EntGroupOptions *options, GError **error)
{
    g_autoptr(EntPartition) partition = g_new0(EntPartition, 1);
    g_autoptr(EntView) ordered = ent_view_in_order(view);
    EntGroupOptions chosen = options ? *options : (EntGroupOptions){0};
    guint32 length;

    if (!check_resolution(grouping, &chosen, error))
        return NULL;
    ent_view_nodes(view, &length);
    partition->grouping = grouping;
    partition->name = grouping->name;
    partition->length = length;
    if (length > 0 && !fill(partition, ordered, &chosen, error))
        return NULL;
    if (length == 0)
        partition->modularity = NAN;
    else
        put_back(partition, ordered, view);
    partition->note = make_note(partition, view);
    return g_steal_pointer(&partition);
}
