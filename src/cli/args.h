/* SPDX-License-Identifier: MIT */
/*
 * A command line, read by the command's option tables. Long options take their argument after "="
 * or as the next word and may be shortened to a unique beginning; letters may stand together (-qv)
 * with an argument behind the last; "--" ends the options; "-" is a word. Of an option given twice
 * the last counts; lists add up.
 *
 * Asking for an option that the command does not have is a programmer's error.
 */
#ifndef ENT_CLI_ARGS_H
#define ENT_CLI_ARGS_H

#include "cli/command.h"

typedef struct EntArgs EntArgs;

EntArgs *ent_args_new(const EntCommand *command);
void ent_args_free(EntArgs *args);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntArgs, ent_args_free)

/* Reads the words (borrowed, NULL-terminated, valid UTF-8) after the command's name. False and an
 * error of ENT_ERROR_USAGE; what was read before the mistake stays readable. */
bool ent_args_parse(EntArgs *args, const char *const *words, GError **error);

/* The words that are no options, NULL-terminated. */
const char *const *ent_args_words(const EntArgs *args, guint *length);

const EntCommand *ent_args_command(const EntArgs *args);

/* Whether the command has the option at all, and whether it was given. */
bool ent_args_has(const EntArgs *args, const char *option);
bool ent_args_given(const EntArgs *args, const char *option);

/* Values; where the option was not given, its fallback's, else false, NULL or 0. */
bool ent_args_flag(const EntArgs *args, const char *option);
const char *ent_args_text(const EntArgs *args, const char *option); /* TEXT, NAME, CHOICE, FILE */
guint64 ent_args_count(const EntArgs *args, const char *option);
double ent_args_number(const EntArgs *args, const char *option);
EntDate ent_args_date(const EntArgs *args, const char *option);
/* The arguments of a LIST, each as it was given (not split); NULL-terminated, NULL for none. */
const char *const *ent_args_lists(const EntArgs *args, const char *option);
/* The same split at commas; the caller's (g_strfreev), NULL for none. */
char **ent_args_split(const EntArgs *args, const char *option);

#endif
