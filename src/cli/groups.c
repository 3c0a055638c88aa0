/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"

#include "model/schema_read.h"
#include "read/reader.h"

#include <entente/group.h>
#include <entente/measure.h>
#include <entente/report.h>
#include <entente/write.h>

static void add_words(GPtrArray *names, const char *const *words)
{
    for (; *words; words++)
        g_ptr_array_add(names, (gpointer)*words);
}

void ent_choices_add(GPtrArray *names, gconstpointer const *items)
{
    for (; *items; items++)
        g_ptr_array_add(names, (gpointer) * (const char *const *)*items);
}

void ent_choices_measures(GPtrArray *names)
{
    ent_choices_add(names, (gconstpointer const *)ent_measures());
}

void ent_choices_groupings(GPtrArray *names)
{
    ent_choices_add(names, (gconstpointer const *)ent_groupings());
}

void ent_choices_results(GPtrArray *names)
{
    ent_choices_measures(names);
    ent_choices_groupings(names);
}

void ent_choices_writers(GPtrArray *names)
{
    ent_choices_add(names, (gconstpointer const *)ent_writers());
}

static void choose_readers(GPtrArray *names)
{
    ent_choices_add(names, (gconstpointer const *)ent_readers);
}

void ent_choices_schemas(GPtrArray *names)
{
    add_words(names, ent_builtin_schemas);
}

/* Types of the schema that facts are of if they do not say; only to complete words with. */
static EntSchema *usual_schema(void)
{
    g_autoptr(EntReport) report = ent_report_new();

    return ent_schema_load(ent_builtin_schemas[0], NULL, report, NULL);
}

void ent_choices_node_types(GPtrArray *names)
{
    g_autoptr(EntSchema) schema = usual_schema();
    g_autofree const EntNodeType **types = ent_schema_node_types(schema);

    for (const EntNodeType **type = types; *type; type++)
        g_ptr_array_add(names, (gpointer)g_intern_string((*type)->name));
}

void ent_choices_edge_types(GPtrArray *names)
{
    g_autoptr(EntSchema) schema = usual_schema();
    g_autofree const EntEdgeType **types = ent_schema_edge_types(schema);

    for (const EntEdgeType **type = types; *type; type++)
        g_ptr_array_add(names, (gpointer)g_intern_string((*type)->name));
}

void ent_choices_statuses(GPtrArray *names)
{
    for (guint i = 0; i < ENT_STATUS_COUNT; i++)
        g_ptr_array_add(names, (gpointer)ent_status_name((EntStatus)i));
}

void ent_choices_commands(GPtrArray *names)
{
    for (const EntCommand *const *command = ent_commands; *command; command++)
        if (!(*command)->hidden)
            g_ptr_array_add(names, (gpointer)(*command)->name);
}

#define WORDS(function, ...)                                                                       \
    static void function(GPtrArray *names)                                                         \
    {                                                                                              \
        add_words(names, (const char *const[]){__VA_ARGS__, NULL});                                \
    }

WORDS(choose_when, "auto", "always", "never")
WORDS(choose_message_format, "text", "json", "sarif", "github")
WORDS(choose_undated, "keep", "drop")
WORDS(choose_project_weight, "count", "newman")
WORDS(choose_weight, "none", "weight", "confidence", "amount", "count")
WORDS(choose_parallel, "auto", "keep", "merge")

void ent_choices_answers(GPtrArray *names)
{
    add_words(names, (const char *const[]){"table", "csv", "json", NULL});
}

