/* SPDX-License-Identifier: MIT */
/* What main does around a command. */
#ifndef ENT_CLI_START_H
#define ENT_CLI_START_H

#include "cli/run.h"

/* Opens the messages as run->args ask for them. */
void ent_run_begin(EntRun *run);
void ent_run_end(EntRun *run);

/* Tells a mistake on the command line, and where help is; ENT_EXIT_FAILED. Takes error. */
int ent_run_misused(EntRun *run, GError *error);

/* Prints all about a command, or with NULL about the program; the exit status. */
int ent_run_help(EntRun *run, const EntCommand *command);
int ent_run_version(EntRun *run);

/* Tells how the program is used on standard error; the exit status. */
int ent_no_command(void);

/* Whether an option may stand where the command is missing: -h, --help, --version. */
bool ent_is_general(const char *word);

#endif
