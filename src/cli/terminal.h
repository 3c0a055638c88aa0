/* SPDX-License-Identifier: MIT */
/* What is asked of a terminal, and text made fit to be shown on one. */
#ifndef ENT_CLI_TERMINAL_H
#define ENT_CLI_TERMINAL_H

#include <stdbool.h>
#include <glib.h>

#define ENT_USUAL_WIDTH 80

/* Columns of the terminal behind a descriptor: COLUMNS if set, else what it says; 0: it is none. */
guint ent_terminal_width(int fd);

/* Whether to write colours to it; when is "auto", "always" or "never". */
bool ent_terminal_colors(int fd, const char *when);

/*
 * Text that can do nothing to a terminal but show characters: control characters, embeddings,
 * overrides and isolates of the writing direction, and line separators become U+FFFD, tabs and line
 * breaks spaces. The caller's.
 */
char *ent_safe_text(const char *text);
/* The same, but tabs and line breaks stay. */
char *ent_safe_lines(const char *text);

/* Columns that a character takes: 0, 1 or 2. */
guint ent_character_columns(gunichar c);
/* Columns that a text takes on a line. */
guint ent_text_columns(const char *text);

/* Text broken at spaces into lines of at most width columns, each but the first after `indent`
 * spaces; appended to out without a line break at the end. */
void ent_wrap(GString *out, const char *text, guint indent, guint width);

#endif
