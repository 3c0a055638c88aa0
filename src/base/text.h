/* SPDX-License-Identifier: MIT */
/* Small questions about text. */
#ifndef ENT_BASE_TEXT_H
#define ENT_BASE_TEXT_H

#include <stdbool.h>
#include <glib.h>

#define ENT_ID_BYTES 1024

/* The first character that text must not have (a control character other than tab and line breaks,
 * or one that XML cannot carry); 0 where there is none. text is valid UTF-8. */
gunichar ent_text_bad_character(const char *text);

/* NULL where text may be an id, else why not (a constant). */
const char *ent_text_not_id(const char *text);

/* NULL where text is a decimal number as money is written ("-12.50"), else why not. */
const char *ent_text_not_decimal(const char *text);

/* Text cut to at most `characters` code points, with an ellipsis where something was left out, and
 * line breaks and tabs as spaces. The caller's. */
char *ent_text_brief(const char *text, guint characters);

/* The line, from 1 on, in which the byte at offset stands. */
guint ent_text_line(const char *text, gsize offset);

/* Text split at commas; a part keeps a comma written as "\,". The caller's (g_strfreev). */
char **ent_text_split(const char *text);

/* Whether NULL-terminated texts has text. */
bool ent_texts_have(const char *const *texts, const char *text);

#endif
