/* SPDX-License-Identifier: MIT */
/*
 * The cheapest paths one after another, also those that cost more than the first, by splitting
 * what is left (Yen, J. Y. (1971): Finding the k shortest loopless paths in a network, Management
 * Science 17, 712-716; Lawler, E. L. (1972): A procedure for computing the k best solutions to
 * discrete optimization problems, Management Science 18, 401-405).
 *
 * A part of all paths is given by its first steps and by the ways that may not follow on them; one
 * search finds its first walk in the order of cost, tie, ids. The part whose walk comes first is
 * taken; its walk is the next path, and all its other paths fall into parts that leave that walk
 * one step later each. Where a node must be passed, a walk may come to a node twice, before and
 * after: it is then no path, but comes before all paths of its part, which is split alike.
 * Cost: for each path its steps times one search. With nodes to be passed there is no bound but
 * the number of paths (the question is NP-hard in directed graphs): it gives up after WORK ways.
 */
#include "path/finders.h"

#define WORK ((guint64)2000000000)

/* A part and its first walk. */
typedef struct {
    GArray *walk;  /* guint32: ways */
    GArray *shut;  /* guint32: ways that may not follow on the first `fixed` of the walk */
    guint32 fixed; /* ways of the walk that all paths of the part have */
    guint32 sound; /* ways up to the one that first comes to a node again; all of a path */
    EntCost cost;
    bool taken; /* its walk was; it is to be split */
} Part;

typedef struct {
    EntReach *reach;
    const EntWays *ways;
    GSequence *parts; /* Part, the first walk first */
    guint32 from;
    guint32 *seen; /* by node: the walk that came to it last */
    guint32 walks;
} Finder;

static void free_part(gpointer data)
{
    Part *part = data;

    g_array_unref(part->walk);
    g_array_unref(part->shut);
    g_free(part);
}

static gint compare_parts(gconstpointer a, gconstpointer b, gpointer data)
{
    const Part *one = a, *other = b;
    const EntWay *ways = data;
    int costs = ent_cost_compare(one->cost, other->cost);

    for (guint i = 0; costs == 0 && i < one->walk->len && i < other->walk->len; i++) {
        guint32 here = ways[g_array_index(one->walk, guint32, i)].to;
        guint32 there = ways[g_array_index(other->walk, guint32, i)].to;

        costs = here < there ? -1 : here > there;
    }
    return costs;
}

/* Cost, always summed from the start, and where it first comes to a node again. */
static void weigh(Finder *finder, Part *part)
{
    guint32 round = ++finder->walks;

    finder->seen[finder->from] = round;
    part->sound = part->walk->len;
    for (guint i = 0; i < part->walk->len; i++) {
        const EntWay *way = &finder->ways->ways[g_array_index(part->walk, guint32, i)];

        part->cost.cost += way->cost.cost;
        part->cost.tie += way->cost.tie;
        if (finder->seen[way->to] == round)
            part->sound = MIN(part->sound, i + 1);
        finder->seen[way->to] = round;
    }
}

/* Closes or opens the nodes of the walk's first steps, without the last. */
static void close_nodes(Finder *finder, const GArray *walk, guint32 fixed, bool closed)
{
    for (guint32 i = 0; i < fixed; i++)
        ent_reach_close(finder->reach, finder->ways->ways[g_array_index(walk, guint32, i)].from,
                        closed);
}

static void shut_ways(Finder *finder, const GArray *shut, bool closed)
{
    for (guint i = 0; i < shut->len; i++)
        ent_reach_shut(finder->reach, g_array_index(shut, guint32, i), closed);
}

/* Makes the first walk of the part that begins with the first `fixed` ways of a walk; false where
 * there is none. */
static bool walk_on(Finder *finder, Part *part, const GArray *walk)
{
    EntState state = ent_reach_begin(finder->reach, finder->from);
    bool reached;

    for (guint32 i = 0; i < part->fixed; i++) {
        guint32 way = g_array_index(walk, guint32, i);

        g_array_append_val(part->walk, way);
        state = ent_reach_after(finder->reach, state, &finder->ways->ways[way]);
    }
    close_nodes(finder, walk, part->fixed, true);
    shut_ways(finder, part->shut, true);
    reached = ent_reach_run(finder->reach, state);
    if (reached)
        ent_reach_walk(finder->reach, state, part->walk);
    shut_ways(finder, part->shut, false);
    close_nodes(finder, walk, part->fixed, false);
    return reached;
}

/* Adds the part that begins with the first `fixed` ways of the walk and does not go on by those of
 * shut (taken), if there is a path in it. */
static void add_part(Finder *finder, const GArray *walk, guint32 fixed, GArray *shut)
{
    Part *part = g_new0(Part, 1);

    part->walk = g_array_new(FALSE, FALSE, sizeof(guint32));
    part->shut = shut;
    part->fixed = fixed;
    if (!walk_on(finder, part, walk)) {
        free_part(part);
        return;
    }
    weigh(finder, part);
    g_sequence_insert_sorted(finder->parts, part, compare_parts, finder->ways->ways);
}

/* All of the part but its first walk: what leaves it after each of its steps. */
static void split(Finder *finder, const Part *part)
{
    for (guint32 fixed = part->fixed; fixed < part->sound; fixed++) {
        GArray *shut = fixed == part->fixed ? g_array_copy(part->shut)
                                            : g_array_new(FALSE, FALSE, sizeof(guint32));

        g_array_append_val(shut, g_array_index(part->walk, guint32, fixed));
        add_part(finder, part->walk, fixed, shut);
    }
}

static bool go_on(const Finder *finder, const EntBestQuery *query, GError **error)
{
    if (query->progress && !query->progress(-1, query->progress_data))
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "stopped before it was done");
    else if (ent_reach_work(finder->reach) > WORK)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE,
                    "gave up looking for paths: there are too many to try; ask for fewer, or for "
                    "less of the graph");
    else
        return true;
    return false;
}

/* The next path; NULL after the last, or with an error. */
static const Part *find_next(Finder *finder, const EntBestQuery *query, GError **error)
{
    while (!g_sequence_is_empty(finder->parts) && go_on(finder, query, error)) {
        GSequenceIter *first = g_sequence_get_begin_iter(finder->parts);
        Part *part = g_sequence_get(first);

        if (part->taken) {
            split(finder, part);
            g_sequence_remove(first);
            continue;
        }
        part->taken = true;
        if (part->sound == part->walk->len)
            return part;
    }
    return NULL;
}

bool ent_find_best(EntReach *reach, const EntWays *ways, const EntBestQuery *query,
                   GPtrArray *found, bool *all, GError **error)
{
    Finder finder = {reach,
                     ways,
                     g_sequence_new(free_part),
                     query->from,
                     g_new0(guint32, (gsize)ways->nodes + 1),
                     0};
    guint32 wanted =
        query->most + (query->least ? 1 : 0); /* one more says whether there are more */
    EntCost least = {0, 0};
    GError *trouble = NULL;
    const Part *part;

    add_part(&finder, NULL, 0, g_array_new(FALSE, FALSE, sizeof(guint32)));
    while (found->len < wanted && (part = find_next(&finder, query, &trouble))) {
        least = found->len ? least : part->cost;
        if (query->least && ent_cost_compare(least, part->cost) < 0)
            break;
        g_ptr_array_add(found, g_array_ref(part->walk));
    }
    *all = found->len <= query->most;
    if (!*all)
        g_ptr_array_set_size(found, (gint)query->most);
    g_sequence_free(finder.parts);
    g_free(finder.seen);
    if (trouble)
        g_propagate_error(error, trouble);
    return !trouble;
}
