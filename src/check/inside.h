/* SPDX-License-Identifier: MIT */
/* Files that facts name are inside the facts file's folder, also when links are followed. */
#ifndef ENT_CHECK_INSIDE_H
#define ENT_CHECK_INSIDE_H

#include <stdbool.h>
#include <glib.h>

typedef enum { ENT_INSIDE, ENT_OUTSIDE, ENT_MISSING, ENT_UNREADABLE } EntInside;

/*
 * Where the regular file `name`, relative to folder, really is: *path, the caller's, has no links
 * left in it. ENT_OUTSIDE where the name or a link leads out of the folder: nothing outside is
 * touched. ENT_MISSING, ENT_UNREADABLE with *why, a constant or the system's, where there is no
 * such file, or no regular one.
 */
EntInside ent_inside(const char *folder, const char *name, char **path, const char **why);

#endif
