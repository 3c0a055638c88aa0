/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/rank_stability.h"
#include "cli/run.h"
#include "cli/table.h"

#include <math.h>

#define TOP 20 /* rows of a table where --top says nothing */

static const EntTableColumn node_columns[] = {
    {"rank", NULL, ENT_CELL_NUMBER, true},
    {"id", NULL, ENT_CELL_TEXT, false},
    {"name", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_WORD, false},
};

static const EntTableColumn edge_columns[] = {
    {"rank", NULL, ENT_CELL_NUMBER, true}, {"from", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_WORD, false},  {"to", NULL, ENT_CELL_TEXT, false},
    {"id", NULL, ENT_CELL_TEXT, false},
};

typedef struct {
    const EntView *view;
    const EntMeasured *columns;
    EntOf of; /* what the columns are */
    const guint32 *order;
    guint32 length, top;           /* all, and how many of them are shown */
    char **edge_ids;               /* of a ranking of edges */
    const EntStability *stability; /* NULL: not asked for */
    const char *format;
} Ranking;

static bool is_table(const Ranking *ranking)
{
    return g_str_equal(ranking->format, "table");
}

static void put_node(EntTable *table, const Ranking *ranking, guint32 place)
{
    const EntDossier *dossier = ent_view_dossier(ranking->view);
    const guint32 *nodes = ent_view_nodes(ranking->view, &(guint32){0});
    const EntNode *node = ent_dossier_node(dossier, nodes[place]);

    ent_table_text(table, node->id);
    ent_table_text(table, node->name);
    ent_table_text(table, ent_dossier_node_type(dossier, node)->name);
}

/* People read names of its ends, programs ids. */
static void put_edge(EntTable *table, const Ranking *ranking, guint32 place)
{
    const EntDossier *dossier = ent_view_dossier(ranking->view);
    guint32 index = ent_view_edges(ranking->view, &(guint32){0})[place];
    const EntEdge *edge = ent_dossier_edge(dossier, index);
    const EntNode *from = ent_dossier_node(dossier, edge->from);
    const EntNode *to = ent_dossier_node(dossier, edge->to);

    ent_table_text(table, is_table(ranking) ? from->name : from->id);
    ent_table_text(table, ent_dossier_edge_type(dossier, edge)->name);
    ent_table_text(table, is_table(ranking) ? to->name : to->id);
    ent_table_text(table, ranking->edge_ids[index]);
}

/* Rows in rank order. The rank is that of the first measure; equals share the first one's. */
static EntTable *make_table(const Ranking *ranking, const EntTableColumn *columns, guint width)
{
    EntTable *table = ent_table_new(columns, width);
    const double *values = ranking->columns->columns[0]->values;
    guint32 rank = 0;

    for (guint32 i = 0; i < ranking->top; i++) {
        guint32 place = ranking->order[i];

        if (i == 0 || ent_scores_compare(values[place], values[ranking->order[i - 1]]) != 0)
            rank = i + 1;
        ent_table_row(table);
        ent_table_number(table, isnan(values[place]) ? NAN : rank);
        (ranking->of == ENT_OF_EDGES ? put_edge : put_node)(table, ranking, place);
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
    ent_putf(output, "  \"%s\": ", ranking->of == ENT_OF_EDGES ? "edges" : "nodes");
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
    bool edges = ranking->of == ENT_OF_EDGES;
    guint fixed = edges ? G_N_ELEMENTS(edge_columns) : G_N_ELEMENTS(node_columns);
    guint measured = fixed + (guint)ranking->columns->length;
    guint width = measured + ent_stability_columns(ranking->stability, format, NULL);
    g_autofree EntTableColumn *columns = g_new0(EntTableColumn, width);
    g_autoptr(EntTable) table = NULL;
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    memcpy(columns, edges ? edge_columns : node_columns, fixed * sizeof *columns);
    for (guint i = fixed; i < measured; i++)
        columns[i] = (EntTableColumn){ranking->columns->columns[i - fixed]->name, NULL,
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

/* What the measures have numbers of; false where some are of nodes and some of edges, or those of
 * edges are to be tried for stability. */
static bool find_of(EntRun *run, const EntMeasure *const *measures, EntOf *of)
{
    *of = measures[0] ? ent_measure_of(measures[0]) : ENT_OF_NODES;
    for (gsize i = 1; measures[0] && measures[i]; i++) {
        bool edges = ent_measure_of(measures[i]) == ENT_OF_EDGES;

        if (ent_measure_of(measures[i]) == *of)
            continue;
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                         "'--by': '%s' is of %s, '%s' of %s: rank them apart",
                         ent_measure_name(measures[0]), edges ? "nodes" : "edges",
                         ent_measure_name(measures[i]), edges ? "edges" : "nodes");
        return false;
    }
    if (*of == ENT_OF_NODES || !ent_args_flag(run->args, "stability"))
        return true;
    ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage",
                     "'--stability' is of the ranks of nodes, and '%s' ranks edges",
                     ent_measure_name(measures[0]));
    return false;
}

static int run_rank(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    g_autofree const EntMeasure **measures =
        ent_stability_check(run) ? ent_run_measures(run, "by") : NULL;
    Ranking ranking = {.format = ent_run_format(run, "table")};
    bool agree = measures && find_of(run, measures, &ranking.of);
    g_autoptr(EntDossier) dossier = agree ? ent_run_load(run, paths, length) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, false) : NULL;
    g_auto(EntMeasured) columns = {NULL, 0};
    g_autofree guint32 *order = NULL;
    g_autoptr(EntStability) stability = NULL;
    int status;

    if (!view || !ent_run_measure(run, view, measures, &columns))
        return ENT_EXIT_FAILED;
    ranking.view = view;
    ranking.columns = &columns;
    if (ent_args_flag(run->args, "stability")) {
        ranking.stability = stability = ent_run_stability(run, view, &columns);
        if (!stability)
            return ENT_EXIT_FAILED;
    }
    ranking.length = (guint32)columns.columns[0]->length;
    ranking.top = ent_run_top(run, TOP, ranking.length);
    ranking.order = order =
        ent_rank_order(view, (const EntColumn *const *)columns.columns, columns.length);
    if (ranking.of == ENT_OF_EDGES)
        ranking.edge_ids = ent_dossier_edge_ids(dossier);
    status = print(run, &ranking);
    ent_edge_ids_free(ranking.edge_ids);
    return status;
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
        "Computes one or more measures for every node and lists the nodes by them, or the edges by "
        "measures of edges. 'entente list measures' and 'entente list edge-measures' tell what "
        "each one is.\n\n"
        "Unless told otherwise the graph is undirected, parallel edges count once for paths and "
        "each for degree, loops are dropped and denied edges left out. The head of the answer says "
        "which graph it was.",
    .groups = (const EntOptionGroup *const[]){&options, &ent_group_stability, &ent_group_answer,
                                              &ent_group_measures, &ent_group_graph,
                                              &ent_group_filters, &ent_group_projection,
                                              &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"rank --by betweenness --top 10 facts.json", "who stands between the others"},
            {"rank --by in-degree,pagerank --directed --type nation facts.json",
             "nations, following the arrows"},
            {"rank --by bridge,edge-betweenness facts.json", "which ties hold the rest together"},
            {"rank --by pagerank --restart singapore facts.json", "who is near to one node"},
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
