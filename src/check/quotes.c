/* SPDX-License-Identifier: MIT */
/*
 * Each quote stands once in the text of its source. That it stands there is all that is checked:
 * whether it supports the fact is for people to judge.
 *
 * Quotes are taken source by source, so that one folded text is in memory at a time, and in
 * batches about as large as the text: time is in proportion to texts plus quotes.
 */
#include "check/match.h"
#include "check/passage.h"
#include "check/registry.h"
#include "check/say.h"

#include "base/text.h"

#include <string.h>

#define EDGE           (1u << 31)       /* marks an edge's number among the owners */
#define SHOWN_MOST     160              /* code points of a passage that are shown */
#define AROUND_MOST    40               /* of what stands before or after a quote */
#define PASSAGES_BYTES ((gsize)1 << 27) /* of text read for the hints */

typedef struct {
    EntChecking *checking;
    guint32 *owners; /* by evidence: its node, or its edge and EDGE; ENT_NONE: nobody's */
    guint32 *order;  /* evidence whose source has a text, by source */
    guint32 length;  /* of order */
    guint passages;  /* looked for */
    gsize passage_bytes;
    bool stopped;
} Quotes;

/* What a finding speaks of. */
typedef struct {
    Quotes *quotes;
    const EntFolded *folded;
    const EntEvidence *evidence;
    const EntSource *source;
    EntEvidencePlace place;
} Case;

static void own(Quotes *quotes, const EntFact *fact, guint32 owner)
{
    for (guint32 i = 0; i < fact->evidence_length; i++)
        quotes->owners[fact->evidence + i] = owner;
}

static void find_owners(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;

    quotes->owners = g_new(guint32, (gsize)facts->evidence->len + 1);
    memset(quotes->owners, 0xff, sizeof(guint32) * facts->evidence->len);
    for (guint32 i = 0; i < facts->nodes->len; i++)
        if (ent_facts_get_node(facts, i)->declared)
            own(quotes, &ent_facts_get_node(facts, i)->fact, i);
    for (guint32 i = 0; i < facts->edges->len; i++)
        own(quotes, &ent_facts_get_edge(facts, i)->fact, i | EDGE);
}

static bool has_text(const Quotes *quotes, guint32 evidence)
{
    const EntFacts *facts = quotes->checking->facts;

    return quotes->owners[evidence] != ENT_NONE &&
           facts->source_texts->pdata[ent_facts_get_evidence(facts, evidence)->source];
}

/* Counting sort by source, which keeps the order of the facts. */
static void sort_by_source(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;
    g_autofree guint32 *starts = g_new0(guint32, (gsize)facts->sources->len + 1);

    for (guint32 i = 0; i < facts->evidence->len; i++)
        if (has_text(quotes, i))
            starts[ent_facts_get_evidence(facts, i)->source + 1]++;
    for (guint32 i = 1; i <= facts->sources->len; i++)
        starts[i] += starts[i - 1];
    quotes->length = starts[facts->sources->len];
    quotes->order = g_new(guint32, (gsize)quotes->length + 1);
    for (guint32 i = 0; i < facts->evidence->len; i++)
        if (has_text(quotes, i))
            quotes->order[starts[ent_facts_get_evidence(facts, i)->source]++] = i;
}

static void say(const Case *at, EntSeverity severity, const char *code, char *hint, char *message)
{
    EntAbout about = {severity,       code, &at->place.origin, "/evidence/%u/quote",
                      at->place.item, false};

    ent_say(at->quotes->checking, &about, hint, message);
}

static guint line_of(const char *text, gsize offset)
{
    guint line = 1;

    for (const char *at = text; (at = memchr(at, '\n', offset - (gsize)(at - text))); at++)
        line++;
    return line;
}

static char *passage_hint(const Case *at)
{
    Quotes *quotes = at->quotes;
    g_autofree char *passage = NULL, *brief = NULL;
    GString *quote;
    EntFoldSpan span;
    bool found;

    if (quotes->passages >= ENT_HINTS_MOST || quotes->passage_bytes > PASSAGES_BYTES)
        return NULL;
    quotes->passages++;
    quotes->passage_bytes += at->folded->length;
    quote = g_string_new(NULL);
    ent_fold_append(quote, at->evidence->quote);
    found = ent_passage_find(at->folded, quote->str, &span);
    g_string_free(quote, TRUE);
    if (!found)
        return g_strdup_printf("nothing in '%s' comes near it", at->source->file);
    passage = g_strndup(at->folded->text + span.from, span.to - span.from);
    brief = ent_text_brief(passage, SHOWN_MOST);
    return g_strdup_printf("nearest passage, at %u (line %u): \"%s\"", span.start,
                           line_of(at->folded->text, span.from), brief);
}

static void not_found(const Case *at, bool parts)
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

static void ambiguous(const Case *at, guint hits)
{
    const EntEvidenceDetails *details = at->evidence->details;
    g_autofree char *source = ent_say_name(at->source->id), *count = times(hits);

    say(at, ENT_SEVERITY_WARNING, "quote-ambiguous",
        g_strdup(details->prefix || details->suffix
                     ? "a longer \"prefix\" or \"suffix\" says which of them"
                     : "add a \"prefix\" or \"suffix\", the text beside it, to say which of them"),
        g_strdup_printf("quote stands %s in source %s", count, source));
}

static void too_many(const Case *at)
{
    g_autofree char *source = ent_say_name(at->source->id);

    say(at, ENT_SEVERITY_WARNING, "quote-ambiguous", g_strdup("quote longer parts of the text"),
        g_strdup_printf("the quote's parts stand too often in source %s to be told apart", source));
}

