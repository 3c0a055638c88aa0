/* SPDX-License-Identifier: MIT */
/* Drawing, as several commands do it. */
#ifndef ENT_CLI_PICTURE_H
#define ENT_CLI_PICTURE_H

#include "cli/command.h"
#include "cli/run.h"

extern const EntOptionGroup ent_group_picture; /* --layout, --direction, --title, … */

/* Draws to -o in the format. options says what is drawn; how it is drawn is taken from the
 * command's options. The exit status. */
int ent_run_draw(EntRun *run, const EntView *view, const char *format, EntDrawOptions *options);

#endif
