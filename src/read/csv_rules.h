/* SPDX-License-Identifier: MIT */
/*
 * The rules by which a table's cells carry facts, shared by the CSV reader and writer:
 *
 * - An empty cell says nothing.
 * - A list of texts is split at '|'; spaces around an item do not count. A list that this would
 *   change is a JSON array.
 * - A free value (properties.NAME, x-NAME, page) is JSON where the whole cell reads as JSON, else
 *   a text; a text that would read as JSON, and an empty one, is a JSON string.
 * - One piece of evidence stands in columns of its own, several as a JSON array in one.
 */
#ifndef ENT_READ_CSV_RULES_H
#define ENT_READ_CSV_RULES_H

#include <stdbool.h>
#include <glib.h>

/* The columns that are not named as a key of FACTS. */
#define ENT_CSV_CURRENCY      "currency"
#define ENT_CSV_AMOUNT_TEXT   "amount.text"
#define ENT_CSV_EVIDENCE_NOTE "evidence.note"
#define ENT_CSV_IDS           "ids."
#define ENT_CSV_PROPERTIES    "properties."
#define ENT_CSV_MEASURE       "measure." /* results, of no meaning to the reader */

/* Whether the whole cell is one JSON value. */
bool ent_csv_is_json(const char *cell, gsize length);

/* Whether the whole cell is a JSON array. */
bool ent_csv_is_array(const char *cell, gsize length);

/* Whether the text keeps its content as an item of a list split at '|'. */
bool ent_csv_is_plain_item(const char *text);

#endif
