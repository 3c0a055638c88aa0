/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/run.h"
#include "cli/table.h"

#include "base/input.h"
#include "model/schema_read.h"

static void choose_json_schemas(GPtrArray *names)
{
    g_ptr_array_add(names, "facts");
    g_ptr_array_add(names, "schema");
}

static int print_text(EntRun *run, const char *text, gsize length)
{
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    ent_put_bytes(output, text, length);
    if (length == 0 || text[length - 1] != '\n')
        ent_put(output, "\n");
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

static const EntTableColumn columns[] = {
    {"kind", NULL, ENT_CELL_WORD, false},    {"name", NULL, ENT_CELL_WORD, false},
    {"label", NULL, ENT_CELL_TEXT, false},   {"inverse", NULL, ENT_CELL_TEXT, false},
    {"extends", NULL, ENT_CELL_WORD, false}, {"from", NULL, ENT_CELL_TEXT, false},
    {"to", NULL, ENT_CELL_TEXT, false},      {"look", NULL, ENT_CELL_WORD, false},
};

static char *list_ends(const EntNodeType *const *types)
{
    GString *out = g_string_new(NULL);

    for (; types && *types; types++)
        g_string_append_printf(out, "%s%s", out->len ? "|" : "", (*types)->name);
    return g_string_free(out, FALSE);
}

static void add_row(EntTable *table, const char *const cells[G_N_ELEMENTS(columns)])
{
    ent_table_row(table);
    for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
        ent_table_text(table, cells[i]);
}

static EntTable *make_table(const EntSchema *schema)
{
    EntTable *table = ent_table_new(columns, G_N_ELEMENTS(columns));
    g_autofree const EntNodeType **nodes = ent_schema_node_types(schema);
    g_autofree const EntEdgeType **edges = ent_schema_edge_types(schema);

    for (const EntNodeType **at = nodes; *at; at++) {
        g_autofree char *look = g_strdup_printf("%s %s", (*at)->shape, (*at)->color);

        add_row(table, (const char *const[]){"node", (*at)->name, (*at)->label, NULL,
                                             (*at)->parent ? (*at)->parent->name : NULL, NULL, NULL,
                                             look});
    }
    for (const EntEdgeType **at = edges; *at; at++) {
        g_autofree char *from = list_ends((*at)->from), *to = list_ends((*at)->to);
        const char *inverse = (*at)->symmetric ? (*at)->label : (*at)->inverse;

        add_row(table, (const char *const[]){"edge", (*at)->name, (*at)->label, inverse, NULL,
                                             *from ? from : "any", *to ? to : "any", (*at)->style});
    }
    return table;
}

static int print_types(EntRun *run, const EntSchema *schema)
{
    bool csv = g_str_equal(ent_run_format(run, "json"), "csv");
    g_autoptr(EntTable) table = make_table(schema);
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (csv)
        ent_table_csv(table, output);
    else
        ent_table_print(table, output, ent_run_width(run));
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

/* The file as it is. */
static int print_file(EntRun *run, const char *path)
{
    GError *error = NULL;
    g_autoptr(EntInput) input = ent_input_open(path, path, &error);
    const char *text;
    gsize length;

    if (!input)
        return ent_run_failed(run, error);
    ent_input_fill_all(input, G_MAXSIZE);
    text = ent_input_window(input, &length);
    return print_text(run, text, length);
}

static int run_schema(EntRun *run)
{
    const char *json_schema = ent_args_text(run->args, "json-schema");
    const char *word = ent_args_words(run->args, NULL)[0];
    const char *name = word ? word : ent_builtin_schemas[0], *text;
    g_autofree char *file = json_schema ? g_strconcat(json_schema, ".schema.json", NULL) : NULL;
    g_autoptr(EntSchema) schema = NULL;
    GError *error = NULL;
    gsize length;

    if (json_schema) {
        text = ent_builtin(file, &length);
        return print_text(run, text, length);
    }
    schema = ent_schema_load(name, NULL, ent_messages_findings(run->messages), &error);
    ent_messages_report(run->messages, ENT_FINDINGS_ASIDE);
    if (error)
        return ent_run_failed(run, error);
    if (!schema)
        return ENT_EXIT_FAILED;
    if (!g_str_equal(ent_run_format(run, "json"), "json"))
        return print_types(run, schema);
    for (const char *const *builtin = ent_builtin_schemas; *builtin; builtin++)
        if (g_str_equal(*builtin, name))
            return print_text(run, ent_builtin(name, &length), strlen(ent_builtin(name, NULL)));
    return print_file(run, name);
}

static const EntOption own[] = {
    {"json-schema", 0, ENT_OPTION_CHOICE, "facts|schema", NULL,
     "the JSON Schema (draft-07) of facts files or of schema files, for editors",
     choose_json_schemas, 0, 0},
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", "json",
     "the schema's own text, or its types as a table or CSV", ent_choices_answers, 0, 0},
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-", "where to; - is standard output", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_schema = {
    .name = "schema",
    .words = "[NAME|FILE]",
    .summary = "prints a schema, or the JSON Schema for editors",
    .description =
        "Prints a built-in schema or checks and prints a schema file: the types that nodes and "
        "edges may have, their labels, allowed ends and looks. Without a name it is the one that "
        "facts are of if they name none.",
    .groups = (const EntOptionGroup *const[]){&options, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"schema --format table", "the types of nodes and edges"},
            {"schema > mine.json", "a schema of your own to begin with"},
            {"schema --json-schema facts > facts.schema.json",
             "what an editor needs to check facts while you type"},
            {NULL, NULL},
        },
    .most = 1,
    .choices = ent_choices_schemas,
    .run = run_schema,
};
