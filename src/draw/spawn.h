/* SPDX-License-Identifier: MIT */
/* Running the programs that come with entente: text in, bytes out, under a limit of time. */
#ifndef ENT_DRAW_SPAWN_H
#define ENT_DRAW_SPAWN_H

#include <stdbool.h>
#include <entente/error.h>

typedef enum {
    ENT_SPAWN_DONE,   /* the program ended with 0 */
    ENT_SPAWN_FAILED, /* it ended otherwise, or its answer was too long */
    ENT_SPAWN_LIMIT,  /* it ran out of time or memory */
} EntSpawnEnd;

typedef struct {
    EntSpawnEnd end;
    GByteArray *output; /* what it wrote to standard output; NUL-terminated beyond its length */
    char *message;      /* the first line it wrote to standard error; NULL if nothing */
} EntSpawned;

void ent_spawned_clear(EntSpawned *spawned);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntSpawned, ent_spawned_clear)

/*
 * Runs `program` (found beside the running program, else in the folder of helper programs) with
 * arguments (NULL-terminated, without the program itself), gives it input and collects what it
 * answers. It is killed after `seconds`, and never outlives the call. False and an error where it
 * cannot be started. Never raises SIGPIPE.
 */
bool ent_spawn(const char *program, const char *const *arguments, const char *input, gsize length,
               guint seconds, EntSpawned *spawned, GError **error);

/* The program's path; NULL and an error where it is not installed. The caller's. */
char *ent_spawn_path(const char *program, GError **error);

#endif
