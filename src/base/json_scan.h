/* SPDX-License-Identifier: MIT */
/* What the scanner and the slicers share. */
#ifndef ENT_BASE_JSON_SCAN_H
#define ENT_BASE_JSON_SCAN_H

#include "base/json.h"

#define ENT_JSON_TRAILING_COMMA "trailing comma"
#define ENT_JSON_IN_OBJECT      "text ends inside an object"
#define ENT_JSON_IN_ARRAY       "text ends inside an array"

/* What is wrong with the byte at text, where ',' or the closing bracket should stand. */
const char *ent_json_no_comma(const char *text, bool object);

/* Skips the byte order mark that the input may begin with; NULL, or why it is no UTF-8 text. */
const char *ent_json_skip_mark(EntInput *input);

/* Fills the window to twice what it holds, so that scanning it anew stays linear; false where
 * there was nothing more. */
bool ent_json_grow(EntInput *input);

#endif
