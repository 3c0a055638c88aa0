/* SPDX-License-Identifier: MIT */
/*
 * What the two small programs need around libraries that may print, exit, crash or never end:
 * limits of time and memory, a quiet standard error, and exit codes that tell what happened.
 */
#ifndef ENT_LAYOUT_GUARD_H
#define ENT_LAYOUT_GUARD_H

#include <glib.h>
#include <stdio.h>

enum {
    ENT_EXIT_DONE = 0,
    ENT_EXIT_INPUT = 2,  /* usage or bad input */
    ENT_EXIT_FAILED = 3, /* the library failed or crashed, or the output could not be written */
    ENT_EXIT_LIMIT = 4,  /* out of time or memory */
};

typedef struct {
    const char *program; /* for messages; borrowed, must outlive the process */
    guint seconds;       /* of processor time and of wall clock; 0: no limit */
    guint megabytes;     /* of address space; 0: no limit */
} EntGuard;

/*
 * Starts the limits. From here on whatever libraries print is thrown away, a call of exit() by a
 * library ends in ENT_EXIT_FAILED, a crash in ENT_EXIT_FAILED, a limit in ENT_EXIT_LIMIT, each with
 * one line on the true standard error. Returns the true standard output. Call it once.
 */
FILE *ent_guard_start(const EntGuard *guard);

/* Prints one line, "program: message", on the true standard error. */
void ent_guard_say(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Ends the process at once, without the libraries' own clean-up. */
G_GNUC_NORETURN void ent_guard_exit(int code);

/* Ends the process because memory has run out. Async-signal-safe. */
G_GNUC_NORETURN void ent_guard_out_of_memory(void);

/* Whether ent_guard_start() has set a limit on memory. */
gboolean ent_guard_limits_memory(void);

/* All of STREAM up to its end; the caller frees it. NULL if it cannot be read. */
GString *ent_guard_read(FILE *stream);

/* A whole number from 1 to 1,000,000 in plain digits. */
gboolean ent_guard_parse_number(const char *text, guint *number);

#endif
