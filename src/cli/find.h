/* SPDX-License-Identifier: MIT */
/* A node by what people call it. */
#ifndef ENT_CLI_FIND_H
#define ENT_CLI_FIND_H

#include <entente/dossier.h>

/*
 * The node with that id, else the only one with that name or alias, case ignored. ENT_NONE and an
 * error that lists the candidates, or what is near, where there is none or more than one.
 */
guint32 ent_find_node(const EntDossier *dossier, const char *words, GError **error);

/* The nodes (guint32) that the arguments of a list name, NULL: none; an argument that as a whole is
 * an id stands for it, commas and all. NULL and an error as above; the caller's. */
GArray *ent_find_nodes(const EntDossier *dossier, const char *const *arguments, GError **error);

#endif
