/* SPDX-License-Identifier: MIT */
#include "check/inside.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Whether the name's own steps lead out, before any link is followed. */
static bool leads_out(const char *name)
{
    g_auto(GStrv) steps = g_strsplit(name, "/", -1);
    int depth = 0;

    if (*name == '/')
        return true;
    for (guint i = 0; steps[i] && depth >= 0; i++) {
        if (strcmp(steps[i], "..") == 0)
            depth--;
        else if (*steps[i] && strcmp(steps[i], ".") != 0)
            depth++;
    }
    return depth < 0;
}

static bool is_in(const char *path, const char *folder)
{
    gsize length = strlen(folder);

    if (strcmp(folder, "/") == 0)
        return true;
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static char *real_path(const char *path)
{
    char *found = realpath(path, NULL);
    char *copy = g_strdup(found);

    free(found);
    return copy;
}

EntInside ent_inside(const char *folder, const char *name, char **path, const char **why)
{
    g_autofree char *joined = g_build_filename(folder, name, NULL);
    g_autofree char *real = NULL, *top = NULL;
    struct stat status;

    *path = NULL;
    if (leads_out(name))
        return ENT_OUTSIDE;
    top = real_path(folder);
    real = top ? real_path(joined) : NULL;
    if (!real) {
        *why = g_strerror(errno);
        return errno == ENOENT ? ENT_MISSING : ENT_UNREADABLE;
    }
    if (!is_in(real, top))
        return ENT_OUTSIDE;
    if (lstat(real, &status) != 0 || !S_ISREG(status.st_mode)) {
        *why = "it is no regular file";
        return ENT_UNREADABLE;
    }
    *path = g_steal_pointer(&real);
    return ENT_INSIDE;
}
