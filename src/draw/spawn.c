/* SPDX-License-Identifier: MIT */
#include "draw/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_OUTPUT  (1024u * 1024 * 1024)
#define MOST_MESSAGE 4096u
#define EXIT_LIMIT   4 /* what the programs end with when a limit is hit */

typedef struct {
    GPid pid;
    int in, out, err; /* our ends; -1 once closed */
    const char *input;
    gsize left; /* of the input */
    GByteArray *output;
    GString *message;
    gint64 deadline; /* g_get_monotonic_time() */
    bool stopped;    /* by us: out of time */
    bool too_long;
} Child;

void ent_spawned_clear(EntSpawned *spawned)
{
    g_clear_pointer(&spawned->output, g_byte_array_unref);
    g_clear_pointer(&spawned->message, g_free);
}

static char *in_folder(const char *folder, const char *program)
{
    char *path = g_build_filename(folder, program, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_EXECUTABLE))
        return path;
    g_free(path);
    return NULL;
}

char *ent_spawn_path(const char *program, GError **error)
{
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *beside = self ? g_path_get_dirname(self) : NULL;
    char *path = beside ? in_folder(beside, program) : NULL;
    if (!path && beside) {
        g_autofree char *helpers = g_build_filename(beside, "..", "libexec", "entente", NULL);
        path = in_folder(helpers, program);
    }
    if (!path)
        path = in_folder(ENT_LIBEXECDIR, program);
    if (!path)
        g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                    "cannot find the program '%s', which belongs to entente", program);
    return path;
}

/* Nothing of the user's settings reaches Graphviz or the fonts' cache but where they are. */
static char **environment(void)
{
    static const char *const kept[] = {"HOME",
                                       "PATH",
                                       "TMPDIR",
                                       "XDG_CACHE_HOME",
                                       "XDG_CONFIG_HOME",
                                       "FONTCONFIG_PATH",
                                       "FONTCONFIG_FILE",
                                       "ASAN_OPTIONS",
                                       "UBSAN_OPTIONS",
                                       "LSAN_OPTIONS",
                                       "LD_LIBRARY_PATH"};
    char **envp = g_environ_setenv(NULL, "LC_ALL", "C.UTF-8", TRUE);
    envp = g_environ_setenv(envp, "SERVER_NAME", "entente", TRUE);
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++) {
        const char *value = g_getenv(kept[i]);
        if (value)
            envp = g_environ_setenv(envp, kept[i], value, TRUE);
    }
    return envp;
}

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* The input goes through a socket: unlike a pipe it can be told not to raise SIGPIPE. */
static bool start(Child *child, const char *path, const char *const *arguments, GError **error)
{
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    g_ptr_array_add(argv, (gpointer)path);
    for (; *arguments; arguments++)
        g_ptr_array_add(argv, (gpointer)*arguments);
    g_ptr_array_add(argv, NULL);
    int sockets[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        g_set_error(error, ENT_ERROR, ENT_ERROR_IO, "cannot start '%s': %s", path,
                    g_strerror(errno));
        return false;
    }
    g_auto(GStrv) envp = environment();
    g_autoptr(GError) cause = NULL;
    bool started = g_spawn_async_with_pipes_and_fds(
        NULL, (const char *const *)argv->pdata, (const char *const *)envp,
        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_CLOEXEC_PIPES, NULL, NULL, sockets[1], -1, -1, NULL,
        NULL, 0, &child->pid, NULL, &child->out, &child->err, &cause);
    close(sockets[1]);
    child->in = sockets[0];
    if (!started) {
        close_end(&child->in);
        g_set_error(error, ENT_ERROR, ENT_ERROR_IO, "cannot start '%s': %s", path, cause->message);
    }
    return started;
}

static void feed(Child *child)
{
    ssize_t sent =
        send(child->in, child->input, MIN(child->left, 1u << 20), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
        child->input += sent;
        child->left -= (gsize)sent;
    }
    bool later = sent < 0 && (errno == EAGAIN || errno == EINTR);
    if (child->left == 0 || (sent < 0 && !later))
        close_end(&child->in); /* a program that does not listen says why by itself */
}

