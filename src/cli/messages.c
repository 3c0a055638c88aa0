/* SPDX-License-Identifier: MIT */
#include "cli/messages.h"

#include <stdio.h>

struct EntMessages {
    EntMessageOptions options;
    const EntMessageForm *form;
    EntMessageState state;
    EntReport *report;
    GPtrArray *remarks;
    bool reported;
};

static const EntMessageForm *const forms[] = {&ent_message_form_text, &ent_message_form_json,
                                              &ent_message_form_sarif, &ent_message_form_github};

static void free_remark(gpointer data)
{
    EntRemark *remark = data;

    g_free(remark->text);
    g_free(remark);
}

EntMessages *ent_messages_new(const EntMessageOptions *options)
{
    EntMessages *messages = g_new0(EntMessages, 1);

    messages->options = *options;
    messages->form = forms[0];
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        if (g_str_equal(forms[i]->name, options->form))
            messages->form = forms[i];
    messages->report = ent_report_new();
    messages->remarks = g_ptr_array_new_with_free_func(free_remark);
    messages->state = (EntMessageState){
        .color = options->color, .report = messages->report, .remarks = messages->remarks};
    return messages;
}

void ent_messages_free(EntMessages *messages)
{
    if (!messages)
        return;
    ent_report_free(messages->report);
    g_ptr_array_free(messages->remarks, TRUE);
    g_free(messages);
}

EntReport *ent_messages_findings(EntMessages *messages)
{
    return messages->report;
}

bool ent_messages_verbose(const EntMessages *messages)
{
    return messages->options.verbose;
}

const char *ent_severity_name(EntSeverity severity)
{
    return severity == ENT_SEVERITY_ERROR ? "error" : "warning";
}

const char *ent_level_name(EntLevel level)
{
    static const char *const names[] = {"error", "warning", "note", "note", "note"};

    return names[level];
}

/* Standard error is where failures are told: of its own there is nobody to tell. */
static void print(EntOutput *text)
{
    gsize length;
    const char *bytes = ent_output_text(text, &length);

    fwrite(bytes, 1, length, stderr);
    fflush(stderr);
}

char *ent_findings_sum(EntReport *report)
{
    guint errors = ent_report_count(report, ENT_SEVERITY_ERROR);
    guint warnings = ent_report_count(report, ENT_SEVERITY_WARNING);
    guint files = 0;
    const char *last = NULL;
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < ent_report_length(report); i++) {
        const char *file = ent_report_get(report, i)->place.file;

        files += !last || !g_str_equal(file, last);
        last = file;
    }
    if (errors)
        g_string_append_printf(out, "%u error%s", errors, errors == 1 ? "" : "s");
    if (warnings)
        g_string_append_printf(out, "%s%u warning%s", errors ? ", " : "", warnings,
                               warnings == 1 ? "" : "s");
    g_string_append_printf(out, " in %u file%s", files, files == 1 ? "" : "s");
    return g_string_free(out, FALSE);
}

bool ent_finding_shown(const EntMessageState *state, const EntFinding *finding)
{
    return finding->severity == ENT_SEVERITY_ERROR || !state->errors_only;
}

void ent_messages_report(EntMessages *messages, EntFindings how)
{
    g_autoptr(EntOutput) text = NULL;

    if (messages->reported || ent_report_length(messages->report) == 0)
        return;
    messages->reported = true;
    messages->state.errors_only = messages->options.quiet && how == ENT_FINDINGS_ASIDE;
    if (!messages->form->findings)
        return;
    text = ent_output_memory();
    if (how != ENT_FINDINGS_ELSEWHERE)
        messages->form->findings(text, &messages->state);
    if (!messages->options.quiet && messages->form == &ent_message_form_text) {
        g_autofree char *sum = ent_findings_sum(messages->report);

        ent_putf(text, "%s\n", sum);
    }
    print(text);
}

void ent_messages_report_more(EntMessages *messages, EntReport *more)
{
    g_autoptr(EntOutput) text = ent_output_memory();
    EntMessageState state = messages->state;

    state.report = more;
    if (messages->form->findings)
        messages->form->findings(text, &state);
    print(text);
    messages->reported = true;
    for (guint i = 0; i < ent_report_length(more); i++) {
        const EntFinding *finding = ent_report_get(more, i);

        ent_report_add(messages->report, finding->severity, finding->code, &finding->place,
                       g_strdup(finding->message), g_strdup(finding->hint),
                       g_strdup(finding->excerpt));
    }
}

static void add_remark(EntMessages *messages, EntLevel level, const char *code, char *words)
{
    g_autoptr(EntOutput) text = ent_output_memory();
    EntRemark *remark = g_new(EntRemark, 1);

    *remark = (EntRemark){level, code, words};
    g_ptr_array_add(messages->remarks, remark);
    messages->state.failed = messages->state.failed || level == ENT_LEVEL_ERROR;
    if (!messages->form->remark)
        return;
    messages->form->remark(text, &messages->state, remark);
    print(text);
}

void ent_messages_say(EntMessages *messages, EntLevel level, const char *code, const char *format,
                      ...)
{
    va_list list;

    if ((level == ENT_LEVEL_DETAIL && !messages->options.verbose) ||
        (level != ENT_LEVEL_ERROR && messages->options.quiet))
        return;
    va_start(list, format);
    add_remark(messages, level, code, g_strdup_vprintf(format, list));
    va_end(list);
}

void ent_messages_error(EntMessages *messages, const GError *error)
{
    static const char *const codes[] = {"io", "syntax", "data", "usage", "compute", "unsupported"};
    bool ours =
        error->domain == ENT_ERROR && error->code >= 0 && error->code < (gint)G_N_ELEMENTS(codes);

    ent_messages_say(messages, ENT_LEVEL_ERROR, ours ? codes[error->code] : "io", "%s",
                     error->message);
}

void ent_messages_close(EntMessages *messages)
{
    g_autoptr(EntOutput) text = NULL;

    ent_messages_report(messages, ENT_FINDINGS_ASIDE);
    if (!messages->form->document)
        return;
    text = ent_output_memory();
    messages->form->document(text, &messages->state);
    print(text);
}
