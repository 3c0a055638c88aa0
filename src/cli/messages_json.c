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

/* state may be NULL: then all findings, and no remarks. Remarks that are no errors or warnings are
 * left out: who reads this wants to know what is wrong. */
static void put_findings(EntOutput *output, EntReport *report, const EntMessageState *state)
{
    guint counts[] = {[ENT_LEVEL_ERROR] = 0, [ENT_LEVEL_WARNING] = 0};
    bool first = true;

    ent_put(output, "{\n  \"findings\": [");
    for (guint i = 0; i < ent_report_length(report); i++) {
        const EntFinding *at = ent_report_get(report, i);
        Row row = {at->place.file,  ent_severity_name(at->severity),
                   at->code,        at->message,
                   at->hint,        at->place.line,
                   at->place.column};

        if (state && !ent_finding_shown(state, at))
            continue;
        put_row(output, &row, first);
        counts[at->severity == ENT_SEVERITY_ERROR ? ENT_LEVEL_ERROR : ENT_LEVEL_WARNING]++;
        first = false;
    }
    for (guint i = 0; state && i < state->remarks->len; i++) {
        const EntRemark *at = state->remarks->pdata[i];
        Row row = {NULL, ent_level_name(at->level), at->code, at->text, NULL, 0, 0};

        if (at->level > ENT_LEVEL_WARNING)
            continue;
        put_row(output, &row, first);
        counts[at->level]++;
        first = false;
    }
    ent_putf(output, "%s],\n  \"counts\": { \"errors\": %u, \"warnings\": %u }\n}\n",
             first ? "" : "\n  ", counts[ENT_LEVEL_ERROR], counts[ENT_LEVEL_WARNING]);
}

void ent_findings_json(EntOutput *output, EntReport *report)
{
    put_findings(output, report, NULL);
}

static void write_document(EntOutput *output, const EntMessageState *state)
{
    put_findings(output, state->report, state);
}

const EntMessageForm ent_message_form_json = {.name = "json", .document = write_document};
