/* SPDX-License-Identifier: MIT */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WINDOW_BYTES ((gsize)256 * 1024)

struct EntInput {
    char *path; /* NULL: standard input */
    char *name;
    char *folder;
    int fd;   /* read from; -1 once closed */
    int copy; /* of what cannot be read twice; -1: none */
    dev_t device;
    ino_t inode;
    bool regular; /* can be read again at any offset */
    guint64 base; /* where reading began: standard input may stand in the middle of a file */
    guint64 size; /* from base on; 0: not known */
    char *buffer; /* capacity bytes and one for the NUL */
    gsize capacity, start, end;
    guint64 offset; /* of buffer[start] */
    bool ended;
    int failure;   /* errno of the first */
    guint64 again; /* bytes read a second time */
    GMutex lock;   /* of the window, the copy and the counts: one thread reads, others look back */
};

static void set_failure(GError **error, const char *name, int code)
{
    g_set_error(error, ENT_ERROR, ENT_ERROR_IO, "cannot read '%s': %s", name, g_strerror(code));
}

static bool learn(EntInput *input, GError **error)
{
    struct stat about;
    if (fstat(input->fd, &about) != 0) {
        set_failure(error, input->name, errno);
        return false;
    }
    if (S_ISDIR(about.st_mode)) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_IO, "cannot read '%s': it is a folder",
                    input->name);
        return false;
    }
    input->device = about.st_dev;
    input->inode = about.st_ino;
    off_t at = S_ISREG(about.st_mode) ? lseek(input->fd, 0, SEEK_CUR) : -1;
    if (at >= 0) {
        input->regular = true;
        input->base = (guint64)at;
        input->size = about.st_size > at ? (guint64)(about.st_size - at) : 0;
    }
    return true;
}

/* An unnamed file to keep a copy in. Without one, reading still works: only excerpts are lost. */
static int open_copy(void)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "entente-XXXXXX", NULL);
    int fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        unlink(path);
    return fd;
}

static int open_path(const char *path, int flags)
{
    int fd;
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags);
    while (fd < 0 && errno == EINTR);
    return fd;
}

EntInput *ent_input_open(const char *path, const char *name, GError **error)
{
    g_autoptr(EntInput) input = g_new0(EntInput, 1);
    bool standard = strcmp(path, "-") == 0;
    input->copy = -1;
    g_mutex_init(&input->lock);
    input->path = standard ? NULL : g_strdup(path);
    input->name = g_strdup(name != NULL ? name : path);
    input->folder = standard ? g_strdup(".") : g_path_get_dirname(path);
    input->fd = standard ? STDIN_FILENO : open_path(path, 0);
    if (input->fd < 0) {
        set_failure(error, input->name, errno);
        return NULL;
    }
    if (!learn(input, error))
        return NULL;
    if (!input->regular)
        input->copy = open_copy();
    input->buffer = g_malloc(WINDOW_BYTES + 1);
    input->capacity = WINDOW_BYTES;
    input->buffer[0] = '\0';
    return g_steal_pointer(&input);
}

static void close_source(EntInput *input)
{
    if (input->fd >= 0 && input->path != NULL)
        close(input->fd);
    input->fd = -1;
}

void ent_input_free(EntInput *input)
{
    if (input == NULL)
        return;
    close_source(input);
    if (input->copy >= 0)
        close(input->copy);
    g_free(input->path);
    g_free(input->name);
    g_free(input->folder);
    g_free(input->buffer);
    g_mutex_clear(&input->lock);
    g_free(input);
}

const char *ent_input_name(const EntInput *input)
{
    return input->name;
}

const char *ent_input_folder(const EntInput *input)
{
    return input->folder;
}

const char *ent_input_window(const EntInput *input, gsize *length)
{
    if (length != NULL)
        *length = input->end - input->start;
    return input->buffer == NULL ? "" : input->buffer + input->start;
}

bool ent_input_failed(const EntInput *input)
{
    return input->failure != 0;
}

guint64 ent_input_offset(const EntInput *input)
{
    return input->offset;
}

double ent_input_share(const EntInput *input)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new((GMutex *)&input->lock);
    if (input->size == 0)
        return input->regular && input->ended ? 1 : -1;
    return MIN((double)input->offset / (double)input->size, 1);
}

void ent_input_consume(EntInput *input, gsize bytes)
{
    g_assert(bytes <= input->end - input->start);
    g_mutex_lock(&input->lock);
    input->start += bytes;
    input->offset += bytes;
    g_mutex_unlock(&input->lock);
}

