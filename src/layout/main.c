/* SPDX-License-Identifier: MIT */
/*
 * entente-layout ENGINE [--seconds N] [--megabytes N]
 *
 * Lays out the graph in DOT on standard input (see input.h) with one of Graphviz's engines and
 * writes, in points, the origin at the top left and the y axis down:
 *
 *   graph WIDTH HEIGHT
 *   node I X Y               centre of node nI
 *   edge I N x1 y1 … xN yN   Bezier curves (N = 3k + 1) of the edge with id eI, from its tail to
 *                            its head, arrow tips included; an edge may have several such lines
 *   label I X Y              centre of the label of the edge with id eI
 *   end
 *
 * Nodes, edges and labels are in order of their numbers. Exit codes: guard.h.
 */
#include <string.h>

#include <gvc.h>

#include "guard.h"
#include "input.h"
#include "placed.h"

static const char *const engines[] = {"circo", "dot", "fdp", "neato", "sfdp", "twopi", NULL};

/*
 * The two layout plug-ins, linked in: no plug-in file is looked for, and Pango, which loads fonts
 * for every graph, is never started.
 */
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

static GVC_t *new_context(void)
{
    static const lt_symlist_t plugins[] = {
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
        {NULL, NULL},
    };
    return gvContextPlugins(plugins, 0);
}

static char *parse_arguments(int argc, char **argv, EntGuard *guard)
{
    if (argc < 2 || !g_strv_contains(engines, argv[1]))
        return NULL;
    for (int i = 2; i < argc; i += 2) {
        guint *number = strcmp(argv[i], "--seconds") == 0     ? &guard->seconds
                        : strcmp(argv[i], "--megabytes") == 0 ? &guard->megabytes
                                                              : NULL;
        if (!number || i + 1 == argc || !ent_guard_parse_number(argv[i + 1], number))
            return NULL;
    }
    return argv[1];
}

/* Graphviz hands over a message in pieces; the last one ends with a line break. */
static int tell_graphviz_message(char *piece)
{
    static GString *line;
    line = line ? line : g_string_new(NULL);
    g_string_append(line, piece);
    if (g_str_has_suffix(line->str, "\n")) {
        ent_guard_say("Graphviz: %s", line->str);
        g_string_truncate(line, 0);
    }
    return 0;
}

static Agraph_t *read_graph(char *engine)
{
    g_autoptr(GString) dot = ent_guard_read(stdin);
    if (!dot || dot->len != strlen(dot->str)) {
        ent_guard_say(dot ? "standard input has a NUL byte" : "cannot read standard input");
        return NULL;
    }
    return ent_input_parse(dot->str, engine);
}

static int lay_out(char *engine, FILE *output)
{
    Agraph_t *graph = read_graph(engine);
    if (!graph)
        return ENT_EXIT_INPUT;
    if (gvLayout(new_context(), graph, engine) != 0) {
        ent_guard_say("%s cannot lay out the graph", engine);
        return ENT_EXIT_FAILED;
    }
    g_autoptr(EntPlaced) placed = ent_placed_new(graph);
    ent_placed_spread(placed);
    ent_placed_put_labels(placed, strcmp(engine, "dot") != 0);
    if (!ent_placed_print(placed, output)) {
        ent_guard_say("%s has left no usable layout, or it cannot be written", engine);
        return ENT_EXIT_FAILED;
    }
    return ENT_EXIT_DONE;
}

int main(int argc, char **argv)
{
    EntGuard guard = {"entente-layout", 60, 2048};
    char *engine = parse_arguments(argc, argv, &guard);
    if (!engine) {
        fputs("usage: entente-layout circo|dot|fdp|neato|sfdp|twopi "
              "[--seconds N] [--megabytes N]\n",
              stderr);
        return ENT_EXIT_INPUT;
    }
    FILE *output = ent_guard_start(&guard);
    agseterrf(tell_graphviz_message);
    ent_guard_exit(lay_out(engine, output));
}
