/* SPDX-License-Identifier: MIT */
/*
 * Partial dates: YYYY, YYYY-MM or YYYY-MM-DD, with an optional closing ~ (about) or ? (uncertain).
 * A date is one number, so dates compare and sort by their value (an earlier, less exact date
 * sorts first); 0 is no date. Calendar: proleptic Gregorian, years 0000 to 9999.
 */
#ifndef ENTENTE_DATE_H
#define ENTENTE_DATE_H

#include <stdbool.h>
#include <entente/error.h>

G_BEGIN_DECLS

typedef guint32 EntDate;

#define ENT_DATE_NONE ((EntDate)0)
#define ENT_DATE_TEXT 12 /* bytes of the longest text, its end included */
#define ENT_DAY_FIRST G_MININT32
#define ENT_DAY_LAST  G_MAXINT32

/* Reads a partial date. On failure *why says what is wrong, for a message; it is a constant. */
ENT_API bool ent_date_parse(const char *text, EntDate *date, const char **why);

/* Writes the date as it was read, into text of ENT_DATE_TEXT bytes; returns text. */
ENT_API const char *ent_date_text(EntDate date, char *text);

/* First and last day the date may mean, as a day number (1 is 0001-01-01). */
ENT_API gint32 ent_date_first(EntDate date);
ENT_API gint32 ent_date_last(EntDate date);

G_END_DECLS

#endif