/* The text directly before (or after) a span, as people read it: whole words where it has any. */
static char *around(const Case *at, const EntFoldSpan *span, bool before)
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
static void elsewhere(const Case *at, const EntMatch *match, const EntFoldSpan *span)
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

static void settle(const Case *at, EntEvidence *evidence, const EntMatch *match)
{
    EntFoldSpan span = {0};

    if (match->hits > 0)
        span = ent_folded_span(at->folded, match->start, match->end);
    if (match->hits == 1) {
        evidence->start = span.start;
        evidence->end = span.end;
    }
    switch (match->result) {
    case ENT_MATCH_FOUND:
        if (match->hits > 1)
            ambiguous(at, match->hits);
        break;
    case ENT_MATCH_ELSEWHERE:
        elsewhere(at, match, &span);
        break;
    case ENT_MATCH_NOT:
    case ENT_MATCH_PARTS:
        not_found(at, match->result == ENT_MATCH_PARTS);
        break;
    case ENT_MATCH_TOO_MANY:
        too_many(at);
        break;
    case ENT_MATCH_EMPTY: /* said of all quotes alike, with a text or without */
        break;
    }
}

static Case make_case(Quotes *quotes, guint32 index)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 owner = quotes->owners[index];
    const EntFact *fact = owner & EDGE ? &ent_facts_get_edge(facts, owner & ~EDGE)->fact
                                       : &ent_facts_get_node(facts, owner)->fact;
    const EntEvidence *evidence = ent_facts_get_evidence(facts, index);

    return (Case){quotes, NULL, evidence, ent_facts_get_source(facts, evidence->source),
                  ent_facts_evidence_place(facts, fact, index)};
}

/* Adds quotes from `from` on until the source ends or the matcher is full; where it stopped. */
static guint32 add_batch(Quotes *quotes, EntMatcher *matcher, guint32 from, guint32 source)
{
    const EntFacts *facts = quotes->checking->facts;

    while (from < quotes->length && !ent_matcher_is_full(matcher)) {
        const EntEvidence *evidence = ent_facts_get_evidence(facts, quotes->order[from]);

        if (evidence->source != source)
            break;
        ent_matcher_add(matcher, evidence->quote, evidence->details->prefix,
                        evidence->details->suffix);
        from++;
    }
    return from;
}

static void go_on(Quotes *quotes, guint32 done)
{
    EntChecking *checking = quotes->checking;

    if (checking->progress && !quotes->stopped)
        quotes->stopped =
            !checking->progress((double)done / quotes->length, checking->progress_data);
}

static guint32 check_batch(Quotes *quotes, const EntFolded *folded, guint32 from, guint32 source)
{
    g_autoptr(EntMatcher) matcher = ent_matcher_new(folded);
    guint32 to = add_batch(quotes, matcher, from, source);

    ent_matcher_run(matcher);
    for (guint32 i = from; i < to; i++) {
        EntMatch match = ent_matcher_get(matcher, i - from);
        Case at = make_case(quotes, quotes->order[i]);

        at.folded = folded;
        settle(&at, ent_facts_get_evidence(quotes->checking->facts, quotes->order[i]), &match);
    }
    go_on(quotes, to);
    return to;
}

static guint32 skip_source(const Quotes *quotes, guint32 from, guint32 source)
{
    while (from < quotes->length &&
           ent_facts_get_evidence(quotes->checking->facts, quotes->order[from])->source == source)
        from++;
    return from;
}

static void out_of_memory(Quotes *quotes, const EntSource *source)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "source-file", &source->origin, "/file", 0, false};

    ent_say(quotes->checking, &about, NULL,
            g_strdup_printf("cannot look for quotes in '%s': there is not memory enough",
                            source->file));
}

static guint32 check_source(Quotes *quotes, guint32 from)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 source = ent_facts_get_evidence(facts, quotes->order[from])->source;
    const char *text = facts->source_texts->pdata[source];
    g_autoptr(EntFolded) folded = ent_folded_new(text, strlen(text));

    if (!folded) {
        out_of_memory(quotes, ent_facts_get_source(facts, source));
        return skip_source(quotes, from, source);
    }
    while (from < quotes->length && !quotes->stopped &&
           ent_facts_get_evidence(facts, quotes->order[from])->source == source)
        from = check_batch(quotes, folded, from, source);
    return from;
}

static void check_empty(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;

    for (guint32 i = 0; i < facts->evidence->len; i++) {
        if (quotes->owners[i] != ENT_NONE &&
            ent_fold_is_empty(ent_facts_get_evidence(facts, i)->quote)) {
            Case at = make_case(quotes, i);

            say(&at, ENT_SEVERITY_ERROR, "empty-quote", NULL, g_strdup("the quote is empty"));
        }
    }
}

static void run(EntChecking *checking)
{
    Quotes quotes = {.checking = checking};

    find_owners(&quotes);
    check_empty(&quotes);
    sort_by_source(&quotes);
    for (guint32 at = 0; at < quotes.length && !quotes.stopped;)
        at = check_source(&quotes, at);
    g_free(quotes.owners);
    g_free(quotes.order);
}

const EntCheck ent_check_quotes = {
    .name = "quotes",
    .summary = "each quote stands once in the text of its source",
    .codes = (const char *const[]){"empty-quote", "quote-ambiguous", "quote-context",
                                   "quote-not-found", NULL},
    .run = run,
};
