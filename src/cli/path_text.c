/* SPDX-License-Identifier: MIT */
/* 'path' for people: each path on a line, then its steps one by one with what they rest on. */
#include "cli/path.h"

#include "cli/evidence_text.h"
#include "cli/tie.h"

#include <math.h>

#define INDENT 3 /* of what belongs to a path */

/* At most 9 significant digits. */
static char *number_text(double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    return g_strdup(g_ascii_formatd(text, sizeof text, "%.9g", number));
}

static bool is_weighed_by(const EntPathsShown *shown, const char *weight)
{
    return g_str_equal(ent_view_weight(shown->view), weight);
}

/* "2 steps", "3 steps, length 2.5", "2 steps, confidence 0.81" */
static char *measure_text(const EntPathsShown *shown, const EntPath *path)
{
    bool credible = is_weighed_by(shown, "confidence");
    g_autofree char *number = number_text(credible ? path->confidence : path->cost);
    const char *plural = path->length == 1 ? "" : "s";

    if (is_weighed_by(shown, "none"))
        return g_strdup_printf("%u step%s", path->length, plural);
    return g_strdup_printf("%u step%s, %s %s", path->length, plural,
                           credible ? "confidence" : "length", number);
}

/* "2 shortest paths" of those asked for, or of all there are. */
static char *count_text(const EntPathsShown *shown)
{
    g_autofree char *count = number_text(isnan(shown->count) ? shown->length : shown->count);
    bool least = !isnan(shown->count) || shown->query->cheapest;

    return g_strdup_printf("%s%s %s path%s", least ? "" : "at least ", count,
                           ent_path_kind(shown->view), g_str_equal(count, "1") ? "" : "s");
}

static void put_names(EntOutput *output, const char *intro, const char *const *names)
{
    if (!names || !*names)
        return;
    ent_putf(output, "# %s ", intro);
    for (guint i = 0; names[i]; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_safe(output, names[i]);
    }
    ent_put(output, "\n");
}

static void put_head(EntOutput *output, const EntPathsShown *shown)
{
    const EntPathQuery *query = shown->query;
    g_autofree const char **avoided = g_new0(const char *, query->avoid_length + 1);
    g_autofree char *count = count_text(shown);

    ent_put_head(output, shown->view, "# ");
    for (gsize i = 0; i < query->avoid_length; i++)
        avoided[i] = ent_dossier_node(shown->dossier, query->avoid[i])->id;
    put_names(output, "through a node of type", query->through);
    put_names(output, "avoiding", avoided);
    ent_putf(output, "%s from ", count);
    ent_put_named(output, shown->dossier, ent_dossier_node(shown->dossier, query->from));
    ent_put(output, " to ");
    ent_put_named(output, shown->dossier, ent_dossier_node(shown->dossier, query->to));
    ent_put(output, "\n");
}

static const char *node_name(const EntPathsShown *shown, guint32 node)
{
    return ent_dossier_node(shown->dossier, node)->name;
}

/* "A — chairs → B ← sets up (planned) — C", by the first edge of each step. */
static void put_chain(EntOutput *output, const EntPathsShown *shown, const EntPath *path,
                      guint width)
{
    g_autoptr(GString) chain = g_string_new(node_name(shown, path->steps[0].from));

    for (guint32 i = 0; i < path->length; i++) {
        const EntPathStep *step = &path->steps[i];
        EntTie tie = ent_tie(shown->dossier, step->from, step->edges[0]);
        EntStatus status = (EntStatus)tie.edge->fact.status;

        g_string_append_printf(chain, " %s %s", tie.way == ENT_TIE_IN ? "←" : "—", tie.type->label);
        if (status != ENT_STATUS_ACTUAL)
            g_string_append_printf(chain, " (%s)", ent_status_name(status));
        g_string_append_printf(chain, " %s %s", tie.way == ENT_TIE_OUT ? "→" : "—",
                               tie.other->name);
    }
    ent_put_wrapped(output, chain->str, INDENT, width);
}

/* An edge in its own direction, as its quotes have it. */
static void put_edge(EntOutput *output, const EntPathsShown *shown, guint32 index, guint width)
{
    const EntEdge *edge = ent_dossier_edge(shown->dossier, index);
    const EntEdgeType *type = ent_dossier_edge_type(shown->dossier, edge);

    ent_put_safe(output, node_name(shown, edge->from));
    ent_put(output, " — ");
    ent_put_safe(output, type->label);
    ent_put(output, type->symmetric ? " — " : " → ");
    ent_put_safe(output, node_name(shown, edge->to));
    ent_put_circumstances(output, &edge->fact);
    ent_put(output, "\n");
    if (edge->fact.details->note) {
        ent_putf(output, "%*snote: ", INDENT + 2, "");
        ent_put_wrapped(output, edge->fact.details->note, INDENT + 8, width);
    }
    ent_put_evidence(output, shown->dossier, &edge->fact, INDENT + 2, width);
}

static void put_path(EntOutput *output, const EntPathsShown *shown, guint32 number, guint width)
{
    const EntPath *path = &shown->list[number];
    g_autofree char *measure = measure_text(shown, path);

    ent_putf(output, "\n%u. ", number + 1);
    put_chain(output, shown, path, width);
    ent_putf(output, "%*s%s\n", INDENT, "", measure);
    for (guint32 i = 0; i < path->length; i++)
        for (guint32 j = 0; j < path->steps[i].edges_length; j++) {
            ent_putf(output, "%*s%s", INDENT, "", j ? "also: " : "");
            put_edge(output, shown, path->steps[i].edges[j], width);
        }
}

/* What is not listed, and how to see it. */
static void put_rest(EntOutput *output, const EntPathsShown *shown)
{
    g_autofree char *rest = number_text(shown->count - shown->length);

    if (shown->query->cheapest && shown->length < shown->query->cheapest)
        ent_put(output, "\n# there are no others\n");
    if (shown->query->cheapest || shown->count <= shown->length)
        return;
    ent_putf(output, "\n# … %s%smore, --top 0 shows %s\n", isnan(shown->count) ? "" : rest,
             isnan(shown->count) ? "" : " ",
             shown->count > ENT_PATHS_MOST ? "the first " G_STRINGIFY(ENT_PATHS_MOST) : "all");
}

void ent_path_text(EntOutput *output, const EntPathsShown *shown, guint width)
{
    put_head(output, shown);
    for (guint32 i = 0; i < shown->length; i++)
        put_path(output, shown, i, width);
    put_rest(output, shown);
}
