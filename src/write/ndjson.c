/* SPDX-License-Identifier: MIT */
#include "write/facts_json.h"

static bool write_ndjson(const EntWriting *writing, EntOutput *output, GError **error)
{
    g_auto(EntChoice) choice = {0};

    (void)error;
    ent_choice_init_view(&choice, writing);
    ent_write_facts_ndjson(output, &choice);
    return true;
}

const EntWriter ent_writer_ndjson = {
    .name = "ndjson",
    .summary = "facts as newline-delimited JSON: an object a line, for machines",
    .endings = (const char *const[]){".ndjson", ".jsonl", NULL},
    .parts = (const EntWriterPart[]){{NULL, write_ndjson}, {NULL, NULL}},
    .columns = true,
    .edge_columns = true,
    .written_ids = true,
};