static gssize read_some(int *fd, void *bytes, gsize size)
{
    ssize_t length = read(*fd, bytes, size);
    if (length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR))
        close_end(fd);
    return length;
}

static void take_output(Child *child)
{
    guint8 bytes[65536];
    gssize length = read_some(&child->out, bytes, sizeof bytes);
    if (length > 0)
        g_byte_array_append(child->output, bytes, (guint)length);
    if (child->output->len > MOST_OUTPUT)
        child->too_long = true;
}

static void take_message(Child *child)
{
    char bytes[1024];
    gssize length = read_some(&child->err, bytes, sizeof bytes);
    if (length > 0 && child->message->len < MOST_MESSAGE)
        g_string_append_len(child->message, bytes, length);
}

static void talk(Child *child)
{
    while ((child->out >= 0 || child->err >= 0) && !child->too_long) {
        gint64 left = (child->deadline - g_get_monotonic_time()) / 1000;
        struct pollfd fds[] = {
            {child->in, POLLOUT, 0}, {child->out, POLLIN, 0}, {child->err, POLLIN, 0}};
        if (left <= 0) {
            child->stopped = true;
            return;
        }
        if (poll(fds, G_N_ELEMENTS(fds), (int)MIN(left, 60000)) <= 0)
            continue;
        if (fds[0].revents)
            feed(child);
        if (fds[1].revents)
            take_output(child);
        if (fds[2].revents)
            take_message(child);
    }
}

/* Ends the program if it still runs at its deadline; its wait status. */
static int reap(Child *child)
{
    int status = 0;
    if (child->stopped || child->too_long)
        kill(child->pid, SIGKILL);
    for (pid_t ended = 0; ended == 0;) {
        ended = waitpid(child->pid, &status, WNOHANG);
        if (ended < 0 && errno == EINTR)
            ended = 0;
        if (ended == 0 && !child->stopped && g_get_monotonic_time() > child->deadline) {
            child->stopped = true;
            kill(child->pid, SIGKILL);
        }
        if (ended == 0)
            g_usleep(200);
    }
    g_spawn_close_pid(child->pid);
    return status;
}

static EntSpawnEnd judge(const Child *child, int status)
{
    bool by_limit = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_LIMIT;
    bool by_kernel =
        WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU);
    if (child->stopped || by_limit || (by_kernel && !child->too_long))
        return ENT_SPAWN_LIMIT;
    bool done = WIFEXITED(status) && WEXITSTATUS(status) == 0 && !child->too_long;
    return done ? ENT_SPAWN_DONE : ENT_SPAWN_FAILED;
}

static char *first_line(const GString *text)
{
    g_autofree char *valid = g_utf8_make_valid(text->str, (gssize)text->len);
    char *line = g_strndup(valid, strcspn(valid, "\n"));
    g_strstrip(line);
    if (*line)
        return line;
    g_free(line);
    return NULL;
}

bool ent_spawn(const char *program, const char *const *arguments, const char *input, gsize length,
               guint seconds, EntSpawned *spawned, GError **error)
{
    g_autofree char *path = ent_spawn_path(program, error);
    Child child = {.in = -1, .out = -1, .err = -1, .input = input, .left = length};
    if (!path || !start(&child, path, arguments, error))
        return false;
    child.deadline = g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC;
    child.output = g_byte_array_new();
    child.message = g_string_new(NULL);
    talk(&child);
    close_end(&child.in);
    close_end(&child.out);
    close_end(&child.err);
    spawned->end = judge(&child, reap(&child));
    g_byte_array_append(child.output, (const guint8 *)"", 1);
    g_byte_array_set_size(child.output, child.output->len - 1);
    spawned->output = child.output;
    spawned->message = first_line(child.message);
    g_string_free(child.message, TRUE);
    return true;
}
