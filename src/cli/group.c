/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/parted.h"
#include "cli/table.h"

#include <math.h>

#define TOP        20 /* rows of a table where --top says nothing */
#define NAMES      4  /* of a group's members in a table */
#define CONNECTORS 5

typedef struct {
    const EntView *view;
    const EntPartition *partition;
    guint32 *order;  /* places, by group, then by id */
    guint32 *starts; /* group's number - 1 -> where its places begin; one more closes the last */
    guint32 top;     /* groups shown */
} Answer;

static const EntNode *node_at(const Answer *answer, guint32 place)
{
    const guint32 *nodes = ent_view_nodes(answer->view, &(guint32){0});

    return ent_dossier_node(ent_view_dossier(answer->view), nodes[place]);
}

static gint by_group(gconstpointer left, gconstpointer right, gpointer data)
{
    const Answer *answer = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    guint32 one = answer->partition->groups[a], other = answer->partition->groups[b];

    if (one != other)
        return one < other ? -1 : 1;
    return strcmp(node_at(answer, a)->id, node_at(answer, b)->id);
}

static int compare_numbers(double a, double b)
{
    return a > b ? -1 : a < b;
}

/* Most edges within the group first. */
static gint by_inside(gconstpointer left, gconstpointer right, gpointer data)
{
    const Answer *answer = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    int order =
        compare_numbers(answer->partition->ties[a].inside, answer->partition->ties[b].inside);

    return order ? order : strcmp(node_at(answer, a)->id, node_at(answer, b)->id);
}

/* Most edges to other groups first, then those to more groups. */
static gint by_outside(gconstpointer left, gconstpointer right, gpointer data)
{
    const Answer *answer = data;
    guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
    const EntGroupTies *one = &answer->partition->ties[a], *other = &answer->partition->ties[b];
    int order = compare_numbers(one->outside, other->outside);

    if (!order)
        order = compare_numbers(one->reached, other->reached);
    return order ? order : strcmp(node_at(answer, a)->id, node_at(answer, b)->id);
}

static void sort_places(Answer *answer)
{
    const EntPartition *partition = answer->partition;
    guint32 length = (guint32)partition->length;

    answer->order = g_new(guint32, (gsize)length + 1);
    answer->starts = g_new0(guint32, (gsize)partition->count + 1);
    for (guint32 i = 0; i < length; i++)
        answer->order[i] = i;
    g_qsort_with_data(answer->order, (gint)length, sizeof *answer->order, by_group, answer);
    for (guint32 i = 0; i < partition->count; i++)
        answer->starts[i + 1] = answer->starts[i] + partition->details[i].size;
}

/* "South Korea, Singapore, … 3 more": the members that are best tied within. */
static char *name_members(const Answer *answer, guint32 group)
{
    GString *text = g_string_new(NULL);
    guint32 size = answer->partition->details[group].size;
    g_autofree guint32 *members =
        g_memdup2(answer->order + answer->starts[group], sizeof *members * size);

    g_qsort_with_data(members, (gint)size, sizeof *members, by_inside, (gpointer)answer);
    for (guint32 i = 0; i < MIN(size, NAMES); i++)
        g_string_append_printf(text, "%s%s", i ? ", " : "", node_at(answer, members[i])->name);
    if (size > NAMES)
        g_string_append_printf(text, ", … %u more", size - NAMES);
    return g_string_free(text, FALSE);
}

static const EntTableColumn group_columns[] = {
    {"group", NULL, ENT_CELL_NUMBER, false},       {"size", NULL, ENT_CELL_NUMBER, false},
    {"inside", NULL, ENT_CELL_NUMBER, false},      {"outside", NULL, ENT_CELL_NUMBER, false},
    {"conductance", NULL, ENT_CELL_NUMBER, false}, {NULL, NULL, ENT_CELL_NUMBER, false}, /* level */
    {"members", NULL, ENT_CELL_TEXT, true},
};

enum { LEVEL = 5, MEMBERS = 6, GROUP_COLUMNS = 7 };

/* A row a group. columns: room for GROUP_COLUMNS, must outlive the table. */
static EntTable *make_groups(const Answer *answer, EntTableColumn *columns)
{
    const char *level = ent_grouping_level(answer->partition->grouping);
    EntTable *table;

    memcpy(columns, group_columns, sizeof group_columns);
    columns[LEVEL].name = level;
    if (!level)
        columns[LEVEL] = columns[MEMBERS];
    table = ent_table_new(columns, level ? GROUP_COLUMNS : GROUP_COLUMNS - 1);
    for (guint32 i = 0; i < answer->top; i++) {
        const EntGroup *group = &answer->partition->details[i];
        g_autofree char *members = name_members(answer, i);

        ent_table_row(table);
        ent_table_number(table, i + 1);
        ent_table_number(table, group->size);
        ent_table_number(table, group->inside);
        ent_table_number(table, group->outside);
        ent_table_number(table, group->conductance);
        if (level)
            ent_table_number(table, group->level);
        ent_table_text(table, members);
    }
    return table;
}

