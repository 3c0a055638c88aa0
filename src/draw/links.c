/* SPDX-License-Identifier: MIT */
/*
 * From a fact to its source: the address of the first of its quotes whose source has one, with the
 * quote as a text fragment (WICG, URL Fragment Text Directives), so that a browser opens the page
 * where the quote stands and marks it. Browsers that know no such fragments open the page.
 */
#include "draw/frame.h"

#define END_WORDS   4   /* of a long quote, its first and its last words */
#define WHOLE_BYTES 120 /* a quote up to this length is named whole */

/* All but letters and digits: a comma, an ampersand and a hyphen have meanings of their own. */
static void append_escaped(GString *link, const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (g_ascii_isalnum(text[i]))
            g_string_append_c(link, text[i]);
        else
            g_string_append_printf(link, "%%%02X", (guchar)text[i]);
    }
}

/* Where the first words end. */
static gsize first_words(const char *text, gsize length)
{
    gsize at = 0;
    for (guint words = 0; at < length; at++)
        if (g_ascii_isspace(text[at]) && at > 0 && !g_ascii_isspace(text[at - 1]) &&
            ++words == END_WORDS)
            break;
    return at;
}

/* Where the last words begin. */
static gsize last_words(const char *text, gsize length)
{
    gsize at = length;
    for (guint words = 0; at > 0; at--)
        if (g_ascii_isspace(text[at - 1]) && at < length && !g_ascii_isspace(text[at]) &&
            ++words == END_WORDS)
            break;
    return at;
}

static void append_quote(GString *link, const char *quote)
{
    g_autofree char *text = g_strstrip(g_strdup(quote));
    gsize length = strlen(text), first = first_words(text, length), last = last_words(text, length);
    g_string_append(link, strchr(link->str, '#') ? ":~:text=" : "#:~:text=");
    if (length <= WHOLE_BYTES || first >= last) {
        append_escaped(link, text, length);
        return;
    }
    append_escaped(link, text, first);
    g_string_append_c(link, ',');
    append_escaped(link, text + last, length - last);
}

char *ent_fact_link(const EntPicture *picture, const EntFact *fact)
{
    for (guint32 i = 0; i < fact->evidence_length; i++) {
        const EntEvidence *evidence = ent_dossier_evidence(picture->dossier, fact->evidence + i);
        const char *url = ent_dossier_source(picture->dossier, evidence->source)->url;
        if (!ent_is_link(url))
            continue;
        GString *link = g_string_new(url);
        if (evidence->quote && g_ascii_strncasecmp(url, "http", 4) == 0)
            append_quote(link, evidence->quote);
        if (!ent_is_link(link->str)) /* too long, then */
            g_string_assign(link, url);
        return g_string_free(link, FALSE);
    }
    return NULL;
}
