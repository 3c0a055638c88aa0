/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/rank_stability.h"
#include "cli/run.h"
#include "cli/table.h"

#include <math.h>

#define TOP 20 /* rows of a table where --top says nothing */

enum { RANK, ID, NAME, TYPE, FIXED };

static const EntTableColumn fixed[FIXED] = {
    {"rank", NULL, ENT_CELL_NUMBER, true},
    {"id", NULL, ENT_CELL_TEXT, false},
    {"name", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_WORD, false},
};

typedef struct {
    const EntView *view;
    const EntMeasured *columns;
    const guint32 *order;
    guint32 length, top;           /* all, and how many of them are shown */
    const EntStability *stability; /* NULL: not asked for */
    const char *format;
} Ranking;

/* Rows in rank order. The rank is that of the first measure; equals share the first one's. */
static EntTable *make_table(const Ranking *ranking, const EntTableColumn *columns, guint width)
{
    EntTable *table = ent_table_new(columns, width);
    const EntDossier *dossier = ent_view_dossier(ranking->view);
    const guint32 *nodes = ent_view_nodes(ranking->view, &(guint32){0});
    const double *values = ranking->columns->columns[0]->values;
    guint32 rank = 0;

    for (guint32 i = 0; i < ranking->top; i++) {
        guint32 place = ranking->order[i];
        const EntNode *node = ent_dossier_node(dossier, nodes[place]);

        if (i == 0 || ent_scores_compare(values[place], values[ranking->order[i - 1]]) != 0)
            rank = i + 1;
        ent_table_row(table);
        ent_table_number(table, isnan(values[place]) ? NAN : rank);
        ent_table_text(table, node->id);
        ent_table_text(table, node->name);
        ent_table_text(table, ent_dossier_node_type(dossier, node)->name);
        for (gsize j = 0; j < ranking->columns->length; j++)
            ent_table_number(table, ranking->columns->columns[j]->values[place]);
        ent_stability_cells(ranking->stability, ranking->view, ranking->format, place, table);
    }
    return table;
}

static void put_notes(EntOutput *output, const EntMeasured *columns)
{
    for (gsize i = 0; i < columns->length; i++)
        if (columns->columns[i]->note)
            ent_putf(output, "# %s: %s\n", columns->columns[i]->name, columns->columns[i]->note);
}

static void put_stability(EntOutput *output, const Ranking *ranking)
{
    g_autoptr(GPtrArray) lines = ent_stability_lines(ranking->stability, ranking->view);

    for (guint i = 0; i < lines->len; i++)
        ent_putf(output, "# %s\n", (const char *)lines->pdata[i]);
}

static void put_json(EntOutput *output, const Ranking *ranking, const EntTable *table)
{
    const EntMeasured *columns = ranking->columns;
    bool any = false;

    ent_put(output, "{\n");
    ent_put_graph(output, ranking->view);
    ent_put(output, ",\n  \"measures\": [");
    for (gsize i = 0; i < columns->length; i++)
        ent_putf(output, "%s\"%s\"", i ? ", " : "", columns->columns[i]->name);
    ent_put(output, "],\n  \"notes\": {");
    for (gsize i = 0; i < columns->length; i++) {
        if (!columns->columns[i]->note)
            continue;
        ent_putf(output, "%s\n    \"%s\": ", any ? "," : "", columns->columns[i]->name);
        ent_put_json(output, columns->columns[i]->note);
        any = true;
    }
    ent_putf(output, "%s},\n", any ? "\n  " : "");
    ent_put_stability(output, ranking->stability, ranking->view);
    ent_put(output, "  \"nodes\": ");
    ent_table_json(table, output, 2);
    ent_put(output, "\n}\n");
}

static void put_table(EntOutput *output, const Ranking *ranking, const EntTable *table, guint width)
{
    ent_put_head(output, ranking->view, "# ");
    if (ranking->length)
        ent_table_print(table, output, width);
    if (ranking->top < ranking->length)
        ent_putf(output, "# … %u more, --top 0 shows all\n", ranking->length - ranking->top);
    put_notes(output, ranking->columns);
    put_stability(output, ranking);
}

