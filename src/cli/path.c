/* SPDX-License-Identifier: MIT */
#include "cli/path.h"

#include "cli/find.h"
#include "cli/groups.h"
#include "view/part.h"

#include <string.h>

/* What is asked, and what the query borrows of it. */
typedef struct {
    EntPathQuery query;
    GArray *avoid; /* guint32 */
    char **through;
} Asked;

static void asked_clear(Asked *asked)
{
    g_clear_pointer(&asked->avoid, g_array_unref);
    g_clear_pointer(&asked->through, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

/* Before any work is done. */
static bool check_usage(EntRun *run)
{
    const EntArgs *args = run->args;
    const char *fault = NULL;

    if (!ent_args_given(args, "from") || !ent_args_given(args, "to"))
        fault = "a path has two ends: '--from' and '--to' say which";
    else if (ent_args_given(args, "k") && ent_args_given(args, "top"))
        fault = "'--k' says how many paths: it cannot go with '--top'";
    if (fault)
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "usage", "%s", fault);
    return !fault;
}

static bool take_end(EntRun *run, const EntDossier *dossier, const char *option, guint32 *node)
{
    GError *error = NULL;

    *node = ent_find_node(dossier, ent_args_text(run->args, option), &error);
    if (*node != ENT_NONE)
        return true;
    g_prefix_error(&error, "'--%s': ", option);
    ent_run_failed(run, error);
    return false;
}

static bool take_avoid(EntRun *run, const EntDossier *dossier, Asked *asked)
{
    GError *error = NULL;

    asked->avoid = ent_find_nodes(dossier, ent_args_lists(run->args, "avoid"), &error);
    if (!asked->avoid) {
        g_prefix_error(&error, "'--avoid': ");
        ent_run_failed(run, error);
        return false;
    }
    asked->query.avoid = (const guint32 *)(const void *)asked->avoid->data;
    asked->query.avoid_length = asked->avoid->len;
    return true;
}

static bool take_asked(EntRun *run, const EntDossier *dossier, Asked *asked)
{
    EntPathQuery *query = &asked->query;

    asked->through = ent_args_split(run->args, "through");
    query->through = (const char *const *)asked->through;
    query->cheapest = (guint32)ent_args_count(run->args, "k");
    query->most = (guint32)ent_args_count(run->args, "top");
    if (query->cheapest)
        query->most = 0;
    return take_end(run, dossier, "from", &query->from) &&
           take_end(run, dossier, "to", &query->to) && take_avoid(run, dossier, asked);
}

static const char *choose_format(const EntRun *run)
{
    const char *path = ent_args_text(run->args, "output");
    const char *dot = strrchr(path, '.');

    return ent_run_format(run, dot && g_ascii_strcasecmp(dot, ".dot") == 0 ? "dot" : "table");
}

/* The paths' nodes and edges alone, as a graph. */
static int write_dot(EntRun *run, const EntPathsShown *shown)
{
    g_autoptr(GArray) edges = ent_path_edges(shown->list, shown->length);
    g_autoptr(EntView) part =
        ent_view_part(shown->view, (const guint32 *)(const void *)edges->data, edges->len);
    g_autofree char *title = ent_path_title(shown->view, shown->query);
    EntDrawOptions options = {.format = "dot", .title = title};
    GError *error = NULL;

    if (!ent_draw(part, &options, ent_args_text(run->args, "output"), &error))
        return ent_run_failed(run, error);
    return shown->length ? ENT_EXIT_DONE : ENT_EXIT_FINDINGS;
}

static int print(EntRun *run, const EntPathsShown *shown)
{
    const char *format = choose_format(run);
    EntOutput *output;

    if (g_str_equal(format, "dot"))
        return write_dot(run, shown);
    output = ent_run_output(run);
    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json"))
        ent_path_json(output, shown);
    else if (g_str_equal(format, "csv"))
        ent_path_csv(output, shown);
    else if (shown->length)
        ent_path_text(output, shown, ent_run_width(run));
    return ent_run_close(run, output, shown->length ? ENT_EXIT_DONE : ENT_EXIT_FINDINGS);
}

static int find(EntRun *run, const EntView *view, const EntPathQuery *query)
{
    EntPathsShown shown = {.view = view, .dossier = ent_view_dossier(view), .query = query};
    int status;
    g_autoptr(EntPaths) paths = ent_run_paths(run, view, *query, &status);

    if (!paths)
        return status;
    shown.list = ent_paths_list(paths, &shown.length);
    shown.count = ent_paths_count(paths);
    shown.edge_ids = ent_dossier_edge_ids(shown.dossier);
    status = print(run, &shown);
    ent_edge_ids_free(shown.edge_ids);
    return status;
}

static int run_path(EntRun *run)
{
    guint length;
    const char *const *paths = ent_args_words(run->args, &length);
    g_autoptr(EntDossier) dossier = check_usage(run) ? ent_run_load(run, paths, length) : NULL;
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, false) : NULL;
    g_auto(Asked) asked = {0};

    if (!view || !take_asked(run, dossier, &asked))
        return ENT_EXIT_FAILED;
    return find(run, view, &asked.query);
}

