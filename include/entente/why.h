/* SPDX-License-Identifier: MIT */
/*
 * Why: what carries a node's score. A score is taken apart into parts, each of them an edge of the
 * graph that was measured with the facts behind it; where the measure allows, the parts and the
 * rest add up to the score.
 */
#ifndef ENTENTE_WHY_H
#define ENTENTE_WHY_H

#include <entente/measure.h>

G_BEGIN_DECLS

/* What the parts are counted in. */
typedef enum {
    ENT_WHY_SCORE,    /* of the score: with the rest they add up to it */
    ENT_WHY_NODES,    /* nodes: they add up to those that the node reaches */
    ENT_WHY_CORENESS, /* the neighbour's coreness: they do not add up */
} EntWhyUnit;

/* Indices are the dossier's. Edges are several where parallel ones count as one. */
typedef struct {
    double value;
    double share;      /* of what the parts and the rest add up to; NaN where they do not */
    guint32 near, far; /* the nodes it joins: mostly the one explained, and another */
    guint32 *edges;    /* in the order of their ends and types */
    guint32 length;
} EntWhyPart;

/* A step of a path, along an edge or against it. */
typedef struct {
    guint32 from, edge, to;
} EntWhyStep;

/* Two nodes of which shortest paths run through the one explained. */
typedef struct {
    guint32 from, to;
    double share;      /* of their shortest paths */
    EntWhyStep *steps; /* one of these paths */
    guint32 length;
} EntWhyPair;

/* How many nodes are at one distance. */
typedef struct {
    double distance;
    guint32 nodes;
} EntWhyReach;

typedef struct {
    const EntMeasure *measure;
    guint32 node;
    double value; /* NaN: undefined, see note; then nothing follows */
    guint32 rank; /* as 'rank' has it, equals sharing the first one's; 0 where undefined */
    guint32 of;   /* nodes that were measured */
    char *note;   /* what a reader must know of the measure; NULL if nothing */
    EntWhyUnit unit;
    const char *says;  /* what the parts are, for people: "the edges at the node" */
    EntWhyPart *parts; /* the largest first, equals by the ids of their nodes */
    gsize part_count;
    const char *rest_name; /* what else makes up the score, "jump"; NULL: nothing */
    double rest;
    char *remark;         /* what the parts do not tell, for people; NULL if nothing */
    EntWhyReach *reaches; /* of measures of distance, the nearest first */
    gsize reach_count;
    EntWhyPair *pairs; /* of betweenness, the greatest share first, equals by their ids */
    gsize pair_count;
    guint64 pairs_all; /* how many there are */
} EntWhy;

typedef struct {
    EntMeasureOptions measure;
    guint32 pairs; /* how many to keep */
} EntWhyOptions;

/* The measures that are explained, NULL-terminated; the caller's array, g_free() it. */
ENT_API const EntMeasure **ent_why_measures(void);

/* Whether the measure is explained; an error that names those that are. */
ENT_API bool ent_why_explains(const EntMeasure *measure, GError **error);

/*
 * Explains the score of a node (the dossier's index) that is in view. NULL and an error where the
 * measure is not explained, fails or is stopped. options may be NULL.
 */
ENT_API EntWhy *ent_why_run(const EntMeasure *measure, const EntView *view, guint32 node,
                            const EntWhyOptions *options, GError **error);
ENT_API void ent_why_free(EntWhy *why);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntWhy, ent_why_free)

/* "score", "nodes", "coreness" */
ENT_API const char *ent_why_unit_name(EntWhyUnit unit);

G_END_DECLS

#endif
