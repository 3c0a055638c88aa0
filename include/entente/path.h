/* SPDX-License-Identifier: MIT */
/*
 * Paths: how two nodes of a view are tied. A path goes through no node twice; each of its steps has
 * one or more edges. The view says whether arrows are followed and what a step costs:
 *
 *   weight none        1, so that the cheapest paths have the fewest steps
 *   weight weight      the edge's weight, a length
 *   weight confidence  -log(confidence), so that the cheapest path is the most credible chain: the
 *                      one whose confidences have the greatest product. Of equal ones those with
 *                      fewer steps come first.
 *
 * Where two nodes have parallel edges, a step costs what the cheapest costs. Costs that agree in 9
 * significant digits are equal. Equals are in the order of their nodes' ids, so that the same facts
 * give the same paths, however their files are sorted.
 */
#ifndef ENTENTE_PATH_H
#define ENTENTE_PATH_H

#include <entente/view.h>

G_BEGIN_DECLS

#define ENT_PATHS_MOST 100000 /* paths that are ever listed */

/* What is asked; zero-initialised but for the ends: all of the cheapest paths. Borrowed. */
typedef struct {
    guint32 from, to;           /* the dossier's nodes, in view and not the same */
    const char *const *through; /* node types, NULL-terminated: a node between the ends must be of
                                   one of them or of a subtype; NULL: any */
    const guint32 *avoid;       /* nodes that may not be on a path; not the ends */
    gsize avoid_length;
    guint32
        cheapest; /* so many of the cheapest, also those that cost more; 0: all that cost least */
    guint32 most; /* list no more than these; 0: ENT_PATHS_MOST */
    /* Called now and then with less than 0; returns false to stop. NULL: nobody. */
    bool (*progress)(double share, gpointer data);
    gpointer progress_data;
} EntPathQuery;

typedef struct {
    guint32 from, to;     /* the dossier's nodes, in the order of the path */
    const guint32 *edges; /* the dossier's: the cheapest first, of equals the actual before the
                             planned, then by id */
    guint32 edges_length; /* at least 1 */
} EntPathStep;

typedef struct {
    const EntPathStep *steps;
    guint32 length;    /* steps */
    double cost;       /* that of its steps' first edges together */
    double confidence; /* product of theirs */
} EntPath;

typedef enum {
    ENT_PATH_FOUND,
    ENT_PATH_APART,   /* the ends are in different components */
    ENT_PATH_ARROWS,  /* none follows the arrows */
    ENT_PATH_AVOIDED, /* each has a node that was to be avoided */
    ENT_PATH_THROUGH, /* none has a node of the types asked for between its ends */
} EntPathOutcome;

typedef struct EntPaths EntPaths;

/*
 * NULL and an error where the query cannot be (ENT_ERROR_USAGE), where it was stopped, or where it
 * would take too long: through asks for what can be as hard as trying every path. The view must
 * outlive the paths.
 */
ENT_API EntPaths *ent_paths_find(const EntView *view, const EntPathQuery *query, GError **error);
ENT_API void ent_paths_free(EntPaths *paths);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntPaths, ent_paths_free)

/* Whether there is a path, and if not, why. */
ENT_API EntPathOutcome ent_paths_outcome(const EntPaths *paths);

/* The paths, cheapest first. */
ENT_API const EntPath *ent_paths_list(const EntPaths *paths, guint32 *length);

/* How many there are in all that cost least, listed or not: a double, for there may be very many.
 * NaN where that is not known: with cheapest, and with through where not all are listed. */
ENT_API double ent_paths_count(const EntPaths *paths);

G_END_DECLS

#endif
