/* SPDX-License-Identifier: MIT */
/*
 * A view: the part of a dossier that is looked at, and how it is measured. Views are cheap and do
 * not change; the dossier must outlive them.
 *
 * How a filter chooses. All that is asked must hold together:
 *
 *   dates         as FACTS.md has it, in src/view/asof.h. A partial as-of or until means its last
 *                 day, a partial since its first; since and until keep what holds on any day
 *                 between. A node whose own dates exclude the days takes its edges with it.
 *   types         a node must be of one of them (or of a subtype), an edge's two ends both
 *   relations     an edge must be of one of them; nodes without such an edge are not in view
 *   sources       a fact must have evidence from one of them
 *   statuses      a fact must have one of them
 *   min_confidence  a fact must have at least that
 *
 * An edge is in view if it passes all of it. A node is in view if it passes itself or is an end of
 * an edge in view (so a nation without evidence of its own stays as the end of an edge from the
 * source asked for, and goes where no edge of it is left). Of what is then in view, around keeps
 * the nodes within depth steps of one node and all edges among them. What leaves nothing is an
 * empty view, no error.
 */
#ifndef ENTENTE_VIEW_H
#define ENTENTE_VIEW_H

#include <entente/dossier.h>

G_BEGIN_DECLS

typedef struct EntView EntView;

/*
 * What an edge weighs. For measures of ties (strength, eigenvector, pagerank, hub, authority,
 * constraint) a weight is the tie's strength; for measures of paths (betweenness, closeness,
 * harmonic) it is the length of the way, as igraph has it. The others ignore weights.
 */
typedef enum {
    ENT_WEIGHT_NONE,
    ENT_WEIGHT_WEIGHT,     /* the edge's weight */
    ENT_WEIGHT_CONFIDENCE, /* its confidence; 0 is an error */
    ENT_WEIGHT_AMOUNT,     /* its amount, of one currency; edges without one are not in view */
    ENT_WEIGHT_COUNT,      /* the number of parallel edges, which become one; not with KEEP */
} EntWeight;

typedef enum {
    ENT_PARALLEL_AUTO,  /* counted once for paths and neighbours, each for degree and walks */
    ENT_PARALLEL_KEEP,  /* each counts everywhere */
    ENT_PARALLEL_MERGE, /* once everywhere */
} EntParallel;

/* Zero-initialised, a filter keeps everything that is measured by default. Borrowed throughout. */
typedef struct {
    const char *const *types;     /* NULL-terminated; NULL: all; a type stands for its subtypes */
    const char *const *relations; /* edge types */
    const char *const *sources;   /* ids */
    guint statuses;               /* bits 1 << EntStatus; 0: all, denied subject to keep_denied */
    bool keep_denied;             /* drawings and exports show what was denied, measures do not */
    double min_confidence;        /* 0: all */
    const char *around;           /* a node's id, NULL: none */
    guint depth;                  /* steps from it, ignoring direction; 0: the node alone */
    EntDate as_of, since, until;  /* ENT_DATE_NONE: not asked; as_of excludes the others */
    bool drop_undated;            /* with a date asked: leave out what has no date */
    bool directed;
    EntWeight weight;
    EntParallel parallel;
    /* Takes a finding for each edge that cannot be weighed; NULL: the error tells of the first. */
    EntReport *report;
} EntFilter;

/*
 * NULL and an error where the filter names what is not there (with a suggestion) or asks for what
 * cannot go together (ENT_ERROR_USAGE), or where a weight, or their sum, is not finite and > 0 or
 * amounts are of several currencies (ENT_ERROR_DATA). filter may be NULL.
 */
ENT_API EntView *ent_view_new(const EntDossier *dossier, const EntFilter *filter, GError **error);
ENT_API void ent_view_free(EntView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntView, ent_view_free)

ENT_API const EntDossier *ent_view_dossier(const EntView *view);

/* The nodes and edges in view, as indices of the dossier, ascending; a node's place in here is its
 * vertex in the graphs that are measured. */
ENT_API const guint32 *ent_view_nodes(const EntView *view, guint32 *length);
ENT_API const guint32 *ent_view_edges(const EntView *view, guint32 *length);

/* What the edge at that place of ent_view_edges() weighs: 1 where the view has no weights. */
ENT_API double ent_view_edge_weight(const EntView *view, guint32 place);

/* The place of a dossier's node in the view, ENT_NONE where it is not in it. */
ENT_API guint32 ent_view_place(const EntView *view, guint32 node);

/* The dossier's node that the view is around; ENT_NONE where it is of all. */
ENT_API guint32 ent_view_centre(const EntView *view);

/*
 * What was measured, for the head of a result: one line of text for people ("44 nodes, 80 edges,
 * undirected, unweighted, parallel edges once for paths, loops dropped, denied left out"), and the
 * filters, which that line does not repeat, as NULL-terminated "name=value" texts with the names of
 * the command's options ("type=nation,leader"; a comma in a name is written "\,"). Borrowed. The
 * edges counted are those in view, loops among them ("2 loops dropped").
 */
ENT_API const char *ent_view_describe(const EntView *view);
ENT_API const char *const *ent_view_filters(const EntView *view);
ENT_API bool ent_view_directed(const EntView *view);
ENT_API const char *ent_view_weight(const EntView *view);   /* "none", "weight", ... */
ENT_API const char *ent_view_parallel(const EntView *view); /* "auto", "keep", "merge" */

G_END_DECLS

#endif
