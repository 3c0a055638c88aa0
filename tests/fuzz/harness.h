/* SPDX-License-Identifier: MIT */
/*
 * What the fuzz targets share. Beside "it does not crash" they ask what must be true of any input:
 * findings have a place and words that can be shown, and what was accepted can be written and read
 * again, byte for byte the same.
 */
#ifndef ENT_TESTS_FUZZ_HARNESS_H
#define ENT_TESTS_FUZZ_HARNESS_H

#include <entente/entente.h>

/* libFuzzer calls it; always 0. */
int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* Puts a file into this process's own folder, which lies in memory; its path, borrowed. */
const char *fuzz_file(const char *name, const void *bytes, gsize length);

/* Ends the program with a message, unless truth. */
void fuzz_demand(bool truth, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Demands that every finding can be shown. */
void fuzz_check_report(EntReport *report);

/* Reads the bytes as facts of a format, through all checks; of what is good, through measures,
 * writers and back. */
void fuzz_facts(const char *format, const guint8 *data, gsize size);

#endif
