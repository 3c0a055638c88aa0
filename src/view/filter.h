/* SPDX-License-Identifier: MIT */
/* Which facts a filter chooses. */
#ifndef ENT_VIEW_FILTER_H
#define ENT_VIEW_FILTER_H

#include <entente/view.h>

/* A filter's names, looked up in a dossier. Flags by index; NULL: all. */
typedef struct {
    bool *types;     /* by the nodes' type */
    bool *relations; /* by the edges' type */
    bool *sources;
    guint32 around; /* ENT_NONE: not asked */
} EntNames;

void ent_names_clear(EntNames *names);

/* False and an error, with a suggestion, where a name is not there. */
bool ent_names_find(EntNames *names, const EntDossier *dossier, const EntFilter *filter,
                    GError **error);

/* Flags, by the dossier's indices. */
typedef struct {
    bool *nodes, *edges;
} EntChosen;

void ent_chosen_clear(EntChosen *chosen);

/* Fills chosen; false and an error where the filter is wrong. */
bool ent_filter_choose(const EntDossier *dossier, const EntFilter *filter, EntChosen *chosen,
                       GError **error);

/* Leaves of what is chosen the nodes at most depth steps from centre, and the edges among them. */
void ent_chosen_around(EntChosen *chosen, const EntDossier *dossier, guint32 centre, guint depth);

#endif
