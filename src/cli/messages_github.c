/* SPDX-License-Identifier: MIT */
/* Workflow commands of GitHub: "::error file=a.json,line=1,col=2,endColumn=3,title=code::message".
 */
#include "cli/messages.h"

/* property: within the list of properties, where ':' and ',' part them. */
static void put_escaped(EntOutput *output, const char *text, bool property)
{
    for (; *text; text++) {
        if (*text == '%' || *text == '\r' || *text == '\n' ||
            (property && (*text == ':' || *text == ',')))
            ent_putf(output, "%%%02X", (guint)(guchar)*text);
        else
            ent_put_bytes(output, text, 1);
    }
}

static void put_finding(EntOutput *output, const EntFinding *finding)
{
    const EntPlace *place = &finding->place;

    ent_putf(output, "::%s file=", ent_severity_name(finding->severity));
    put_escaped(output, place->file, true);
    if (place->line)
        ent_putf(output, ",line=%u", place->line);
    if (place->line && place->column)
        ent_putf(output, ",col=%u,endColumn=%u", place->column, place->column + place->width);
    ent_putf(output, ",title=%s::", finding->code);
    put_escaped(output, finding->message, false);
    if (finding->hint) {
        ent_put(output, "%0A");
        put_escaped(output, finding->hint, false);
    }
    ent_put(output, "\n");
}

static void write_findings(EntOutput *output, const EntMessageState *state)
{
    for (guint i = 0; i < ent_report_length(state->report); i++)
        if (ent_finding_shown(state, ent_report_get(state->report, i)))
            put_finding(output, ent_report_get(state->report, i));
}

static void write_remark(EntOutput *output, const EntMessageState *state, const EntRemark *remark)
{
    const char *level = ent_level_name(remark->level);

    (void)state;
    ent_putf(output, "::%s title=%s::", g_str_equal(level, "note") ? "notice" : level,
             remark->code);
    put_escaped(output, remark->text, false);
    ent_put(output, "\n");
}

const EntMessageForm ent_message_form_github = {
    .name = "github",
    .findings = write_findings,
    .remark = write_remark,
};
