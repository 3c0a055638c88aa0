/* SPDX-License-Identifier: MIT */
#include "cli/rank_stability.h"

#include "cli/progress.h"

#include <math.h>

static const EntOption own[] = {
    {"stability", 0, ENT_OPTION_FLAG, NULL, NULL,
     "leave each source out in turn: how far ranks move, what each rests on", NULL, 0, 0},
    {"resamples", 0, ENT_OPTION_COUNT, "N", "0",
     "with --stability: 95 % intervals of the ranks from N draws of the evidence", NULL, 0,
     1000000},
    {"sweep", 0, ENT_OPTION_LIST, "X[,…]", NULL,
     "with --stability: leave out edges of confidence below each X (default: the confidences "
     "there are)",
     NULL, 0, 0},
    {.name = NULL},
};

const EntOptionGroup ent_group_stability = {"Stability", own};

static void fail(EntRun *run, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void fail(EntRun *run, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    ent_run_failed(run, g_error_new_valist(ENT_ERROR, ENT_ERROR_USAGE, format, list));
    va_end(list);
}

/* The thresholds of --sweep, of 0 to 1; the caller's. NULL after a failure. */
static double *read_sweep(EntRun *run, gsize *length)
{
    g_auto(GStrv) texts = ent_args_split(run->args, "sweep");
    g_autofree double *thresholds = NULL;

    *length = texts ? g_strv_length(texts) : 0;
    thresholds = g_new(double, *length + 1);
    for (gsize i = 0; i < *length; i++) {
        char *end;

        thresholds[i] = g_ascii_strtod(texts[i], &end);
        if (end == texts[i] || *end || g_ascii_isspace(*texts[i]) ||
            !(thresholds[i] >= 0 && thresholds[i] <= 1)) {
            fail(run, "'--sweep' wants numbers from 0 to 1, not '%s'", texts[i]);
            return NULL;
        }
    }
    return g_steal_pointer(&thresholds);
}

bool ent_stability_check(EntRun *run)
{
    static const char *const companions[] = {"resamples", "sweep"};
    g_autofree double *thresholds = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS(companions); i++) {
        if (ent_args_given(run->args, companions[i]) && !ent_args_flag(run->args, "stability")) {
            fail(run, "'--%s' goes with '--stability'", companions[i]);
            return false;
        }
    }
    if (ent_args_given(run->args, "sample") && ent_args_flag(run->args, "stability")) {
        fail(run, "'--stability' compares exact ranks: leave out '--sample'");
        return false;
    }
    thresholds = read_sweep(run, &(gsize){0});
    return thresholds != NULL;
}

typedef struct {
    EntProgress progress;
    char what[64];
} Teller;

static bool tell(const char *what, guint32 number, guint32 all, gpointer data)
{
    Teller *teller = data;

    g_snprintf(teller->what, sizeof teller->what, "stability: %s %u of %u", what, number, all);
    return ent_progress_tell(-1, &teller->progress);
}

EntStability *ent_run_stability(EntRun *run, const EntView *view, const EntMeasured *columns)
{
    g_auto(GStrv) sources = ent_args_split(run->args, "source");
    g_autofree double *thresholds = NULL;
    Teller teller = {.what = ""};
    EntStabilityOptions options = {
        .sources = (const char *const *)sources,
        .resamples = (guint32)ent_args_count(run->args, "resamples"),
        .progress = tell,
        .progress_data = &teller,
    };
    GError *error = NULL;
    EntStability *stability;

    if (!ent_run_measure_options(run, view, &teller.progress, &options.measure))
        return NULL;
    options.thresholds = thresholds = read_sweep(run, &options.threshold_count);
    ent_progress_begin(&teller.progress, run->progress, teller.what);
    stability = ent_stability_new(view, (const EntColumn *const *)columns->columns, columns->length,
                                  &options, &error);
    ent_progress_end(&teller.progress);
    if (!stability)
        ent_run_failed(run, error);
    return stability;
}

/* What makes sources come first: little of the ranking is left without them. */
static gint compare_sources(gconstpointer left, gconstpointer right, gpointer data)
{
    const EntStability *stability = data;
    guint32 i = *(const guint32 *)left, j = *(const guint32 *)right;
    const EntEffect *a = &stability->measures[0].sources[i],
                    *b = &stability->measures[0].sources[j];

    if (isnan(a->correlation) != isnan(b->correlation))
        return isnan(a->correlation) ? -1 : 1;
    if (a->correlation < b->correlation || a->correlation > b->correlation)
        return a->correlation < b->correlation ? -1 : 1;
    if (a->moved != b->moved)
        return a->moved > b->moved ? -1 : 1;
    if (stability->source_edges[i] != stability->source_edges[j])
        return stability->source_edges[i] > stability->source_edges[j] ? -1 : 1;
    return i < j ? -1 : i > j;
}

