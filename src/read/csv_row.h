/* SPDX-License-Identifier: MIT */
/* A row of a table as the JSON text of the fact that it says. */
#ifndef ENT_READ_CSV_ROW_H
#define ENT_READ_CSV_ROW_H

#include "read/csv_header.h"

/* Puts the object into json. The row has as many cells as the header, all valid UTF-8. */
void ent_csv_row_json(const EntCsvHeader *header, const EntCsvSplitter *row, GString *json);

/* The row's cell in the group's first column; NULL where it is empty or there is no such column. */
const char *ent_csv_row_cell(const EntCsvHeader *header, const EntCsvSplitter *row,
                             EntCsvGroup group);

#endif
