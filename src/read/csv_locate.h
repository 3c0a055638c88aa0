/* SPDX-License-Identifier: MIT */
/* Where in a table the fact of a row says something. */
#ifndef ENT_READ_CSV_LOCATE_H
#define ENT_READ_CSV_LOCATE_H

#include "model/facts_store.h"

/* Of a table with a longer header only rows are found, not their cells: each finding reads the
 * header anew. */
#define ENT_CSV_LONGEST_HEADER ((gsize)16 * 1024)

/* See EntFile.locate. */
bool ent_csv_locate(const EntFile *file, const EntOrigin *origin, const char *pointer, bool key,
                    EntPlace *place, char **excerpt);

#endif
