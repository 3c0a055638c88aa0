/* SPDX-License-Identifier: MIT */
/* Views in tests: what is in them, as texts to compare with. */
#ifndef ENT_TESTS_VIEWED_H
#define ENT_TESTS_VIEWED_H

#include "facts_text.h"

/* The dossier of NDJSON lines that have no errors. */
static inline EntDossier *dossier_of(const char *lines)
{
    g_autoptr(EntReport) report = ent_report_new();
    EntDossier *dossier = load_texts(".ndjson", lines, NULL, report);

    for (guint i = 0; !dossier && i < ent_report_length(report); i++)
        print_error("%s\n", ent_report_get(report, i)->message);
    assert_non_null(dossier);
    return dossier;
}

/* "a b c | a-b b-c": ids of the nodes, ends of the edges, in the view's order. The caller's. */
static inline char *view_text(const EntView *view)
{
    GString *text = g_string_new(NULL);
    const EntDossier *dossier = ent_view_dossier(view);
    guint32 nodes, edges;
    const guint32 *node = ent_view_nodes(view, &nodes), *edge = ent_view_edges(view, &edges);

    for (guint32 i = 0; i < nodes; i++)
        g_string_append_printf(text, "%s%s", i ? " " : "", ent_dossier_node(dossier, node[i])->id);
    g_string_append(text, " |");
    for (guint32 i = 0; i < edges; i++) {
        const EntEdge *one = ent_dossier_edge(dossier, edge[i]);

        g_string_append_printf(text, " %s-%s", ent_dossier_node(dossier, one->from)->id,
                               ent_dossier_node(dossier, one->to)->id);
    }
    return g_string_free(text, FALSE);
}

/* What the filter leaves of the dossier. */
static inline void assert_view(const EntDossier *dossier, const EntFilter *filter,
                               const char *expected)
{
    GError *error = NULL;
    g_autoptr(EntView) view = ent_view_new(dossier, filter, &error);
    g_autofree char *text = NULL;

    assert_null(error);
    text = view_text(view);
    assert_string_equal(text, expected);
}

static inline void assert_view_fails(const EntDossier *dossier, const EntFilter *filter,
                                     EntErrorCode code, const char *message)
{
    g_autoptr(GError) error = NULL;

    assert_null(ent_view_new(dossier, filter, &error));
    assert_non_null(error);
    assert_string_equal(error->message, message);
    assert_int_equal(error->code, code);
}

#endif
