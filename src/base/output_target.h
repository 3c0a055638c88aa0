/* SPDX-License-Identifier: MIT */
/* Where an output's bytes go in the end: a file replaced whole, or something written straight. */
#ifndef ENT_BASE_OUTPUT_TARGET_H
#define ENT_BASE_OUTPUT_TARGET_H

#include <stdbool.h>
#include <sys/types.h>
#include <entente/error.h>

typedef struct {
    char *name;      /* for messages: the path in its quotes, or "standard output" */
    char *path;      /* the file that is replaced, links followed; NULL: written straight */
    char *temporary; /* what is written beside it; NULL while it has no name */
    int fd;
    bool keep_open; /* fd was not opened here */
    bool replaces;  /* path is there, with a mode to be kept */
    mode_t mode;
} EntTarget;

/*
 * Opens the target for writing; on failure nothing is left to be cleared. unnamed: where the system
 * can, what is written has no name until it is complete, so that nothing is left of it however the
 * program ends.
 */
bool ent_target_open(EntTarget *target, const char *path, bool unnamed, GError **error);

/* Writes all bytes; 0 or errno. */
int ent_target_write(EntTarget *target, const char *bytes, gsize length);

/* Completes the file without putting it in place; 0 or errno. */
int ent_target_complete(EntTarget *target);

/* Completes the file and puts it in place; 0 or errno. */
int ent_target_finish(EntTarget *target);

/* Closes and frees what the target holds; a temporary that was not put in place is removed. */
void ent_target_clear(EntTarget *target);

#endif
