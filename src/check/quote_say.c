/* SPDX-License-Identifier: MIT */
#include "check/quote_say.h"

#include "base/text.h"
#include "check/passage.h"
#include "check/say.h"

#include <string.h>

#define SHOWN_MOST     160              /* code points of a passage that are shown */
#define AROUND_MOST    40               /* of what stands before or after a quote */
#define PASSAGES_BYTES ((gsize)1 << 27) /* of text read for the hints */

static void say(const EntQuoteCase *at, EntSeverity severity, const char *code, char *hint,
                char *message)
{
    EntAbout about = {severity,       code, &at->place.origin, "/evidence/%u/quote",
                      at->place.item, false};

    ent_say(at->checking, &about, hint, message);
}

static char *passage_hint(const EntQuoteCase *at)
{
    EntPassages *passages = at->passages;
    g_autofree char *passage = NULL, *brief = NULL;
    GString *quote;
    EntFoldSpan span;
    bool found;

    if (passages->looked_for >= ENT_HINTS_MOST || passages->bytes > PASSAGES_BYTES)
        return NULL;
    passages->looked_for++;
    passages->bytes += at->folded->length;
    quote = g_string_new(NULL);
    ent_fold_append(quote, at->evidence->quote);
    found = ent_passage_find(at->folded, quote->str, &span);
    g_string_free(quote, TRUE);
    if (!found)
        return g_strdup_printf("nothing in '%s' comes near it", at->source->file);
    passage = g_strndup(at->folded->text + span.from, span.to - span.from);
    brief = ent_text_brief(passage, SHOWN_MOST);
    return g_strdup_printf("nearest passage, at %u (line %u): \"%s\"", span.start,
                           ent_text_line(at->folded->text, span.from), brief);
}

static void not_found(const EntQuoteCase *at, bool parts)
{
    g_autofree char *source = ent_say_name(at->source->id);

    if (parts)
        say(at, ENT_SEVERITY_ERROR, "quote-not-found",
            g_strdup("its parts stand in the text, but not one after the other"),
            g_strdup_printf("quote not found in source %s", source));
    else
        say(at, ENT_SEVERITY_ERROR, "quote-not-found", passage_hint(at),
            g_strdup_printf("quote not found in source %s", source));
}

/* "twice", "3 times", "100 times or more" */
static char *times(guint hits)
{
    return hits == 2 ? g_strdup("twice")
                     : g_strdup_printf("%u times%s", hits, hits < ENT_MATCH_MANY ? "" : " or more");
}

static void ambiguous(const EntQuoteCase *at, guint hits)
{
    const EntEvidenceDetails *details = at->evidence->details;
    g_autofree char *source = ent_say_name(at->source->id), *count = times(hits);

    say(at, ENT_SEVERITY_WARNING, "quote-ambiguous",
        g_strdup(details->prefix || details->suffix
                     ? "a longer \"prefix\" or \"suffix\" says which of them"
                     : "add a \"prefix\" or \"suffix\", the text beside it, to say which of them"),
        g_strdup_printf("quote stands %s in source %s", count, source));
}

static void too_many(const EntQuoteCase *at)
{
    g_autofree char *source = ent_say_name(at->source->id);

    say(at, ENT_SEVERITY_WARNING, "quote-ambiguous", g_strdup("quote longer parts of the text"),
        g_strdup_printf("the quote's parts stand too often in source %s to be told apart", source));
}

/* The text directly before (or after) a span, as people read it: whole words where it has any. */
static char *around(const EntQuoteCase *at, const EntFoldSpan *span, bool before)
{
    const char *text = at->folded->text, *end = text + at->folded->text_length, *space;
    const char *from = text + (before ? span->from : span->to), *to = from;
    g_autofree char *piece = NULL, *brief = NULL;

    for (guint i = 0; i < AROUND_MOST && before && from > text; i++)
        from = g_utf8_prev_char(from);
    for (guint i = 0; i < AROUND_MOST && !before && to < end; i++)
        to = g_utf8_next_char(to);
    if (from > text && before && (space = memchr(from, ' ', (gsize)(to - from))) && space + 1 < to)
        from = space;
    if (to < end && !before && (space = g_strrstr_len(from, to - from, " ")) && space > from)
        to = space;
    piece = g_strndup(from, (gsize)(to - from));
    brief = ent_text_brief(piece, AROUND_MOST);
    return g_strdup_printf("\"%s\"", g_strstrip(brief));
}

/* Its prefix or suffix does not stand beside it. */
static void elsewhere(const EntQuoteCase *at, const EntMatch *match, const EntFoldSpan *span)
{
    const EntEvidenceDetails *details = at->evidence->details;
    g_autofree char *source = ent_say_name(at->source->id), *count = NULL;
    g_autofree char *before = around(at, span, true), *after = around(at, span, false);
    const char *what = details->prefix && details->suffix ? "prefix and suffix"
                       : details->prefix                  ? "prefix"
                                                          : "suffix";
    char *hint = NULL;

    if (match->hits > 1) {
        count = times(match->hits);
        say(at, ENT_SEVERITY_WARNING, "quote-context", NULL,
            g_strdup_printf("quote stands %s in source %s, never with this %s", count, source,
                            what));
        return;
    }
    if (details->prefix && details->suffix)
        hint = g_strdup_printf("it stands between %s and %s", before, after);
    else
        hint = details->prefix ? g_strdup_printf("before it stands %s", before)
                               : g_strdup_printf("after it stands %s", after);
    say(at, ENT_SEVERITY_WARNING, "quote-context", hint,
        g_strdup_printf("quote stands in source %s, but not with this %s", source, what));
}

void ent_quote_say(const EntQuoteCase *at, const EntMatch *match)
{
    EntFoldSpan span;

    switch (match->result) {
    case ENT_MATCH_FOUND:
        ambiguous(at, match->hits);
        break;
    case ENT_MATCH_ELSEWHERE:
        span = ent_folded_span(at->folded, match->start, match->end);
        elsewhere(at, match, &span);
        break;
    case ENT_MATCH_NOT:
    case ENT_MATCH_PARTS:
        not_found(at, match->result == ENT_MATCH_PARTS);
        break;
    case ENT_MATCH_TOO_MANY:
        too_many(at);
        break;
    case ENT_MATCH_EMPTY:
        say(at, ENT_SEVERITY_ERROR, "empty-quote", NULL, g_strdup("the quote is empty"));
        break;
    }
}
