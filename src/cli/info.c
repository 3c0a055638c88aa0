/* SPDX-License-Identifier: MIT */
#include "cli/counts.h"
#include "cli/figures.h"
#include "cli/groups.h"
#include "cli/run.h"
#include "cli/table.h"
#include "cli/terminal.h"

#include "model/dossier_new.h"
#include "view/summary.h"

#include <math.h>

typedef struct {
    const EntView *view;
    const EntDossier *dossier;
    EntCounts counts;
    EntSummary summary;
    EntFigures figures; /* empty unless asked for */
} Info;

static const char *text_of(EntDate date, char *text)
{
    return date == ENT_DATE_NONE ? NULL : ent_date_text(date, text);
}

static const EntTableColumn row_columns[] = {
    {"what", NULL, ENT_CELL_WORD, false},
    {"name", NULL, ENT_CELL_TEXT, false},
    {"value", NULL, ENT_CELL_NUMBER, false},
};

static const EntTableColumn type_columns[] = {
    {"what", "", ENT_CELL_WORD, false},
    {"name", "type", ENT_CELL_TEXT, false},
    {"value", "count", ENT_CELL_NUMBER, false},
};

static void add_row(EntTable *table, const char *what, const char *name, const char *value)
{
    ent_table_row(table);
    ent_table_text(table, what);
    ent_table_text(table, name);
    ent_table_text(table, value);
}

static void add_count(EntTable *table, const char *what, const char *name, guint32 count)
{
    g_autofree char *value = g_strdup_printf("%u", count);

    add_row(table, what, name, value);
}

static void add_share(EntTable *table, const char *name, double share, const char *form)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    add_row(table, "shape", name,
            isnan(share) ? NULL : g_ascii_formatd(text, sizeof text, form, share));
}

static void add_counts(EntTable *table, const char *what, const GArray *counts)
{
    for (guint i = 0; i < counts->len; i++) {
        const EntCount *count = &g_array_index(counts, EntCount, i);

        add_count(table, what, count->name, count->count);
    }
}

static void add_statuses(EntTable *table, const char *what, const guint32 *counts)
{
    for (guint i = 0; i < ENT_STATUS_COUNT; i++)
        if (counts[i])
            add_count(table, what, ent_status_name((EntStatus)i), counts[i]);
}

static void add_shape(EntTable *table, const EntSummary *summary, const char *form)
{
    add_count(table, "shape", "components", summary->components);
    add_count(table, "shape", "nodes of the largest", summary->largest);
    add_count(table, "shape", "isolated nodes", summary->isolated);
    add_count(table, "shape", "parallel edges", summary->parallel);
    add_count(table, "shape", "loops", summary->loops);
    add_share(table, "density", summary->density, form);
    add_share(table, "reciprocity", summary->reciprocity, form);
}

static void add_quotes(EntTable *table, const EntCounts *counts)
{
    add_count(table, "quotes", "found once", counts->quotes.found);
    add_count(table, "quotes", "found several times", counts->quotes.several);
    add_count(table, "quotes", "not looked for (no text of the source)", counts->quotes.unseen);
    add_count(table, "quotes", "nodes without evidence", counts->bare_nodes);
    add_count(table, "quotes", "edges without evidence", counts->bare_edges);
}

static void add_dates(EntTable *table, const EntCounts *counts)
{
    char text[ENT_DATE_TEXT];

    add_row(table, "dates", "earliest", text_of(counts->first, text));
    add_row(table, "dates", "latest", text_of(counts->last, text));
    add_count(table, "dates", "dated nodes", counts->dated_nodes);
    add_count(table, "dates", "dated edges", counts->dated_edges);
}

/* form: of numbers with a fraction. */
static EntTable *make_rows(const Info *info, const char *form)
{
    EntTable *table = ent_table_new(row_columns, G_N_ELEMENTS(row_columns));

    add_shape(table, &info->summary, form);
    add_statuses(table, "node status", info->counts.node_statuses);
    add_statuses(table, "edge status", info->counts.edge_statuses);
    add_dates(table, &info->counts);
    add_quotes(table, &info->counts);
    return table;
}

static void add_types(EntTable *table, const Info *info)
{
    add_counts(table, "node type", info->counts.node_types);
    add_counts(table, "edge type", info->counts.edge_types);
}

static EntTable *make_types(const Info *info)
{
    EntTable *table = ent_table_new(type_columns, G_N_ELEMENTS(type_columns));

    add_types(table, info);
    return table;
}

