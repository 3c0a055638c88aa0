/* SPDX-License-Identifier: MIT */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>

#define MOST_MEASURED 100 /* nodes */
#define TEXT                                                                                       \
    "Singapore and South Korea on Monday (Mar 2) launched an “artificial intelligence” "       \
    "alliance.\n"                                                                                  \
    "aa bb aa bb - aa ... cc\xe2\x80\xa6 d\n"

static char *own_folder; /* the harness is no library: one process, one folder */

static void remove_folder(void)
{
    GDir *dir = g_dir_open(own_folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(own_folder, name, NULL);

        g_unlink(path);
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(own_folder);
}

static const char *folder(void)
{
    const char *const bases[] = {"/dev/shm", g_get_tmp_dir()};

    for (gsize i = 0; i < G_N_ELEMENTS(bases) && !own_folder; i++) {
        g_autofree char *name = g_build_filename(bases[i], "entente-fuzz-XXXXXX", NULL);

        if (g_mkdtemp(name)) {
            own_folder = g_steal_pointer(&name);
            atexit(remove_folder);
            fuzz_file("s.txt", TEXT, strlen(TEXT));
        }
    }
    fuzz_demand(own_folder != NULL, "no folder to work in");
    return own_folder;
}

const char *fuzz_file(const char *name, const void *bytes, gsize length)
{
    g_autofree char *path = g_build_filename(folder(), name, NULL);
    FILE *file = fopen(path, "wb");

    fuzz_demand(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0,
                "cannot write '%s'", path);
    return g_intern_string(path);
}

void fuzz_demand(bool truth, const char *format, ...)
{
    va_list arguments;

    if (truth)
        return;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    abort();
}

static void check_words(const char *what, const char *text)
{
    fuzz_demand(!text || g_utf8_validate(text, -1, NULL), "a %s that is no UTF-8", what);
}

void fuzz_check_report(EntReport *report)
{
    for (guint i = 0; i < ent_report_length(report); i++) {
        const EntFinding *finding = ent_report_get(report, i);

        fuzz_demand(finding->message && *finding->message, "a finding without a message");
        fuzz_demand(finding->code && *finding->code, "a finding without a code");
        fuzz_demand(finding->place.line > 0 && finding->place.column > 0, "no place: %s",
                    finding->message);
        check_words("message", finding->message);
        check_words("hint", finding->hint);
        check_words("excerpt", finding->excerpt);
    }
}

static EntDossier *load(const char *path, const char *format, EntReport *report)
{
    bool table = !g_str_equal(format, "json") && !g_str_equal(format, "ndjson");
    EntLoadOptions options = {.format = format, .schema = table ? "open" : NULL};
    GError *error = NULL;
    EntDossier *dossier = ent_dossier_load(&path, 1, &options, report, &error);

    fuzz_demand(!error, "%s", error ? error->message : "");
    fuzz_demand((dossier != NULL) == (ent_report_count(report, ENT_SEVERITY_ERROR) == 0),
                "errors and a dossier, or neither");
    return dossier;
}

static EntView *view_all(const EntDossier *dossier)
{
    EntFilter all = {.keep_denied = true};
    GError *error = NULL;
    EntView *view = ent_view_new(dossier, &all, &error);

    fuzz_demand(view != NULL, "no view: %s", error ? error->message : "");
    return view;
}

/* Writes the dossier and gives the bytes. */
static GBytes *written(const EntDossier *dossier, const char *format, const char *path)
{
    g_autoptr(EntView) view = view_all(dossier);
    GError *error = NULL;
    char *text;
    gsize length;

    fuzz_demand(ent_write(ent_writer_find(format, NULL), view, NULL, 0, path, &error),
                "cannot write %s: %s", format, error ? error->message : "");
    fuzz_demand(g_file_get_contents(path, &text, &length, NULL), "nothing written");
    return g_bytes_new_take(text, length);
}

/* What is written is read again without an error, and is the same dossier. */
static void write_and_back(const EntDossier *dossier, const char *format, GBytes *direct)
{
    g_autofree char *name = g_strconcat("out.", format, NULL);
    g_autofree char *path = g_build_filename(folder(), name, NULL);
    g_autofree char *last = g_build_filename(folder(), "again.json", NULL);
    g_autoptr(EntReport) report = ent_report_new();
    EntLoadOptions options = {.format = format, .schema = "open"};
    g_autoptr(EntDossier) again = NULL;
    g_autoptr(GBytes) second = NULL;
    const char *paths[] = {path};

    g_bytes_unref(written(dossier, format, path));
    again = ent_dossier_load(paths, 1, &options, report, NULL);
    fuzz_demand(again != NULL, "own %s is refused: %s", format,
                ent_report_length(report) ? ent_report_get(report, 0)->message : "?");
    second = written(again, "json", last);
    fuzz_demand(g_bytes_equal(direct, second), "another dossier through %s", format);
}

static void measure(const EntDossier *dossier)
{
    EntFilter filter = {.weight = ENT_WEIGHT_WEIGHT};
    EntMeasureOptions options = {.seed = 1};
    g_autoptr(EntView) view = NULL;

    if (ent_dossier_node_count(dossier) > MOST_MEASURED)
        return;
    for (guint way = 0; way < 4; way++) {
        g_clear_pointer(&view, ent_view_free);
        filter.directed = way & 1;
        filter.weight = way & 2 ? ENT_WEIGHT_WEIGHT : ENT_WEIGHT_NONE;
        view = ent_view_new(dossier, &filter, NULL);
        for (const EntMeasure *const *at = ent_measures(); view && *at; at++)
            ent_column_free(ent_measure_run(*at, view, &options, NULL));
    }
}

static void draw(const EntDossier *dossier)
{
    g_autoptr(EntView) view = view_all(dossier);
    EntDrawOptions options = {.format = "dot"};
    GError *error = NULL;

    fuzz_demand(ent_draw(view, &options, "/dev/null", &error), "cannot draw: %s",
                error ? error->message : "");
}

void fuzz_facts(const char *format, const guint8 *data, gsize size)
{
    g_autofree char *name = g_strconcat("facts.", format, NULL);
    g_autoptr(EntReport) report = ent_report_new();
    g_autoptr(EntDossier) dossier = load(fuzz_file(name, data, size), format, report);
    g_autofree char *path = g_build_filename(folder(), "direct.json", NULL);
    g_autoptr(GBytes) direct = NULL;

    fuzz_check_report(report);
    if (!dossier)
        return;
    direct = written(dossier, "json", path);
    write_and_back(dossier, "json", direct);
    write_and_back(dossier, "ndjson", direct);
    write_and_back(dossier, "graphml", direct);
    measure(dossier);
    draw(dossier);
}
