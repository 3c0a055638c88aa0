/* SPDX-License-Identifier: MIT */
/*
 * What the program says on standard error: findings about the user's facts and remarks of its own,
 * in the form that --message-format asks for. As text they appear at once; the forms that are one
 * document (json, sarif) when the messages are closed.
 */
#ifndef ENT_CLI_MESSAGES_H
#define ENT_CLI_MESSAGES_H

#include <entente/output.h>
#include <entente/report.h>

#define ENT_LISTED 50 /* findings shown as text; the rest is counted */

typedef enum {
    ENT_LEVEL_ERROR,
    ENT_LEVEL_WARNING,
    ENT_LEVEL_NOTE,
    ENT_LEVEL_SUMMARY, /* a note that speaks for itself */
    ENT_LEVEL_DETAIL,  /* said only where the user wants to know all */
} EntLevel;

/* A remark of the program's own: a failure, something worth knowing. */
typedef struct {
    EntLevel level;
    const char *code; /* "usage", "io" …; a constant */
    char *text;
} EntRemark;

typedef struct {
    const char *form; /* "text", "json", "sarif", "github" */
    bool color, quiet, verbose;
} EntMessageOptions;

typedef struct EntMessages EntMessages;

EntMessages *ent_messages_new(const EntMessageOptions *options);
void ent_messages_free(EntMessages *messages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntMessages, ent_messages_free)

/* Where findings are gathered; shown by ent_messages_report(). */
EntReport *ent_messages_findings(EntMessages *messages);

typedef enum {
    ENT_FINDINGS_ASIDE,     /* warnings are left out where the user wants quiet */
    ENT_FINDINGS_ASKED,     /* all are what the user wants to know */
    ENT_FINDINGS_ELSEWHERE, /* they are an answer on standard output: only their sum is told */
} EntFindings;

/* Shows the findings that were gathered, with a line that sums them up; once. */
void ent_messages_report(EntMessages *messages, EntFindings how);

/* Shows findings that came after those of the facts, and keeps copies of them for forms that are
 * one document. */
void ent_messages_report_more(EntMessages *messages, EntReport *more);

/* A note is left out where the user wants quiet, a detail unless they want to know all. */
void ent_messages_say(EntMessages *messages, EntLevel level, const char *code, const char *format,
                      ...) G_GNUC_PRINTF(4, 5);
void ent_messages_error(EntMessages *messages, const GError *error);

/* Ends the document, if the form is one. */
void ent_messages_close(EntMessages *messages);

bool ent_messages_verbose(const EntMessages *messages);

/* "2 errors, 1 warning in 3 files"; the caller's. */
char *ent_findings_sum(EntReport *report);

/* One form. */
typedef struct {
    bool color;
    bool failed;      /* an error was said */
    bool errors_only; /* no warnings of the report are to be shown */
    EntReport *report;
    const GPtrArray *remarks; /* EntRemark *, all so far */
} EntMessageState;

typedef struct {
    const char *name; /* first, for look-up */
    /* For forms that appear at once; may be NULL. */
    void (*findings)(EntOutput *output, const EntMessageState *state);
    void (*remark)(EntOutput *output, const EntMessageState *state, const EntRemark *remark);
    /* For forms that are one document; else NULL. */
    void (*document)(EntOutput *output, const EntMessageState *state);
} EntMessageForm;

extern const EntMessageForm ent_message_form_text, ent_message_form_json, ent_message_form_sarif,
    ent_message_form_github;

/* The answer of "check --format json": findings and counts. */
void ent_findings_json(EntOutput *output, EntReport *report);

/* Whether a finding is to be shown. */
bool ent_finding_shown(const EntMessageState *state, const EntFinding *finding);

const char *ent_severity_name(EntSeverity severity);
const char *ent_level_name(EntLevel level);

#endif
