/* SPDX-License-Identifier: MIT */
/* Help, printed from the tables of options and commands. */
#ifndef ENT_CLI_USAGE_H
#define ENT_CLI_USAGE_H

#include <entente/output.h>
#include "cli/command.h"

/* How the program is used: the commands, what they do. */
void ent_usage_program(EntOutput *output, guint width);

/* All about a command. */
void ent_usage_command(EntOutput *output, const EntCommand *command, guint width);

/* "entente rank [OPTION…] FACTS…"; the caller's. */
char *ent_usage_line(const EntCommand *command);

/* What an option does, with its choices and its default; the caller's. */
char *ent_usage_option(const EntOption *option);

/* Exit statuses and what they mean: "0", "done", "1", …; NULL-terminated. */
extern const char *const ent_usage_statuses[];

#endif
