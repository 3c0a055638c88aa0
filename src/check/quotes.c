/* SPDX-License-Identifier: MIT */
/*
 * Each quote stands once in the text of its source. That it stands there is all that is checked:
 * whether it supports the fact is for people to judge.
 *
 * Quotes are taken source by source, so that few texts are in memory at a time, and in batches
 * about as large as the text: time is in proportion to texts plus quotes. Texts are read and
 * batches matched by threads; what is found is told in the order of sources and facts.
 */
#include "check/match.h"
#include "check/quote_say.h"
#include "check/registry.h"
#include "check/say.h"
#include "check/source_text.h"

#include "base/ordered.h"

#include <string.h>

#define EDGE        (1u << 31)       /* marks an edge's number among the owners */
#define BATCH_BYTES ((gsize)1 << 20) /* of quotes in a batch, beside as many as the text has */
#define QUOTE_BYTES 64 /* of most quotes: a batch of them is one, of longer ones more */

/* A source's text while quotes are looked for in it. */
typedef struct {
    guint32 source;
    guint batches; /* not yet told */
    GMutex lock;   /* of what follows */
    bool tried;
    EntSourceText plain;
    EntFolded *folded; /* NULL: not tried, no text, or not memory enough */
} Text;

typedef struct {
    Text *text;
    guint32 from, to; /* of the order */
    EntMatch *matches;
} Batch;

typedef struct {
    EntChecking *checking;
    guint32 *owners; /* by evidence: its node, or its edge and EDGE; ENT_NONE: nobody's */
    guint32 *order;  /* evidence whose source has a file, by source */
    guint32 *starts; /* by source: where its evidence begins in the order; one more closes it */
    GPtrArray *texts;
    GArray *batches; /* Batch */
    EntPassages passages;
} Quotes;

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

static bool has_file(const EntSource *source)
{
    return source->declared && source->file;
}

static bool is_wanted(const Quotes *quotes, guint32 evidence)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 source = ent_facts_get_evidence(facts, evidence)->source;

    return quotes->owners[evidence] != ENT_NONE && has_file(ent_facts_get_source(facts, source));
}

/* Counting sort by source, which keeps the order of the facts. */
static void sort_by_source(Quotes *quotes)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 *starts = g_new0(guint32, (gsize)facts->sources->len + 2);

    for (guint32 i = 0; i < facts->evidence->len; i++)
        if (is_wanted(quotes, i))
            starts[ent_facts_get_evidence(facts, i)->source + 2]++;
    for (guint32 i = 2; i < facts->sources->len + 2; i++)
        starts[i] += starts[i - 1];
    quotes->order = g_new(guint32, (gsize)starts[facts->sources->len + 1] + 1);
    for (guint32 i = 0; i < facts->evidence->len; i++)
        if (is_wanted(quotes, i))
            quotes->order[starts[ent_facts_get_evidence(facts, i)->source + 1]++] = i;
    quotes->starts = starts;
}

static EntQuoteCase make_case(Quotes *quotes, guint32 index)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 owner = quotes->owners[index];
    const EntFact *fact = owner & EDGE ? &ent_facts_get_edge(facts, owner & ~EDGE)->fact
                                       : &ent_facts_get_node(facts, owner)->fact;
    const EntEvidence *evidence = ent_facts_get_evidence(facts, index);

    return (EntQuoteCase){quotes->checking,
                          &quotes->passages,
                          NULL,
                          evidence,
                          ent_facts_get_source(facts, evidence->source),
                          ent_facts_evidence_place(facts, fact, index)};
}

static void text_free(gpointer data)
{
    Text *text = data;

    ent_folded_free(text->folded);
    ent_source_text_clear(&text->plain);
    g_mutex_clear(&text->lock);
    g_free(text);
}

/* A text, and its batches; one at least, so that the text is looked at. */
static void add_text(Quotes *quotes, guint32 source)
{
    const EntFacts *facts = quotes->checking->facts;
    guint32 end = quotes->starts[source + 1];
    Batch batch = {.text = g_new0(Text, 1), .to = quotes->starts[source]};

    batch.text->source = source;
    g_mutex_init(&batch.text->lock);
    ent_source_text_find(&batch.text->plain, facts, ent_facts_get_source(facts, source));
    g_ptr_array_add(quotes->texts, batch.text);
    do {
        gsize most = (batch.text->plain.size + BATCH_BYTES) / QUOTE_BYTES;

        batch.from = batch.to;
        batch.to += (guint32)MIN(end - batch.from, most);
        batch.text->batches++;
        g_array_append_val(quotes->batches, batch);
    } while (batch.to < end);
}

/* False: the user stopped the check. */
static bool make_batches(Quotes *quotes)
{
    EntChecking *checking = quotes->checking;

    quotes->texts = g_ptr_array_new_with_free_func(text_free);
    quotes->batches = g_array_new(FALSE, TRUE, sizeof(Batch));
    for (guint32 i = 0; i < checking->facts->sources->len; i++) {
        if (checking->progress && !checking->progress(0, checking->progress_data))
            return false;
        if (has_file(ent_facts_get_source(checking->facts, i)))
            add_text(quotes, i);
    }
    return true;
}

static const EntFolded *fold(Text *text)
{
    g_mutex_lock(&text->lock);
    if (!text->tried) {
        ent_source_text_read(&text->plain);
        if (text->plain.bytes)
            text->folded = ent_folded_new(text->plain.bytes, text->plain.length);
    }
    text->tried = true;
    g_mutex_unlock(&text->lock);
    return text->folded;
}

