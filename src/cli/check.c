/* SPDX-License-Identifier: MIT */
#include "cli/counts.h"
#include "cli/groups.h"
#include "cli/run.h"
#include "cli/table.h"

#include <math.h>

static const char *s(guint32 count)
{
    return count == 1 ? "" : "s";
}

/* What was looked at, where nothing is wrong. That a quote was found is all that is known of it. */
static void tell_good(EntRun *run, const EntDossier *dossier)
{
    guint32 nodes = ent_dossier_node_count(dossier), edges = ent_dossier_edge_count(dossier);
    EntQuoteCount quotes = ent_count_quotes(dossier);
    guint32 texts = 0;
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint32 i = 0; i < ent_dossier_source_count(dossier); i++)
        texts += ent_dossier_source(dossier, i)->has_text;
    g_string_printf(text, "ok: %u node%s, %u edge%s", nodes, s(nodes), edges, s(edges));
    if (quotes.found)
        g_string_append_printf(text, ", %u quote%s found in %u source%s", quotes.found,
                               s(quotes.found), texts, s(texts));
    if (quotes.several)
        g_string_append_printf(text, ", %u found several times", quotes.several);
    if (quotes.unseen)
        g_string_append_printf(text, ", %u quote%s not looked for (no text of the source)",
                               quotes.unseen, s(quotes.unseen));
    ent_messages_say(run->messages, ENT_LEVEL_SUMMARY, "ok", "%s", text->str);
}

static const EntTableColumn columns[] = {
    {"file", NULL, ENT_CELL_WORD, false},     {"line", NULL, ENT_CELL_NUMBER, false},
    {"column", NULL, ENT_CELL_NUMBER, false}, {"severity", NULL, ENT_CELL_WORD, false},
    {"code", NULL, ENT_CELL_WORD, false},     {"message", NULL, ENT_CELL_TEXT, false},
    {"hint", NULL, ENT_CELL_TEXT, false},
};

static void fill(EntTable *table, EntReport *report)
{
    for (guint i = 0; i < ent_report_length(report); i++) {
        const EntFinding *finding = ent_report_get(report, i);
        const EntPlace *place = &finding->place;

        ent_table_row(table);
        ent_table_text(table, place->file);
        ent_table_number(table, place->line ? place->line : NAN);
        ent_table_number(table, place->line && place->column ? place->column : NAN);
        ent_table_text(table, ent_severity_name(finding->severity));
        ent_table_text(table, finding->code);
        ent_table_text(table, finding->message);
        ent_table_text(table, finding->hint);
    }
}

/* The findings as an answer on standard output. */
static int answer(EntRun *run, EntReport *report, int status)
{
    const char *format = ent_run_format(run, "table");
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json")) {
        ent_findings_json(output, report);
    } else {
        g_autoptr(EntTable) table = ent_table_new(columns, G_N_ELEMENTS(columns));

        fill(table, report);
        if (g_str_equal(format, "csv"))
            ent_table_csv(table, output);
        else if (ent_report_length(report))
            ent_table_print(table, output, ent_run_width(run));
    }
    return ent_run_close(run, output, status);
}

static int judge(EntRun *run, EntReport *report)
{
    bool strict = ent_args_flag(run->args, "strict");

    return ent_report_count(report, ENT_SEVERITY_ERROR) || (strict && ent_report_length(report))
               ? ENT_EXIT_FINDINGS
               : ENT_EXIT_DONE;
}

static int run_check(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    EntReport *report = ent_messages_findings(run->messages);
    GError *error = NULL;
    g_autoptr(EntDossier) dossier = ent_run_check(run, paths, length, &error);
    bool answers = ent_args_given(run->args, "format") || ent_args_given(run->args, "output");
    int status = judge(run, report);

    ent_messages_report(run->messages, answers ? ENT_FINDINGS_ELSEWHERE : ENT_FINDINGS_ASKED);
    if (error)
        return ent_run_failed(run, error);
    if (ent_report_length(report) == 0 && dossier)
        tell_good(run, dossier);
    return answers ? answer(run, report, status) : status;
}

static const EntOption own[] = {
    {"strict", 0, ENT_OPTION_FLAG, NULL, NULL, "warnings fail too", NULL, 0, 0},
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", NULL,
     "print the findings on standard output in this form, not as messages", ent_choices_answers, 0,
     0},
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-",
     "write them to this file, in the form that its ending says", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_check = {
    .name = "check",
    .words = "FACTS…",
    .summary = "checks facts, types, dates, references, quotes; lists every finding",
    .description =
        "Reads the files together as one dossier and says all that is wrong with it, each finding "
        "with its file, line and column, and a hint where there is one.\n\n"
        "Where a source names a file with its text, every quote is looked for in it. A quote that "
        "was found is in the text; whether it says what the fact says is for people to judge.\n\n"
        "Findings are messages on standard error, in the form of --message-format; with --format "
        "they are the answer on standard output.",
    .groups =
        (const EntOptionGroup *const[]){&options, &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"check facts.json", "what is wrong, as a compiler would say it"},
            {"check --strict --message-format github facts.json",
             "in a workflow: notes beside the lines, and warnings fail too"},
            {"check --format json facts.json | jq '.counts'", "for a program"},
            {NULL, NULL},
        },
    .next = "When it is quiet: 'entente info' tells what is in the facts, 'entente draw' shows it.",
    .least = 1,
    .most = G_MAXUINT,
    .run = run_check,
};