guint32 *ent_stability_order(const EntStability *stability)
{
    guint32 *order = g_new(guint32, (gsize)stability->source_count + 1);

    for (guint32 i = 0; i < stability->source_count; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)stability->source_count, sizeof *order, compare_sources,
                      (gpointer)stability);
    return order;
}

/* "1–3", "2", or nothing; lost: also none. The caller's. */
static char *show_ranks(EntRanks ranks, bool lost)
{
    g_autofree char *range = NULL;

    if (!ranks.low)
        return NULL;
    range = ranks.low == ranks.high ? g_strdup_printf("%u", ranks.low)
                                    : g_strdup_printf("%u–%u", ranks.low, ranks.high);
    return lost ? g_strconcat(range, " or none", NULL) : g_steal_pointer(&range);
}

static void take_ranks(EntTable *table, EntRanks ranks, bool lost)
{
    g_autofree char *text = show_ranks(ranks, lost);

    ent_table_text(table, text);
}

static const char *source_id(const EntView *view, guint32 source)
{
    return source == ENT_NONE ? NULL : ent_dossier_source(ent_view_dossier(view), source)->id;
}

/* For people: the first measure, by which ranks are given. */
static guint table_columns(const EntStability *stability, EntTableColumn *columns)
{
    const EntTableColumn all[] = {
        {"ranks", NULL, ENT_CELL_NUMBER, false},
        {"rests on", NULL, ENT_CELL_TEXT, false},
        {"sweep", NULL, ENT_CELL_NUMBER, false},
        {"95 %", NULL, ENT_CELL_NUMBER, false},
    };
    const bool shown[] = {true, true, stability->threshold_count > 0, stability->resamples > 0};
    guint length = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        if (!shown[i])
            continue;
        if (columns)
            columns[length] = all[i];
        length++;
    }
    return length;
}

static void table_cells(const EntStability *stability, const EntView *view, guint32 place,
                        EntTable *table)
{
    const EntNodeStability *node = &stability->measures[0].nodes[place];

    take_ranks(table, node->left_out, node->lost || !node->rank);
    ent_table_text(table, source_id(view, node->source));
    if (stability->threshold_count)
        take_ranks(table, node->sweep, false);
    if (stability->resamples)
        take_ranks(table, node->interval, false);
}

static const char *const suffixes[] = {"rank",          "low",       "high",       "source",
                                       "lost",          "sweep-low", "sweep-high", "interval-low",
                                       "interval-high", "value-low", "value-high"};

static guint csv_columns(const EntStability *stability, EntTableColumn *columns)
{
    guint length = 0;

    for (gsize i = 0; i < stability->length; i++) {
        for (gsize j = 0; j < G_N_ELEMENTS(suffixes); j++, length++) {
            g_autofree char *name =
                g_strconcat(stability->measures[i].name, "-", suffixes[j], NULL);

            if (columns)
                columns[length] =
                    (EntTableColumn){g_intern_string(name), NULL, ENT_CELL_TEXT, false};
        }
    }
    return length;
}

static void take_rank(EntTable *table, guint32 rank)
{
    ent_table_number(table, rank ? rank : NAN);
}

static void csv_cells(const EntStability *stability, const EntView *view, guint32 place,
                      EntTable *table)
{
    for (gsize i = 0; i < stability->length; i++) {
        const EntNodeStability *node = &stability->measures[i].nodes[place];

        take_rank(table, node->rank);
        take_rank(table, node->left_out.low);
        take_rank(table, node->left_out.high);
        ent_table_text(table, source_id(view, node->source));
        ent_table_text(table, node->lost ? "true" : "false");
        take_rank(table, stability->threshold_count ? node->sweep.low : 0);
        take_rank(table, stability->threshold_count ? node->sweep.high : 0);
        take_rank(table, node->interval.low);
        take_rank(table, node->interval.high);
        ent_table_number(table, node->low);
        ent_table_number(table, node->high);
    }
}

guint ent_stability_columns(const EntStability *stability, const char *format,
                            EntTableColumn *columns)
{
    if (!stability)
        return 0;
    if (g_str_equal(format, "table"))
        return table_columns(stability, columns);
    if (g_str_equal(format, "csv"))
        return csv_columns(stability, columns);
    if (columns)
        columns[0] = (EntTableColumn){"stability", NULL, ENT_CELL_JSON, false};
    return 1;
}

void ent_stability_cells(const EntStability *stability, const EntView *view, const char *format,
                         guint32 place, EntTable *table)
{
    if (!stability)
        return;
    if (g_str_equal(format, "table")) {
        table_cells(stability, view, place, table);
    } else if (g_str_equal(format, "csv")) {
        csv_cells(stability, view, place, table);
    } else {
        g_autofree char *json = ent_stability_json(stability, view, place);

        ent_table_text(table, json);
    }
}