/* Notes where quotes stand that are found once. */
static void note_place(const EntFolded *folded, const EntMatch *match, EntEvidence *evidence)
{
    EntFoldSpan span;

    if (match->hits != 1)
        return;
    span = ent_folded_span(folded, match->start, match->end);
    evidence->start = span.start;
    evidence->end = span.end;
}

/* Matches the quotes of a batch from one on, as many as are about as long together as the text;
 * where the next ones begin. */
static guint32 match_some(const Quotes *quotes, Batch *batch, guint32 from)
{
    EntFacts *facts = quotes->checking->facts;
    const EntFolded *folded = batch->text->folded;
    g_autoptr(EntMatcher) matcher = ent_matcher_new(folded);
    guint32 to = from;

    while (to < batch->to && ent_matcher_bytes(matcher) < folded->length + BATCH_BYTES) {
        const EntEvidence *evidence = ent_facts_get_evidence(facts, quotes->order[to++]);

        ent_matcher_add(matcher, evidence->quote, evidence->details->prefix,
                        evidence->details->suffix);
    }
    ent_matcher_run(matcher);
    for (guint32 i = from; i < to; i++) {
        EntMatch *match = &batch->matches[i - batch->from];

        *match = ent_matcher_get(matcher, i - from);
        note_place(folded, match, ent_facts_get_evidence(facts, quotes->order[i]));
    }
    return to;
}

/* In any thread. */
static void match_batch(guint number, gpointer data)
{
    const Quotes *quotes = data;
    Batch *batch = &g_array_index(quotes->batches, Batch, number);

    if (!fold(batch->text))
        return;
    batch->matches = g_new(EntMatch, batch->to - batch->from);
    for (guint32 at = batch->from; at < batch->to;)
        at = match_some(quotes, batch, at);
}

static void out_of_memory(const Quotes *quotes, const EntSource *source)
{
    EntAbout about = {ENT_SEVERITY_ERROR, "source-file", &source->origin, "/file", 0, false};

    ent_say(quotes->checking, &about, NULL,
            g_strdup_printf("cannot look for quotes in '%s': there is not memory enough",
                            source->file));
}

static void say_quote(Quotes *quotes, const Text *text, guint32 evidence, const EntMatch *match)
{
    EntQuoteCase at;

    if (match->result == ENT_MATCH_FOUND && match->hits == 1)
        return;
    at = make_case(quotes, evidence);
    at.folded = text ? text->folded : NULL;
    ent_quote_say(&at, match);
}

/* Of a quote that was not looked for, only that it is empty. */
static void say_unmatched(Quotes *quotes, guint32 evidence)
{
    static const EntMatch empty = {.result = ENT_MATCH_EMPTY};

    if (ent_fold_is_empty(ent_facts_get_evidence(quotes->checking->facts, evidence)->quote))
        say_quote(quotes, NULL, evidence, &empty);
}

/* The text is kept where it is wanted. */
static void end_text(Quotes *quotes, Text *text)
{
    EntFacts *facts = quotes->checking->facts;
    EntSource *source = ent_facts_get_source(facts, text->source);

    ent_source_text_say(&text->plain, quotes->checking);
    source->has_text = text->plain.bytes;
    if (text->plain.bytes && !text->folded)
        out_of_memory(quotes, source);
    g_clear_pointer(&text->folded, ent_folded_free);
    if (quotes->checking->texts_kept)
        facts->source_texts->pdata[text->source] = g_steal_pointer(&text->plain.bytes);
    g_clear_pointer(&text->plain.bytes, g_free);
}

/* Tells of a batch; false: the user stopped the check. */
static bool tell_batch(guint number, gpointer data)
{
    Quotes *quotes = data;
    EntChecking *checking = quotes->checking;
    Batch *batch = &g_array_index(quotes->batches, Batch, number);

    for (guint32 i = batch->from; i < batch->to; i++) {
        if (batch->matches)
            say_quote(quotes, batch->text, quotes->order[i], &batch->matches[i - batch->from]);
        else
            say_unmatched(quotes, quotes->order[i]);
    }
    g_clear_pointer(&batch->matches, g_free);
    if (--batch->text->batches == 0)
        end_text(quotes, batch->text);
    return !checking->progress ||
           checking->progress((number + 1.0) / quotes->batches->len, checking->progress_data);
}

/* Of sources without a file. */
static void check_others(Quotes *quotes)
{
    for (guint32 i = 0; i < quotes->checking->facts->evidence->len; i++)
        if (quotes->owners[i] != ENT_NONE && !is_wanted(quotes, i))
            say_unmatched(quotes, i);
}

static void run(EntChecking *checking)
{
    Quotes quotes = {.checking = checking};

    find_owners(&quotes);
    check_others(&quotes);
    sort_by_source(&quotes);
    if (make_batches(&quotes))
        ent_ordered_run(quotes.batches->len, match_batch, tell_batch, &quotes);
    for (guint i = 0; i < quotes.batches->len; i++)
        g_free(g_array_index(quotes.batches, Batch, i).matches);
    g_array_free(quotes.batches, TRUE);
    g_ptr_array_free(quotes.texts, TRUE);
    g_free(quotes.owners);
    g_free(quotes.order);
    g_free(quotes.starts);
}

const EntCheck ent_check_quotes = {
    .name = "quotes",
    .summary = "each quote stands once in the text of its source, a UTF-8 file, unchanged, inside "
               "the facts file's folder",
    .codes = (const char *const[]){"empty-quote", "quote-ambiguous", "quote-context",
                                   "quote-not-found", "source-encoding", "source-file",
                                   "source-hash", "source-outside", NULL},
    .run = run,
};
