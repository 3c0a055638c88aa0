/* SPDX-License-Identifier: MIT */
#include "cli/interrupt.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stddef.h>
#include <unistd.h>

static volatile sig_atomic_t held, pending, line;

static const char erase[] = "\r\033[K";

/* Calls only what a signal handler may call. */
static void on_signal(int number)
{
    int kept = errno;

    if (held && !pending) {
        pending = number;
        errno = kept;
        return;
    }
    if (line && write(STDERR_FILENO, erase, sizeof erase - 1) < 0) {
        /* nobody to tell */
    }
    signal(number, SIG_DFL);
    raise(number); /* blocked while the handler runs, so it comes when this returns */
    errno = kept;
}

static char announced[64];
static volatile sig_atomic_t announced_length;

static void on_alarm(int number)
{
    int kept = errno;

    (void)number;
    if (write(STDERR_FILENO, announced, (size_t)announced_length) >= 0)
        line = 1;
    errno = kept;
}

bool ent_interrupt_announce(const char *text)
{
    struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};

    alarm(0);
    if (!text)
        return line;
    announced_length = snprintf(announced, sizeof announced, "\r%s …", text);
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    alarm(1);
    return false;
}

void ent_interrupt_install(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART}, old;

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
}

void ent_interrupt_hold(void)
{
    held = 1;
}

void ent_interrupt_release(void)
{
    held = 0;
    if (pending)
        raise(pending);
}

bool ent_interrupted(void)
{
    return pending != 0;
}

void ent_interrupt_line(bool shown)
{
    line = shown;
}
