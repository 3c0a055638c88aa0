/* SPDX-License-Identifier: MIT */
#include "cli/groups.h"
#include "cli/progress.h"
#include "cli/run.h"

#include "check/load.h"
#include "read/reader.h"
#include "write/facts_json.h"

/* What a reader's facts are written with; NULL where the format has no canonical layout. */
typedef struct {
    const char *reader;
    void (*write)(EntOutput *output, const EntChoice *choice);
} Layout;

static const Layout layouts[] = {
    {"json", ent_write_facts_json},
    {"ndjson", ent_write_facts_ndjson},
};

static void choose_layouts(GPtrArray *names)
{
    for (gsize i = 0; i < G_N_ELEMENTS(layouts); i++)
        g_ptr_array_add(names, (gpointer)layouts[i].reader);
}

static const Layout *find_layout(EntRun *run, const char *path, GError **error)
{
    const char *from = ent_args_text(run->args, "from");
    const EntReader *reader;

    if (from || g_str_equal(path, "-"))
        reader = ent_reader_find(from ? from : "json", error);
    else
        reader = ent_reader_for_path(path, error);
    if (!reader)
        ent_run_hint_format(run, *error);
    if (!reader)
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(layouts); i++)
        if (g_str_equal(layouts[i].reader, reader->name))
            return &layouts[i];
    g_set_error(error, ENT_ERROR, ENT_ERROR_UNSUPPORTED,
                "cannot format '%s': only JSON and NDJSON have a layout; 'entente export' turns "
                "others into one",
                path);
    return NULL;
}

/* The facts of a file, not checked but for what a reader asks. NULL, with error set or findings. */
static EntFacts *read_facts(EntRun *run, const char *path, GError **error)
{
    EntReport *report = ent_messages_findings(run->messages);
    guint before = ent_report_length(report);
    EntProgress progress;
    EntLoadOptions options = {
        .format = ent_args_text(run->args, "from"),
        .progress = ent_progress_tell,
        .progress_data = &progress,
    };
    EntFacts *facts;

    ent_progress_begin(&progress, run->progress, "reading");
    facts = ent_facts_load(&path, 1, &options, report, error);
    ent_progress_end(&progress);
    if (facts && ent_report_length(report) > before)
        g_clear_pointer(&facts, ent_facts_free);
    return facts;
}

/* Whether the file that was read holds those bytes. */
static bool is_same(const EntFacts *facts, const char *text, gsize length)
{
    gsize got;
    g_autofree char *old = ent_input_at(ent_facts_file(facts, 0)->input, 0, length + 1, &got);

    return got == length && memcmp(old, text, length) == 0;
}

static int write_file(EntRun *run, const char *path, const char *text, gsize length)
{
    EntOutput *output = ent_run_open(run, path);
    int status;

    if (!output)
        return ENT_EXIT_FAILED;
    ent_put_bytes(output, text, length);
    status = ent_run_close(run, output, ENT_EXIT_DONE);
    if (status == ENT_EXIT_DONE && !g_str_equal(path, "-"))
        ent_messages_say(run->messages, ENT_LEVEL_SUMMARY, "fmt", "formatted '%s'", path);
    return status;
}

/* One file; the exit status. */
static int format(EntRun *run, const char *path)
{
    GError *error = NULL;
    const Layout *layout = find_layout(run, path, &error);
    g_autoptr(EntFacts) facts = layout ? read_facts(run, path, &error) : NULL;
    g_autoptr(EntOutput) output = ent_output_memory();
    g_auto(EntChoice) choice = {0};
    bool straight = g_str_equal(path, "-") || ent_args_given(run->args, "output");
    const char *to =
        ent_args_given(run->args, "output") ? ent_args_text(run->args, "output") : path;
    const char *text;
    gsize length;

    if (error)
        return ent_run_failed(run, error);
    if (!facts)
        return ENT_EXIT_FAILED;
    ent_choice_init_all(&choice, facts);
    layout->write(output, &choice);
    if (!ent_output_close(output, &error))
        return ent_run_failed(run, error);
    text = ent_output_text(output, &length);
    if (ent_args_flag(run->args, "check")) {
        if (is_same(facts, text, length))
            return ENT_EXIT_DONE;
        ent_messages_say(run->messages, ENT_LEVEL_SUMMARY, "fmt", "would format '%s'", path);
        return ENT_EXIT_FINDINGS;
    }
    if (!straight && is_same(facts, text, length))
        return ENT_EXIT_DONE;
    return write_file(run, to, text, length);
}

static int run_fmt(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    int status = ENT_EXIT_DONE;

    if (length > 1 && ent_args_given(run->args, "output")) {
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage", "'-o' takes one file at a time");
        return ENT_EXIT_FAILED;
    }
    for (; *paths; paths++) {
        int of_file = format(run, *paths);

        status = MAX(status, of_file);
    }
    ent_messages_report(run->messages, ENT_FINDINGS_ASIDE);
    return status;
}

static const EntOption own[] = {
    {"check", 0, ENT_OPTION_FLAG, NULL, NULL,
     "change nothing; name the files that would change, and exit with 1 if there are any", NULL, 0,
     0},
    {"output", 'o', ENT_OPTION_FILE, "FILE", NULL,
     "write there and leave the file as it is; - is standard output", NULL, 0, 0},
    {"from", 0, ENT_OPTION_CHOICE, "FORMAT", NULL,
     "read every file as this format, not by its ending", choose_layouts, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};

const EntCommand ent_command_fmt = {
    .name = "fmt",
    .words = "FACTS…",
    .summary = "rewrites facts files in the one canonical layout",
    .description =
        "Rewrites each file, if it changes: a source, a node, an edge a line and keys in the order "
        "of the format's description, so that what changes in the facts is what git shows. Order "
        "and content of the facts stay. JSON and NDJSON have such a layout.\n\n"
        "A file in which anything is wrong as far as it can be read is left as it is; 'check' says "
        "more. Standard input (-) goes to standard output.",
    .groups = (const EntOptionGroup *const[]){&options, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"fmt facts.json", "in place"},
            {"fmt --check graphs/*/facts.json", "in a test or a commit hook"},
            {"fmt - < facts.json | diff facts.json -", "what would change"},
            {NULL, NULL},
        },
    .least = 1,
    .most = G_MAXUINT,
    .run = run_fmt,
};