static const EntTableColumn connector_columns[] = {
    {"id", NULL, ENT_CELL_TEXT, false},        {"name", NULL, ENT_CELL_TEXT, false},
    {"group", NULL, ENT_CELL_NUMBER, false},   {"outside", NULL, ENT_CELL_NUMBER, false},
    {"reached", NULL, ENT_CELL_NUMBER, false}, {"participation", NULL, ENT_CELL_NUMBER, false},
};

/* The nodes that tie groups together; NULL where nothing does. */
static EntTable *make_connectors(const Answer *answer)
{
    const EntPartition *partition = answer->partition;
    guint32 length = (guint32)partition->length;
    g_autofree guint32 *order = g_memdup2(answer->order, sizeof *order * ((gsize)length + 1));
    EntTable *table = NULL;

    g_qsort_with_data(order, (gint)length, sizeof *order, by_outside, (gpointer)answer);
    for (guint32 i = 0; i < MIN(length, CONNECTORS); i++) {
        const EntGroupTies *ties = &partition->ties[order[i]];

        if (!ties->outside)
            break;
        if (!table)
            table = ent_table_new(connector_columns, G_N_ELEMENTS(connector_columns));
        ent_table_row(table);
        ent_table_text(table, node_at(answer, order[i])->id);
        ent_table_text(table, node_at(answer, order[i])->name);
        ent_table_number(table, partition->groups[order[i]]);
        ent_table_number(table, ties->outside);
        ent_table_number(table, ties->reached);
        ent_table_number(table, ties->participation);
    }
    return table;
}

static const EntTableColumn node_columns[] = {
    {"group", NULL, ENT_CELL_NUMBER, false},
    {"id", NULL, ENT_CELL_TEXT, false},
    {"name", NULL, ENT_CELL_TEXT, false},
    {"type", NULL, ENT_CELL_WORD, false},
    {"outside", NULL, ENT_CELL_NUMBER, false},
    {"reached", NULL, ENT_CELL_NUMBER, false},
    {"participation", NULL, ENT_CELL_NUMBER, false},
};

enum { CSV_COLUMNS = 4 };

/* The nodes of the groups shown, the first `width` columns. */
static EntTable *make_nodes(const Answer *answer, guint width)
{
    const EntPartition *partition = answer->partition;
    const EntDossier *dossier = ent_view_dossier(answer->view);
    EntTable *table = ent_table_new(node_columns, width);

    for (guint32 i = 0; i < answer->starts[answer->top]; i++) {
        guint32 place = answer->order[i];
        const EntNode *node = node_at(answer, place);

        ent_table_row(table);
        ent_table_number(table, partition->groups[place]);
        ent_table_text(table, node->id);
        ent_table_text(table, node->name);
        ent_table_text(table, ent_dossier_node_type(dossier, node)->name);
        if (width == CSV_COLUMNS)
            continue;
        ent_table_number(table, partition->ties[place].outside);
        ent_table_number(table, partition->ties[place].reached);
        ent_table_number(table, partition->ties[place].participation);
    }
    return table;
}

static void put_ids(EntOutput *output, const Answer *answer)
{
    ent_put(output, ",\n  \"groups\": [");
    for (guint32 i = 0; i < answer->top; i++) {
        ent_put(output, i ? ",\n    [" : "\n    [");
        for (guint32 j = answer->starts[i]; j < answer->starts[i + 1]; j++) {
            ent_put(output, j > answer->starts[i] ? ", " : "");
            ent_put_json(output, node_at(answer, answer->order[j])->id);
        }
        ent_put(output, "]");
    }
    ent_put(output, answer->top ? "\n  ]" : "]");
}

static void put_json(EntOutput *output, const Answer *answer)
{
    const EntPartition *partition = answer->partition;
    EntTableColumn columns[GROUP_COLUMNS];
    g_autoptr(EntTable) groups = make_groups(answer, columns);
    g_autoptr(EntTable) nodes = make_nodes(answer, G_N_ELEMENTS(node_columns));

    ent_put(output, "{\n");
    ent_put_graph(output, answer->view);
    ent_putf(output, ",\n  \"method\": \"%s\",\n  \"modularity\": ", partition->name);
    ent_put_number(output, partition->modularity);
    ent_put(output, ",\n  \"note\": ");
    ent_put_json(output, partition->note);
    put_ids(output, answer);
    ent_put(output, ",\n  \"details\": ");
    ent_table_json(groups, output, 2);
    ent_put(output, ",\n  \"nodes\": ");
    ent_table_json(nodes, output, 2);
    ent_put(output, "\n}\n");
}