/* CSV has no place for what was measured: that is told beside it. */
static void tell_graph(EntRun *run, const Ranking *ranking)
{
    g_autoptr(GPtrArray) lines = ent_stability_lines(ranking->stability, ranking->view);

    ent_messages_say(run->messages, ENT_LEVEL_NOTE, "graph", "%s",
                     ent_view_describe(ranking->view));
    for (gsize i = 0; i < ranking->columns->length; i++) {
        const EntColumn *column = ranking->columns->columns[i];

        if (column->note)
            ent_messages_say(run->messages, ENT_LEVEL_NOTE, "measure", "%s: %s", column->name,
                             column->note);
    }
    for (guint i = 0; i < lines->len; i++)
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "stability", "%s",
                         (const char *)lines->pdata[i]);
}

static int print(EntRun *run, const Ranking *ranking)
{
    const char *format = ranking->format;
    guint measured = FIXED + (guint)ranking->columns->length;
    guint width = measured + ent_stability_columns(ranking->stability, format, NULL);
    g_autofree EntTableColumn *columns = g_new0(EntTableColumn, width);
    g_autoptr(EntTable) table = NULL;
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    memcpy(columns, fixed, sizeof fixed);
    for (guint i = FIXED; i < measured; i++)
        columns[i] = (EntTableColumn){ranking->columns->columns[i - FIXED]->name, NULL,
                                      ENT_CELL_NUMBER, false};
    ent_stability_columns(ranking->stability, format, columns + measured);
    table = make_table(ranking, columns, width);
    if (g_str_equal(format, "json")) {
        put_json(output, ranking, table);
    } else if (g_str_equal(format, "csv")) {
        tell_graph(run, ranking);
        ent_table_csv(table, output);
    } else {
        put_table(output, ranking, table, ent_run_width(run));
    }
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

static int run_rank(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    g_autofree const EntMeasure **measures =
        ent_stability_check(run) ? ent_run_measures(run, "by") : NULL;
    g_autoptr(EntDossier) dossier = measures ? ent_run_load(run, paths, length) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, false) : NULL;
    g_auto(EntMeasured) columns = {NULL, 0};
    g_autofree guint32 *order = NULL;
    g_autoptr(EntStability) stability = NULL;
    Ranking ranking = {.view = view, .columns = &columns, .format = ent_run_format(run, "table")};

    if (!view || !ent_run_measure(run, view, measures, &columns))
        return ENT_EXIT_FAILED;
    if (ent_args_flag(run->args, "stability")) {
        ranking.stability = stability = ent_run_stability(run, view, &columns);
        if (!stability)
            return ENT_EXIT_FAILED;
    }
    ent_view_nodes(view, &ranking.length);
    ranking.top = ent_run_top(run, TOP, ranking.length);
    ranking.order = order =
        ent_rank_order(view, (const EntColumn *const *)columns.columns, columns.length);
    return print(run, &ranking);
}

static const EntOption own[] = {
    {"by", 0, ENT_OPTION_LIST, "MEASURE[,…]", "degree,pagerank",
     "what to rank by: the first decides, the next where it is equal", ent_choices_measures, 0, 0},
    {"top", 0, ENT_OPTION_COUNT, "N", NULL,
     "only the first N; 0: all (default: 20 in a table, else all)", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_rank = {
    .name = "rank",
    .words = "FACTS…",
    .summary = "centrality of the nodes, the highest first",
    .description =
        "Computes one or more measures for every node and lists the nodes by them. 'entente list "
        "measures' tells what each measure is.\n\n"
        "Unless told otherwise the graph is undirected, parallel edges count once for paths and "
        "each for degree, loops are dropped and denied edges left out. The head of the answer says "
        "which graph it was.",
    .groups =
        (const EntOptionGroup *const[]){&options, &ent_group_stability, &ent_group_answer,
                                        &ent_group_graph, &ent_group_filters, &ent_group_projection,
                                        &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"rank --by betweenness --top 10 facts.json", "who stands between the others"},
            {"rank --by in-degree,pagerank --directed --type nation facts.json",
             "nations, following the arrows"},
            {"rank --by degree --format csv facts.json > degree.csv", "for a spreadsheet"},
            {"rank --by betweenness --stability --resamples 1000 facts.json",
             "how firm that is, and on which sources it rests"},
            {NULL, NULL},
        },
    .next = "'entente show ID FACTS' tells what a node's rank rests on; 'entente draw --size-by "
            "MEASURE' shows it.",
    .least = 1,
    .most = G_MAXUINT,
    .run = run_rank,
};