/* Makes room behind the window: by moving it to the front, or where it is full by doubling. */
static bool make_room(EntInput *input)
{
    gsize length = input->end - input->start;
    if (input->start > 0) {
        memmove(input->buffer, input->buffer + input->start, length);
        input->start = 0;
        input->end = length;
    }
    if (length < input->capacity)
        return true;
    if (input->capacity > G_MAXSIZE / 4)
        return false;
    char *larger = g_try_realloc(input->buffer, input->capacity * 2 + 1);
    if (larger == NULL)
        return false;
    input->buffer = larger;
    input->capacity *= 2;
    return true;
}

static gssize read_some(int fd, char *to, gsize length)
{
    for (;;) {
        gssize got = read(fd, to, length);
        if (got >= 0)
            return got;
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd wait = {.fd = fd, .events = POLLIN};
            poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return -1;
        }
    }
}

/* Keeps what was read; a copy that cannot be completed is given up. */
static void keep(EntInput *input, const char *from, gsize length)
{
    while (input->copy >= 0 && length > 0) {
        gssize put = write(input->copy, from, length);
        if (put > 0) {
            from += put;
            length -= (gsize)put;
        } else if (put == 0 || errno != EINTR) {
            close(input->copy);
            input->copy = -1;
        }
    }
}

/* What was read to `to`, behind the window, becomes part of it; false where that is nothing. */
static bool take_in(EntInput *input, char *to, gssize got)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new(&input->lock);
    if (got < 0)
        input->failure = errno;
    if (got == 0)
        input->ended = true;
    if (got <= 0) {
        *to = '\0';
        return false;
    }
    keep(input, to, (gsize)got);
    input->end += (gsize)got;
    input->buffer[input->end] = '\0';
    return true;
}

bool ent_input_fill(EntInput *input)
{
    if (input->ended || input->failure != 0 || input->buffer == NULL)
        return false;
    g_mutex_lock(&input->lock);
    bool room = make_room(input);
    g_mutex_unlock(&input->lock);
    if (!room) {
        input->failure = ENOMEM;
        return false;
    }
    char *to =
        input->buffer + input->end; /* nobody looks there: reading may wait without the lock */
    gssize got = read_some(input->fd, to, MIN(input->capacity - input->end, G_MAXINT32));
    return take_in(input, to, got);
}

bool ent_input_fill_all(EntInput *input, gsize most)
{
    while (input->end - input->start <= most && ent_input_fill(input))
        ;
    return input->end - input->start <= most;
}

bool ent_input_close(EntInput *input, GError **error)
{
    close_source(input);
    g_clear_pointer(&input->buffer, g_free);
    input->start = input->end = 0;
    if (input->failure != 0)
        set_failure(error, input->name, input->failure);
    return input->failure == 0;
}

/* The file again, if it still is the one that was read; -1 where not. */
static int reopen(const EntInput *input)
{
    struct stat about;
    int fd = open_path(input->path, O_NONBLOCK);
    if (fd < 0)
        return -1;
    if (fstat(fd, &about) == 0 && about.st_dev == input->device && about.st_ino == input->inode)
        return fd;
    close(fd);
    return -1;
}

static gsize read_at(int fd, char *to, gsize length, guint64 offset)
{
    gsize got = 0;
    while (got < length) {
        gssize more = pread(fd, to + got, length - got, (off_t)(offset + got));
        if (more > 0)
            got += (gsize)more;
        else if (more == 0 || errno != EINTR)
            break;
    }
    return got;
}

/* Bytes that the window still has, without reading; false where it has not all of them. */
static bool copy_window(const EntInput *input, guint64 offset, gsize length, char *to)
{
    if (input->buffer == NULL || offset < input->offset)
        return false;
    guint64 from = offset - input->offset;
    gsize window = input->end - input->start;
    if (from > window || length > window - from)
        return false;
    memcpy(to, input->buffer + input->start + from, length);
    return true;
}

char *ent_input_at(const EntInput *input, guint64 offset, gsize length, gsize *got)
{
    char *bytes = length < G_MAXSSIZE ? g_try_malloc(length + 1) : NULL;
    *got = 0;
    if (bytes == NULL)
        return g_strdup("");
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new((GMutex *)&input->lock);
    if (copy_window(input, offset, length, bytes)) {
        *got = length;
    } else if (!input->regular) {
        if (input->copy >= 0)
            *got = read_at(input->copy, bytes, length, offset);
    } else {
        int fd = input->path == NULL ? STDIN_FILENO : input->fd;
        int again = fd < 0 ? reopen(input) : -1;
        if (fd >= 0 || again >= 0)
            *got = read_at(fd >= 0 ? fd : again, bytes, length, input->base + offset);
        if (again >= 0)
            close(again);
    }
    bytes[*got] = '\0';
    ((EntInput *)input)->again += *got; /* only a measure of what places have cost */
    return bytes;
}

guint64 ent_input_again(const EntInput *input)
{
    g_autoptr(GMutexLocker) locker = g_mutex_locker_new((GMutex *)&input->lock);
    return input->again;
}