/* "leiden: 5 groups, modularity 0.419"; the caller's. */
static char *summarize(const EntPartition *partition)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    const char *modularity =
        isnan(partition->modularity)
            ? "undefined"
            : g_ascii_formatd(number, sizeof number, "%.4g", partition->modularity);

    return g_strdup_printf("%s: %u group%s, modularity %s", partition->name, partition->count,
                           partition->count == 1 ? "" : "s", modularity);
}

static void put_table(EntOutput *output, const Answer *answer, guint width)
{
    const EntPartition *partition = answer->partition;
    EntTableColumn columns[GROUP_COLUMNS];
    g_autoptr(EntTable) groups = make_groups(answer, columns);
    g_autoptr(EntTable) connectors = make_connectors(answer);
    g_autofree char *summary = summarize(partition);

    ent_put_head(output, answer->view, "# ");
    ent_putf(output, "# %s\n", summary);
    if (partition->note)
        ent_putf(output, "# %s\n", partition->note);
    if (answer->top)
        ent_table_print(groups, output, width);
    if (answer->top < partition->count)
        ent_putf(output, "# … %u more, --top 0 shows all\n", partition->count - answer->top);
    if (connectors) {
        ent_put(output, "\n# nodes that tie groups together: most edges to other groups\n");
        ent_table_print(connectors, output, width);
    }
}

/* CSV has no place for what was grouped and how: that is told beside it. */
static void tell_graph(EntRun *run, const Answer *answer)
{
    g_autofree char *summary = summarize(answer->partition);

    ent_messages_say(run->messages, ENT_LEVEL_NOTE, "graph", "%s", ent_view_describe(answer->view));
    ent_messages_say(run->messages, ENT_LEVEL_NOTE, "group", "%s", summary);
    if (answer->partition->note)
        ent_messages_say(run->messages, ENT_LEVEL_NOTE, "group", "%s", answer->partition->note);
}

static int print(EntRun *run, const Answer *answer)
{
    const char *format = ent_run_format(run, "table");
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json")) {
        put_json(output, answer);
    } else if (g_str_equal(format, "csv")) {
        g_autoptr(EntTable) nodes = make_nodes(answer, CSV_COLUMNS);

        tell_graph(run, answer);
        ent_table_csv(nodes, output);
    } else {
        put_table(output, answer, ent_run_width(run));
    }
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

static int run_groups(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    const EntGrouping *grouping = ent_group_find(ent_args_text(run->args, "by"), NULL);
    g_autoptr(EntDossier) dossier = ent_run_load(run, paths, length);
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, false) : NULL;
    g_autoptr(EntPartition) partition = view ? ent_run_group(run, view, grouping) : NULL;
    Answer answer = {.view = view, .partition = partition};
    int status;

    if (!partition)
        return ENT_EXIT_FAILED;
    sort_places(&answer);
    answer.top = ent_run_top(run, TOP, partition->count);
    status = print(run, &answer);
    g_free(answer.order);
    g_free(answer.starts);
    return status;
}

static const EntOption own[] = {
    {"by", 0, ENT_OPTION_CHOICE, "GROUPING", "leiden", "how to group", ent_choices_groupings, 0, 0},
    {"top", 0, ENT_OPTION_COUNT, "N", NULL,
     "only the N largest groups; 0: all (default: 20 in a table, else all)", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_groups = {
    .name = "groups",
    .words = "FACTS…",
    .summary = "communities, components, cores, the largest first",
    .description =
        "Parts the nodes into groups and tells, for each, how many edges run inside it and to "
        "other "
        "groups, and who belongs to it, those best tied within first. 'entente list groupings' "
        "tells what each grouping is.\n\n"
        "Modularity says how many more of the ties run inside groups than chance would put there: "
        "0 as many, 1 is never reached. Conductance is the share of a group's ties that leave it "
        "(of those of all other nodes, where these are fewer): the lower, the better the group "
        "keeps to itself. The nodes that tie groups together are those with most edges to other "
        "groups; 'reached' is to how many, and participation how evenly all their ties are spread "
        "over groups, 0 being all in one.\n\n"
        "Groups are numbered by size, equals by the least of their ids. The same facts give the "
        "same groups, whatever their order; another --seed may give others.",
    .groups =
        (const EntOptionGroup *const[]){&options, &ent_group_parting, &ent_group_answer,
                                        &ent_group_graph, &ent_group_filters, &ent_group_projection,
                                        &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"groups facts.json", "who belongs together"},
            {"groups --by components --top 0 facts.json", "what does not hang together"},
            {"groups --by infomap --directed --format csv facts.json > groups.csv",
             "following the arrows, for a spreadsheet"},
            {NULL, NULL},
        },
    .next = "'entente draw --groups -o FILE FACTS' draws the groups; 'entente show ID FACTS' tells "
            "who ties a node to others.",
    .least = 1,
    .most = G_MAXUINT,
    .run = run_groups,
};
