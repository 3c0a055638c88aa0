/* SPDX-License-Identifier: MIT */
/*
 * What carries the edges of a view: each piece of evidence (an item) supports one edge and is from
 * one source. An edge falls when all its items fall; one without items never does, since nobody can
 * say what it rests on.
 *
 * Items are numbered by their contents (ends and type of the edge, id of the source, quote) and
 * sources by id, so that the same draws fall on the same facts however their files are sorted.
 */
#ifndef ENT_STABILITY_SUPPORT_H
#define ENT_STABILITY_SUPPORT_H

#include <entente/view.h>

typedef struct {
    guint32 edges;
    guint32 *places;  /* the view's edges, by contents */
    guint32 *starts;  /* edge by contents -> its first item; one more closes the last */
    guint32 items;    /* how many */
    guint32 *origins; /* item -> the number of its source */
    guint32 bare;     /* edges without items */
    guint32 sources;  /* those that have items */
    guint32 *ids;     /* number of a source -> the dossier's index, by id */
    guint32 *alone;   /* the view's edges that one source carries alone, by source, ascending */
    guint32 *alone_starts; /* number of a source -> its first; one more closes the last */
} EntSupport;

/* The view is in order (view/order.h). only: ids of the sources that count, NULL-terminated; NULL:
 * all. */
void ent_support_init(EntSupport *support, const EntView *view, const char *const *only);
void ent_support_clear(EntSupport *support);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntSupport, ent_support_clear)

/*
 * The edges that fall with the units gone, as places in the view, in no order; how many. Units are
 * sources, or else items. fallen has room for all edges.
 */
guint32 ent_support_fall(const EntSupport *support, bool by_source, const bool *gone,
                         guint32 *fallen);

#endif
