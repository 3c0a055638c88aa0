/* SPDX-License-Identifier: MIT */
/*
 * Text measured without a font, so that a picture is the same on every machine.
 *
 * Widths are those of Liberation Sans, which are Arial's and Helvetica's too: a picture that uses
 * them asks for "Liberation Sans, Arial, Helvetica, sans-serif". Characters this family lacks are
 * drawn with whatever font the reader's machine has; they get a careful upper estimate by script.
 *
 * All text is UTF-8. A byte that is not part of valid UTF-8 counts as one U+FFFD. Both functions
 * take time linear in the text.
 */
#ifndef ENT_DRAW_METRICS_H
#define ENT_DRAW_METRICS_H

#include <glib.h>

/*
 * Width, in points, of LENGTH bytes of TEXT (-1: up to the closing NUL) set on one line in SIZE
 * points: the sum of its characters' advances, never less than what Liberation Sans or Arial needs
 * for the characters they have, kerning included. Combining marks and invisible format characters
 * add nothing; a line break or tab is as wide as a space.
 */
double ent_text_width(const char *text, gssize length, double size, gboolean bold);

/*
 * Breaks TEXT into at most MAX_LINES lines (0 counts as 1), each at most MAX_WIDTH points wide when
 * set in SIZE points, of about equal width where that costs no extra line.
 *
 * Lines end at white space (which is dropped there and otherwise counts as one space; a no-break
 * space is no white space), after hyphens and dashes between words, and between CJK characters. A
 * longer word is broken inside, losing nothing; what a reader sees as one character (a letter with
 * its marks, a joined emoji, a flag, a Hangul syllable) is never broken, even if it is wider than
 * MAX_WIDTH. Text that is left over is replaced by an ellipsis on the last line.
 *
 * Returns a NULL-terminated array for g_strfreev(), empty if TEXT has nothing but white space.
 */
char **ent_text_wrap(const char *text, double size, gboolean bold, double max_width,
                     guint max_lines);

#endif
