/* SPDX-License-Identifier: MIT */
/*
 * One run of a command: what it was asked, whom it tells, and the steps that commands share. A step
 * that fails has told the user why; the command then ends with ENT_EXIT_FAILED.
 */
#ifndef ENT_CLI_RUN_H
#define ENT_CLI_RUN_H

#include <entente/entente.h>
#include "cli/args.h"
#include "cli/messages.h"
#include "cli/progress.h"

struct EntRun {
    EntArgs *args;
    EntMessages *messages;
    bool progress;   /* to be shown when work lasts */
    bool told_empty; /* that filters leave nothing */
    GArray *restart; /* nodes of --restart, once looked up */
};

/* Tells the error; ENT_EXIT_FAILED. */
int ent_run_failed(EntRun *run, GError *error);

/* Adds to an error that facts are of no format that is known by its file's ending (to others and to
 * NULL nothing) which option says it. */
void ent_run_hint_format(const EntRun *run, GError *error);

/* Reads and checks facts, and shows the findings; projects them where that is asked for. NULL where
 * there are errors. */
EntDossier *ent_run_load(EntRun *run, const char *const *paths, guint length);

/* Reads and checks two dossiers, of a file each, and shows the findings of both. False where there
 * are errors in either. */
bool ent_run_load_both(EntRun *run, const char *const *paths, EntDossier **first,
                       EntDossier **second);

/* The same without showing the findings: what check does. */
EntDossier *ent_run_check(EntRun *run, const char *const *paths, guint length, GError **error);

/* The ties of --project among what the filters leave of the dossier. NULL after a failure. */
EntDossier *ent_run_project(EntRun *run, const EntDossier *dossier);

/* The part of the dossier that the filters leave, measured as asked for. keep_denied: denied facts
 * are shown. Of a projected dossier, which has none of them unless asked for, only the filters that
 * come after the projection. Takes the options of the groups that the command has. */
EntView *ent_run_view(EntRun *run, const EntDossier *dossier, bool keep_denied);

/* The same on a date, ENT_DATE_NONE: at all times, whatever dates are asked for. */
EntView *ent_run_view_at(EntRun *run, const EntDossier *dossier, bool keep_denied, EntDate date);

/* Measures, each once; names are given as lists of an option. */
typedef struct {
    EntColumn **columns;
    gsize length;
} EntMeasured;

void ent_measured_clear(EntMeasured *columns);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EntMeasured, ent_measured_clear)

/* Looks up the names of an option before any work is done; the caller's (g_free), NULL after a
 * failure. */
const EntMeasure **ent_run_measures(EntRun *run, const char *option);

/* What the options say of measuring, to be used while the run lasts; progress is begun and ended by
 * the caller. False after a failure. */
bool ent_run_measure_options(EntRun *run, const EntView *view, EntProgress *progress,
                             EntMeasureOptions *options);
bool ent_run_measure(EntRun *run, const EntView *view, const EntMeasure *const *measures,
                     EntMeasured *columns);

/* The same for a view that also shows what was denied, which is not measured: the numbers are those
 * that 'rank' tells. Notes of the measures are told. */
bool ent_run_measure_shown(EntRun *run, const EntView *shown, const EntMeasure *const *measures,
                           EntMeasured *columns);

/* The format of the answer: what -f says, else the ending of -o, else the usual one. */
const char *ent_run_format(const EntRun *run, const char *usual);

/* How many of `length` rows to show: what --top says, else the usual number in a table and all in
 * other formats. */
guint32 ent_run_top(const EntRun *run, guint32 usual, guint32 length);

/* Opens a file ("-": standard output) to be closed by ent_run_close(): a signal that comes before
 * ends the program only then. NULL after a failure. */
EntOutput *ent_run_open(EntRun *run, const char *path);

/* Where the answer goes: -o where the command has it, else standard output. */
EntOutput *ent_run_output(EntRun *run);

/* Columns for the answer, 0: as wide as need be. */
guint ent_run_width(const EntRun *run);

/* Completes it and frees it; the exit status: `status`, or ENT_EXIT_FAILED. */
int ent_run_close(EntRun *run, EntOutput *output, int status);

/* "graph" of the JSON answers, as a member with no comma after it. */
void ent_put_graph(EntOutput *output, const EntView *view);

/* The graph in words, with its filters, each line after `start`. */
void ent_put_head(EntOutput *output, const EntView *view, const char *start);

#endif