static const EntOption common[] = {
    {"quiet", 'q', ENT_OPTION_FLAG, NULL, NULL,
     "print errors only, no warnings, notes and sums (check: the findings alone)", NULL, 0, 0},
    {"verbose", 'v', ENT_OPTION_FLAG, NULL, NULL, "say what is read, measured and written", NULL, 0,
     0},
    {"color", 0, ENT_OPTION_CHOICE, "WHEN", "auto",
     "colour messages; auto: on a terminal, unless NO_COLOR is set", choose_when, 0, 0},
    {"message-format", 0, ENT_OPTION_CHOICE, "FORMAT", "text",
     "form of the messages on standard error", choose_message_format, 0, 0},
    {"no-progress", 0, ENT_OPTION_FLAG, NULL, NULL, "show no progress, not even on a terminal",
     NULL, 0, 0},
    {"help", 'h', ENT_OPTION_FLAG, NULL, NULL, "print this help", NULL, 0, 0},
    {"version", 0, ENT_OPTION_FLAG, NULL, NULL, "print the version", NULL, 0, 0},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_common = {"Common options", common};

static const EntOption answer[] = {
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", NULL,
     "a table for people, CSV or JSON for programs; not said: by the ending of -o, else a table",
     ent_choices_answers, 0, 0},
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-", "where to; - is standard output", NULL, 0, 0},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_answer = {"Answer", answer};

#define READING(format)                                                                            \
    {                                                                                              \
        {format,                                                                                   \
         0,                                                                                        \
         ENT_OPTION_CHOICE,                                                                        \
         "FORMAT",                                                                                 \
         NULL,                                                                                     \
         "read every file as this format, not by its ending; wanted for standard input (-)",       \
         choose_readers,                                                                           \
         0,                                                                                        \
         0},                                                                                       \
            {"schema",                                                                             \
             0,                                                                                    \
             ENT_OPTION_FILE,                                                                      \
             "NAME|FILE",                                                                          \
             NULL,                                                                                 \
             "the schema to check against, whatever the facts name",                               \
             ent_choices_schemas,                                                                  \
             0,                                                                                    \
             0},                                                                                   \
            ENT_OPTION_END,                                                                        \
    }

static const EntOption reading[] = READING("from");
static const EntOption reading_as[] = READING("read-as");

const EntOptionGroup ent_group_reading = {"Reading", reading};
const EntOptionGroup ent_group_reading_as = {"Reading", reading_as};

static const EntOption filters[] = {
    {"as-of", 0, ENT_OPTION_DATE, "DATE", NULL, "what held on that date", NULL, 0, 0},
    {"since", 0, ENT_OPTION_DATE, "DATE", NULL, "what held on any day from then on", NULL, 0, 0},
    {"until", 0, ENT_OPTION_DATE, "DATE", NULL, "what held on any day up to then", NULL, 0, 0},
    {"undated", 0, ENT_OPTION_CHOICE, "keep|drop", "keep",
     "with a date asked for: what to do with facts that have none", choose_undated, 0, 0},
    {"type", 0, ENT_OPTION_LIST, "TYPE[,…]", NULL, "nodes of these types or their subtypes",
     ent_choices_node_types, 0, 0},
    {"relation", 0, ENT_OPTION_LIST, "TYPE[,…]", NULL, "edges of these types",
     ent_choices_edge_types, 0, 0},
    {"source", 0, ENT_OPTION_LIST, "ID[,…]", NULL, "what rests on these sources", NULL, 0, 0},
    {"status", 0, ENT_OPTION_LIST, "STATUS[,…]", NULL, "what has one of these statuses",
     ent_choices_statuses, 0, 0},
    {"min-confidence", 0, ENT_OPTION_NUMBER, "X", NULL, "what is at least that sure, 0 to 1", NULL,
     0, 1},
    {"around", 0, ENT_OPTION_NAME, "ID[:DEPTH]", NULL,
     "a node and what is at most DEPTH steps from it (1 if not said)", NULL, 0, 0},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_filters = {"Filters (all must hold)", filters};

static const EntOption projection[] = {
    {"project", 0, ENT_OPTION_LIST, "[via] TYPE[,…]", NULL,
     "tie the parties of each node of these types to one another and leave that node out; dates, "
     "relations, sources, statuses and confidence choose before, --type and --around after",
     ent_choices_node_types, 0, 0},
    {"project-weight", 0, ENT_OPTION_CHOICE, "WEIGHT", "count",
     "the weight of such a tie: the number of nodes shared, or Newman's sum of 1/(parties-1); "
     "measures use it with --weight weight",
     choose_project_weight, 0, 0},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_projection = {"Projection", projection};

static const EntOption graph[] = {
    {"directed", 0, ENT_OPTION_FLAG, NULL, NULL, "follow the arrows", NULL, 0, 0},
    {"weight", 0, ENT_OPTION_CHOICE, "WEIGHT", "none", "what an edge weighs", choose_weight, 0, 0},
    {"parallel", 0, ENT_OPTION_CHOICE, "HOW", "auto",
     "parallel edges: auto counts them once for paths and each for degree", choose_parallel, 0, 0},
    {"seed", 0, ENT_OPTION_COUNT, "N", "1", "start of what is drawn by lot", NULL, 0, 0},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_graph = {"Graph", graph};

static void choose_sample(GPtrArray *names)
{
    g_ptr_array_add(names, (gpointer) "auto");
}

static const EntOption measures[] = {
    {"normalized", 0, ENT_OPTION_FLAG, NULL, NULL,
     "scale degree, harmonic, betweenness and closeness by the size of the graph", NULL, 0, 0},
    {"restart", 0, ENT_OPTION_LIST, "ID[,…]", NULL,
     "pagerank: the walk restarts at these nodes only, so near them is high", NULL, 0, 0},
    {"sample", 0, ENT_OPTION_NUMBER, "auto|ERROR", NULL,
     "betweenness from a sample of shortest paths, off by less than ERROR of its largest possible "
     "value; auto: exact to 20,000 nodes, 0.01 beyond",
     choose_sample, 1e-5, 0.5},
    {"alpha", 0, ENT_OPTION_NUMBER, "X", NULL,
     "katz: what a step of a walk is worth (0.85 of what has a limit, if not said)", NULL, 1e-9,
     1e9},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_measures = {"Measures", measures};

static const EntOption parting[] = {
    {"timeout", 0, ENT_OPTION_COUNT, "SECONDS", "60", "how long a grouping may take", NULL, 1,
     86400},
    {"resolution", 0, ENT_OPTION_NUMBER, "X", NULL,
     "of leiden and louvain: more than 1 gives smaller groups, less larger ones", NULL, 0.000001,
     1000000},
    ENT_OPTION_END,
};

const EntOptionGroup ent_group_parting = {"Grouping", parting};
const EntOptionGroup ent_group_resolution = {"Grouping", parting + 1};
