/* SPDX-License-Identifier: MIT */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAUSE_MILLISECONDS 50 /* between two calls of progress */
#define MEGABYTE           (1024u * 1024)

#if defined __SANITIZE_ADDRESS__
#define SANITIZED true /* it reserves terabytes of addresses */
#else
#define SANITIZED false
#endif

/* Goes before the answer: one that is not as long as it says is of a child that was cut off. */
typedef struct {
    guint64 length;
    guint32 failed; /* what follows is the error's message */
    guint32 code;   /* of the error */
} Head;

typedef enum { END_ITSELF, END_TIME, END_STOPPED } End;

typedef struct {
    pid_t pid;
    int pipe; /* our end */
    const EntChildLimits *limits;
    gint64 deadline; /* g_get_monotonic_time() */
    GByteArray *bytes;
    int status; /* as waitpid() has it */
} Child;

/* What the caller does on signals is not for the child, which ends by them; it ignores what the
 * caller ignores (nohup). */
static void reset_signals(const sigset_t *mask)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGCHLD};
    struct sigaction action;

    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (sigaction(numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            signal(numbers[i], SIG_DFL);
    signal(SIGPIPE, SIG_IGN); /* a caller that is gone is seen where the answer is written */
    sigprocmask(SIG_SETMASK, mask, NULL);
}

/* Where memory runs out libraries print and abort: nobody is to see that. */
static void limit_memory(guint megabytes)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    bool known = file && fscanf(file, "%lu", &pages) == 1;
    rlim_t most =
        (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + (rlim_t)megabytes * (rlim_t)MEGABYTE;
    struct rlimit core = {0, 0}, limit = {most, most};
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (file)
        fclose(file);
    if (nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    setrlimit(RLIMIT_CORE, &core);
    if (known)
        setrlimit(RLIMIT_AS, &limit);
}

static bool write_all(int fd, gconstpointer bytes, gsize length)
{
    const guint8 *at = bytes;

    while (length > 0) {
        ssize_t written = write(fd, at, length);

        if (written < 0 && errno != EINTR)
            return false;
        at += MAX(written, 0);
        length -= (gsize)MAX(written, 0);
    }
    return true;
}

/* The child's whole life. */
G_GNUC_NORETURN static void live(int fd, EntChildWork *work, gpointer data, guint megabytes)
{
    GByteArray *answer = g_byte_array_new();
    GError *error = NULL;
    Head head = {0};
    gconstpointer bytes;

    if (megabytes && !SANITIZED)
        limit_memory(megabytes);
    head.failed = !work(data, answer, &error);
    head.code = error ? (guint32)error->code : ENT_ERROR_COMPUTE;
    bytes = !head.failed ? (const char *)answer->data : error ? error->message : "it failed";
    head.length = head.failed ? strlen(bytes) : answer->len;
    _exit(write_all(fd, &head, sizeof head) && write_all(fd, bytes, head.length) ? 0 : 1);
}

static bool fail_to_start(GError **error)
{
    g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "cannot start a process: %s",
                g_strerror(errno));
    return false;
}

/* No signal comes to the child before its own handling of them is set up. */
static bool start(Child *child, EntChildWork *work, gpointer data, GError **error)
{
    sigset_t all, mask;
    pid_t parent = getpid();
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0)
        return fail_to_start(error);
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &mask);
    child->pid = fork();
    if (child->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        close(ends[0]);
        reset_signals(&mask);
        live(ends[1], work, data, child->limits->megabytes);
    }
    sigprocmask(SIG_SETMASK, &mask, NULL);
    close(ends[1]);
    child->pipe = ends[0];
    if (child->pid > 0)
        return true;
    fail_to_start(error);
    close(ends[0]);
    return false;
}

/* False at the end of what the child says. */
static bool take(Child *child)
{
    guint8 bytes[65536];
    ssize_t length = read(child->pipe, bytes, sizeof bytes);

    if (length > 0)
        g_byte_array_append(child->bytes, bytes, (guint)length);
    return length > 0 || (length < 0 && errno == EINTR);
}

static End listen_to(Child *child)
{
    const EntChildLimits *limits = child->limits;

    for (;;) {
        struct pollfd fd = {child->pipe, POLLIN, 0};
        int ready = poll(&fd, 1, PAUSE_MILLISECONDS);

        if (ready > 0 && !take(child))
            return END_ITSELF;
        if (limits->seconds && g_get_monotonic_time() > child->deadline)
            return END_TIME;
        if (limits->progress && !limits->progress(-1, limits->progress_data))
            return END_STOPPED;
    }
}

static void reap(Child *child, bool end)
{
    if (end)
        kill(child->pid, SIGKILL);
    while (waitpid(child->pid, &child->status, 0) < 0 && errno == EINTR) {
        /* again */
    }
    close(child->pipe);
}

static bool fail(const Child *child, End end, GError **error)
{
    const char *advice = child->limits->advice;
    bool killed = WIFSIGNALED(child->status);
    bool asked = killed && (WTERMSIG(child->status) == SIGINT || /* from the terminal */
                            WTERMSIG(child->status) == SIGTERM);

    if (end == END_TIME)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "ran out of time (%u s)%s%s",
                    child->limits->seconds, advice ? ": " : "", advice ? advice : "");
    else if (end == END_STOPPED || asked)
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "stopped before it was done");
    else if (killed && (child->limits->megabytes || WTERMSIG(child->status) == SIGKILL))
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "ran out of memory%s%s",
                    advice ? ": " : "", advice ? advice : "");
    else
        g_set_error(error, ENT_ERROR, ENT_ERROR_COMPUTE, "the process that computed it crashed");
    return false;
}

/* What the child said, once it has ended by itself. */
static bool hand_over(const Child *child, GByteArray *answer, GError **error)
{
    const guint8 *bytes = child->bytes->data;
    Head head;

    if (child->bytes->len < sizeof head)
        return fail(child, END_ITSELF, error);
    memcpy(&head, bytes, sizeof head);
    if (child->bytes->len - sizeof head != head.length)
        return fail(child, END_ITSELF, error);
    if (head.failed)
        g_set_error(error, ENT_ERROR, (gint)head.code, "%.*s", (int)head.length,
                    (const char *)bytes + sizeof head);
    else
        g_byte_array_append(answer, bytes + sizeof head, (guint)head.length);
    return !head.failed;
}

bool ent_child_run(EntChildWork *work, gpointer data, GByteArray *answer,
                   const EntChildLimits *limits, GError **error)
{
    static const EntChildLimits none;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    Child child = {.limits = limits ? limits : &none, .bytes = bytes};
    End end;

    child.deadline = g_get_monotonic_time() + (gint64)child.limits->seconds * G_USEC_PER_SEC;
    if (!start(&child, work, data, error))
        return false;
    end = listen_to(&child);
    reap(&child, end != END_ITSELF);
    return end == END_ITSELF ? hand_over(&child, answer, error) : fail(&child, end, error);
}
