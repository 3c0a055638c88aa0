/* SPDX-License-Identifier: MIT */
#include "cli/evidence_text.h"

#include "cli/terminal.h"
#include "draw/label.h"

void ent_put_safe(EntOutput *output, const char *text)
{
    g_autofree char *safe = ent_safe_text(text);

    ent_put(output, safe);
}

void ent_put_wrapped(EntOutput *output, const char *text, guint indent, guint width)
{
    g_autofree char *safe = ent_safe_text(text);
    g_autoptr(GString) out = g_string_new(NULL);

    if (width)
        ent_wrap(out, safe, indent, width);
    else
        g_string_append(out, safe);
    ent_putf(output, "%s\n", out->str);
}

void ent_put_named(EntOutput *output, const EntDossier *dossier, const EntNode *node)
{
    ent_put_safe(output, node->name);
    ent_put(output, " (");
    ent_put_safe(output, ent_dossier_node_type(dossier, node)->label);
    ent_put(output, ")");
    if (g_str_equal(node->id, node->name))
        return;
    ent_put(output, " [");
    ent_put_safe(output, node->id);
    ent_put(output, "]");
}

void ent_put_circumstances(EntOutput *output, const EntFact *fact)
{
    g_autofree char *when = ent_when(fact->details), *sum = ent_sum(&fact->details->amount);
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    if (fact->status != ENT_STATUS_ACTUAL)
        ent_putf(output, ", %s", ent_status_name((EntStatus)fact->status));
    if (sum) {
        ent_put(output, ", ");
        ent_put_safe(output, sum);
    }
    if (when)
        ent_putf(output, ", %s", when);
    if (fact->confidence < 1)
        ent_putf(output, ", confidence %s",
                 g_ascii_formatd(number, sizeof number, "%.9g", fact->confidence));
}

/* Where a quote stands; of one that was not found once it says what is known. */
static void put_place(EntOutput *output, const EntDossier *dossier, const EntEvidence *evidence)
{
    const EntSource *source = ent_dossier_source(dossier, evidence->source);

    ent_put_safe(output, source->id);
    if (source->title) {
        ent_put(output, ": ");
        ent_put_safe(output, source->title);
    }
    if (evidence->details->page) {
        ent_put(output, ", page ");
        ent_put_safe(output, evidence->details->page);
    }
    if (evidence->end > 0)
        ent_putf(output, ", characters %u–%u", evidence->start, evidence->end);
    else if (ent_dossier_source(dossier, evidence->source)->has_text)
        ent_put(output, ", found several times");
    else
        ent_put(output, ", not looked for");
    ent_put(output, "\n");
}

void ent_put_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact,
                      guint indent, guint width)
{
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(dossier, fact->evidence + i);
        g_autofree char *quote = g_strdup_printf("“%s”", evidence->quote ? evidence->quote : "");

        ent_putf(output, "%*s", (int)indent, "");
        ent_put_wrapped(output, quote, indent + 1, width);
        ent_putf(output, "%*s", (int)indent + 2, "");
        put_place(output, dossier, evidence);
    }
}
