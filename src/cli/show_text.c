/* SPDX-License-Identifier: MIT */
#include "cli/tie.h"

#include <entente/project.h>

#include "cli/evidence_text.h"
#include "draw/label.h"

static void put_row(EntOutput *output, const char *name, const char *text, guint width)
{
    if (!text || !*text)
        return;
    ent_putf(output, "  %-11s ", name);
    ent_put_wrapped(output, text, 14, width);
}

static char *join_texts(EntTexts texts)
{
    GString *out = g_string_new(NULL);

    for (guint32 i = 0; i < texts.length; i++)
        g_string_append_printf(out, "%s%s", i ? "; " : "", texts.items[i]);
    return g_string_free(out, FALSE);
}

/* Values as they are written in JSON, a text without its quotes. */
static char *join_properties(EntProperties properties)
{
    GString *out = g_string_new(NULL);

    for (guint32 i = 0; i < properties.length; i++) {
        const char *json = properties.items[i].json;
        gsize length = strlen(json);
        bool plain = json[0] == '"' && !strchr(json, '\\') && length >= 2;

        g_string_append_printf(out, "%s%s: %.*s", i ? "; " : "", properties.items[i].name,
                               (int)(plain ? length - 2 : length), plain ? json + 1 : json);
    }
    return g_string_free(out, FALSE);
}

/* "USD 300000000 ("US$300 million")" */
static char *describe_amount(const EntAmount *amount)
{
    if (!amount->value)
        return NULL;
    return g_strdup_printf("%s%s%s%s%s%s", amount->currency ? amount->currency : "",
                           amount->currency ? " " : "", amount->value, amount->text ? " (\"" : "",
                           amount->text ? amount->text : "", amount->text ? "\")" : "");
}

static void put_facts(EntOutput *output, const EntShown *shown, guint width)
{
    const EntFact *fact = &shown->node->fact;
    const EntDetails *details = fact->details;
    g_autofree char *aliases = join_texts(details->aliases), *ids = join_properties(details->ids);
    g_autofree char *same = join_texts(details->same_as), *when = ent_when(details);
    g_autofree char *other = join_texts(details->not_same_as);
    g_autofree char *amount = describe_amount(&details->amount);
    g_autofree char *properties = join_properties(details->properties);
    g_autofree char *count =
        details->has_count ? g_strdup_printf("%" G_GINT64_FORMAT, details->count) : NULL;
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    put_row(output, "aliases", aliases, width);
    put_row(output, "ids", ids, width);
    if (fact->status != ENT_STATUS_ACTUAL)
        put_row(output, "status", ent_status_name((EntStatus)fact->status), width);
    if (fact->confidence < 1)
        put_row(output, "confidence",
                g_ascii_formatd(number, sizeof number, "%.9g", fact->confidence), width);
    put_row(output, "when", when, width);
    put_row(output, "amount", amount, width);
    put_row(output, "count", count, width);
    put_row(output, "same as", same, width);
    put_row(output, "not same as", other, width);
    put_row(output, "note", details->note, width);
    put_row(output, "properties", properties, width);
}

static void put_weight(EntOutput *output, double weight)
{
    if (weight == 1)
        return;
    ent_put(output, ", weight ");
    ent_put_number(output, weight);
}

/* The nodes behind a projected tie. */
static void put_through(EntOutput *output, const EntDossier *dossier, const EntEdge *edge,
                        guint indent, guint width)
{
    g_auto(GStrv) names = ent_edge_through(dossier, edge);
    g_autofree char *list = names ? g_strjoinv("; ", names) : NULL;

    if (!list)
        return;
    ent_putf(output, "%*sthrough: ", (int)indent, "");
    ent_put_wrapped(output, list, indent + 9, width);
}

void ent_put_tie(EntOutput *output, const EntDossier *dossier, const EntTie *tie, guint indent,
                 guint width)
{
    const EntDetails *details = tie->edge->fact.details;

    ent_put_named(output, dossier, tie->other);
    ent_put_circumstances(output, &tie->edge->fact);
    put_weight(output, tie->edge->weight);
    ent_put(output, "\n");
    put_through(output, dossier, tie->edge, indent, width);
    if (details->note) {
        ent_putf(output, "%*snote: ", (int)indent, "");
        ent_put_wrapped(output, details->note, indent + 6, width);
    }
    ent_put_evidence(output, dossier, &tie->edge->fact, indent, width);
}

void ent_show_text(EntOutput *output, const EntShown *shown, guint width)
{
    const EntTie *last = NULL;

    ent_put_named(output, shown->dossier, shown->node);
    ent_put(output, "\n");
    put_facts(output, shown, width);
    ent_put_evidence(output, shown->dossier, &shown->node->fact, 2, width);
    if (shown->ties->len == 0)
        ent_put(output, "\nno ties\n");
    for (guint i = 0; i < shown->ties->len; i++) {
        const EntTie *tie = &g_array_index(shown->ties, EntTie, i);

        if (!last || last->edge->type != tie->edge->type || last->way != tie->way) {
            g_autofree char *words = ent_tie_words(tie);

            ent_put(output, "\n");
            ent_put_safe(output, words);
            ent_put(output, "\n");
        }
        ent_put(output, "  ");
        ent_put_tie(output, shown->dossier, tie, 4, width);
        last = tie;
    }
}
