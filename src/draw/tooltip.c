/* SPDX-License-Identifier: MIT */
#include "draw/picture.h"

#include <entente/project.h>

#include "base/text.h"

#define MOST_QUOTES      6
#define QUOTE_CHARACTERS 400
#define TITLE_CHARACTERS 160
#define MOST_NAMES       20

/* " · text", or nothing for NULL; takes text. */
static void append_part(GString *tip, char *text)
{
    if (text)
        g_string_append_printf(tip, " · %s", text);
    g_free(text);
}

static void append_state(GString *tip, const EntFact *fact)
{
    if (fact->status != ENT_STATUS_ACTUAL)
        append_part(tip, g_strdup(ent_status_name((EntStatus)fact->status)));
    if (fact->confidence < 1) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, "%.3g", fact->confidence);
        append_part(tip, g_strdup_printf("confidence %s", number));
    }
}

static void append_quote(GString *tip, const EntPicture *picture, const EntEvidence *evidence)
{
    const EntSource *source = ent_dossier_source(picture->dossier, evidence->source);
    g_autofree char *title =
        ent_text_brief(source->title ? source->title : source->id, TITLE_CHARACTERS);
    char date[ENT_DATE_TEXT];
    g_string_append_c(tip, '\n');
    if (evidence->quote) {
        g_autofree char *quote = ent_text_brief(evidence->quote, QUOTE_CHARACTERS);
        g_string_append_printf(tip, "“%s” — ", quote);
    }
    g_string_append(tip, title);
    if (source->published != ENT_DATE_NONE)
        g_string_append_printf(tip, ", %s", ent_date_text(source->published, date));
}

static void append_evidence(GString *tip, const EntPicture *picture, const EntFact *fact)
{
    for (guint32 i = 0; i < fact->evidence_length && i < MOST_QUOTES; i++)
        append_quote(tip, picture, ent_dossier_evidence(picture->dossier, fact->evidence + i));
    if (fact->evidence_length > MOST_QUOTES)
        g_string_append_printf(tip, "\nand %u more", fact->evidence_length - MOST_QUOTES);
}

static void append_names(GString *tip, const char *what, const EntTexts *names)
{
    for (guint32 i = 0; i < names->length && i < MOST_NAMES; i++)
        g_string_append_printf(tip, "%s%s", i == 0 ? what : ", ", names->items[i]);
    if (names->length > MOST_NAMES)
        g_string_append(tip, ", …");
}

/* Of a projected tie the nodes that are shared, and its weight. */
static void append_through(GString *tip, const EntPicture *picture, const EntEdge *edge)
{
    g_auto(GStrv) names = ent_edge_through(picture->dossier, edge);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    if (!names)
        return;
    g_ascii_formatd(number, sizeof number, "%.6g", edge->weight);
    append_part(tip, g_strdup_printf("weight %s", number));
    append_names(tip, "\nthrough: ", &(EntTexts){(const char *const *)names, g_strv_length(names)});
}

static void append_measure(GString *tip, const EntPicture *picture, const EntPictureNode *node)
{
    const EntColumn *column = picture->options->size_by;
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    if (!column)
        return;
    gsize place = (gsize)(node - picture->nodes);
    g_ascii_formatd(number, sizeof number, "%.6g", column->values[place]);
    g_string_append_printf(tip, "\n%s: %s", column->name, node->faint ? "none" : number);
}

char *ent_node_tooltip(const EntPicture *picture, const EntPictureNode *node)
{
    GString *tip = g_string_new(node->node->name);
    g_string_append_printf(tip, "\n%s", node->type->label);
    append_part(tip, ent_node_details(node->node));
    append_state(tip, &node->node->fact);
    append_names(tip, "\nalso: ", &node->node->fact.details->aliases);
    append_measure(tip, picture, node);
    append_evidence(tip, picture, &node->node->fact);
    return g_string_free(tip, FALSE);
}

char *ent_edge_tooltip(const EntPicture *picture, const EntPictureEdge *edge)
{
    g_autofree char *from = ent_text_brief(picture->nodes[edge->from].node->name, TITLE_CHARACTERS);
    g_autofree char *to = ent_text_brief(picture->nodes[edge->to].node->name, TITLE_CHARACTERS);
    GString *tip = g_string_new(NULL);
    g_string_printf(tip, "%s — %s %s %s", from, edge->type->label,
                    edge->type->symmetric ? "—" : "→", to);
    append_part(tip, ent_edge_details(edge->edge, ENT_WHEN_ALWAYS));
    append_state(tip, &edge->edge->fact);
    append_through(tip, picture, edge->edge);
    append_evidence(tip, picture, &edge->edge->fact);
    return g_string_free(tip, FALSE);
}
