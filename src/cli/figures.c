/* SPDX-License-Identifier: MIT */
#include "cli/figures.h"

#include <math.h>

static EntFigured *compute(EntRun *run, const EntView *view, const EntFigure *figure)
{
    g_autofree char *what = g_strconcat("computing ", ent_figure_name(figure), NULL);
    EntProgress progress;
    EntMeasureOptions options = {.seed = ent_args_count(run->args, "seed"),
                                 .progress = ent_progress_tell,
                                 .progress_data = &progress};
    GError *error = NULL;
    EntFigured *figured;

    ent_progress_begin(&progress, run->progress, what);
    figured = ent_figure_run(figure, view, &options, &error);
    ent_progress_end(&progress);
    if (!figured)
        ent_run_failed(run, error);
    return figured;
}

bool ent_run_figures(EntRun *run, const EntDossier *dossier, EntFigures *figures)
{
    figures->values = g_ptr_array_new_with_free_func((GDestroyNotify)ent_figured_free);
    figures->view = ent_run_view(run, dossier, false);
    if (!figures->view)
        return false;
    for (const EntFigure *const *at = ent_figures(); *at; at++) {
        EntFigured *figured = compute(run, figures->view, *at);

        if (!figured)
            return false;
        g_ptr_array_add(figures->values, figured);
    }
    return true;
}

void ent_figures_clear(EntFigures *figures)
{
    g_clear_pointer(&figures->values, g_ptr_array_unref);
    g_clear_pointer(&figures->view, ent_view_free);
}

/* "030T", or the figure's name where it has one value. The caller's. */
static char *name_value(const EntFigured *figured, gsize i)
{
    const char *part = figured->values[i].name;

    return g_strjoin(" ", ent_figure_name(figured->figure), part, NULL);
}

/* Counts whole, else in so many digits; NULL where undefined. */
static const char *show(char *text, double value, const char *form)
{
    if (isnan(value))
        return NULL;
    return g_ascii_formatd(text, G_ASCII_DTOSTR_BUF_SIZE, value == trunc(value) ? "%.0f" : form,
                           value);
}

static EntTable *make_table(const EntFigures *figures)
{
    static const EntTableColumn columns[] = {
        {"figure", NULL, ENT_CELL_WORD, false},
        {"value", NULL, ENT_CELL_NUMBER, false},
        {"says", "", ENT_CELL_TEXT, false},
    };
    EntTable *table = ent_table_new(columns, G_N_ELEMENTS(columns));
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    for (guint i = 0; i < figures->values->len; i++) {
        const EntFigured *figured = figures->values->pdata[i];

        for (gsize j = 0; j < figured->length; j++) {
            g_autofree char *name = name_value(figured, j);

            ent_table_row(table);
            ent_table_text(table, name);
            ent_table_text(table, show(text, figured->values[j].value, "%.4g"));
            ent_table_text(table, j ? NULL : ent_figure_summary(figured->figure));
        }
    }
    return table;
}

void ent_put_figures(EntOutput *output, const EntFigures *figures, guint width)
{
    g_autoptr(EntTable) table = make_table(figures);

    ent_put(output, "\n");
    ent_put_head(output, figures->view, "# ");
    ent_table_print(table, output, width);
    for (guint i = 0; i < figures->values->len; i++) {
        const EntFigured *figured = figures->values->pdata[i];

        if (figured->note)
            ent_putf(output, "# %s: %s\n", ent_figure_name(figured->figure), figured->note);
    }
}

void ent_add_figures(EntTable *table, const EntFigures *figures)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    for (guint i = 0; i < figures->values->len; i++) {
        const EntFigured *figured = figures->values->pdata[i];

        for (gsize j = 0; j < figured->length; j++) {
            g_autofree char *name = name_value(figured, j);

            ent_table_row(table);
            ent_table_text(table, "figure");
            ent_table_text(table, name);
            ent_table_text(table, show(text, figured->values[j].value, "%.9g"));
        }
    }
}

static void put_value(EntOutput *output, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    const char *shown = show(text, value, "%.9g");

    ent_put(output, shown ? shown : "null");
}

static void put_json_figured(EntOutput *output, const EntFigured *figured)
{
    ent_putf(output, "\n    \"%s\": { \"value\": ", ent_figure_name(figured->figure));
    if (!figured->values[0].name)
        put_value(output, figured->values[0].value);
    for (gsize i = 0; figured->values[0].name && i < figured->length; i++) {
        ent_putf(output, "%s\"%s\": ", i ? ", " : "{ ", figured->values[i].name);
        put_value(output, figured->values[i].value);
    }
    ent_put(output, figured->values[0].name ? " }, \"note\": " : ", \"note\": ");
    ent_put_json(output, figured->note);
    ent_put(output, " }");
}

void ent_put_json_figures(EntOutput *output, const EntFigures *figures)
{
    ent_put(output, ",\n  \"figuresOf\": ");
    ent_put_json(output, ent_view_describe(figures->view));
    ent_put(output, ",\n  \"figures\": {");
    for (guint i = 0; i < figures->values->len; i++) {
        ent_put(output, i ? "," : "");
        put_json_figured(output, figures->values->pdata[i]);
    }
    ent_put(output, "\n  }");
}
