/* SPDX-License-Identifier: MIT */
#include "write/facts_json.h"

static bool write_json(const EntWriting *writing, EntOutput *output, GError **error)
{
    g_auto(EntChoice) choice = {0};

    (void)error;
    ent_choice_init_view(&choice, writing);
    ent_write_facts_json(output, &choice);
    return true;
}

const EntWriter ent_writer_json = {
    .name = "json",
    .summary = "facts file in the canonical layout: a source, node or edge a line",
    .endings = (const char *const[]){".json", NULL},
    .parts = (const EntWriterPart[]){{NULL, write_json}, {NULL, NULL}},
    .columns = true,
    .edge_columns = true,
    .written_ids = true,
};
