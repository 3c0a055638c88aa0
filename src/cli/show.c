/* SPDX-License-Identifier: MIT */
#include "cli/find.h"
#include "cli/groups.h"
#include "cli/run.h"
#include "cli/tie.h"
#include "cli/why.h"

static int print(EntRun *run, const EntShown *shown)
{
    const char *format = ent_run_format(run, "table");
    EntOutput *output = ent_run_output(run);

    if (!output)
        return ENT_EXIT_FAILED;
    if (g_str_equal(format, "json"))
        ent_show_json(output, shown);
    else if (g_str_equal(format, "csv"))
        ent_show_csv(output, shown);
    else
        ent_show_text(output, shown, ent_run_width(run));
    return ent_run_close(run, output, ENT_EXIT_DONE);
}

static int show(EntRun *run, const EntView *view, guint32 index)
{
    const EntDossier *dossier = ent_view_dossier(view);
    EntShown shown = {
        .view = view,
        .dossier = dossier,
        .index = index,
        .node = ent_dossier_node(dossier, index),
    };
    int status;

    if (ent_view_place(view, index) == ENT_NONE) {
        ent_messages_say(run->messages, ENT_LEVEL_ERROR, "data", "the filters leave no node '%s'",
                         shown.node->id);
        return ENT_EXIT_FAILED;
    }
    shown.ties = ent_ties(view, index);
    if (g_str_equal(ent_run_format(run, "table"), "json"))
        shown.edge_ids = ent_dossier_edge_ids(dossier);
    status = print(run, &shown);
    g_array_unref(shown.ties);
    if (shown.edge_ids)
        ent_edge_ids_free(shown.edge_ids);
    return status;
}

static int show_all(EntRun *run)
{
    guint length;
    const char *const *words = ent_args_words(run->args, &length);
    g_autoptr(EntDossier) dossier = ent_run_load(run, words + 1, length - 1);
    g_autoptr(EntView) view = dossier ? ent_run_view(run, dossier, true) : NULL;
    GError *error = NULL;
    guint32 node;

    if (!view)
        return ENT_EXIT_FAILED;
    node = ent_find_node(dossier, words[0], &error);
    if (error && ent_dossier_derivation(dossier)) /* it may well be in the facts */
        g_prefix_error(&error, "in the projection: ");
    return node == ENT_NONE ? ent_run_failed(run, error) : show(run, view, node);
}

static int run_show(EntRun *run)
{
    if (ent_args_given(run->args, "why"))
        return ent_show_why(run);
    return ent_why_not_asked(run) ? show_all(run) : ENT_EXIT_FAILED;
}

const EntCommand ent_command_show = {
    .name = "show",
    .words = "ID FACTS…",
    .summary = "one node: its facts, its ties, their quotes",
    .description =
        "Tells all that is known of a node: names, dates, sums, then its ties relation by "
        "relation, "
        "each with the quotes it rests on and where these stand in the text of their source, in "
        "characters from its start.\n\n"
        "The node is named by its id, or by a name or alias that only it has, in either case of "
        "letters. The filters say which ties are shown.\n\n"
        "With --why it tells instead what carries the node's score by a measure, in the graph that "
        "'entente rank' measures: the node's ties with their parts of the score, strongest first, "
        "and their quotes; of betweenness also the pairs of nodes that the node lies between, of "
        "closeness and harmonic how many nodes are how near.",
    .groups =
        (const EntOptionGroup *const[]){&ent_group_why, &ent_group_answer, &ent_group_measures,
                                        &ent_group_graph, &ent_group_filters, &ent_group_projection,
                                        &ent_group_reading, &ent_group_common, NULL},
    .examples =
        (const EntExample[]){
            {"show lawrence-wong facts.json", "by id"},
            {"show 'mr lee' --status planned facts.json", "by alias, and only what is promised"},
            {"show lawrence-wong --why betweenness facts.json", "what makes him a go-between"},
            {NULL, NULL},
        },
    .next =
        "'entente draw --around ID' draws the same; 'entente rank --stability' tells how firm a "
        "rank is, 'entente path' how two nodes are tied.",
    .least = 2,
    .most = G_MAXUINT,
    .run = run_show,
};
