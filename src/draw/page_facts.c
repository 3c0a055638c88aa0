/* SPDX-License-Identifier: MIT */
#include "draw/page_facts.h"

#include "draw/label.h"
#include "model/facts_store.h"

void ent_page_member(EntOutput *output, const char *key, const char *text, bool *any)
{
    if (!text || !*text)
        return;
    ent_putf(output, "%s\"%s\":", *any ? "," : "", key);
    ent_put_json(output, text);
    *any = true;
}

static void put_texts(EntOutput *output, const char *key, const char *const *texts, guint32 length,
                      bool *any)
{
    if (length == 0)
        return;
    ent_putf(output, "%s\"%s\":[", *any ? "," : "", key);
    for (guint32 i = 0; i < length; i++) {
        ent_put(output, i > 0 ? "," : "");
        ent_put_json(output, texts[i]);
    }
    ent_put(output, "]");
    *any = true;
}

/* Pairs of a key and its value as JSON text. */
static void put_pairs(EntOutput *output, const EntProperties *properties, bool *any)
{
    for (guint32 i = 0; i < properties->length; i++) {
        ent_put(output, *any ? ",[" : "[");
        ent_put_json(output, properties->items[i].name);
        ent_put(output, ",");
        ent_put_json(output, properties->items[i].json);
        ent_put(output, "]");
        *any = true;
    }
}

static void put_more(EntOutput *output, const EntDetails *details, bool *any)
{
    bool inside = false;
    if (!details->ids.length && !details->properties.length && !details->extras.length)
        return;
    ent_putf(output, "%s\"more\":[", *any ? "," : "");
    put_pairs(output, &details->ids, &inside);
    put_pairs(output, &details->properties, &inside);
    put_pairs(output, &details->extras, &inside);
    ent_put(output, "]");
    *any = true;
}

static void put_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact,
                         bool *any)
{
    if (!fact->evidence_length)
        return;
    ent_putf(output, "%s\"evidence\":[", *any ? "," : "");
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(dossier, fact->evidence + i);
        ent_putf(output, "%s[%u,", i > 0 ? "," : "", evidence->source);
        ent_put_json(output, evidence->quote ? evidence->quote : "");
        ent_putf(output, ",%u,%u]", evidence->start, evidence->end);
    }
    ent_put(output, "]");
    *any = true;
}

/* Takes details. */
static void put_facts(EntOutput *output, const EntDossier *dossier, const EntFact *fact,
                      char *details)
{
    g_autofree char *told = details;
    const EntTexts *aliases = &fact->details->aliases;
    bool any = false;
    ent_put(output, "{");
    put_texts(output, "aliases", aliases->items, aliases->length, &any);
    ent_page_member(output, "details", told, &any);
    ent_page_member(output, "note", fact->details->note, &any);
    put_more(output, fact->details, &any);
    put_evidence(output, dossier, fact, &any);
    ent_put(output, "}");
}

/* Whether there is nothing to tell of the fact but that it is so. */
static bool is_bare(const EntFact *fact)
{
    return fact->details == &ent_no_details && !fact->evidence_length;
}

void ent_page_node_facts(EntOutput *output, const EntDossier *dossier, const EntNode *node)
{
    if (is_bare(&node->fact))
        ent_put(output, "0");
    else
        put_facts(output, dossier, &node->fact, ent_node_details(node));
}

void ent_page_edge_facts(EntOutput *output, const EntDossier *dossier, const EntEdge *edge)
{
    if (is_bare(&edge->fact))
        ent_put(output, "0");
    else
        put_facts(output, dossier, &edge->fact, ent_edge_details(edge, ENT_WHEN_ALWAYS));
}
