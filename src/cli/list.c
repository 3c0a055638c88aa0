/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/run.h"
#include "cli/terminal.h"

#include "base/lookup.h"
#include "check/check.h"
#include "draw/formats.h"
#include "draw/layouts.h"
#include "draw/shape.h"
#include "model/schema_read.h"
#include "read/reader.h"
#include "write/writer_def.h"

/* A thing of some kind; what more there is to say depends on the kind. */
typedef struct {
    const char *name, *summary;
    char **more; /* owned, NULL if nothing */
} Thing;

static void clear_thing(gpointer data)
{
    g_strfreev(((Thing *)data)->more);
}

static void add(GArray *things, const char *name, const char *summary, const char *const *more)
{
    Thing thing = {name, summary, g_strdupv((char **)more)};

    g_array_append_val(things, thing);
}

static void list_checks(GArray *things)
{
    for (const EntCheck *const *at = ent_checks; *at; at++)
        add(things, (*at)->name, (*at)->summary, (*at)->codes);
}

static void list_commands(GArray *things)
{
    for (const EntCommand *const *at = ent_commands; *at; at++)
        if (!(*at)->hidden)
            add(things, (*at)->name, (*at)->summary, NULL);
}

static void list_drawings(GArray *things)
{
    for (const EntDrawFormat *const *at = ent_draw_formats; *at; at++) {
        g_autofree char *ending = g_strconcat(".", (*at)->name, NULL);

        add(things, (*at)->name, (*at)->summary, (const char *const[]){ending, NULL});
    }
}

static void list_figures(GArray *things)
{
    for (const EntFigure *const *at = ent_figures(); *at; at++)
        add(things, ent_figure_name(*at), ent_figure_summary(*at),
            (const char *const[]){ent_figure_definition(*at), NULL});
}

static void list_groupings(GArray *things)
{
    for (const EntGrouping *const *at = ent_groupings(); *at; at++)
        add(things, ent_grouping_name(*at), ent_grouping_summary(*at),
            (const char *const[]){ent_grouping_definition(*at), NULL});
}

static void list_layouts(GArray *things)
{
    for (const EntLayout *const *at = ent_layouts; *at; at++)
        add(things, (*at)->name, (*at)->summary, NULL);
}

static void list_measures_of(GArray *things, EntOf of)
{
    for (const EntMeasure *const *at = ent_measures(); *at; at++)
        if (ent_measure_of(*at) == of)
            add(things, ent_measure_name(*at), ent_measure_summary(*at),
                (const char *const[]){ent_measure_definition(*at), NULL});
}

static void list_measures(GArray *things)
{
    list_measures_of(things, ENT_OF_NODES);
}

static void list_edge_measures(GArray *things)
{
    list_measures_of(things, ENT_OF_EDGES);
}

static void list_readers(GArray *things)
{
    for (const EntReader *const *at = ent_readers; *at; at++)
        add(things, (*at)->name, (*at)->summary, (*at)->endings);
}

static void list_schemas(GArray *things)
{
    for (const char *const *at = ent_builtin_schemas; *at; at++) {
        g_autoptr(EntReport) report = ent_report_new();
        g_autoptr(EntSchema) schema = ent_schema_load(*at, NULL, report, NULL);

        add(things, *at,
            ent_schema_is_open(schema) ? "any type allowed" : "only its own types allowed", NULL);
    }
}

static void list_shapes(GArray *things)
{
    for (guint i = 0; i < ENT_SHAPE_COUNT; i++)
        add(things, ent_shape_name((EntShape)i), "", NULL);
}

static void list_writers(GArray *things)
{
    for (const EntWriter *const *at = ent_writers(); *at; at++)
        add(things, (*at)->name, (*at)->summary, (*at)->endings);
}

/* The kinds of things there are, sorted. */
typedef struct {
    const char *name; /* first, for look-up */
    const char *title;
    const char *more; /* what more there is to say; NULL: nothing */
    bool many;        /* that is a list */
    void (*list)(GArray *things);
} Kind;

static const Kind kinds[] = {
    {"checks", "what 'check' looks at, with the codes of its findings", "codes", true, list_checks},
    {"commands", "what the program does", NULL, false, list_commands},
    {"drawings", "formats of 'draw'", "endings", true, list_drawings},
    {"edge-measures", "what 'rank' ranks edges by", "definition", false, list_edge_measures},
    {"figures", "what 'info --all' tells of the whole graph", "definition", false, list_figures},
    {"groupings", "what 'groups' groups by", "definition", false, list_groupings},
    {"layouts", "how 'draw' places nodes", NULL, false, list_layouts},
    {"measures", "what 'rank' ranks nodes by", "definition", false, list_measures},
    {"readers", "formats that facts are read from", "endings", true, list_readers},
    {"schemas", "built-in schemas", NULL, false, list_schemas},
    {"shapes", "shapes that a schema may give to nodes", NULL, false, list_shapes},
    {"writers", "formats of 'export'", "endings", true, list_writers},
};

static void choose_kinds(GPtrArray *names)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        g_ptr_array_add(names, (gpointer)kinds[i].name);
}

