/* SPDX-License-Identifier: MIT */
#include "diff/facts.h"

#include "model/dossier_new.h"
#include "write/fact_json.h"

static EntJsonObject begin(GString *text)
{
    g_string_truncate(text, 0);
    return (EntJsonObject){text, &ent_json_compact_style, false};
}

/* One fact is all that is chosen. */
static EntChoice choose(const EntDossier *dossier, guint32 *index)
{
    return (EntChoice){.facts = ent_dossier_facts(dossier),
                       .nodes = {index, 1},
                       .edges = {index, 1},
                       .sources = {index, 1}};
}

void ent_diff_put_node(GString *text, const EntDossier *dossier, guint32 index)
{
    EntJsonObject object = begin(text);
    EntChoice choice = choose(dossier, &index);
    const EntNode *node = ent_dossier_node(dossier, index);

    if (g_str_equal(node->name, node->id)) /* left out of the canonical layout */
        ent_json_text(&object, "name", node->name);
    ent_json_node(&object, &choice, 0);
}

void ent_diff_put_edge(GString *text, const EntDossier *dossier, guint32 index)
{
    const EntEdge *edge = ent_dossier_edge(dossier, index);
    EntJsonObject object = begin(text);
    EntChoice choice = choose(dossier, &index);

    ent_json_text(&object, "from", ent_dossier_node(dossier, edge->from)->id);
    ent_json_text(&object, "type", choice.facts->edge_types->pdata[edge->type]);
    ent_json_text(&object, "to", ent_dossier_node(dossier, edge->to)->id);
    ent_json_edge(&object, &choice, 0);
}

void ent_diff_put_source(GString *text, const EntDossier *dossier, guint32 index)
{
    EntJsonObject object = begin(text);

    ent_json_source(&object, ent_dossier_source(dossier, index));
}

void ent_diff_put_head(GString *text, const EntDossier *dossier)
{
    EntJsonObject object = begin(text);
    EntProperties extras = ent_dossier_extras(dossier);

    ent_json_text(&object, "title", ent_dossier_title(dossier));
    ent_json_text(&object, "description", ent_dossier_description(dossier));
    ent_json_text(&object, "schema", ent_dossier_schema_name(dossier));
    for (guint32 i = 0; i < extras.length; i++) {
        if (g_str_equal(extras.items[i].name, "$schema"))
            continue;
        ent_json_key(&object, extras.items[i].name);
        g_string_append(text, extras.items[i].json);
    }
    ent_json_end(&object);
}
