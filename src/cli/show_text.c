/* SPDX-License-Identifier: MIT */
#include "cli/tie.h"

#include <entente/project.h>

#include "cli/terminal.h"
#include "draw/label.h"

/* A text made safe, after what was put before it. */
static void put_safe(EntOutput *output, const char *text)
{
    g_autofree char *safe = ent_safe_text(text);

    ent_put(output, safe);
}

static void put_wrapped(EntOutput *output, const char *text, guint indent, guint width)
{
    g_autofree char *safe = ent_safe_text(text);
    g_autoptr(GString) out = g_string_new(NULL);

    if (width)
        ent_wrap(out, safe, indent, width);
    else
        g_string_append(out, safe);
    ent_putf(output, "%s\n", out->str);
}

static void put_named(EntOutput *output, const EntDossier *dossier, const EntNode *node)
{
    put_safe(output, node->name);
    ent_put(output, " (");
    put_safe(output, ent_dossier_node_type(dossier, node)->label);
    ent_put(output, ")");
    if (g_str_equal(node->id, node->name))
        return;
    ent_put(output, " [");
    put_safe(output, node->id);
    ent_put(output, "]");
}

/* ", planned, by 2030": what is not to be taken for granted. */
static void put_circumstances(EntOutput *output, const EntFact *fact)
{
    g_autofree char *when = ent_when(fact->details), *sum = ent_sum(&fact->details->amount);
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    if (fact->status != ENT_STATUS_ACTUAL)
        ent_putf(output, ", %s", ent_status_name((EntStatus)fact->status));
    if (sum) {
        ent_put(output, ", ");
        put_safe(output, sum);
    }
    if (when)
        ent_putf(output, ", %s", when);
    if (fact->confidence < 1)
        ent_putf(output, ", confidence %s",
                 g_ascii_formatd(number, sizeof number, "%.9g", fact->confidence));
}

static void put_row(EntOutput *output, const char *name, const char *text, guint width)
{
    if (!text || !*text)
        return;
    ent_putf(output, "  %-11s ", name);
    put_wrapped(output, text, 14, width);
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

/* Where a quote stands; of one that was not found once it says what is known. */
static void put_place(EntOutput *output, const EntDossier *dossier, const EntEvidence *evidence)
{
    const EntSource *source = ent_dossier_source(dossier, evidence->source);

    put_safe(output, source->id);
    if (source->title) {
        ent_put(output, ": ");
        put_safe(output, source->title);
    }
    if (evidence->details->page) {
        ent_put(output, ", page ");
        put_safe(output, evidence->details->page);
    }
    if (evidence->end > 0)
        ent_putf(output, ", characters %u–%u", evidence->start, evidence->end);
    else if (ent_dossier_source_text(dossier, evidence->source))
        ent_put(output, ", found several times");
    else
        ent_put(output, ", not looked for");
    ent_put(output, "\n");
}

static void put_evidence(EntOutput *output, const EntDossier *dossier, const EntFact *fact,
                         guint indent, guint width)
{
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(dossier, fact->evidence + i);
        g_autofree char *quote = g_strdup_printf("“%s”", evidence->quote ? evidence->quote : "");

        ent_putf(output, "%*s", (int)indent, "");
        put_wrapped(output, quote, indent + 1, width);
        ent_putf(output, "%*s", (int)indent + 2, "");
        put_place(output, dossier, evidence);
    }
}

static void put_weight(EntOutput *output, double weight)
{
    if (weight == 1)
        return;
    ent_put(output, ", weight ");
    ent_put_number(output, weight);
}

/* The nodes behind a projected tie. */
static void put_through(EntOutput *output, const EntShown *shown, const EntEdge *edge, guint width)
{
    g_auto(GStrv) names = ent_edge_through(shown->dossier, edge);
    g_autofree char *list = names ? g_strjoinv("; ", names) : NULL;

    if (!list)
        return;
    ent_put(output, "    through: ");
    put_wrapped(output, list, 13, width);
}

static void put_tie(EntOutput *output, const EntShown *shown, const EntTie *tie, guint width)
{
    const EntDetails *details = tie->edge->fact.details;

    ent_put(output, "  ");
    put_named(output, shown->dossier, tie->other);
    put_circumstances(output, &tie->edge->fact);
    put_weight(output, tie->edge->weight);
    ent_put(output, "\n");
    put_through(output, shown, tie->edge, width);
    if (details->note) {
        ent_put(output, "    note: ");
        put_wrapped(output, details->note, 10, width);
    }
    put_evidence(output, shown->dossier, &tie->edge->fact, 4, width);
}

void ent_show_text(EntOutput *output, const EntShown *shown, guint width)
{
    const EntTie *last = NULL;

    put_named(output, shown->dossier, shown->node);
    ent_put(output, "\n");
    put_facts(output, shown, width);
    put_evidence(output, shown->dossier, &shown->node->fact, 2, width);
    if (shown->ties->len == 0)
        ent_put(output, "\nno ties\n");
    for (guint i = 0; i < shown->ties->len; i++) {
        const EntTie *tie = &g_array_index(shown->ties, EntTie, i);

        if (!last || last->edge->type != tie->edge->type || last->way != tie->way) {
            g_autofree char *words = ent_tie_words(tie);

            ent_put(output, "\n");
            put_safe(output, words);
            ent_put(output, "\n");
        }
        put_tie(output, shown, tie, width);
        last = tie;
    }
}
