/* SPDX-License-Identifier: MIT */
#include "base/output_target.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MOST 40
#define NAMES_MOST 100
#define NEW_MODE   0666 /* less the umask */

static bool fail(const EntTarget *target, int code, GError **error)
{
    g_set_error(error, ENT_ERROR, ENT_ERROR_IO, "cannot write %s: %s", target->name,
                code == EISDIR ? "it is a folder" : g_strerror(code));
    return false;
}

/* What one link says, seen from the link's own folder; NULL where path is no link. */
static char *read_link(const char *path)
{
    g_autofree char *to = g_file_read_link(path, NULL);
    if (to == NULL || g_path_is_absolute(to))
        return g_steal_pointer(&to);
    g_autofree char *folder = g_path_get_dirname(path);
    return g_build_filename(folder, to, NULL);
}

/* The file that path leads to, which need not exist; NULL where links go round. */
static char *follow_links(const char *path)
{
    char *at = g_strdup(path);
    for (guint i = 0; i < LINKS_MOST; i++) {
        char *to = read_link(at);
        if (to == NULL)
            return at;
        g_free(at);
        at = to;
    }
    g_free(at);
    return NULL;
}

/* The descriptor that a path is another name of ("/dev/stdout"); -1: of none. */
static int descriptor_of(const char *path)
{
    static const char prefix[] = "/dev/fd/";
    guint64 number;
    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
        return STDOUT_FILENO;
    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    if (g_str_has_prefix(path, prefix) &&
        g_ascii_string_to_unsigned(path + strlen(prefix), 10, 0, G_MAXINT, &number, NULL))
        return (int)number;
    return -1;
}

static bool open_straight(EntTarget *target, const char *path, GError **error)
{
    do
        target->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    while (target->fd < 0 && errno == EINTR);
    return target->fd >= 0 ? true : fail(target, errno, error);
}

/* A file in the folder that has no name yet; -1 where the system has no such thing, or where it
 * could not be named later. */
static int open_unnamed(const char *folder, mode_t mode)
{
    char self[32];
    int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (fd < 0)
        return -1;
    g_snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    if (access(self, F_OK) == 0)
        return fd;
    close(fd);
    return -1;
}

/* Creates the temporary; one that replaces a file is its owner's alone until it has its mode. */
static bool open_temporary(EntTarget *target, bool unnamed, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(target->path);
    mode_t mode = target->replaces ? 0600 : NEW_MODE;
    target->fd = unnamed ? open_unnamed(folder, mode) : -1;
    if (target->fd >= 0)
        return true;
    g_autofree char *name = g_build_filename(folder, ".entente-XXXXXX", NULL);
    target->fd = g_mkstemp_full(name, O_WRONLY | O_CLOEXEC, (int)mode);
    if (target->fd < 0)
        return fail(target, errno, error);
    target->temporary = g_steal_pointer(&name);
    return true;
}

/* Gives a file without a name one beside the target; 0 or errno. */
static int name_temporary(EntTarget *target)
{
    char self[32];
    g_autofree char *folder = g_path_get_dirname(target->path);
    g_snprintf(self, sizeof self, "/proc/self/fd/%d", target->fd);
    for (guint i = 0; i < NAMES_MOST; i++) {
        g_autofree char *name = g_strdup_printf("%s/.entente-%08x", folder, g_random_int());
        if (linkat(AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0) {
            target->temporary = g_steal_pointer(&name);
            return 0;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

/* Gives the temporary what the file had that it replaces. */
static void take_over(EntTarget *target, const struct stat *about)
{
    target->mode = about->st_mode & 07777;
    if (about->st_uid != geteuid() || about->st_gid != getegid()) {
        /* Only some users may; the mode that follows is safe either way. */
        if (fchown(target->fd, about->st_uid, about->st_gid) != 0)
            target->mode &= 0777;
    }
}

static bool open_target(EntTarget *target, const char *path, bool unnamed, GError **error)
{
    struct stat about;
    int descriptor = descriptor_of(path);
    if (descriptor >= 0) {
        target->keep_open = true;
        target->fd = descriptor;
        return fcntl(descriptor, F_GETFL) >= 0 ? true : fail(target, errno, error);
    }
    bool exists = stat(path, &about) == 0;
    if (!exists && errno != ENOENT)
        return fail(target, errno, error);
    if (*path == '\0')
        return fail(target, ENOENT, error);
    if (exists ? S_ISDIR(about.st_mode) : g_str_has_suffix(path, "/"))
        return fail(target, EISDIR, error);
    if (exists && !S_ISREG(about.st_mode))
        return open_straight(target, path, error);
    if (exists && access(path, W_OK) != 0)
        return fail(target, errno, error);
    target->path = follow_links(path);
    if (target->path == NULL)
        return fail(target, ELOOP, error);
    target->replaces = exists;
    if (!open_temporary(target, unnamed, error))
        return false;
    if (exists)
        take_over(target, &about);
    return true;
}

bool ent_target_open(EntTarget *target, const char *path, bool unnamed, GError **error)
{
    bool standard = strcmp(path, "-") == 0;
    *target = (EntTarget){.fd = -1};
    target->name = standard ? g_strdup("standard output") : g_strdup_printf("'%s'", path);
    if (open_target(target, path, unnamed, error))
        return true;
    ent_target_clear(target);
    return false;
}

int ent_target_write(EntTarget *target, const char *bytes, gsize length)
{
    while (length > 0) {
        gssize put = write(target->fd, bytes, MIN(length, G_MAXINT32));
        if (put < 0 && errno != EINTR)
            return errno;
        if (put > 0) {
            bytes += put;
            length -= (gsize)put;
        }
    }
    return 0;
}

/* Some file systems cannot flush; that is no failure of the file. */
static bool flush(int fd)
{
    return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

int ent_target_complete(EntTarget *target)
{
    if (target->fd < 0 || target->keep_open)
        return 0;
    if (target->replaces && fchmod(target->fd, target->mode) != 0)
        return errno;
    if (target->path != NULL && !flush(target->fd))
        return errno;
    bool unnamed = target->path != NULL && target->temporary == NULL;
    int failure = unnamed ? name_temporary(target) : 0;
    if (failure != 0)
        return failure;
    int closed = close(target->fd);
    target->fd = -1;
    return closed == 0 ? 0 : errno;
}

int ent_target_finish(EntTarget *target)
{
    int failure = ent_target_complete(target);
    if (failure != 0 || target->path == NULL)
        return failure;
    if (rename(target->temporary, target->path) != 0)
        return errno;
    g_clear_pointer(&target->temporary, g_free);
    return 0;
}

void ent_target_clear(EntTarget *target)
{
    if (target->fd >= 0 && !target->keep_open)
        close(target->fd);
    target->fd = -1;
    if (target->temporary != NULL)
        unlink(target->temporary);
    g_clear_pointer(&target->temporary, g_free);
    g_clear_pointer(&target->path, g_free);
    g_clear_pointer(&target->name, g_free);
}
