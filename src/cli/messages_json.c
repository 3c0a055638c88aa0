/* SPDX-License-Identifier: MIT */
#include "cli/messages.h"

typedef struct {
    const char *file, *severity, *code, *message, *hint;
    guint line, column;
} Row;

static void put_place(EntOutput *output, const char *key, guint number)
{
    if (number)
        ent_putf(output, ", \"%s\": %u", key, number);
    else
        ent_putf(output, ", \"%s\": null", key);
}

static void put_row(EntOutput *output, const Row *row, bool first)
{
    ent_putf(output, "%s\n    { \"file\": ", first ? "" : ",");
    ent_put_json(output, row->file);
    put_place(output, "line", row->line);
    put_place(output, "column", row->line ? row->column : 0);
    ent_putf(output, ", \"severity\": \"%s\", \"code\": \"%s\", \"message\": ", row->severity,
             row->code);
    ent_put_json(output, row->message);
    ent_put(output, ", \"hint\": ");
    ent_put_json(output, row->hint);
    ent_put(output, " }");
}

void ent_findings_json(EntOutput *output, EntReport *report, const GPtrArray *remarks)
{
    bool first = true;
    guint counts[] = {ent_report_count(report, ENT_SEVERITY_ERROR),
                      ent_report_count(report, ENT_SEVERITY_WARNING), 0, 0, 0};

    ent_put(output, "{\n  \"findings\": [");
    for (guint i = 0; i < ent_report_length(report); i++) {
        const EntFinding *at = ent_report_get(report, i);
        Row row = {at->place.file, ent_severity_name(at->severity), at->code, at->message,
                   at->hint,       at->place.line,                  at->place.column};

        put_row(output, &row, first);
        first = false;
    }
    for (guint i = 0; remarks && i < remarks->len; i++) {
        const EntRemark *at = remarks->pdata[i];
        Row row = {NULL, ent_level_name(at->level), at->code, at->text, NULL, 0, 0};

        put_row(output, &row, first);
        counts[at->level]++;
        first = false;
    }
    ent_putf(output, "%s],\n  \"counts\": { \"errors\": %u, \"warnings\": %u }\n}\n",
             first ? "" : "\n  ", counts[ENT_LEVEL_ERROR], counts[ENT_LEVEL_WARNING]);
}

static void write_document(EntOutput *output, const EntMessageState *state)
{
    ent_findings_json(output, state->report, state->remarks);
}

const EntMessageForm ent_message_form_json = {.name = "json", .document = write_document};