static const EntTableColumn source_columns[] = {
    {"id", "source", ENT_CELL_TEXT, false},    {"title", NULL, ENT_CELL_TEXT, false},
    {"published", NULL, ENT_CELL_WORD, false}, {"reliability", NULL, ENT_CELL_WORD, false},
    {"nodes", NULL, ENT_CELL_NUMBER, false},   {"edges", NULL, ENT_CELL_NUMBER, false},
    {"quotes", NULL, ENT_CELL_NUMBER, false},
};

static EntTable *make_sources(const Info *info)
{
    EntTable *table = ent_table_new(source_columns, G_N_ELEMENTS(source_columns));
    char text[ENT_DATE_TEXT];

    for (guint i = 0; i < info->counts.sources->len; i++) {
        const EntSourceCount *at = &g_array_index(info->counts.sources, EntSourceCount, i);
        char grade[] = {at->source->reliability, '\0'};

        ent_table_row(table);
        ent_table_text(table, at->source->id);
        ent_table_text(table, at->source->title);
        ent_table_text(table, text_of(at->source->published, text));
        ent_table_text(table, *grade ? grade : NULL);
        ent_table_number(table, at->nodes);
        ent_table_number(table, at->edges);
        ent_table_number(table, at->quotes);
    }
    return table;
}

static const char *schema_of(const Info *info)
{
    return ent_schema_name(ent_dossier_schema(info->dossier));
}

static void put_table(EntOutput *output, const Info *info, guint width)
{
    g_autoptr(EntTable) rows = make_rows(info, "%.4g"), sources = make_sources(info);
    g_autoptr(EntTable) types = make_types(info);
    const char *title = ent_dossier_title(info->dossier);
    g_autofree char *safe = ent_safe_text(title ? title : "");
    g_autofree char *schema = ent_safe_text(schema_of(info));

    ent_put_head(output, info->view, "# ");
    if (title)
        ent_putf(output, "%s\n", safe);
    ent_putf(output, "schema: %s\n\n", schema);
    ent_table_print(rows, output, width);
    if (info->counts.sources->len) {
        ent_put(output, "\n");
        ent_table_print(sources, output, width);
    }
    if (info->counts.node_types->len) {
        ent_put(output, "\n");
        ent_table_print(types, output, width);
    }
    if (info->figures.view)
        ent_put_figures(output, &info->figures, width);
}

static void put_csv(EntOutput *output, const Info *info)
{
    g_autoptr(EntTable) rows = make_rows(info, "%.9g");

    add_types(rows, info);
    for (guint i = 0; i < info->counts.sources->len; i++) {
        const EntSourceCount *at = &g_array_index(info->counts.sources, EntSourceCount, i);

        add_count(rows, "nodes by source", at->source->id, at->nodes);
        add_count(rows, "edges by source", at->source->id, at->edges);
        add_count(rows, "quotes by source", at->source->id, at->quotes);
    }
    if (info->figures.view)
        ent_add_figures(rows, &info->figures);
    ent_table_csv(rows, output);
}

static void put_json_counts(EntOutput *output, const char *key, const GArray *counts)
{
    ent_putf(output, ",\n  \"%s\": {", key);
    for (guint i = 0; i < counts->len; i++) {
        const EntCount *count = &g_array_index(counts, EntCount, i);

        ent_put(output, i ? ", " : " ");
        ent_put_json(output, count->name);
        ent_putf(output, ": %u", count->count);
    }
    ent_put(output, counts->len ? " }" : "}");
}

static void put_json_statuses(EntOutput *output, const char *key, const guint32 *counts)
{
    ent_putf(output, ",\n  \"%s\": {", key);
    for (guint i = 0; i < ENT_STATUS_COUNT; i++)
        ent_putf(output, "%s \"%s\": %u", i ? "," : "", ent_status_name((EntStatus)i), counts[i]);
    ent_put(output, " }");
}

static void put_json_shape(EntOutput *output, const EntSummary *summary)
{
    ent_putf(output,
             ",\n  \"shape\": { \"components\": %u, \"largest\": %u, \"isolated\": %u, "
             "\"parallel\": %u, \"loops\": %u, \"density\": ",
             summary->components, summary->largest, summary->isolated, summary->parallel,
             summary->loops);
    ent_put_number(output, summary->density);
    ent_put(output, ", \"reciprocity\": ");
    ent_put_number(output, summary->reciprocity);
    ent_put(output, " }");
}