static void choose_formats(GPtrArray *names)
{
    ent_choices_answers(names);
    g_ptr_array_add(names, "dot");
}

static void choose_weights(GPtrArray *names)
{
    g_ptr_array_add(names, "none");
    g_ptr_array_add(names, "weight");
    g_ptr_array_add(names, "confidence");
}

static const EntOption own[] = {
    {"from", 0, ENT_OPTION_NAME, "NODE", NULL, "where the paths begin: an id, or a name or alias",
     NULL, 0, 0},
    {"to", 0, ENT_OPTION_NAME, "NODE", NULL, "where they end", NULL, 0, 0},
    {"k", 0, ENT_OPTION_COUNT, "N", NULL,
     "the N shortest, also those longer than the first; without it all of the least length", NULL,
     1, ENT_PATHS_MOST},
    {"top", 0, ENT_OPTION_COUNT, "N", "10",
     "of all of the least length list the first N; 0: all, up to 100000", NULL, 0, ENT_PATHS_MOST},
    {"through", 0, ENT_OPTION_LIST, "TYPE[,…]", NULL,
     "only paths with a node of one of these types or their subtypes between the ends",
     ent_choices_node_types, 0, 0},
    {"avoid", 0, ENT_OPTION_LIST, "NODE[,…]", NULL, "only paths without these nodes", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOption graph[] = {
    {"directed", 0, ENT_OPTION_FLAG, NULL, NULL, "follow the arrows", NULL, 0, 0},
    {"weight", 0, ENT_OPTION_CHOICE, "WEIGHT", "none",
     "what makes a path long: its steps, its edges' weights, or how little credible it is",
     choose_weights, 0, 0},
    ENT_OPTION_END,
};

static const EntOption answer[] = {
    {"format", 'f', ENT_OPTION_CHOICE, "FORMAT", NULL,
     "text for people, CSV or JSON for programs, DOT to draw the paths alone; not said: by the "
     "ending of -o, else text",
     choose_formats, 0, 0},
    {"output", 'o', ENT_OPTION_FILE, "FILE", "-", "where to; - is standard output", NULL, 0, 0},
    ENT_OPTION_END,
};

static const EntOptionGroup options = {"Options", own};
static const EntOptionGroup graph_options = {"Graph", graph};
static const EntOptionGroup answer_options = {"Answer", answer};

const EntCommand ent_command_path = {
    .name = "path",
    .words = "FACTS…",
    .summary = "how two nodes are tied: the shortest paths, with their quotes",
    .description =
        "Lists the shortest paths between two nodes, and for each step the edges it rests on with "
        "their quotes. Both ends are named by id, or by a name or alias that only one node has. "
        "Exit status 1 says that there is no path; why is told.\n\n"
        "A path goes through no node twice. With --through at least one node between its ends is "
        "of one of the types; the path is then the shortest of those, however much longer than "
        "the shortest of all.\n\n"
        "--weight weight takes weights as lengths. --weight confidence finds the most credible "
        "chain: that with the greatest product of its edges' confidences (each costs "
        "-log(confidence)), of equal ones that with fewer steps. Parallel edges are one step, as "
        "good as the best of them; the others are listed as well. Equally short paths are in the "
        "order of the ids along them.\n\n"
        "Since --from names a node here, the format of FACTS is said by --read-as.",
    .groups = (const EntOptionGroup *const[]){&options, &answer_options, &graph_options,
                                              &ent_group_filters, &ent_group_projection,
                                              &ent_group_reading_as, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"path --from lawrence-wong --to 'south korea' facts.json", "how they are tied"},
            {"path --from htx --to asia --k 5 --avoid singapore facts.json",
             "five ways around a node"},
            {"path --from htx --to sgtech --through summit --weight confidence facts.json",
             "the most credible chain by way of a summit"},
            {NULL, NULL},
        },
    .next = "'entente draw --path FROM,TO' shows the shortest paths in the whole picture.",
    .least = 1,
    .most = G_MAXUINT,
    .run = run_path,
};
