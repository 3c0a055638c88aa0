/* SPDX-License-Identifier: MIT */
/* Jobs done by threads side by side, their results taken one by one in the jobs' order. */
#ifndef ENT_BASE_ORDERED_H
#define ENT_BASE_ORDERED_H

#include <stdbool.h>
#include <glib.h>

/*
 * work(number, data) of each job runs in a thread of its own choice, as many at once as there are
 * processors, at most 8; take(number, data) runs in the caller's thread, in order, each after its
 * job is done. Jobs are begun only a few ahead of the last one taken, so that what waits to be
 * taken stays small. Once take returns false no more jobs begin and none is taken; no thread is
 * left at the end.
 */
void ent_ordered_run(guint jobs, void (*work)(guint number, gpointer data),
                     bool (*take)(guint number, gpointer data), gpointer data);

#endif
