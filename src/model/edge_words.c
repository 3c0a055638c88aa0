/* SPDX-License-Identifier: MIT */
#include "model/edge_words.h"

#include "base/text.h"

char *ent_edge_words(const EntDossier *dossier, const EntEdge *edge)
{
    g_autofree char *from = ent_text_brief(ent_dossier_node(dossier, edge->from)->id, 60);
    g_autofree char *to = ent_text_brief(ent_dossier_node(dossier, edge->to)->id, 60);
    g_autofree char *type = ent_text_brief(ent_dossier_edge_type(dossier, edge)->name, 60);

    return g_strdup_printf("edge '%s' from '%s' to '%s'", type, from, to);
}
