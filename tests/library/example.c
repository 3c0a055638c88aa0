/* SPDX-License-Identifier: MIT */
/* Ranks the nodes of a facts file with the library: example FACTS */
#include <entente/entente.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *const *paths = (const char *const *)argv + 1;
    EntReport *report = ent_report_new();
    GError *error = NULL;
    EntDossier *dossier = ent_dossier_load(paths, (gsize)argc - 1, NULL, report, &error);

    for (guint i = 0; i < ent_report_length(report); i++)
        fprintf(stderr, "%s\n", ent_report_get(report, i)->message);
    if (dossier) {
        EntFilter filter = {0};
        EntView *view = ent_view_new(dossier, &filter, &error);
        const EntMeasure *degree = ent_measure_find("degree", &error);
        const EntColumn *column = ent_measure_run(degree, view, NULL, &error);
        guint32 *order = ent_rank_order(view, &column, 1), length;
        const guint32 *nodes = ent_view_nodes(view, &length);

        printf("%s\n", ent_view_describe(view));
        for (guint32 i = 0; i < length && i < 5; i++)
            printf("%g %s\n", column->values[order[i]],
                   ent_dossier_node(dossier, nodes[order[i]])->name);
        g_free(order);
        ent_column_free((EntColumn *)column);
        ent_view_free(view);
    }
    ent_dossier_free(dossier);
    ent_report_free(report);
    return dossier ? 0 : 2;
}
