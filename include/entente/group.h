/* SPDX-License-Identifier: MIT */
/*
 * Groupings: the nodes of a view parted into groups, each node in one. Communities, components and
 * cores; each grouping's own file states definition, reference and cost.
 *
 * Loops do not count. Parallel edges bind as often as there are (once, where the view merges them).
 */
#ifndef ENTENTE_GROUP_H
#define ENTENTE_GROUP_H

#include <entente/view.h>

G_BEGIN_DECLS

typedef struct EntGrouping EntGrouping;

/* A group. Its edges are those of the view, whatever their direction. */
typedef struct {
    guint32 size;
    guint32 inside, outside; /* edges between its nodes, and to nodes of other groups */
    double conductance;      /* NaN: undefined, as it or the rest of the graph has no edge */
    double level;            /* what ent_grouping_level() names; NaN where it names nothing */
} EntGroup;

/* How a node is tied to its own group and to others. */
typedef struct {
    guint32 inside;       /* edges to nodes of its own group */
    guint32 outside;      /* edges to nodes of other groups */
    guint32 reached;      /* other groups that it has edges to */
    double participation; /* 0: all ties go to one group; NaN: undefined, it has no tie */
} EntGroupTies;

typedef struct {
    const EntGrouping *grouping;
    const char *name;   /* the grouping's name */
    gsize length;       /* nodes, in the view's order */
    guint32 *groups;    /* the number of each node's group: 1 to count, by size, the largest first,
                           equals by the least id (in bytes) of their nodes */
    EntGroupTies *ties; /* of each node */
    guint32 count;
    EntGroup *details; /* of group number i at i - 1 */
    double modularity; /* NaN: undefined, there are no edges */
    char *note;        /* what a reader must know; NULL if nothing */
} EntPartition;

typedef struct {
    guint64 seed;
    double resolution; /* more gives more, smaller groups; 0: the usual, 1; others only where
                          ent_grouping_has_resolution() */
    guint seconds;     /* limit; 0: 60 */
    /* Called some 20 times a second with a share of -1; returns false to stop. NULL: nobody. */
    bool (*progress)(double share, gpointer data);
    gpointer progress_data;
} EntGroupOptions;

/* The grouping of that name or unique beginning; NULL and an error with a suggestion. */
ENT_API const EntGrouping *ent_group_find(const char *name, GError **error);

/* All groupings, sorted by name, NULL-terminated. */
ENT_API const EntGrouping *const *ent_groupings(void);
ENT_API const char *ent_grouping_name(const EntGrouping *grouping);
ENT_API const char *ent_grouping_summary(const EntGrouping *grouping);
ENT_API const char *ent_grouping_definition(const EntGrouping *grouping);

/* What each of its groups has a level of ("coreness"); NULL: nothing. */
ENT_API const char *ent_grouping_level(const EntGrouping *grouping);

/* Whether it knows EntGroupOptions.resolution. */
ENT_API bool ent_grouping_has_resolution(const EntGrouping *grouping);

/* Computes it in a child process; NULL and an error where it fails, runs out of time or is stopped.
 * The same facts and seed give the same groups, whatever the order of the facts. options may be
 * NULL. */
ENT_API EntPartition *ent_group_run(const EntGrouping *grouping, const EntView *view,
                                    const EntGroupOptions *options, GError **error);
ENT_API void ent_partition_free(EntPartition *partition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntPartition, ent_partition_free)

G_END_DECLS

#endif
