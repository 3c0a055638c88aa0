/* SPDX-License-Identifier: MIT */
/* How the files of a format that has several are called. */
#ifndef ENT_WRITE_PART_PATH_H
#define ENT_WRITE_PART_PATH_H

#include "write/writer_def.h"

/*
 * The path of one part of what is written to path; the caller's. Of a format with one part: path
 * itself. In a folder ("tables/", or one that is there), or where path already names a part
 * ("tables/edges.csv"), the parts are called "tables/nodes.csv", ...; else "x.csv" (or
 * "x-edges.csv") becomes "x-nodes.csv", ....
 */
char *ent_part_path(const EntWriter *writer, const EntWriterPart *part, const char *path);

#endif
