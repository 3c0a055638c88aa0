/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__
#define SANITIZED 1 /* it reserves terabytes of addresses and reports crashes itself */
#else
#define SANITIZED 0
#endif

/* Signal handlers have no other way to know whom they serve. */
static struct {
    const char *program;
    int messages; /* file descriptor of the true standard error */
    gboolean limits_memory;
} state = {"", STDERR_FILENO, FALSE};

void ent_guard_exit(int code)
{
    _exit(code);
}

gboolean ent_guard_limits_memory(void)
{
    return state.limits_memory;
}

/* Only what may be called from a signal handler. */
static void write_line(const char *message)
{
    const char *const parts[] = {state.program, ": ", message, "\n"};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (write(state.messages, parts[i], strlen(parts[i])) < 0)
            return;
    }
}

void ent_guard_say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    write_line(g_strchomp(message));
}

void ent_guard_out_of_memory(void)
{
    write_line("out of memory: the limit is reached");
    _exit(ENT_EXIT_LIMIT);
}

static void on_limit(int number)
{
    (void)number;
    write_line("out of time: the limit is reached");
    _exit(ENT_EXIT_LIMIT);
}

static void on_crash(int number)
{
    write_line(number == SIGABRT ? "the library gave up" : "the library crashed");
    _exit(ENT_EXIT_FAILED);
}

static void on_exit_by_library(void)
{
    write_line("the library ended the program");
    _exit(ENT_EXIT_FAILED);
}

static void handle(int number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static void handle_signals(void)
{
    /* A stack of its own: deep recursion is one of the ways to crash. */
    static char stack[64 * 1024];
    stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternative, NULL);

    signal(SIGPIPE, SIG_IGN);
    handle(SIGALRM, on_limit);
    handle(SIGXCPU, on_limit);
    static const int crashes[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
    for (gsize i = 0; i < G_N_ELEMENTS(crashes) && !SANITIZED; i++)
        handle(crashes[i], on_crash);
}

/* Never above what the caller of the program allows. */
static void lower_limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0)
        return;
    limit.rlim_max = MIN(limit.rlim_max, hard);
    limit.rlim_cur = MIN(MIN(limit.rlim_cur, soft), limit.rlim_max);
    setrlimit(resource, &limit);
}

static void set_limits(const EntGuard *guard)
{
    lower_limit(RLIMIT_CORE, 0, 0);
    if (guard->seconds > 0) {
        lower_limit(RLIMIT_CPU, guard->seconds, (rlim_t)guard->seconds + 1);
        alarm(guard->seconds);
    }
    if (guard->megabytes > 0 && !SANITIZED) {
        rlim_t bytes = (rlim_t)guard->megabytes * 1024 * 1024;
        lower_limit(RLIMIT_AS, bytes, bytes);
        state.limits_memory = TRUE;
    }
}

/* Gives a private copy of descriptor FD, and sends what libraries write to FD to nowhere. */
static int take_over(int fd)
{
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) {
        dup2(nowhere, fd);
        close(nowhere);
    }
    return copy;
}

FILE *ent_guard_start(const EntGuard *guard)
{
    state.program = guard->program;
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* when who asked is gone, nobody wants the answer */
    int output = take_over(STDOUT_FILENO);
    int messages = SANITIZED ? STDERR_FILENO : take_over(STDERR_FILENO);
    if (messages >= 0)
        state.messages = messages;
    handle_signals();
    set_limits(guard);
    atexit(on_exit_by_library);
    FILE *stream = output >= 0 ? fdopen(output, "wb") : NULL;
    if (!stream) {
        ent_guard_say("cannot write to standard output: %s", g_strerror(errno));
        ent_guard_exit(ENT_EXIT_FAILED);
    }
    return stream;
}

GString *ent_guard_read(FILE *stream)
{
    g_autoptr(GString) text = g_string_new(NULL);
    char block[16 * 1024];
    size_t length;
    while ((length = fread(block, 1, sizeof block, stream)) > 0)
        g_string_append_len(text, block, (gssize)length);
    return ferror(stream) ? NULL : g_steal_pointer(&text);
}

gboolean ent_guard_parse_number(const char *text, guint *number)
{
    guint64 value = 0;
    if (!g_ascii_string_to_unsigned(text, 10, 1, 1000000, &value, NULL))
        return FALSE;
    *number = (guint)value;
    return TRUE;
}