static void put_json(EntOutput *output, const Info *info)
{
    const EntCounts *counts = &info->counts;
    g_autoptr(EntTable) sources = make_sources(info);
    char text[ENT_DATE_TEXT];

    ent_put(output, "{\n  \"title\": ");
    ent_put_json(output, ent_dossier_title(info->dossier));
    ent_put(output, ",\n  \"schema\": ");
    ent_put_json(output, schema_of(info));
    ent_put(output, ",\n");
    ent_put_graph(output, info->view);
    put_json_counts(output, "nodeTypes", counts->node_types);
    put_json_counts(output, "edgeTypes", counts->edge_types);
    put_json_statuses(output, "nodeStatuses", counts->node_statuses);
    put_json_statuses(output, "edgeStatuses", counts->edge_statuses);
    ent_putf(output, ",\n  \"quotes\": { \"found\": %u, \"several\": %u, \"unseen\": %u }",
             counts->quotes.found, counts->quotes.several, counts->quotes.unseen);
    ent_putf(output, ",\n  \"withoutEvidence\": { \"nodes\": %u, \"edges\": %u }",
             counts->bare_nodes, counts->bare_edges);
    ent_put(output, ",\n  \"dates\": { \"earliest\": ");
    ent_put_json(output, text_of(counts->first, text));
    ent_put(output, ", \"latest\": ");
    ent_put_json(output, text_of(counts->last, text));
    ent_putf(output, ", \"nodes\": %u, \"edges\": %u }", counts->dated_nodes, counts->dated_edges);
    put_json_shape(output, &info->summary);
    if (info->figures.view)
        ent_put_json_figures(output, &info->figures);
    ent_put(output, ",\n  \"sources\": ");
    ent_table_json(sources, output, 2);
    ent_put(output, "\n}\n");
}

static int print(EntRun *run, const Info *info)
{
    const char *format = ent_run_format(run, "table");
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json"))
        put_json(output, info);
    else if (g_str_equal(format, "csv"))
        put_csv(output, info);
    else
        put_table(output, info, ent_run_width(run));
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

/* Options that say how figures are computed go with figures. */
static bool check_options(EntRun *run)
{
    static const char *const companions[] = {"weight", "parallel", "seed"};

    for (gsize i = 0; i < G_N_ELEMENTS(companions); i++) {
        if (ent_args_flag(run->args, "all") || !ent_args_given(run->args, companions[i]))
            continue;
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage", "'--%s' goes with '--all'",
                         companions[i]);
        return false;
    }
    return true;
}

static int run_info(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    g_autoptr(EntDossier) dossier = check_options(run) ? ent_run_load(run, paths, length) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, true) : NULL;
    g_auto(EntFigures) figures = {NULL, NULL};
    Info info = {.view = view, .dossier = dossier};
    int status;

    if (!view || (ent_args_flag(run->args, "all") && !ent_run_figures(run, dossier, &figures)))
        return ENT_EXIT_FAILED;
    info.figures = figures;
    ent_counts_init(&info.counts, view);
    ent_view_summary(view, &info.summary);
    status = print(run, &info);
    ent_counts_clear(&info.counts);
    return status;
}

static const EntOption own[] = {
    {"all", 'a', ENT_OPTION_FLAG, NULL, NULL,
     "also figures of the whole graph: distances, centralization, assortativity, censuses", NULL, 0,
     0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_info = {
    .name = "info",
    .words = "FACTS…",
    .summary = "what is in it: counts by type, sources, quotes, dates, shape",
    .description =
        "Counts nodes and edges by type and status, tells how many facts rest on each source, what "
        "became of the quotes, which dates are covered and how the graph hangs together. Denied "
        "facts count here.\n\n"
        "Density is the share of the pairs of nodes that are tied; reciprocity the share of the "
        "arrows that have one back, a symmetric relation being two.\n\n"
        "With --all come figures of the whole graph, which leave out what is denied, as 'entente "
        "rank' does; 'entente list figures' tells what each is.",
    .groups = (const EntOptionGroup *const[]){&options, &ent_group_answer, &ent_group_graph,
                                              &ent_group_filters, &ent_group_projection,
                                              &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"info facts.json", "the whole dossier"},
            {"info --all --directed facts.json", "with figures of the whole graph"},
            {"info --source cna --format json facts.json", "what rests on one source"},
            {NULL, NULL},
        },
    .least = 1,
    .most = G_MAXUINT,
    .run = run_info,
};
