/* SPDX-License-Identifier: MIT */
#include "cli/evidence_json.h"

void ent_put_json_member(EntOutput *output, const char *key, const char *text)
{
    if (!text)
        return;
    ent_putf(output, ", \"%s\": ", key);
    ent_put_json(output, text);
}

static void put_date(EntOutput *output, const char *key, EntDate date)
{
    char text[ENT_DATE_TEXT];

    if (date != ENT_DATE_NONE)
        ent_put_json_member(output, key, ent_date_text(date, text));
}

void ent_put_json_texts(EntOutput *output, const char *key, EntTexts texts)
{
    if (texts.length == 0)
        return;
    ent_putf(output, ", \"%s\": [", key);
    for (guint32 i = 0; i < texts.length; i++) {
        ent_put(output, i ? ", " : "");
        ent_put_json(output, texts.items[i]);
    }
    ent_put(output, "]");
}

void ent_put_json_properties(EntOutput *output, const char *key, EntProperties properties)
{
    if (properties.length == 0)
        return;
    ent_putf(output, ", \"%s\": {", key);
    for (guint32 i = 0; i < properties.length; i++) {
        ent_put(output, i ? ", " : " ");
        ent_put_json(output, properties.items[i].name);
        ent_putf(output, ": %s", properties.items[i].json);
    }
    ent_put(output, " }");
}

static void put_amount(EntOutput *output, const EntAmount *amount)
{
    if (!amount->value)
        return;
    ent_put(output, ", \"amount\": { \"value\": ");
    ent_put_json(output, amount->value);
    ent_put_json_member(output, "currency", amount->currency);
    ent_put_json_member(output, "text", amount->text);
    ent_put(output, " }");
}

void ent_put_json_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact)
{
    ent_put(output, ", \"evidence\": [");
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(dossier, fact->evidence + i);

        ent_put(output, i ? ", { \"source\": " : "{ \"source\": ");
        ent_put_json(output, ent_dossier_source(dossier, evidence->source)->id);
        ent_put_json_member(output, "quote", evidence->quote);
        ent_put_json_member(output, "page", evidence->details->page);
        ent_put_json_member(output, "note", evidence->details->note);
        if (evidence->end > 0)
            ent_putf(output, ", \"start\": %u, \"end\": %u", evidence->start, evidence->end);
        ent_put(output, " }");
    }
    ent_put(output, "]");
}

void ent_put_json_fact(EntOutput *output, const EntDossier *dossier, const EntFact *fact)
{
    const EntDetails *details = fact->details;

    ent_put_json_member(output, "status", ent_status_name((EntStatus)fact->status));
    ent_put(output, ", \"confidence\": ");
    ent_put_number(output, fact->confidence);
    put_date(output, "date", details->date);
    put_date(output, "start", details->start);
    put_date(output, "end", details->end);
    put_date(output, "by", details->by);
    put_amount(output, &details->amount);
    if (details->has_count)
        ent_putf(output, ", \"count\": %" G_GINT64_FORMAT, details->count);
    ent_put_json_member(output, "note", details->note);
    ent_put_json_properties(output, "properties", details->properties);
    ent_put_json_evidence(output, dossier, fact);
}

void ent_put_json_node(EntOutput *output, const EntDossier *dossier, const EntNode *node)
{
    ent_put(output, "\"id\": ");
    ent_put_json(output, node->id);
    ent_put_json_member(output, "name", node->name);
    ent_put_json_member(output, "type", ent_dossier_node_type(dossier, node)->name);
}
