/* SPDX-License-Identifier: MIT */
/* What the build makes of the tables of commands and options. */
#ifndef ENT_CLI_GENERATE_H
#define ENT_CLI_GENERATE_H

#include <entente/output.h>
#include "cli/command.h"

void ent_generate_bash(EntOutput *output);
void ent_generate_fish(EntOutput *output);
void ent_generate_zsh(EntOutput *output);

/* Manual pages as scdoc reads them: of the program, of a command. */
void ent_generate_man(EntOutput *output);
void ent_generate_man_of(EntOutput *output, const EntCommand *command);

/* Text with a backslash before each of the characters. */
void ent_put_backslashed(EntOutput *output, const char *text, const char *characters);

/* The names in a row, with spaces between. */
void ent_put_names(EntOutput *output, const GPtrArray *names);

/* The names an option or a command chooses from; the caller's. */
GPtrArray *ent_names_of(EntChoices *choices);

#endif