static GArray *list_things(const Kind *kind)
{
    GArray *things = g_array_new(FALSE, FALSE, sizeof(Thing));

    g_array_set_clear_func(things, clear_thing);
    kind->list(things);
    return things;
}

#define INDENT 2u
#define GAP    2u

static void put_wrapped(EntOutput *output, const char *text, guint indent, guint width)
{
    g_autoptr(GString) out = g_string_new(NULL);

    ent_wrap(out, text, indent, width);
    ent_putf(output, "%s\n", out->str);
}

static void put_text(EntOutput *output, const Kind *kind, const GArray *things, guint width)
{
    guint column = 0;

    for (guint i = 0; i < things->len; i++)
        column = MAX(column, ent_text_columns(g_array_index(things, Thing, i).name));
    column += INDENT + GAP;
    ent_putf(output, "%s: ", kind->name);
    put_wrapped(output, kind->title, (guint)strlen(kind->name) + 2, width);
    for (guint i = 0; i < things->len; i++) {
        const Thing *thing = &g_array_index(things, Thing, i);
        g_autofree char *more = thing->more ? g_strjoinv(" ", thing->more) : NULL;

        ent_putf(output, "  %-*s", (int)(column - INDENT), thing->name);
        put_wrapped(output, thing->summary, column, width);
        if (!more || !*more)
            continue;
        ent_putf(output, "%*s", (int)column, "");
        put_wrapped(output, more, column, width);
    }
}

static void put_csv(EntOutput *output, const Kind *kind, const GArray *things)
{
    for (guint i = 0; i < things->len; i++) {
        const Thing *thing = &g_array_index(things, Thing, i);
        g_autofree char *more = thing->more ? g_strjoinv("|", thing->more) : NULL;

        ent_putf(output, "%s,", kind->name);
        ent_put_csv(output, thing->name);
        ent_put(output, ",");
        ent_put_csv(output, thing->summary);
        ent_put(output, ",");
        ent_put_csv(output, more);
        ent_put(output, "\n");
    }
}

static void put_json_more(EntOutput *output, const Kind *kind, const Thing *thing)
{
    ent_putf(output, ", \"%s\": %s", kind->more, kind->many ? "[" : "");
    for (guint i = 0; thing->more && thing->more[i]; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_json(output, thing->more[i]);
    }
    ent_put(output, kind->many ? "]" : "");
}

static void put_json(EntOutput *output, const Kind *kind, const GArray *things)
{
    ent_putf(output, "  \"%s\": [", kind->name);
    for (guint i = 0; i < things->len; i++) {
        const Thing *thing = &g_array_index(things, Thing, i);

        ent_put(output, i ? ",\n    { \"name\": " : "\n    { \"name\": ");
        ent_put_json(output, thing->name);
        ent_put(output, ", \"summary\": ");
        ent_put_json(output, thing->summary);
        if (kind->more)
            put_json_more(output, kind, thing);
        ent_put(output, " }");
    }
    ent_put(output, things->len ? "\n  ]" : "]");
}

static void put_kind(EntRun *run, EntOutput *output, const Kind *kind, bool first)
{
    g_autoptr(GArray) things = list_things(kind);
    const char *format = ent_run_format(run, "table");
    guint width = ent_run_width(run);

    if (g_str_equal(format, "json")) {
        ent_put(output, first ? "{\n" : ",\n");
        put_json(output, kind, things);
    } else if (g_str_equal(format, "csv")) {
        ent_put(output, first ? "kind,name,summary,more\n" : "");
        put_csv(output, kind, things);
    } else {
        ent_put(output, first ? "" : "\n");
        put_text(output, kind, things, width ? width : ENT_USUAL_WIDTH);
    }
}

static const Kind *find_kind(const char *name, GError **error)
{
    gconstpointer items[G_N_ELEMENTS(kinds) + 1] = {NULL};

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        items[i] = &kinds[i];
    return ent_lookup(items, "kind of things", name, error);
}

static int run_list(EntRun *run)
{
    const char *format = ent_run_format(run, "table");
    const char *word = ent_args_words(run->args, NULL)[0];
    GError *error = NULL;
    const Kind *only = word ? find_kind(word, &error) : NULL;
    EntOutput *output;

    if (error)
        return ent_run_failed(run, error);
    output = ent_run_output(run);
    if (!output)
        return ENT_EXIT_FAILED;
    if (only)
        put_kind(run, output, only, true);
    for (gsize i = 0; !only && i < G_N_ELEMENTS(kinds); i++)
        put_kind(run, output, &kinds[i], i == 0);
    if (g_str_equal(format, "json"))
        ent_put(output, "\n}\n");
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

const EntCommand ent_command_list = {
    .name = "list",
    .words = "[KIND]",
    .summary = "readers, writers, measures, groupings, layouts, checks and what else there is",
    .description = "Lists what the program knows, printed from its own tables: all kinds, or one.",
    .groups = (const EntOptionGroup *const[]){&ent_group_answer, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"list measures", "what each measure is"},
            {"list checks", "what 'check' looks at"},
            {NULL, NULL},
        },
    .most = 1,
    .choices = choose_kinds,
    .run = run_list,
};
