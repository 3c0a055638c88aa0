/* SPDX-License-Identifier: MIT */
/*
 * Input: a file read once from front to end through a window that grows to the largest piece, and
 * the same file's bytes again wherever a finding needs its place. What cannot be read twice (a
 * pipe) is copied to an unnamed temporary file on the way. One thread reads; another may meanwhile
 * ask for its share and for bytes again.
 */
#ifndef ENT_BASE_INPUT_H
#define ENT_BASE_INPUT_H

#include <stdbool.h>
#include <entente/error.h>

typedef struct EntInput EntInput;

/* "-" is standard input. name is what messages call it, NULL: the path. A folder is an error. */
EntInput *ent_input_open(const char *path, const char *name, GError **error);
void ent_input_free(EntInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntInput, ent_input_free)

const char *ent_input_name(const EntInput *input);

/* The folder of the file, with no slash at the end ("." for standard input). */
const char *ent_input_folder(const EntInput *input);

/* The window: bytes not yet consumed, with a NUL after them. Moves when it is filled. */
const char *ent_input_window(const EntInput *input, gsize *length);

/* Reads more into the window; false at the end or on a failure (see ent_input_close). */
bool ent_input_fill(EntInput *input);

/* Reads until the window holds the rest of the file; false where that is more than `most` bytes,
 * once it has read so many. */
bool ent_input_fill_all(EntInput *input, gsize most);

/* Whether reading failed: ent_input_close() tells why. */
bool ent_input_failed(const EntInput *input);

/* Where the window begins in the file. */
guint64 ent_input_offset(const EntInput *input);

/* Share of the file consumed, 0 to 1; less than 0 where its size is not known. */
double ent_input_share(const EntInput *input);

/* Drops bytes from the front of the window. */
void ent_input_consume(EntInput *input, gsize bytes);

/* False and an error if reading failed. The bytes stay readable by ent_input_at(). */
bool ent_input_close(EntInput *input, GError **error);

/* Up to length bytes from offset on, as far as the file has them; the caller's, NUL-terminated. */
char *ent_input_at(const EntInput *input, guint64 offset, gsize length, gsize *got);

/* Bytes that ent_input_at() has given so far. */
guint64 ent_input_again(const EntInput *input);

#endif
